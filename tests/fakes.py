"""Stand-ins that can be checked by eye: one dimension a keyword, and a store that compares all."""

import math
import re
from collections.abc import Collection, Sequence
from typing import ClassVar

from llama_index.core.base.embeddings.base import BaseEmbedding

from rag.types import Passage

KEYWORDS = ("father", "bruise", "police", "school", "dog", "weight", "voice", "handover")


class KeywordEmbedding(BaseEmbedding):
    """Counts of `KEYWORDS`, and a last dimension for everything else; of length 1."""

    def _get_text_embedding(self, text: str) -> list[float]:
        words = re.findall(r"[a-z]+", text.lower())
        counts = [float(sum(w.startswith(keyword) for w in words)) for keyword in KEYWORDS]
        vector = [*counts, 0.1]
        length = math.hypot(*vector)
        return [value / length for value in vector]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)


class ListVectors:
    """Exact, in memory, shared by all that are opened on the same folder."""

    _stores: ClassVar[dict[str, dict[str, tuple[str, list[float]]]]] = {}

    def __init__(self, folder: object, fingerprint: str, url: str | None = None) -> None:
        self._place = f"{folder} {url}"
        self._rows = self._stores.setdefault(f"{self._place} {fingerprint}", {})
        self._fingerprint = fingerprint

    def add(self, passages: Sequence[Passage], vectors: Sequence[Sequence[float]]) -> None:
        for passage, vector in zip(passages, vectors, strict=True):
            self._rows[passage.id] = passage.document, list(vector)

    def delete(self, ids: Collection[str]) -> None:
        for id_ in ids:
            self._rows.pop(id_, None)

    def ids(self) -> frozenset[str]:
        return frozenset(self._rows)

    def count(self) -> int:
        return len(self._rows)

    def query(
        self, vector: Sequence[float], k: int, documents: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        found = [
            (id_, _dot(vector, row))
            for id_, (document, row) in [*self._rows.items()]
            if documents is None or document in documents
        ]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:k]

    def sweep(self) -> None:
        for name in [*self._stores]:
            if name.startswith(self._place) and not name.endswith(self._fingerprint):
                del self._stores[name]

    def close(self) -> None:
        pass


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
