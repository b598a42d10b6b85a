"""The plain words of questions stand once, and patterns are made of their classes."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from rag.language.word_classes import entries_of, has_word_of, words_of

ROOMS = ("questions", "safety", "language", "conversation", "telling")
CLASSES = ("review", "document", "case", "relative", "courtesy", "say")
KEEP_THEIR_OWN = {
    "questions/forms/asking_words.py": "the fitted forms were trained on what it leaves",
    "questions/facts/fact_tables.py": "the verbs of one fact each",
    "questions/facts/counted.py": "verbs that take a person, as documents do not",
    "questions/facts/named_things.py": "mother or father between a child and its pronoun",
    "questions/facts/deeds.py": "verbs that take a person, as documents do not",
    "questions/kinds/premises.py": "verbs that take a person, as documents do not",
    "questions/kinds/mentioned.py": "verbs that ask for a mention, not for what is said",
    "questions/kinds/rewording.py": "what an answer is told to do",
    "questions/forms/answer_form.py": "verbs of one form of answer each",
    "questions/documents/several_reviews.py": "verbs with the preposition that goes with each",
    "questions/units/kind_words.py": "verbs of one kind of unit each",
    "questions/names/places_named.py": "verbs of documents in the plain form, promises among them",
    "questions/topic/topic_terms.py": "what an answer is told to do",
    "questions/understanding.py": "whom a list mentions: verbs of naming",
    "safety/hidden_commands.py": "what a command tells the program to do",
    "conversation/pointers.py": "words at the end of a turn that points",
    "conversation/wishes.py": "verbs of one wish each",
    "telling/ageing.py": "what a text tells its reader to do",
}
"""Modules with a list of their own, and why."""
_RUN = re.compile(r"[^()|\[\]]*(?:\|[^()|\[\]]*)+")
_AROUND = re.compile(r"^(?:\?:|\?P<\w+>|\\b| )+|(?:\\b|s?\?| )+$")


def test_a_pattern_has_the_longest_first() -> None:
    assert words_of("document").startswith("(?:briefing papers|")
    assert re.match(words_of("document"), "briefing notes on it")[0] == "briefing notes"  # type: ignore[index]


def test_forms_are_taken_apart() -> None:
    assert words_of("beside_review", forms="plain") == "(?:inspection|response|inquiry|summary)"
    assert words_of("case", forms="other") == "(?:cases)"
    assert re.fullmatch(words_of("say"), "spoke")
    assert not re.fullmatch(words_of("say", forms="plain"), "spoke")


def test_a_class_has_the_words_of_its_parts() -> None:
    assert set(entries_of("mother")) < set(entries_of("relative"))


def test_an_apostrophe_is_either_sign() -> None:
    assert re.fullmatch(words_of("body"), "children’s services")


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        words_of("no such class")


@pytest.mark.parametrize(
    ("text", "spoken_of"),
    [("Baby O's Review", True), ("the SCRs", True), ("we previewed it", False), ("case", False)],
)
def test_a_class_is_spoken_of(text: str, *, spoken_of: bool) -> None:
    assert has_word_of(text, "review") is spoken_of


def test_every_word_stands_once() -> None:
    """ "Finding" is what documents do, and a unit of them."""
    narrow = ("review", "case", "one", "document", "beside_review", "say", "treat", "opening",
              "courtesy", "relative", "unit", "role")  # fmt: skip
    count = Counter(word for name in narrow for entry in entries_of(name) for word in entry)
    assert [word for word, times in count.items() if times > 1] == ["finding"]


def test_no_pattern_lists_the_words_of_a_class() -> None:
    listing = {
        module
        for room in ROOMS
        for path in (Path(rag.__file__).parent / room).rglob("*.py")
        for pattern in patterns_of(path)
        if lists_a_class(pattern)
        for module in [path.relative_to(Path(rag.__file__).parent).as_posix()]
    }
    assert listing == set(KEEP_THEIR_OWN)


@pytest.mark.parametrize("pattern", [r"\b(?:mum|dad)s?\b", "reviews?|scrs?", "please|pls"])
def test_a_list_is_found(pattern: str) -> None:
    assert lists_a_class(pattern)


def patterns_of(path: Path) -> Iterator[str]:
    """Literals that may be parts of patterns: no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def lists_a_class(pattern: str) -> bool:
    """Do two of its words stand side by side as alternatives?"""
    for run in _RUN.findall(pattern):
        words = {_AROUND.sub("", word) for word in run.split("|")}
        for name in CLASSES:
            if sum(not words.isdisjoint(entry) for entry in entries_of(name)) > 1:
                return True
    return False
