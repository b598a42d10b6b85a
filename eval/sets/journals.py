"""Journals of what was done on purpose: one JSON line each time, with the day and the code."""

import json
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path


def append(path: Path, facts: Mapping[str, object]) -> None:
    line = {"on": datetime.now(UTC).date().isoformat(), "commit": _commit(), **facts}
    with path.open("a", encoding="utf-8", newline="\n") as journal:
        journal.write(json.dumps(line, ensure_ascii=False) + "\n")


def _commit() -> str:
    """With a plus where files were changed since."""
    found = subprocess.run(  # fixed words
        ["git", "describe", "--always", "--dirty=+", "--abbrev=12", "--exclude=*"],  # noqa: S607
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip() or "unknown"
