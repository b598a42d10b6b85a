"""A question in, passages out, best first: vectors and terms, each where it is strong.

The two scores are min-max scaled and averaged (convex combination), which beat reciprocal rank
fusion: Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2023.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from rag.index.library import Library
from rag.types import Hit

Key = TypeVar("Key")

DEPTH = 100
"""Passages that each side brings in."""
WEIGHT = 0.65
"""Of the vectors; the terms have the rest."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as either side is asked it."""

    words: str
    """For the terms."""
    meaning: str
    """For the vectors, which hold the passages' own words without the name of their review."""


def search(
    library: Library,
    question: str | Sought,
    *,
    k: int = 20,
    documents: frozenset[str] | None = None,
    kinds: frozenset[str] | None = None,
) -> tuple[Hit, ...]:
    """At most `k` passages of these documents and kinds of unit, ties by passage id.

    A hit that the catalogue does not publish is dropped. Raises ModelUnavailable or
    StoreUnavailable.
    """
    if documents is not None and not documents:
        return ()
    sought = question if isinstance(question, Sought) else Sought(question, question)
    catalogue = library.catalogue
    depth = max(DEPTH, k)
    if kinds is not None:
        # The stores do not know kinds: all is brought in, and what is of another kind left out.
        depth = max(depth, len(catalogue.passage_ids()))
    vector = library.embedding.get_query_embedding(sought.meaning)
    dense = dict(library.vectors.query(vector, depth, documents))
    lexical = dict(library.terms(documents).query(sought.words, depth, documents))
    passages = catalogue.passages(dense.keys() | lexical.keys())
    if kinds is not None:
        wanted = {
            (document, unit.id)
            for kind in kinds
            for document, unit in catalogue.find_units(documents, kind=kind)
        }
        passages = {i: p for i, p in passages.items() if (p.document, p.unit) in wanted}
    near, like = scale(dense, passages), scale(lexical, passages)
    hits = [
        Hit(
            passage,
            WEIGHT * near.get(id_, 0.0) + (1 - WEIGHT) * like.get(id_, 0.0),
            dense.get(id_, 0.0),
            lexical.get(id_, 0.0),
        )
        for id_, passage in passages.items()
    ]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:k])


def scale(scores: Mapping[Key, float], among: Collection[Key]) -> dict[Key, float]:
    """To 0 for the worst and 1 for the best; 1 for all where they are equal."""
    known = {id_: score for id_, score in scores.items() if id_ in among}
    if not known:
        return {}
    least, most = min(known.values()), max(known.values())
    if most == least:
        return dict.fromkeys(known, 1.0)
    return {id_: (score - least) / (most - least) for id_, score in known.items()}
