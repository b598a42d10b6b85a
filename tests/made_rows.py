"""One answer scored, for tests: a question, an answer and what is held in, a row out."""

from dataclasses import replace

from eval.asking.systems import Reply
from eval.measuring.figures import Row
from eval.measuring.goals import find_goals
from eval.measuring.held import Held
from eval.measuring.scoring import score_reply
from eval.sets.questions import Gold, Question
from rag.answer import Answer


def question(*gold: Gold, **changes: object) -> Question:
    fields = Question("q1", ("what was found?",), "list", bool(gold), gold, "")
    return replace(fields, **changes)  # type: ignore[arg-type]


def score(asked: Question, answer: Answer, held: Held) -> Row:
    reply = Reply(asked, answer, ranking=None, evidence=None, peak_bytes=2**20)
    return score_reply(reply, find_goals(asked, held.documents), held)


def row(
    *,
    answerable: bool = True,
    near_miss: bool = False,
    status: str = "answered",
    confidence: float | None = None,
    words: int = 0,
    seconds: float = 0.1,
    **values: float | None,
) -> Row:
    """A row by hand; spaces in a value's name are written as underscores."""
    named = {name.replace("_", " "): value for name, value in values.items()}
    return Row(
        question="q1",
        turns=("?",),
        type="list",
        answerable=answerable,
        near_miss=near_miss,
        status=status,
        reason=None,
        confidence=confidence,
        values=named,
        words=words,
        seconds=seconds,
        shown=(),
        missed=(),
    )
