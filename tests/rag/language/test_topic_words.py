import pytest

from rag.backends.lexical import Lexical, stem
from rag.documents.places import AREAS, SHORT_FORMS
from rag.language.topic_words import TopicWord, mend_spelling, read_topic
from rag.language.vocabulary import load_vocabulary
from rag.types import Passage

EMPTY = frozenset(stem("take took part come came out long so told straight away case review"))
LIBRARY = (
    "Grandfather declined to participate in the work.",
    "Publication was delayed by a year.",
    "The nursery was notified late.",
)


def topic(text: str) -> list[TopicWord]:
    passages = [Passage(str(i), "d", "u", 0, 1, said, "") for i, said in enumerate(LIBRARY)]
    return list(read_topic(text, load_vocabulary(), Lexical.build(passages), EMPTY))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("did he take part", LIBRARY[0]),
        ("took so long to come out", LIBRARY[1]),
        ("were told", LIBRARY[2]),
    ],
)
def test_a_term_of_empty_words_is_a_topic(typed: str, said: str) -> None:
    (word,) = (each for each in topic(typed) if len(each.variants) > 1)
    assert word.known
    assert word.stands_in(stem(said))


@pytest.mark.parametrize("typed", ["told", "take away", "long", "SCR case review"])
def test_empty_words_alone_are_none(typed: str) -> None:
    assert not [each for each in topic(typed) if set(stem(each.words)) <= EMPTY]


def test_the_words_of_an_expression_stand_together() -> None:
    (word,) = topic("self-harm")
    assert word.stands_together_in(stem("she spoke of harm to self"))
    assert not word.stands_together_in(stem("self-reported explanations of any harm"))


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("pregnancy", "the mother was told"),
        ("mother-to-be", "the mother was told"),
        ("the s/w", "part w of the form"),
        ("s.47", "47 visits"),
    ],
)
def test_what_is_left_of_a_compound_does_not_stand_for_it(typed: str, other: str) -> None:
    (word,) = topic(typed)
    assert not word.stands_in(stem(other))


@pytest.mark.parametrize("name", [*SHORT_FORMS, *AREAS])
def test_the_name_of_a_place_is_no_slip(name: str) -> None:
    lexical = Lexical.build([])
    for typed in (f"findings from {name}?", f"findings from {name.lower()}?"):
        assert mend_spelling(typed, load_vocabulary(), lexical).endswith(typed[14:])
