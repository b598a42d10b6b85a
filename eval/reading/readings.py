"""What readers who did not build the system said of its answers: a filled-in sheet in, a reading of
its run out, and how far readings agree."""

import csv
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from rag.documents.decoding import NoTextError, decode
from rag.errors import BadBatchLine, UnreadableFile

VERDICTS = {
    "good": "it answers, and nothing in it is wrong or in the way",
    "acceptable": "it helps, with something missing or too much",
    "useless": "it does not help, but does no harm",
    "misleading": "somebody who trusts it would believe something that is not so",
}
CONTENT = ("good", "acceptable")
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
        text = decode(path.read_bytes()).text
    except (OSError, NoTextError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a sheet ({error}): expected a table saved as CSV; name it."
        ) from error
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


def code_of(run: str, question: str) -> str:
    """What a sheet calls an answer, from the ids of run and question: ten letters, so that it says
    nothing and no spreadsheet takes it for a number."""
    digest = hashlib.sha256(f"{run} {question}".encode()).digest()
    return "".join(chr(ord("a") + byte % 26) for byte in digest[:10])


def take_in(
    run: str, questions: Iterable[str], verdicts: Mapping[str, Verdict], by: str
) -> Reading | None:
    """`verdicts` by code. None where the sheet was not made of this run, or has no verdict."""
    by_code = {code_of(run, question): question for question in questions}
    if not verdicts or not verdicts.keys() <= by_code.keys():
        return None
    told = {by_code[code]: verdict for code, verdict in verdicts.items()}
    return Reading(by, datetime.now(UTC).date().isoformat(), told)


def alike(readings: Sequence[Reading]) -> float | None:
    """Share of the answers that two readings judged alike, content or not, over every pair of
    readings; None where no answer was read twice."""
    pairs = [
        (one.verdicts[question].verdict in CONTENT) == (other.verdicts[question].verdict in CONTENT)
        for one, other in combinations(readings, 2)
        for question in one.verdicts.keys() & other.verdicts.keys()
    ]
    return sum(pairs) / len(pairs) if pairs else None
