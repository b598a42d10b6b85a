"""What the systems answer from, as far as an answer is checked against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rag.index.catalogue import Card
from rag.index.indexing import corpus_folder
from rag.index.library import Library
from rag.types import Document


@dataclass(frozen=True, slots=True)
class Held:
    documents: Mapping[str, Document]
    """By id."""
    files: Mapping[str, Path]
    """The file of each document, by its id."""


def hold(library: Library) -> Held:
    cards = library.catalogue.cards()
    return Held(
        {card.record.id: library.catalogue.document(card.record.id) for card in cards},
        {card.record.id: _path(card, library) for card in cards},
    )


def _path(card: Card, library: Library) -> Path:
    corpus = corpus_folder(library) if card.location.origin == "corpus" else None
    return (corpus or library.added) / card.location.path
