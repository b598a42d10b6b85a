"""Conversations: answers in, the same answers out after a reload or a restart."""

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import TypeAdapter, ValidationError

from rag.answer import Answer, Statement
from rag.index.database import Database, Row
from rag.safety.masking import mask

MOST_LISTED = 50
LONGEST_TITLE = 80
_ANSWER = TypeAdapter(Answer)
_NOT_READ = "This answer was kept by another version of this program: ask again to see it."


@dataclass(frozen=True, slots=True)
class Conversation:
    id: str
    """128 random bits, hexadecimal."""
    title: str
    changed: str
    """ISO, UTC."""


class Conversations:
    """Each belongs to a browser, and is found by that one only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_browser(self, browser: str) -> tuple[Conversation, ...]:
        """The last ones changed, the very last first."""
        found = self._database.query(
            "SELECT id, title, changed FROM conversations WHERE browser = ?"
            " ORDER BY changed DESC, id LIMIT ?",
            browser, MOST_LISTED,
        )  # fmt: skip
        return tuple(Conversation(*row) for row in found)

    def find(self, id_: str, browser: str) -> Conversation | None:
        """None where there is none of that name, or it belongs to another browser."""
        found = self._database.query(
            "SELECT id, title, changed FROM conversations WHERE id = ? AND browser = ?",
            id_, browser,
        )  # fmt: skip
        return Conversation(*found[0]) if found else None

    def answers(self, conversation: Conversation) -> tuple[Answer, ...]:
        """Oldest first; each holds its question."""
        found = self._database.query(
            "SELECT answer FROM turns WHERE conversation = ? ORDER BY position", conversation.id
        )
        return tuple(map(_read, found))

    def begin(self, browser: str, first: Answer) -> Conversation:
        """A conversation with this answer, titled by its question."""
        begun = Conversation(secrets.token_hex(16), _as_title(first.question), _now())
        with self._database.commit():
            self._database.insert(
                "conversations", [(begun.id, browser, begun.title, begun.changed)]
            )
            self._append(begun.id, first)
        return begun

    def append(self, conversation: Conversation, answer: Answer) -> None:
        """Nothing happens where the conversation has been deleted meanwhile."""
        with self._database.commit():
            if self._change(conversation, "changed", _now()):
                self._append(conversation.id, answer)

    def rename(self, conversation: Conversation, title: str) -> None:
        """An empty title changes nothing; one with a number or address of a person is masked."""
        if title := _as_title(mask(title)):
            self._change(conversation, "title", title)

    def delete(self, conversation: Conversation) -> None:
        """With the feedback that was given in it."""
        self._database.query("DELETE FROM conversations WHERE id = ?", conversation.id)
        self._database.query("PRAGMA wal_checkpoint(TRUNCATE)")

    def count(self) -> int:
        """Of all browsers."""
        return int(self._database.query("SELECT count(*) FROM conversations")[0][0])

    def _append(self, id_: str, answer: Answer) -> None:
        count = self._database.query("SELECT count(*) FROM turns WHERE conversation = ?", id_)
        # The options are worked out anew with the answer, when a turn points at it.
        kept = _ANSWER.dump_json(answer, exclude={"options"}).decode()
        self._database.insert("turns", [(id_, count[0][0], _now(), kept)])

    def _change(self, conversation: Conversation, column: str, value: str) -> bool:
        found = self._database.query(
            f"UPDATE conversations SET {column} = ? WHERE id = ? RETURNING id",  # noqa: S608  # ours
            value, conversation.id,
        )  # fmt: skip
        return bool(found)


def _read(row: Row) -> Answer:
    try:
        return _ANSWER.validate_json(row[0])
    except ValidationError:
        question = str(json.loads(row[0]).get("question", ""))
        return Answer(question, "refused", None, (Statement(_NOT_READ),), ())


def _as_title(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rstrip() + "…"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
