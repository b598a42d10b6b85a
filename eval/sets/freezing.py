"""Our own question sets, held to what they were when they were frozen.

`eval/questions/frozen.toml` is a journal: one table each time that a set was frozen, with the
reason. The last one of a set counts. Sets that it does not name are anybody's and never checked.
"""

import hashlib
import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from eval.sets.parsing import parse_questions
from rag.errors import ChangedQuestions, UnreadableFile

FOLDER = Path(__file__).parents[1] / "questions"
JOURNAL = "frozen.toml"


def fingerprint(path: Path) -> str:
    """SHA-256 of the file with its line ends as on Unix, hexadecimal. Raises UnreadableFile."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read as a question set: {error}.") from error
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def is_frozen(path: Path) -> bool:
    """Whether the file is one of our own sets; an equal copy elsewhere is not."""
    return _frozen(path) is not None


def check_frozen(path: Path) -> None:
    """Raises ChangedQuestions where one of our own sets is not as it was frozen. Nothing happens
    for a set of others."""
    frozen = _frozen(path)
    if frozen and (found := fingerprint(path)) != frozen["sha256"]:
        raise ChangedQuestions(
            f"The question set {path.name} has changed since {frozen['on']}: its checksum is "
            f"{found[:12]}…, expected was {frozen['sha256'][:12]}…; take the change back, or "
            f'say why it is right: rag eval freeze {path} --why "…".'
        )


def freeze(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A set in eval/questions.")],
    *,
    why: Annotated[str, typer.Option(help="What was changed, and why.")],
) -> None:
    """Accept a question set as it now is. Earlier figures are not comparable any more."""
    if not _is_ours(file):
        raise ChangedQuestions(
            f"{file} cannot be frozen: only the sets in {FOLDER} are; move it there, or run it "
            "with --set as it is."
        )
    fields = {
        "file": file.name,
        "sha256": fingerprint(file),
        "questions": len(parse_questions(file)),
        "on": datetime.now(UTC).date().isoformat(),
        "why": why,
    }
    # A JSON text or number is one in TOML as well.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    with (FOLDER / JOURNAL).open("a", encoding="utf-8", newline="\n") as journal:
        journal.write("\n".join(["", "[[frozen]]", *lines, ""]))


def _is_ours(path: Path) -> bool:
    return path.resolve().parent == FOLDER.resolve()


def _frozen(path: Path) -> dict[str, Any] | None:
    """The last entry of the journal for the file."""
    journal = FOLDER / JOURNAL
    if not _is_ours(path) or not journal.exists():
        return None
    entries = tomllib.loads(journal.read_text(encoding="utf-8")).get("frozen", [])
    return next((entry for entry in reversed(entries) if entry["file"] == path.name), None)
