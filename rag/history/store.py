"""The file of conversations and feedback, in a folder that its owner alone may read."""

from pathlib import Path
from typing import Self

from rag.history.conversations import Conversations
from rag.history.feedback import Feedback
from rag.index.database import Database, Schema

_TABLES = """
-- `browser` is the one that it was held in: no other is shown it
CREATE TABLE conversations (
    id TEXT PRIMARY KEY, browser TEXT NOT NULL, title TEXT NOT NULL, changed TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX conversations_by_browser ON conversations (browser, changed);

CREATE TABLE turns (
    conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
    position INTEGER NOT NULL, given TEXT NOT NULL, answer TEXT NOT NULL,
    PRIMARY KEY (conversation, position)
);

CREATE TABLE feedback (
    conversation TEXT NOT NULL, position INTEGER NOT NULL, given TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('up', 'down')), reason TEXT,
    question TEXT NOT NULL, answer TEXT NOT NULL, evidence TEXT NOT NULL, settings TEXT NOT NULL,
    PRIMARY KEY (conversation, position),
    FOREIGN KEY (conversation, position) REFERENCES turns ON DELETE CASCADE
)
"""
_SCHEMA = Schema("history", _TABLES, 1, ", which loses the conversations kept in it")


class History:
    """Safe for many threads and processes."""

    def __init__(self, folder: Path) -> None:
        """Raises StoreUnavailable."""
        self._database = Database(folder / "history.sqlite3", _SCHEMA)
        self.conversations = Conversations(self._database)
        self.feedback = Feedback(self._database)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def forget(self) -> None:
        """Deletes everything, its traces in the file and in the log beside it included."""
        self._database.query("DELETE FROM conversations")
        self._database.query("VACUUM")
        self._database.query("PRAGMA wal_checkpoint(TRUNCATE)")
