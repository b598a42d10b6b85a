"""A question or a sentence in, the member of the family that it speaks of out."""

import re
from dataclasses import dataclass

from rag.language.word_classes import words_of

_SINGLE = {
    name: words_of(name, forms="plain")
    for name in ("grandmother", "grandfather", "mother", "father", "sibling", "partner")
}
_PERSON = re.compile(
    rf"\b(?:(?P<grandmother>(?:(?:paternal|maternal) )?{_SINGLE['grandmother']})"
    rf"|(?P<grandfather>(?:(?:paternal|maternal) )?{_SINGLE['grandfather']})"
    rf"|(?P<mother>{_SINGLE['mother']})|(?P<father>{_SINGLE['father']})"
    rf"|(?P<sibling>(?:half[- ])?{_SINGLE['sibling']})|(?P<carer>(?:foster )?carer)"
    rf"|(?P<partner>{_SINGLE['partner']})|(?P<parents>parents)"
    r"|(?P<children>children|babies|infants)"
    r"|(?P<child>(?:baby|child) [A-Z]{1,2}\b|baby|child|infant|toddler))(?P<own>['’]?s)?\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b(?<!\bA & )(?<!\bA and )[B-HJ-Z](?=['’]s?\b|\b(?!['’\w./&-]))")
"""A person whom the review calls by a letter; A and I are words, A & E is a ward."""
_PRONOUN = re.compile(r"\b(?:she|he|they|who)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_LETTERED = re.compile(r"\b(?i:child|baby|sibling) ([B-HJ-Z])\b")
_OWNED = re.compile(
    rf"\W+(?:s )?(?:(?!and\b|or\b)\w+ )?(?:(?:half|step|foster)[- ]?)?"
    rf"(?:{words_of('relative')}|(?:family|carer)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonAsked:
    name: str | None
    """A child by the letter of whom no review is called, else a member of the family as in
    `asked_about`."""
    child: str | None
    """The letter in "Baby M's brother"."""


def read_person(question: str, topic: str) -> PersonAsked:
    """`topic` is the question without the names of reviews."""
    return PersonAsked(_lettered(topic) or asked_about(question), _lettered(question))


def asked_about(question: str) -> str | None:
    """The first, where it is not only whose relative is meant: of "baby O's mum", the mother.
    A letter for whom the review calls by one."""
    initials = _initials(question)
    named = [*initials, *_mentions(question)]
    return min(named)[1] if named else None


def _lettered(text: str) -> str | None:
    found = _LETTERED.search(text)
    return found[1] if found else None


def names_other(sentence: str, child: str | None) -> bool:
    """Does it name a child by another letter?"""
    return child is not None and any(m[1] != child for m in _LETTERED.finditer(sentence))


def is_about(person: str, sentence: str, at: int, *, of: str | None = None) -> bool:
    """Is what stands at `at` said of the person? True where the sentence names nobody, or somebody
    only in a later clause. `of` is the letter of the child whose relative is asked about: beside
    Baby M, Child D is a sibling."""
    named = _mentions(sentence)
    if person == "sibling" and of:
        others = {m.start() for m in _LETTERED.finditer(sentence) if m[1] != of}
        named = [(at, person if at in others else name) for at, name in named]
    if len(person) == 1:
        named = sorted([*named, *_initials(sentence)])
    if not named:
        return True
    before = [name for start, name in named if start <= at]
    if person == "parents" and {"mother", "father"} <= {name for _, name in named}:
        return True
    if len(person) == 1:
        return person in before
    if not before:
        apart = "," in sentence[at : named[0][0]]
        return apart or named[0][1] in _alike(person)
    near = before[:1] if _PRONOUN.search(sentence[:at]) else [before[0], before[-1]]
    return not _alike(person).isdisjoint(near)


def _mentions(text: str) -> list[tuple[int, str]]:
    return [
        (found.start(), str(found.lastgroup if found.lastgroup != "own" else _kind(found)))
        for found in _PERSON.finditer(text)
        if not _OWNED.match(text, found.end())
    ]


def _initials(text: str) -> list[tuple[int, str]]:
    return [(m.start(), m[0]) for m in _INITIAL.finditer(text) if not _OWNED.match(text, m.end())]


def _kind(found: re.Match[str]) -> str:
    return next(name for name, said in found.groupdict().items() if said and name != "own")


def _alike(person: str) -> frozenset[str]:
    return frozenset({person, "parents"}) if person in ("mother", "father") else frozenset({person})
