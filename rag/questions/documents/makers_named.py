"""A question that names no document in, all documents of those whom it asks out: what coroners
raised, which councils inspectors criticised."""

import re
from dataclasses import dataclass

from rag.index.library import Library
from rag.language.word_classes import has_word_of, words_of
from rag.types import Span

_SAID = (
    rf"(?:(?:have|has|had|did|do) (?:ever )?)?(?:{words_of('say', 'treat')}|reported|picked up"
    r"|rated|graded|judged|warned|thought|think)\b(?: (?:for|about|on))?"
)
_INSPECTORS = r"(?:the )?(?:ofsted )?inspectors"
_CORONERS = r"(?:any coroner|(?:the )?coroners)"
_WHICH = r"(?:which|what|any|other|most|how many) (?:of the )?"
_INSPECTED = r"(?:councils?|(?:local )?authorit(?:y|ies)|children['’]s homes?)"


def _asked(makers: str, theirs: str) -> re.Pattern[str]:
    """What they said, in either order, or which of theirs says it."""
    return re.compile(
        rf"\b(?:have|has|had|did|do) {makers} {_SAID}|\b{makers} {_SAID}|\b(?:{theirs})\b", re.I
    )


_MAKERS = (
    (
        "inspection_report",
        _asked(
            _INSPECTORS,
            rf"{_WHICH}(?:{_INSPECTED} (?:have|has|had|did|do|were|was)? ?"
            rf"(?:{_INSPECTORS} )?(?:been )?{_SAID}|inspections?(?: {_SAID})?)",
        ),
    ),
    ("coroner_report", _asked(_CORONERS, rf"{_WHICH}(?:inquests|coroners?)(?: {_SAID})?")),
)
"""Kind of document, and how a question asks all who make it."""
_OF_CORONERS = re.compile(r"\b(?:coroners?|inquests?|pfds?|matters? of concern)\b", re.I)


@dataclass(frozen=True, slots=True)
class MakersAsked:
    documents: frozenset[str] | None
    """Those to look in; None for all."""
    spans: tuple[Span, ...] = ()
    """Where it only says whose documents are asked, each of them; empty where one may be meant."""


NOBODY = MakersAsked(None)


def read_makers(library: Library, question: str) -> MakersAsked:
    """Nobody where it speaks of reviews too, or where no document of theirs is held."""
    if has_word_of(question, "review", "case"):
        return NOBODY
    for kind, pattern in _MAKERS:
        spans = tuple(m.span() for m in pattern.finditer(question))
        if spans and (theirs := _of_kind(library, kind)):
            return MakersAsked(theirs, spans)
    speaks_of_one = _OF_CORONERS.search(question) is not None
    return MakersAsked(_of_kind(library, "coroner_report")) if speaks_of_one else NOBODY


def _of_kind(library: Library, kind: str) -> frozenset[str] | None:
    return frozenset(r.id for r in library.catalogue.records() if r.kind == kind) or None
