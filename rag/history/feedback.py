"""What people think of an answer, kept with all that is needed to look into it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Literal

from rag.answer import Answer
from rag.history.conversations import Conversation
from rag.index.database import Database, Row

Verdict = Literal["up", "down"]
REASONS = ("wrong source", "missed something", "not what I asked", "unsafe")
"""Why an answer is no good, as the person is asked."""


@dataclass(frozen=True, slots=True)
class Opinion:
    verdict: Verdict
    reason: str | None = None
    """One of `REASONS`."""


class Feedback:
    """One opinion a turn: a second one takes the place of the first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def give(
        self,
        conversation: Conversation,
        turn: int,
        opinion: Opinion,
        answer: Answer,
        settings: Mapping[str, str],
    ) -> None:
        """`settings` are those that the answer was given under. Nothing happens where the
        conversation has been deleted meanwhile."""
        evidence = json.dumps([asdict(each) for each in answer.citations], ensure_ascii=False)
        given = datetime.now(UTC).isoformat(timespec="seconds")
        row = (conversation.id, turn, given, opinion.verdict, opinion.reason, answer.question,
               answer.text, evidence, json.dumps(dict(settings)))  # fmt: skip
        with self._database.commit():
            if self._database.query(
                "SELECT 1 FROM turns WHERE conversation = ? AND position = ?", row[0], turn
            ):
                self._database.insert("feedback", [row], replace=True)

    def withdraw(self, conversation: Conversation, turn: int) -> None:
        self._database.query(
            "DELETE FROM feedback WHERE conversation = ? AND position = ?", conversation.id, turn
        )

    def of_conversation(self, conversation: Conversation) -> dict[int, Opinion]:
        """By turn."""
        found = self._database.query(
            "SELECT position, verdict, reason FROM feedback WHERE conversation = ?",
            conversation.id,
        )
        return {row[0]: Opinion(*row[1:]) for row in found}

    def all(self) -> list[Row]:
        """Rows of the table, oldest first: for whoever looks into what went wrong."""
        return self._database.query("SELECT * FROM feedback ORDER BY given")

    def count(self) -> int:
        return int(self._database.query("SELECT count(*) FROM feedback")[0][0])
