"""Whether a question was answered or turned away, and rightly so.

`partial` is half of either: half a refusal where a question cannot be answered, half a false
refusal where it can. Unanswerable questions are told apart: those about what no document holds,
and near misses, whose subject the library has and whose answer it has not.
"""

from collections.abc import Callable, Sequence

import numpy as np

from eval.measuring.figures import Measure, mean
from eval.measuring.rows import Row
from eval.sets.questions import Question
from rag.types import Answer

FAMILY = "refusal"
BALANCED = "refusal balanced accuracy"
FALSE_REFUSALS = "false refusals"
REFUSED = "refused where not answerable"
REFUSED_OUT = "refused: out of library"
REFUSED_NEAR = "refused: near miss"
REASON = "reason right"
MASKED = "identifiers masked"
ANSWERED = {"answered": 1.0, "partial": 0.5, "refused": 0.0, "clarify": 0.0}
KEPT = 0.95
"""Share of the answerable questions that are still answered where the threshold is set."""


def judge_refusal(question: Question, answer: Answer) -> dict[str, float | None]:
    refused = 1 - ANSWERED[answer.status]
    near = not question.answerable and question.near_miss
    out = not question.answerable and not question.near_miss
    return {
        FALSE_REFUSALS: refused if question.answerable else None,
        REFUSED: None if question.answerable else refused,
        REFUSED_OUT: refused if out else None,
        REFUSED_NEAR: refused if near else None,
        REASON: _reason_is_right(question, answer),
        MASKED: _is_masked(question, answer),
    }


def credit(row: Row) -> float:
    """Answered where answerable, not answered where not; `partial` is half of either."""
    answered = ANSWERED[row.status]
    return answered if row.answerable else 1 - answered


def balanced_accuracy(rows: Sequence[Row]) -> float | None:
    """The mean of the two kinds' credits, so that neither answering nor refusing all pays."""
    answerable = [credit(row) for row in rows if row.answerable]
    others = [credit(row) for row in rows if not row.answerable]
    if not answerable or not others:
        return None
    return (sum(answerable) / len(answerable) + sum(others) / len(others)) / 2


def sureness(row: Row) -> float:
    """The system's confidence; where it gives none, what its status says: it answers all or
    nothing."""
    return ANSWERED[row.status] if row.confidence is None else row.confidence


def auroc(rows: Sequence[Row]) -> float | None:
    """Chance that an answerable question has more confidence than one that is not, ties counting
    half (Mann-Whitney); .5 for a system that cannot tell them apart."""
    yes, no = _split(rows)
    if not yes.size or not no.size:
        return None
    higher = np.searchsorted(no, yes, side="left").sum()
    not_lower = np.searchsorted(no, yes, side="right").sum()
    return float((higher + not_lower) / 2 / yes.size / no.size)


def refused_at_kept(rows: Sequence[Row]) -> float | None:
    """Share of unanswerable questions below the highest threshold of confidence that still lets
    KEPT of the answerable ones through; what lies on it is answered."""
    yes, no = _split(rows)
    if not yes.size or not no.size:
        return None
    threshold = yes[int(np.floor((1 - KEPT) * yes.size + 1e-9))]
    return float(np.searchsorted(no, threshold, side="left") / no.size)


def _split(rows: Sequence[Row]) -> tuple[np.ndarray, np.ndarray]:
    """Confidence of the answerable and of the other questions, each ascending."""
    yes = sorted(sureness(row) for row in rows if row.answerable)
    no = sorted(sureness(row) for row in rows if not row.answerable)
    return np.asarray(yes), np.asarray(no)


def _reason_is_right(question: Question, answer: Answer) -> float | None:
    if question.answerable or not question.reasons:
        return None
    return float(answer.status != "answered" and answer.reason in question.reasons)


def _is_masked(question: Question, answer: Answer) -> float | None:
    if not question.masked:
        return None
    told = " ".join([answer.question, answer.text, *answer.suggestions])
    return float(not any(secret in told for secret in question.masked))


def _measure(
    name: str, of: Callable[[Sequence[Row]], float | None], applies: Callable[[Row], bool]
) -> Measure:
    return Measure(name, FAMILY, higher_is_better=True, of=of, applies=applies)


def _all(_row: Row) -> bool:
    return True


def _without_near(row: Row) -> bool:
    return row.answerable or not row.near_miss


def _without_out(row: Row) -> bool:
    return row.answerable or row.near_miss


MEASURES = (
    _measure(BALANCED, balanced_accuracy, _all),
    mean(FALSE_REFUSALS, FAMILY, higher_is_better=False),
    mean(REFUSED, FAMILY),
    mean(REFUSED_OUT, FAMILY),
    mean(REFUSED_NEAR, FAMILY),
    _measure("AUROC: out of library", auroc, _without_near),
    _measure("AUROC: near miss", auroc, _without_out),
    _measure("refused at 95 % answered: out of library", refused_at_kept, _without_near),
    _measure("refused at 95 % answered: near miss", refused_at_kept, _without_out),
    mean(REASON, FAMILY),
    mean(MASKED, FAMILY),
)
