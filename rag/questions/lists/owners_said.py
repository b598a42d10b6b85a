"""A question in, whom it says that units are for out: "the police recommendations", "actions for
the Board", "addressed to schools"."""

import re
from dataclasses import dataclass

from rag.language.word_classes import words_of
from rag.outline.agencies import names_organisation

_LISTED = r"(?:recommendations?|recs?|actions?|lessons?)"
_TRAILING = re.compile(
    rf" in\b.*|(?: (?:of|from|about|on|at|for|and|{words_of('please')}|the))+\s*$", re.IGNORECASE
)
"""Behind the organisation: "housing in child W"."""
_BEHIND = re.compile(
    rf"\b{_LISTED}(?: \d+)?(?:,? (?:for|to|by) (?:the )?|, )((?:[\w'’]+ ?){{1,3}})", re.IGNORECASE
)
"""Recommendations "for the Board"."""
_BEFORE = re.compile(rf"\b((?:[\w'’]+ ){{1,3}}){_LISTED}\b", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\b(?:(?:addressed|directed|aimed|made|given|put) (?:to|at)|(?:is|are|was|were) for) (?:the )?"
    r"(?P<who>.{2,60}?)(?= (?:in|of|by|about|from)\b|[?.!;:,]|$)",
    re.IGNORECASE,
)

_EITHER = re.compile(r",| or | and |/|&", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnersSaid:
    beside: tuple[str, ...]
    """What stands before or behind the units asked for, where it may name their owner."""
    organisations: tuple[str, ...]
    """Those of them that an organisation may go by, without the words behind its name."""
    stretch: str
    """That names the addressees; empty where it names none."""
    addressees: tuple[str, ...]
    """They alone, each by itself."""


def read_owners(question: str) -> OwnersSaid:
    behind = [found[1] for found in _BEHIND.finditer(question)]
    beside = (*(found[1] for found in _BEFORE.finditer(question)), *behind)
    bodies = tuple(who for each in beside if names_organisation(who := _body(each)))
    if found := _ADDRESSED.search(question):
        return OwnersSaid(beside, bodies, found[0], _each(found["who"]))
    who = next((body for each in behind if names_organisation(body := _body(each))), "")
    return OwnersSaid(beside, bodies, who, _each(who))


def _each(words: str) -> tuple[str, ...]:
    return tuple(_EITHER.split(words))


def _body(words: str) -> str:
    return _TRAILING.sub("", words).strip()
