"""A document in, the sentences that a claim may be held against out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rag.answers.claims.statements import Statement, read_statement
from rag.backends.lexical import stem
from rag.index.library import Library
from rag.questions.request import Focus
from rag.quotes.omissions import limits
from rag.reading.dates import iso_date
from rag.reading.sentences import sentence_spans
from rag.types import Span, Unit

_SAYS_NOTHING = frozenset({"contents", "resource", "footnote", "question"})
_ADVICE = frozenset(
    {"recommendation", "learning_point", "key_message", "measure", "required_action", "action_row"}
)
_OF_GRADING = frozenset(
    stem(
        "judge judged grade graded rate rated inspectors ofsted children services council authority"
    )
)
"""What a printed grade need not say."""
_WISHED_GRADE = re.compile(r"\s+to be good\b", re.IGNORECASE)
_TELLS_NOTHING = re.compile(r"^To [a-z]|\?\W*$")
"""An item that hangs on words above it, and a question."""
SHORT = 14
"""Words of a unit that is a line by itself, a label and what it is of."""
MOST_OF_PAIR = 70
"""Words of two sentences that are taken together."""


@dataclass(frozen=True, slots=True)
class Source:
    focus: Focus
    spans: tuple[Span, ...]
    said: Statement
    single: bool = True
    """One sentence, not two that stand together."""
    line: bool = False
    """A short line of its own: "Lead inspector: ..." """

    @property
    def advice(self) -> bool:
        """Of a unit that tells what should be done."""
        return self.focus.unit.kind in _ADVICE

    @property
    def given(self) -> frozenset[str]:
        """Stems that it need not say."""
        return _OF_GRADING if self.focus.unit.kind == "judgement" else frozenset()


@dataclass(frozen=True, slots=True)
class Sources:
    document: str
    sentences: tuple[Source, ...]
    """In their order."""
    given: frozenset[str]
    """Stems of the document's own names: its subject, its place, its publisher."""
    dates: frozenset[str]
    """ISO dates of the document itself."""


def read_sources(library: Library, document: str) -> Sources:
    text = library.catalogue.reading_text(document)
    units = library.catalogue.units(document)
    found = [s for unit in units for s in _of_unit(text, Focus(document, unit))]
    record = next(r for r in library.catalogue.records() if r.id == document)
    names = " ".join(filter(None, (record.subject, record.area, record.publisher)))
    printed = [unit.text for unit in units if (unit.key or "").startswith("date_of_")]
    dates = {iso for each in printed if (iso := iso_date(each))} | {record.published or ""}
    return Sources(document, tuple(found), frozenset(stem(names)), frozenset(dates - {""}))


def _of_unit(text: str, focus: Focus) -> Iterator[Source]:
    unit = focus.unit
    if unit.kind in _SAYS_NOTHING or _is_turned_above(unit):
        return
    if len(unit.text.split()) <= SHORT:
        said = read_statement(_WISHED_GRADE.sub("", unit.text))
        yield Source(focus, unit.spans, said, line=True)
        return
    for start, end in unit.spans:
        spans = [(start + a, start + b) for a, b in sentence_spans(text[start:end])]
        for one in spans:
            if _tells(text, one):
                yield Source(focus, (one,), read_statement(text[slice(*one)]))
        for one, other in pairwise(spans):
            both = (one[0], other[1])
            short = len(text[slice(*both)].split()) <= MOST_OF_PAIR
            if short and _tells(text, one) and _tells(text, other):
                yield Source(focus, (both,), read_statement(text[slice(*both)]), single=False)


def _tells(text: str, span: Span) -> bool:
    return _TELLS_NOTHING.search(text[slice(*span)]) is None


def _is_turned_above(unit: Unit) -> bool:
    """ "The following was not done:", "the death was contributed to by failures:"."""
    return unit.lead_in is not None and (limits(unit.lead_in) or "fail" in unit.lead_in.casefold())
