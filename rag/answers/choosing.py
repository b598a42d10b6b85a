"""Evidence in, the part of it that is worth showing out."""

from collections.abc import Sequence

from rag.answers.evidence import Evidence, say_the_same

MOST_WORDS = 150
"""An answer of found sentences stops before it grows longer."""
MOST_PIECES = 5
LEAST_WORDS = 4
"""What is shorter ("Police") says nothing by itself."""
WORTH = 0.72
"""Evidence below this share of the best one's score is left out."""


def worth(evidence: Sequence[Evidence]) -> list[Evidence]:
    chosen: list[Evidence] = []
    words = 0
    for e in evidence:
        if e.score < WORTH * evidence[0].score or (chosen and words + e.words > MOST_WORDS):
            break
        twice = any(say_the_same(e, other) for other in chosen)
        if not twice and e.words >= LEAST_WORDS and len(chosen) < MOST_PIECES:
            chosen.append(e)
            words += e.words
    return chosen
