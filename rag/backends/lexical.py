"""The passages' terms, weighed by BM25 (bm25s, Lucene's variant) over English word stems."""

import json
import math
import re
import shutil
from collections.abc import Collection, Sequence
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import bm25s
import numpy as np
import Stemmer
from bm25s.stopwords import STOPWORDS_EN_PLUS
from numpy.typing import NDArray

from rag.backends.negations import spell_negations
from rag.types import Passage

_STOP_WORDS = """
a an and are as at be been by did do does for from had has have how in into is it its of on or s t
that the their there these they this those to was we were what when where which who will with you
your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""No negation among them: what was *not* done is what reviews are about."""

_TERM = re.compile(r"[^\W\d_]*\d+(?:\.\d+)*|[^\W\d_]+")
_PASSAGES = "passages.json"


FUNCTION_WORDS = frozenset(STOPWORDS_EN_PLUS)
"""English words that carry no topic. They are searched for all the same: "not" matters."""


def stem(text: str) -> list[str]:
    """Stems in the order of the words, those of stop words left out; "BF4.1" is one word, and
    "didn't" is "not"."""
    words = _TERM.findall(spell_negations(text).lower())
    return _stem_words([word for word in words if word not in STOP_WORDS])


def _stem_words(words: list[str]) -> list[str]:
    # A stemmer is not safe to share among threads, and costs microseconds to make.
    stems: list[str] = Stemmer.Stemmer("english").stemWords(words)
    return stems


def rarity(holding: int, count: int) -> float:
    """Inverse document frequency as in Lucene, ln(1 + (N - n + .5) / (n + .5)), of what n of N
    texts hold. Where a word is counted twice in a text, n may be above N: N - n is then 0."""
    return math.log(1 + (max(count - holding, 0) + 0.5) / (holding + 0.5))


