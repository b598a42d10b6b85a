"""Evidence in, the verdict whether it answers what was asked out."""

from collections.abc import Sequence

from rag.answers.evidence import Evidence
from rag.questions.answer_types import carries_all, types_asked
from rag.questions.query import Query

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
