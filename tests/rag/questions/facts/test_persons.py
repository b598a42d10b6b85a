"""Who a fact is said of: the age of a mother is not the age of her child."""

import pytest

from rag.questions.facts.persons import asked_about, is_about, read_person


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("how old was baby X's mum", "mother"),
        ("how old was baby X when his mum left", "child"),
        ("when did the maternal grandmother die", "grandmother"),
        ("what age was her brother", "sibling"),
        ("what age was baby X's older half sibling", "sibling"),
        ("when was the panel held", None),
        ("how old was K when K moved", "K"),
        ("how old was K's father", "father"),
        ("how old was C then, and his mum", "C"),
        ("when was she seen in A & E or A and E", None),
        ("when did I see the B-road", None),
    ],
)
def test_the_person_asked_about(question: str, person: str | None) -> None:
    assert asked_about(question) == person


@pytest.mark.parametrize(
    ("person", "sentence", "fact"),
    [
        ("child", "Baby X died in May.", "died"),
        ("mother", "Baby X's mother died in May.", "died"),
        ("mother", "Mother fell ill after Baby X's birth and she died in May.", "died"),
        ("father", "Both parents were aged 20.", "aged"),
        ("parents", "Mother and Father parted for a year.", "a year"),
        ("child", "Born in 2012 and aged 3 months.", "aged"),
        ("K", "By then K was aged 14.", "aged"),
        ("K", "Mother and K moved when he was aged 14.", "aged"),
    ],
)
def test_it_is_said_of_that_person(person: str, sentence: str, fact: str) -> None:
    assert is_about(person, sentence, sentence.index(fact))


@pytest.mark.parametrize(
    ("person", "sentence", "fact"),
    [
        ("child", "Baby X's mother died in May.", "died"),
        ("child", "Mother fell ill after Baby X's birth and she died in May.", "died"),
        ("mother", "Baby X was aged 3 months.", "aged"),
        ("child", "In many cases children have died.", "died"),
        ("K", "By then M was aged 14.", "aged"),
        ("K", "K's brother was aged 14.", "aged"),
    ],
)
def test_it_is_said_of_another(person: str, sentence: str, fact: str) -> None:
    assert not is_about(person, sentence, sentence.index(fact))


def test_a_child_whom_no_review_is_called_after() -> None:
    asked = "how old was Child D when Child X died", "how old was Child D when  died"
    assert read_person(*asked).name == "D"
    asked = "how old was the child when Child X died", "how old was the child when  died"
    assert read_person(*asked).name == "child"


def test_another_lettered_child_of_the_family_is_a_sibling() -> None:
    sentence = "In May Child Y went to live with an aunt."
    at = sentence.index("went")
    assert is_about("sibling", sentence, at, of="X")
    assert not is_about("sibling", sentence, at, of="Y")
    assert not is_about("sibling", sentence, at)
