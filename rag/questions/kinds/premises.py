"""A question in, what it takes for granted out: that somebody was killed, arrested, adopted."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rag.backends.lexical import stem
from rag.language.topic_words import TopicWord
from rag.language.vocabulary import load_vocabulary
from rag.questions.facts.persons import asked_about

AT_LARGE = "children"
"""What `asked_about` calls children of whom no one is meant."""
MOST_WORDS = 18
"""A longer question tells of something beside what it asks."""
_PAST = re.compile(
    r"\b(?:did|didn['’]?t|was|were|had|got|[a-z]+ed|said|told|knew|found|saw|took|gave|went)\b",
    re.IGNORECASE,
)
_ADVISED = re.compile(
    r"\b(?:should|could|can|must|need|learn\w*|lessons?|recommend\w*|recs?|take from|takeaways?"
    r"|supposed|meant|my|our|we|i|if|when (?:a|an|the) \w+ (?:is|are))\b",
    re.IGNORECASE,
)
"""What somebody is to do, or to learn, takes nothing for granted that was done."""
_MODAL = re.compile(r"\b(?:can|could|may|might) (?:\w+ly )?(?:be )?$", re.IGNORECASE)
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
_GROWN_UP = frozenset(
    {"mother", "father", "grandmother", "grandfather", "partner", "carer", "parents"}
)


@dataclass(frozen=True, slots=True)
class Premise:
    term: TopicWord
    """Some sentence has to say it, in any of its variants."""
    of_one: bool
    """A sentence about children at large does not bear it out."""
    person: str | None
    """Of whom it must be said."""
    deadly: bool
    """Where it is not so, what is said of the cause of death is worth telling."""
    loose: bool = False
    """It is told in other words as well."""
    actor: bool = False
    """Somebody who acts, not what was done."""


@dataclass(frozen=True, slots=True)
class _Act:
    asks: re.Pattern[str]
    variants: tuple[tuple[str, ...], ...]
    of_one: bool
    deadly: bool


def read_premises(question: str, topic: str, terms: Sequence[TopicWord]) -> tuple[Premise, ...]:
    """In no order; empty for a question that tells more than it asks. `topic` is the question
    without the names of documents, `terms` are its topic words."""
    if question.count(" ") >= MOST_WORDS:
        return ()
    return (*_of_terms(question, topic, terms), *_of_patterns(question))


def _of_terms(question: str, topic: str, terms: Sequence[TopicWord]) -> list[Premise]:
    acts, actors = _names("acts"), _names("actors")
    done = _PAST.search(topic) and not _ADVISED.search(topic)
    at_large = asked_about(question) == AT_LARGE
    found = []
    for term in terms:
        names = _terms_of(term)
        if _is_possible(term, question):
            continue
        if names & acts or (done and names & actors):
            person = _person(topic) if names & _names("of_person") else None
            of_one = bool(names & _names("of_one")) and not at_large
            deadly = bool(names & _names("deadly"))
            loose, actor = bool(names & _names("loose")), not names & acts
            found.append(Premise(term, of_one, person, deadly, loose, actor))
    return found


def _is_possible(term: TopicWord, question: str) -> bool:
    """ "Neglect can kill" does not suppose that somebody did."""
    before = question[: max(0, question.casefold().find(term.words.casefold()))]
    return _MODAL.search(before) is not None


def _person(topic: str) -> str | None:
    """A grown-up; of a child, and of one of two, what is said of anybody tells something."""
    person = None if _EITHER.search(topic) else asked_about(topic)
    return person if person in _GROWN_UP else None


def _of_patterns(question: str) -> list[Premise]:
    found = []
    for act in _acts():
        asked = act.asks.search(question)
        if asked:
            term = TopicWord(asked[0], act.variants, 1.0, known=True)
            found.append(Premise(term, act.of_one, None, act.deadly))
    return found


def _terms_of(term: TopicWord) -> frozenset[str]:
    return frozenset(m.term for m in load_vocabulary().read(term.words) if m.certain)


@cache
def _content() -> Mapping[str, Any]:
    text = files("rag.language").joinpath("words", "premises.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _names(group: str) -> frozenset[str]:
    return frozenset(_content()[group])


@cache
def _acts() -> tuple[_Act, ...]:
    return tuple(
        _Act(
            re.compile(rf"\b(?:{act['asks']})\b", re.IGNORECASE),
            tuple(tuple(stem(words)) for words in act["words"]),
            act.get("of_one", False),
            act.get("deadly", False),
        )
        for act in _content()["act"]
    )