class Lexical:
    """An immutable index of one generation's passages."""

    def __init__(self, index: Any, ids: Sequence[str], documents: Sequence[str]) -> None:
        self._index = index
        self._ids = ids
        self._documents = np.asarray(documents)
        self._starts = index.scores["indptr"]
        self._columns = {
            term: i
            for term, i in index.vocab_dict.items()
            if i + 1 < len(self._starts)  # bm25s adds the empty term behind those that it counts
        }
        self._frequency = np.diff(self._starts)
        self._counted, self._count = self._frequency, len(ids)
        self._allowed: NDArray[np.bool_] | None = None

    def weighed_among(self, documents: Collection[str]) -> Self:
        """The same index with the rarity that its terms have in these documents."""
        if not self._ids:
            return self
        among = np.isin(self._documents, sorted(documents))
        other = copy(self)
        running = np.concatenate([[0], np.cumsum(among[self._index.scores["indices"]])])
        other._counted = np.diff(running[self._starts])
        other._count = int(among.sum())
        return other

    def only(self, passages: Collection[str]) -> Self:
        """The same index, and the same rarities, that finds none but these passages."""
        other = copy(self)
        other._allowed = np.fromiter((i in passages for i in self._ids), bool, len(self._ids))
        return other

    @classmethod
    def build(cls, passages: Sequence[Passage]) -> Self:
        index = bm25s.BM25(method="lucene")
        stems = [stem(f"{p.context}\n{p.text}") or [""] for p in passages]
        index.index(stems or [[""]], create_empty_token=False, show_progress=False)
        return cls(index, [p.id for p in passages], [p.document for p in passages])

    def save(self, folder: Path) -> None:
        """Appears whole or not at all."""
        draft = folder.with_name(folder.name + ".draft")
        shutil.rmtree(draft, ignore_errors=True)
        self._index.save(draft, show_progress=False)
        listed = {"ids": [*self._ids], "documents": self._documents.tolist()}
        (draft / _PASSAGES).write_text(json.dumps(listed), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        draft.replace(folder)

    @classmethod
    def load(cls, folder: Path) -> Self | None:
        """Mapped into memory, not read; None where it is not there or not whole."""
        try:
            index = bm25s.BM25.load(folder, mmap=True)
            listed = json.loads((folder / _PASSAGES).read_text(encoding="utf-8"))
            return cls(index, listed["ids"], listed["documents"])
        except (OSError, ValueError, EOFError, KeyError, TypeError):
            return None

    def query(
        self, text: str, k: int, documents: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """Passage id and BM25 score (> 0), best first, ties by id."""
        columns = [self._columns[term] for term in stem(text) if term in self._columns]
        if not columns or not self._ids:
            return []
        scores = self._score(columns)
        if documents is not None:
            scores = np.where(np.isin(self._documents, sorted(documents)), scores, 0)
        if self._allowed is not None:
            scores = np.where(self._allowed, scores, 0)
        least = np.partition(scores, -k)[-k] if k < len(scores) else 0
        found = [
            (self._ids[i], float(scores[i]))
            for i in np.flatnonzero((scores >= least) & (scores > 0)).tolist()
        ]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:k]

    def _score(self, columns: Sequence[int]) -> NDArray[np.float64]:
        """The index's own scores, each term's part by its rarity among the documents counted."""
        scores = np.zeros(len(self._ids))
        for column in columns:
            part = slice(self._starts[column], self._starts[column + 1])
            share = rarity(self._counted[column], self._count)
            share /= rarity(self._frequency[column], len(self._ids))
            scores[self._index.scores["indices"][part]] += self._index.scores["data"][part] * share
        return scores

    @cached_property
    def _numbered(self) -> tuple[NDArray[np.str_], NDArray[np.int64]]:
        """The documents, each once, and of each passage the place of its document among them."""
        names, numbers = np.unique(self._documents, return_inverse=True)
        return names, numbers

    @cached_property
    def _document_of(self) -> dict[str, str]:
        return dict(zip(self._ids, self._documents.tolist(), strict=True))

    @property
    def documents(self) -> int:
        """How many there are."""
        return len(self._numbered[0])

    def documents_of(self, passages: Sequence[str]) -> list[str]:
        """Of each passage that a query gave, in the same order."""
        return [self._document_of[passage] for passage in passages]

    def places_by_document(self, term: str) -> dict[str, int]:
        """Number of passages that have this one of `stem`'s stems, by document."""
        if term not in self._columns:
            return {}
        names, numbers = self._numbered
        at = self._columns[term]
        rows = self._index.scores["indices"][self._starts[at] : self._starts[at + 1]]
        counts = np.bincount(numbers[rows], minlength=len(names))
        return {str(names[i]): int(counts[i]) for i in np.flatnonzero(counts)}

    def holds(self, term: str) -> bool:
        """Does any of the passages counted have this one of `stem`'s stems?"""
        return term in self._columns and bool(self._counted[self._columns[term]])

    def holding(
        self, variants: Collection[Sequence[str]], documents: Collection[str]
    ) -> frozenset[str]:
        """Ids of all passages of these documents that have every stem of one of the variants,
        headings included."""
        found = self._all_places(variants)
        return frozenset(self._ids[i] for i in found if self._documents[i] in documents)

    def documents_holding(self, variants: Collection[Sequence[str]]) -> frozenset[str]:
        """Ids of all documents that have such a passage."""
        return frozenset(str(self._documents[i]) for i in self._all_places(variants))

    def _all_places(self, variants: Collection[Sequence[str]]) -> set[int]:
        found = set[int]()
        for stems in variants:
            places = [self._places(s) for s in stems]
            found |= set.intersection(*places) if places else set()
        if self._allowed is not None:
            found = {i for i in found if self._allowed[i]}
        return found

    def _places(self, term: str) -> set[int]:
        if term not in self._columns:
            return set()
        at = self._columns[term]
        places: list[int] = self._index.scores["indices"][
            self._starts[at] : self._starts[at + 1]
        ].tolist()
        return set(places)

    def idf(self, term: str) -> float:
        """The `rarity` of one of `stem`'s stems among the passages counted."""
        column = self._columns.get(term)
        return rarity(0 if column is None else int(self._counted[column]), self._count)
