"""What the small documents of the evaluation's tests say (tests/eval/conftest.py), as gold."""

from collections.abc import Callable

from eval.sets.questions import QuotedGold
from rag.answer import Answer
from rag.types import Citation

FINDING = "Nobody kept a chronology of the home visits."
FATHER = "Father was seldom asked about."
POLICE = "Officers to record each visit."

CHRONOLOGY = QuotedGold("elm.txt", "finding", "kept a chronology of the home visits", "Findings")
DADS = QuotedGold("elm.txt", "finding", FATHER, "Findings")
RECORDING = QuotedGold("elm.txt", "recommendation", "record each visit", "POLICE 1)")

Cite = Callable[..., Citation]
Make = Callable[..., Answer]
