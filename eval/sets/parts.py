"""Which questions the system may be tuned on, and which only tell how good it has become."""

import hashlib
from typing import Literal

from eval.sets.questions import Question

Part = Literal["development", "test"]
DEVELOPMENT = 0.6
"""Share of the questions, about; the rest is for the test."""


def part_of(question: Question) -> Part:
    """By its id alone: a question stays in its part whatever is added to its set or reworded."""
    digest = hashlib.sha256(question.id.encode()).digest()
    drawn = int.from_bytes(digest[:8]) / 2**64
    return "development" if drawn < DEVELOPMENT else "test"
