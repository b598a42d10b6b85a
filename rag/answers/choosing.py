"""Evidence in, the part of it that is worth showing out."""

from collections.abc import Sequence

from rag.answers.evidence import Evidence

MOST_WORDS = 150
"""An answer of found sentences stops before it grows longer."""
MOST_PIECES = 6
LEAST_WORDS = 4
"""What is shorter ("Police") says nothing by itself."""
WORTH = 0.62
"""Evidence below this share of the best one's score is left out."""


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
