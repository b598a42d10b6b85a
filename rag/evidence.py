"""Passages found in, the sentences that answer out: whole thoughts, best first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.backends.lexical import stem
from rag.library import Library
from rag.query import Focus, Query
from rag.sentences import sentence_spans
from rag.types import Hit, Span

WHOLE_WORDS = 45
"""A unit up to this length is shown whole."""
PASSAGE_WEIGHT = 0.6
"""Share of the passage's score in a sentence's; the rest is how much of the question it covers."""
_LEANS_BACK = re.compile(
    r"(?:this|that|these|those|it|they|she|he|her|his|their|such|however|but|although|therefore"
    r"|also|both|as a result|in addition|moreover|nevertheless|when|despite)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    focus: Focus
    spans: tuple[Span, ...]
    score: float
    """Higher is better; comparable within one question."""
    dense: float
    coverage: float
    """Share of the question's terms, weighted by rarity, that the sentences carry: 0 to 1."""

    @property
    def words(self) -> int:
        return sum(b - a for a, b in self.spans) // 6


def choose_evidence(
    library: Library, query: Query, hits: Sequence[Hit]
) -> tuple[Evidence, ...]:
    """Best first; one piece of evidence a passage."""
    units = {
        document: {unit.id: unit for unit in library.catalogue.units(document)}
        for document in {hit.passage.document for hit in hits}
    }
    weights = {term: library.lexical.idf(term) for term in query.terms}
    found = []
    for hit in hits:
        unit = units[hit.passage.document][hit.passage.unit]
        focus = Focus(hit.passage.document, unit)
        found.append(_from_passage(focus, hit, weights))
    return tuple(sorted(found, key=lambda e: -e.score))


def _from_passage(focus: Focus, hit: Hit, weights: Mapping[str, float]) -> Evidence:
    passage = hit.passage
    context = set(stem(passage.context))
    spans = sentence_spans(passage.text)
    covers = [_coverage(passage.text[a:b], context, weights) for a, b in spans]
    if passage.text.count(" ") < WHOLE_WORDS or len(spans) == 1:
        a, b, covered = 0, len(passage.text), _coverage(passage.text, context, weights)
    else:
        a, b, covered = _best_run(passage.text, spans, covers)
    score = PASSAGE_WEIGHT * hit.score + (1 - PASSAGE_WEIGHT) * covered
    span = (passage.start + a, passage.start + b)
    return Evidence(focus, (span,), score, hit.dense, covered)


def _coverage(text: str, context: set[str], weights: Mapping[str, float]) -> float:
    """A term that only the heading above carries counts half."""
    total = sum(weights.values())
    if not total:
        return 0.0
    said = set(stem(text))
    return sum(
        w if term in said else w / 2 if term in context else 0.0 for term, w in weights.items()
    ) / total  # fmt: skip


def _best_run(
    text: str, spans: Sequence[Span], covers: Sequence[float]
) -> tuple[int, int, float]:
    """The best sentence, with the one before where it leans on that, and its equals beside it."""
    best = max(range(len(spans)), key=lambda i: (covers[i], -i))
    first = last = best
    while first > 0 and _LEANS_BACK.match(text[spans[first][0] : spans[first][1]]):
        first -= 1
    if last + 1 < len(spans) and covers[last + 1] >= 0.7 * covers[best] > 0:
        last += 1
    return spans[first][0], spans[last][1], covers[best]
