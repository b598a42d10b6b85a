"""Passages found in, the sentences that answer out: whole thoughts, best first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answers.weights import weights
from rag.backends.lexical import stem
from rag.index.library import Library
from rag.questions.answer_types import carries_all, types_asked
from rag.questions.query import Focus, Query
from rag.questions.topic_words import TopicWord
from rag.reading.sentences import sentence_spans
from rag.types import Hit, Span

WHOLE_WORDS = 70
"""A unit up to this length is shown whole, and a run of sentences grows no longer."""
SHORT_WORDS = 30
"""The same, where several reviews have their say."""
PREFERRED = {
    "finding": 0.06, "lesson": 0.06, "recommendation": 0.04, "learning_point": 0.05,
    "key_message": 0.04, "theme": 0.03, "point": 0.03,
}  # fmt: skip
"""What a unit's kind adds to its score, times a weight: learning is sought before narrative."""
APPARATUS = {"resource": -0.2, "footnote": -0.5, "metadata": -0.05, "signature": -0.1}
"""What it takes away, for what stands around the learning."""
SAME_WORDS = 0.9
"""Share of the shorter one's words above which two pieces say the same."""
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
    text: str
    """What would be shown."""

    @property
    def words(self) -> int:
        return len(self.text.split())


def choose_evidence(library: Library, query: Query, hits: Sequence[Hit]) -> tuple[Evidence, ...]:
    """Best first; one piece of evidence a passage."""
    places = {(hit.passage.document, hit.passage.unit) for hit in hits}
    units = library.catalogue.units_at(places)
    found = []
    for hit in hits:
        unit = units.get((hit.passage.document, hit.passage.unit))
        if unit is not None:  # another process may have published the document anew
            found.append(_from_passage(Focus(hit.passage.document, unit), hit, query))
    return tuple(sorted(found, key=lambda e: -e.score))


def _from_passage(focus: Focus, hit: Hit, query: Query) -> Evidence:
    passage, terms = hit.passage, query.terms
    context = stems(passage.context)
    spans = sentence_spans(passage.text)
    covers = [_coverage(passage.text[a:b], context, terms) for a, b in spans]
    most = SHORT_WORDS if query.across else WHOLE_WORDS
    if passage.text.count(" ") < most or len(spans) == 1:
        a, b, covered = 0, len(passage.text), _coverage(passage.text, context, terms)
    else:
        a, b, covered = _best_run(passage.text, spans, covers, most)
    w = weights()
    score = w.passage * hit.score + (1 - w.passage) * covered
    score += w.dense * hit.dense + w.kind * PREFERRED.get(focus.unit.kind, 0.0)
    score += APPARATUS.get(focus.unit.kind, 0.0)
    if types_asked(query.question) and carries_all(query.question, passage.text[a:b]):
        score += w.answers
    span = (passage.start + a, passage.start + b)
    return Evidence(focus, (span,), score, hit.dense, covered, passage.text[a:b])


def _coverage(text: str, context: frozenset[str], terms: Sequence[TopicWord]) -> float:
    """A term that only the heading above carries counts half."""
    total = sum(term.weight for term in terms)
    if not total:
        return 0.0
    said = stems(text)
    covered = 0.0
    for term in terms:
        if term.stands_in(said):
            covered += term.weight if term.stands_together_in(_run(text)) else 0.0
        elif term.stands_in(said | context):
            covered += term.weight / 2
    return covered / total


def _best_run(
    text: str, spans: Sequence[Span], covers: Sequence[float], most: int
) -> tuple[int, int, float]:
    """The best sentence, the one before where it leans on that, and its neighbours as far as
    they fit: the answer to "why" often stands in the next."""
    best = max(range(len(spans)), key=lambda i: (covers[i], -i))
    first = last = best
    while first > 0 and leans_back(text[slice(*spans[first])]):
        first -= 1
    while last + 1 < len(spans):
        leans = leans_back(text[slice(*spans[last + 1])])
        words = text[spans[first][0] : spans[last + 1][1]].count(" ")
        if words > (most if leans else most * 0.8):
            break
        last += 1
    return spans[first][0], spans[last][1], covers[best]


@lru_cache(maxsize=20_000)
def _run(text: str) -> tuple[str, ...]:
    return tuple(stem(text))


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    return frozenset(stem(text))


def leans_back(sentence: str) -> bool:
    """It opens with a word that the sentence before must explain: "this", "she", "however"."""
    return _LEANS_BACK.match(sentence) is not None


def say_the_same(a: Evidence, b: Evidence) -> bool:
    one, other = stems(a.text), stems(b.text)
    return len(one & other) >= SAME_WORDS * min(len(one), len(other))
