"""Where the gold of a question stands in the documents held."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from eval.sets.questions import Gold, PlacedGold, QuotedGold
from eval.sets.words import find_words, split_words
from rag.errors import UnknownDocument, UnknownUnit
from rag.types import Document, Unit

_SENTENCE_BORDER = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Target:
    document: str
    under: str
    """Heading or label as the set or the outline prints it; empty where there is none."""
    unit: str | None
    """None where the set does not name the unit."""
    words: tuple[str, ...] | None
    """Of the gold sentence; None in a digest, whose words are others: there the unit counts."""


def find_target(gold: Gold, documents: Iterable[Document]) -> Target:
    """Raises UnknownDocument, or UnknownUnit where the unit or its phrase is not there."""
    if isinstance(gold, QuotedGold):
        document = _find_document(documents, gold.file)
        return Target(document.record.id, gold.under, None, split_words(gold.quote))
    document = _find_document(documents, gold.document)
    unit = _find_unit(document, gold.unit)
    words = None if document.record.provenance == "digest" else _gold_sentence(unit, gold)
    return Target(document.record.id, unit.label, unit.id, words)


def _find_document(documents: Iterable[Document], name: str) -> Document:
    """By file name or document id."""
    for document in documents:
        if name in (document.record.file, document.record.id):
            return document
    raise UnknownDocument(
        f"The question set refers to {name}, which the library does not hold: "
        "name the folder that has it with --corpus."
    )


def _find_unit(document: Document, name: str) -> Unit:
    for unit in document.units:
        if unit.id == name:
            return unit
    raise UnknownUnit(
        f"The question set refers to unit {name} of {document.record.id}, which has no such unit: "
        "correct the set, or the outline."
    )


def _gold_sentence(unit: Unit, gold: PlacedGold) -> tuple[str, ...]:
    phrase = split_words(gold.phrase)
    for sentence in _SENTENCE_BORDER.split(unit.text):
        words = split_words(sentence)
        if find_words(phrase, words):
            return words
    raise UnknownUnit(
        f"The question set looks for {gold.phrase!r} in unit {unit.id} of {gold.document}, "
        "where no sentence has it: correct the set, or the outline."
    )
