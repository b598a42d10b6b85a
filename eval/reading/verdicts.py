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
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    separator = max(",;\t", key=text.split("\n", 1)[0].count)
    table = csv.DictReader(text.splitlines(keepends=True), delimiter=separator)
    if not {"code", "verdict"} <= {*(table.fieldnames or ())}:
        raise UnreadableFile(
            f"{path} cannot be read as a sheet: expected the columns code and verdict, as rag eval"
            " sheet writes them."
        )
    rows = ((row["code"], _parse(row, f"{path.name}, line {table.line_num}")) for row in table)
    return {code.strip(): verdict for code, verdict in rows if verdict.verdict}


def _parse(row: Mapping[str, str | None], place: str) -> Verdict:
    told = {
        name: " ".join((row.get(name) or "").casefold().split()) for name in ("verdict", "stage")
    }
    for name, allowed in (("verdict", VERDICTS), ("stage", STAGES)):
        if told["verdict"] and told[name] and told[name] not in allowed:
            raise BadBatchLine(
                f"{place} has the {name} {told[name]!r}: expected one of {', '.join(allowed)}, or"
                " nothing."
            )
    return Verdict(**told, note=(row.get("note") or "").strip())
