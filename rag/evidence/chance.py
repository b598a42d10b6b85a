"""What a search brought in, the chance that the library answers the question out.

A logistic regression on what can be seen of the evidence, fitted by `python -m eval.fit`. Its
signs are absolute: a score that is normalised within a question says nothing about whether
there is an answer at all."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import exp

from rag.evidence.choosing import worth
from rag.evidence.evidence import Evidence
from rag.evidence.facts_stated import stating_some
from rag.evidence.sufficiency import gone, missing
from rag.evidence.unexplained import is_unexplained
from rag.evidence.weights import weights
from rag.index.library import Library
from rag.questions.request import Request

LOOKED_AT = 8
"""Pieces of evidence whose best coverage and cosine count."""
_BEHIND = 3
"""The piece that the best one is held against: an answer stands out."""


@dataclass(frozen=True, slots=True)
class Signs:
    """0 to 1 each, cosines from -1."""

    covered: float
    """Best coverage of the topic by one piece of evidence."""
    near: float
    """Best cosine."""
    best_covered: float
    """Of the piece that would be shown first."""
    best_near: float
    ahead: float
    """By how much its score is above that of the piece a few places behind."""
    unspoken: float
    """1.0: a yes-or-no question's point is not spoken of in what would be shown."""
    lacking: float
    """1.0: no evidence states the fact asked for ("the date"), or the reason; .5: of several facts,
    one of them."""
    typed: float
    """1.0: a fact is asked for."""
    named: float
    """1.0: a review is named."""
    gone: float
    """Share of the topic that never occurs where is looked."""
    gone_of_field: float
    """The same of terms of the field, in any of their words."""
    across: float
    bare: float
    """1.0: no word of the question carries a topic."""


def read_signs(
    library: Library, request: Request, evidence: Sequence[Evidence], stated: Sequence[Evidence]
) -> Signs:
    """`stated` is what states the fact that is asked for."""
    best = worth(evidence)
    first = best[0] if best else None
    behind = evidence[min(_BEHIND, len(evidence) - 1)] if first else None
    typed = bool(request.said.facts)
    absent, absent_of_field = gone(library, request)
    gap = missing(request, best) is not None
    unexplained = not typed and is_unexplained(request, best)
    return Signs(
        covered=max((e.coverage for e in evidence[:LOOKED_AT]), default=0.0),
        near=max((e.dense for e in evidence[:LOOKED_AT]), default=0.0),
        best_covered=first.coverage if first else 0.0,
        best_near=first.dense if first else 0.0,
        ahead=first.score - behind.score if first and behind else 0.0,
        unspoken=float(gap and not typed),
        lacking=_lacking(request, evidence) if gap and typed and not stated else float(unexplained),
        typed=float(typed),
        named=float(request.documents is not None and not request.picked),
        gone=absent,
        gone_of_field=absent_of_field,
        across=float(request.across),
        bare=float(not request.terms),
    )


def _lacking(request: Request, evidence: Sequence[Evidence]) -> float:
    return 0.5 if stating_some(request, evidence) else 1.0


def chance(signs: Signs) -> float:
    """0 to 1."""
    fitted = weights().chance
    total = fitted["constant"] + sum(fitted[name] * sign for name, sign in asdict(signs).items())
    return 1 / (1 + exp(-total))
