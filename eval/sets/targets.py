"""Where the gold of a question stands in the documents held."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from eval.sets.questions import Gold, PlacedGold, QuotedGold
from eval.sets.words import find_words, split_words
from rag.errors import UnknownDocument, UnknownUnit
from rag.types import Document, Unit

_SENTENCE_BORDER = re.compile(r"(?<=[.!?…])(?<!\bi\.e\.)(?<!\be\.g\.)\s+|\n+")


@dataclass(frozen=True, slots=True)
class Target:
    document: str
    under: str
    """Heading or label as the set or the outline prints it; empty where there is none, or where
    the title of the whole document is all that stands above."""
    unit: str | None
    """None where the set does not name the unit."""
    wordings: tuple[tuple[str, ...], ...]
    """Words of the gold sentence, and others that serve as well; none where it was taken from an
    original and the digest is held, whose words are others: there the unit counts."""


def find_target(gold: Gold, documents: Iterable[Document]) -> Target:
    """Raises UnknownDocument, or UnknownUnit where the unit or its phrase is not there."""
    if isinstance(gold, QuotedGold):
        document = find_document(documents, gold.file)
        wordings = tuple(map(split_words, (gold.quote, *gold.alternatives)))
        return Target(document.record.id, _heading(document, gold), None, wordings)
    document = find_document(documents, gold.document)
    unit = find_unit(document, gold.unit)
    only_unit = document.record.provenance == "digest" and not gold.of_nugget
    wordings = () if only_unit else (split_words(find_sentence(unit, gold)),)
    return Target(document.record.id, unit.label, unit.id, wordings)


def _heading(document: Document, gold: QuotedGold) -> str:
    """What the gold stands under; a title is no heading of what follows it."""
    titles = {split_words(u.text) for u in document.units if u.kind == "title"}
    titles.add(split_words(document.record.title))
    return "" if split_words(gold.under) in titles else gold.under


def find_document(documents: Iterable[Document], name: str) -> Document:
    """By file name or document id. Raises UnknownDocument."""
    named = (each for each in documents if name in (each.record.file, each.record.id))
    if document := next(named, None):
        return document
    raise UnknownDocument(
        f"The question set refers to {name}, which the library does not hold: "
        "name the folder that has it with --corpus."
    )


def find_unit(document: Document, name: str) -> Unit:
    """Raises UnknownUnit."""
    if unit := next((unit for unit in document.units if unit.id == name), None):
        return unit
    raise UnknownUnit(
        f"The question set refers to unit {name} of {document.record.id}, which has no such unit: "
        "correct the set, or the outline."
    )


def find_sentence(unit: Unit, gold: PlacedGold) -> str:
    """The one sentence of the unit that has the phrase. Raises UnknownUnit for none or several."""
    phrase = split_words(gold.phrase)
    found = [
        sentence
        for sentence in _SENTENCE_BORDER.split(unit.text)
        if find_words(phrase, split_words(sentence))
    ]
    if len(found) != 1:
        raise UnknownUnit(
            f"The question set looks for {gold.phrase!r} in unit {unit.id} of {gold.document}, "
            f"expected in one sentence, found in {len(found)}: correct the set, or name the "
            "folder that it was written over with --corpus."
        )
    return found[0]
