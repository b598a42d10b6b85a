"""What readers who did not build the system said of its answers."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rag.errors import BadBatchLine, UnreadableFile

VERDICTS = {
    "good": "it answers, and nothing in it is wrong or in the way",
    "acceptable": "it helps, with something missing or too much",
    "useless": "it does not help, but does no harm",
    "misleading": "somebody who trusts it would believe something that is not so",
}
STAGES = (
    "naming", "reading of the question", "outline", "search", "choice of sentence",
    "false refusal", "missed refusal", "telling",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    verdict: str
    """One of VERDICTS."""
    stage: str = ""
    """One of STAGES; empty where the reader names none."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    by: str
    """Who or what read."""
    on: str
    """ISO day."""
    verdicts: Mapping[str, Verdict]
    """By the question's id; what was not read has none."""


def read_verdicts(path: Path) -> dict[str, Verdict]:
    """By the code of each row; rows without a verdict are left out. A table as spreadsheets save
    it, with commas, semicolons or tabs.

    Raises UnreadableFile, or BadBatchLine naming the first bad line."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read as a sheet: {error}.") from error
    text = _decode(content)
    separator = max(",;\t", key=text.split("\n", 1)[0].count)
    table = csv.DictReader(text.splitlines(keepends=True), delimiter=separator)
    if not {"code", "verdict"} <= {*(table.fieldnames or ())}:
        raise UnreadableFile(
            f"{path} cannot be read as a sheet: expected the columns code and verdict, as rag eval"
            " sheet writes them."
        )
    found = {}
    for row in table:
        verdict = _parse(row, f"{path.name}, line {table.line_num}")
        if verdict:
            found[row["code"].strip()] = verdict
    return found


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _parse(row: Mapping[str, str | None], place: str) -> Verdict | None:
    verdict, stage = (" ".join((row.get(n) or "").casefold().split()) for n in ("verdict", "stage"))
    if not verdict:
        return None
    if verdict not in VERDICTS:
        raise BadBatchLine(
            f"{place} has the verdict {verdict!r}: expected one of {', '.join(VERDICTS)}, or"
            " nothing where it was not read."
        )
    if stage and stage not in STAGES:
        raise BadBatchLine(
            f"{place} has the stage {stage!r}: expected one of {', '.join(STAGES)}, or nothing."
        )
    return Verdict(verdict, stage, (row.get("note") or "").strip())
