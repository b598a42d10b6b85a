"""The figure that a run is judged by, and that neither dumping nor silence can win.

*Grounded answer score*: the harmonic mean of A and B.

A, over the answerable questions that have gold, is the mean of gate x status x F. The gate is 1
when every citation resolves and every quotation is verbatim and whole sentences, else 0; status is
1 for `answered`, 1/2 for `partial`, 0 for a refusal. F is the nugget F-measure of TREC's question
answering (Voorhees 2003) with BETA = 3: recall is the share of vital nuggets within the first
SHOWN_WORDS words, precision the share of all words shown that stand in a sentence which holds a
nugget, vital or okay; TREC allows 100 characters a nugget. Words shown twice are allowed once.

B, over the unanswerable questions, is the mean of refusals, `partial` counting half.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from eval.measuring.citations import ANSWER_VALID
from eval.measuring.coverage import VITAL_READ
from eval.measuring.figures import Cells, Measure, Row, Values, mean
from eval.measuring.goals import Goals
from eval.measuring.quotations import ANSWER_VERBATIM, CUT
from eval.measuring.refusal import ANSWERED, credit, means_of_kinds
from eval.measuring.shown import order_shown
from rag.answer import Answer
from rag.types import Citation, Document

FAMILY = "headline"
SCORE = "grounded answer score"
GROUNDED = "grounded answers"
NUGGET_F = "nugget F-measure"
ON_TARGET = "words on target"
BETA = 3.0
_WORD = re.compile(r"\S+")


def grounded_answer(
    answer: Answer, goals: Goals, documents: Mapping[str, Document], values: Values
) -> Values:
    """`values` are those of the other families."""
    recall = values[VITAL_READ]
    if recall is None:
        return dict.fromkeys((GROUNDED, NUGGET_F, ON_TARGET))
    precision = words_on_target(order_shown(answer), goals, documents)
    covered = f_measure(recall, precision or 0.0)
    score = passes_gates(values) * ANSWERED[answer.status] * covered
    return {GROUNDED: score, NUGGET_F: covered, ON_TARGET: precision}


def passes_gates(values: Values) -> bool:
    """Nothing of the answer is cited wrongly, altered, or cut inside a sentence."""
    sound = all(values[name] in (1.0, None) for name in (ANSWER_VALID, ANSWER_VERBATIM))
    return sound and not values[CUT]


def f_measure(recall: float, precision: float) -> float:
    weight = BETA**2
    below = weight * precision + recall
    return (weight + 1) * precision * recall / below if below else 0.0


def grounded_score(cells: Cells) -> Any:
    """Of lines [answerable, what it earned]. NaN unless there are questions of both kinds."""
    one, other = means_of_kinds(cells)
    both = one + other
    return 2 * one * other / np.where(both == 0, 1, both)


def _earned(row: Row) -> tuple[float, ...] | None:
    earned = row.values.get(GROUNDED) if row.answerable else credit(row)
    return None if earned is None else (float(row.answerable), earned)


def words_on_target(
    shown: Sequence[Citation], goals: Goals, documents: Mapping[str, Document]
) -> float | None:
    """Share of the words at the citations' offsets, each place counted as right once; None for
    none. What is quoted is these words, or the gate is shut."""
    places = [
        (citation.document, word.start())
        for citation in shown
        if citation.document in documents
        for span in citation.spans
        for word in _WORD.finditer(documents[citation.document].reading.text, *span)
    ]
    sentences = [(goal.target.document, *span) for goal in goals.nuggets for span in goal.sentences]
    hits = sum(any(doc == d and a <= at < b for d, a, b in sentences) for doc, at in set(places))
    return hits / len(places) if places else None


MEASURES = (
    Measure(SCORE, FAMILY, True, _earned, grounded_score, compares=True),  # noqa: FBT003
    *(mean(name, FAMILY) for name in (GROUNDED, NUGGET_F, ON_TARGET)),
)
