"""A nugget in, the stretch of the document that carries it out."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from eval.sets.questions import Nugget, QuotedGold
from eval.sets.targets import find_document, find_sentence, find_unit
from eval.sets.words import find_words, place_words, split_words
from rag.errors import UnknownUnit
from rag.types import Document, Span


@dataclass(frozen=True, slots=True)
class Place:
    document: str
    unit: str
    """The smallest unit around it; empty where a quoted nugget stands in none."""
    start: int
    end: int
    """`start` and `end` count in the document's reading text; white space, quotes and dashes
    between them may differ from those of the set."""
    sentence: str
    """The whole sentence around it, in the words of the document."""


def find_place(nugget: Nugget, documents: Iterable[Document]) -> Place:
    """The first place, should a quoted nugget have several. Raises UnknownDocument, or
    UnknownUnit where the unit or the nugget's words are not there."""
    gold = nugget.gold
    if isinstance(gold, QuotedGold):
        document = find_document(documents, gold.file)
        start, end = _find_span(document, ((0, len(document.reading.text)),), gold.quote)
        return Place(document.record.id, _unit_around(document, start), start, end, gold.quote)
    document = find_document(documents, gold.document)
    unit = find_unit(document, gold.unit)
    sentence = find_sentence(unit, gold)
    start, end = _find_span(document, unit.spans, gold.phrase)
    return Place(document.record.id, unit.id, start, end, sentence)


def _find_span(document: Document, spans: Iterable[Span], phrase: str) -> Span:
    """Over all spans as one text: a page may break inside the phrase."""
    text = document.reading.text
    placed = list(
        chain.from_iterable(
            ((word, start + at[0], start + at[1]) for word, at in place_words(text[start:end]))
            for start, end in spans
        )
    )
    sought = split_words(phrase)
    found = find_words(sought, tuple(word for word, _, _ in placed))
    if not found:
        raise UnknownUnit(
            f"The question set looks for {phrase!r} in {document.record.id}, which does not say "
            "it there: correct the set, or name the folder that it was written over with --corpus."
        )
    return placed[found[0]][1], placed[found[0] + len(sought) - 1][2]


def _unit_around(document: Document, place: int) -> str:
    around = [
        (end - start, unit.id)
        for unit in document.units
        for start, end in unit.spans
        if start <= place < end
    ]
    return min(around, default=(0, ""))[1]
