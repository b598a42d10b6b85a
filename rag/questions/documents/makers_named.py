"""A question that names no document in, all documents of those whom it speaks of out: what coroners
raised, which councils inspectors criticised."""

import re

from rag.index.library import Library
from rag.language.word_classes import speaks_of, words_of
from rag.types import Span

_MAKERS = (
    ("coroner_report", re.compile(r"\b(?:coroners?|inquests?|pfds?|matters? of concern)\b", re.I)),
    (
        "inspection_report",
        re.compile(
            r"\b(?:inspectors|ofsted inspect\w+|(?:which|what|any|other|most|how many) (?:of the )?"
            r"(?:councils|(?:local )?authorities|inspections|children['’]s homes))\b",
            re.I,
        ),
    ),
)
"""Kind of document, and how a question speaks of who makes it or of whom it is about."""
_FOUND = rf"(?:{words_of('say', 'treat')}|reported|pick(?:ed)? up|thought|think)"
_SPEAKING = re.compile(
    r"\b(?:which|what|any|other|most|how many) (?:of the )?(?:councils|(?:local )?authorities"
    r"|inspections|inquests|coroners|children['’]s homes)\b(?: (?:have|has|had|did|do|were|are))?"
    rf"(?: (?:the )?(?:ofsted )?inspectors)?(?: {_FOUND}\b(?: (?:for|about|on))?)?"
    r"|\b(?:have|has|did|do) (?:the )?(?:ofsted inspectors|inspectors|coroners|any coroner)"
    rf" {_FOUND}\b(?: (?:about|on))?",
    re.I,
)


def made_by(library: Library, question: str) -> frozenset[str] | None:
    """None where it speaks of none of them, or of reviews too, or none of theirs is held."""
    if speaks_of(question, "review", "case"):
        return None
    kinds = {kind for kind, words in _MAKERS if words.search(question)}
    records = library.catalogue.records()
    return frozenset(r.id for r in records if r.kind in kinds) or None


def makers_said(question: str) -> tuple[Span, ...]:
    """Where it only says whose documents are asked."""
    return tuple(m.span() for m in _SPEAKING.finditer(question))
