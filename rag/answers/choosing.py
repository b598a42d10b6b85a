"""Evidence in, the part of it that is worth showing out; or the verdict that none answers."""

from collections.abc import Sequence

from rag.answers.evidence import Evidence
from rag.questions.answer_types import carries_all, types_asked
from rag.questions.query import Query

MOST_WORDS = 150
"""An answer of found sentences stops before it grows longer."""
MOST_PIECES = 6
LEAST_WORDS = 4
"""What is shorter ("Police") says nothing by itself."""
WORTH = 0.62
"""Evidence below this share of the best one's score is left out; half of it where several
reviews have their say."""
TYPED_COVERAGE = 0.25
"""Least coverage of evidence that a date, number or person is taken from."""
LEAST_COVERAGE = 0.05
LEAST_SUPPORT = 0.62
"""Coverage plus .8 of the cosine: below, nothing found speaks of what was asked."""
LOOKED_AT = 8
"""Pieces of evidence whose support counts."""


def speaks(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Does anything found speak of the question's topic at all?"""
    if not evidence:
        return False
    if not query.terms:
        known = query.documents is not None or bool(query.focus)
        return known or max(e.dense for e in evidence[:LOOKED_AT]) >= LEAST_SUPPORT
    covered = max(e.coverage for e in evidence[:LOOKED_AT])
    near = max(e.dense for e in evidence[:LOOKED_AT])
    return covered >= LEAST_COVERAGE and covered + 0.8 * near >= LEAST_SUPPORT


def answers(query: Query, chosen: Sequence[Evidence]) -> bool:
    """Does what would be shown carry the kind of answer that is asked for (a date, a person), of
    the subject that is asked about?"""
    if not types_asked(query.question):
        return True
    speaks = not query.terms or max(e.coverage for e in chosen) >= TYPED_COVERAGE
    return speaks and carries_all(query.question, " ".join(e.text for e in chosen))


def worth(evidence: Sequence[Evidence]) -> list[Evidence]:
    chosen: list[Evidence] = []
    seen: set[str] = set()
    words = 0
    for e in evidence:
        text = e.text.casefold()
        if e.score < WORTH * evidence[0].score or (chosen and words + e.words > MOST_WORDS):
            break
        if text not in seen and e.words >= LEAST_WORDS and len(chosen) < MOST_PIECES:
            chosen.append(e)
            seen.add(text)
            words += e.words
    return chosen


def by_review(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The strongest of each review, reviews in the order of their best."""
    best: dict[str, list[Evidence]] = {}
    for e in evidence:
        if e.score >= 0.5 * WORTH * evidence[0].score:
            best.setdefault(e.focus.document, []).append(e)
    each = 2 if len(best) > 2 else 3
    return [e for found in best.values() for e in found[:each]]
