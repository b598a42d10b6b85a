"""Scores parsed outlines against gold outlines: `python -m eval.outlines [--gold DIR] [--show]`.

A folder of gold outlines is whole (below) or short (`eval.short_outlines`), all of one form.

A gold outline is a JSON file `{"file": NAME, "units": [...]}`; a unit has `kind`,
`heading_or_label`, `number`, `agency`, `under`, `text`, and may have `optional` (absent is no
miss, present no false alarm), `also_acceptable` (further right kinds) and, in the same sense,
`number_also`, `agency_also`, `text_also`. How units are paired: `eval.alignment`. Neighbouring
`title` units count as one, and so do neighbouring `contents` units, in both outlines: where a
cover or a contents page breaks its lines says nothing about the reader.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any
from zipfile import ZipFile

import typer

from eval.alignment import Piece
from eval.outline_scores import Counts, score_pieces
from eval.short_outlines import Tally, is_short_gold, read_short_gold, score_openings
from rag.documents.document import read_document
from rag.errors import BadSettings, RagError
from rag.types import Unit

ROOT = Path(__file__).resolve().parents[1]
OPENINGS = ROOT / "tests" / "fixtures" / "openings"
SHORT = Path(__file__).parent / "outline_golds"
SHARED = ROOT.parent / "shared"
SEALED = ROOT / "eval" / "held"
_HEADS = ("document", "all ")
"""How the lines of a table begin that tell nothing of a single document."""

Read = Callable[[Path], Sequence[Unit]]


@dataclass(frozen=True, slots=True)
class Result:
    """One document's score and, line by line, what is not as it should be."""

    file: str
    group: str
    counts: Counts | Tally
    remarks: tuple[str, ...]


def read_gold(path: Path) -> tuple[str, list[Piece]]:
    """The name of the text file, and its gold units in document order.

    Raises BadSettings where the file is not a gold outline.
    """
    try:
        outline = json.loads(path.read_text(encoding="utf-8"))
        return outline["file"], [_gold_piece(unit) for unit in outline["units"]]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise BadSettings(
            f"{path.name} is not a gold outline: expected an object with `file` and `units`; "
            "take it out of the folder or correct it."
        ) from error


def score_folder(gold: Path, texts: Path, read: Read) -> list[Result]:
    """One result for each gold outline of a folder, by name; `read` parses a text file."""
    paths = sorted(gold.glob("*.json"))
    if not paths:
        raise BadSettings(f"No gold outlines in {gold}: expected *.json; name another --gold.")
    return [_score(path, texts, read) for path in paths]


def _score(path: Path, texts: Path, read: Read) -> Result:
    if is_short_gold(path):
        short = read_short_gold(path)
        units = read(_text_of(path, texts / short.file))
        return Result(short.file, "short", *score_openings(short, units))
    file, pieces = read_gold(path)
    units = read(_text_of(path, texts / file))
    return Result(file, _group(file), *score_pieces(pieces, [_parsed_piece(u) for u in units]))


def _text_of(gold: Path, text: Path) -> Path:
    if not text.is_file():
        raise BadSettings(f"{gold.name} is about {text.name}, not in {text.parent}: add --texts.")
    return text


def main(
    *,
    gold: Annotated[Path | None, typer.Option(help="Folder of gold outlines.")] = None,
    texts: Annotated[Path | None, typer.Option(help="Folder of their text files.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    show: Annotated[bool, typer.Option(help="List what is missed, extra or wrong.")] = False,
    sealed: Annotated[
        bool, typer.Option(help="The sealed outlines, which nobody looked into: totals alone.")
    ] = False,
) -> None:
    """Score `rag.documents.document` on gold outlines; without --gold on every set at hand."""
    try:
        with _unpacked() if sealed else nullcontext(_sets(gold, texts)) as sets:
            results = [
                result
                for folder, files in sets
                for result in score_folder(folder, files, lambda path: read_document(path).units)
            ]
    except RagError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if sealed:
        typer.echo("\n".join(line for line in _as_text(results) if line.startswith(_HEADS)))
        return
    typer.echo(json.dumps(_as_data(results)) if as_json else "\n".join(_as_text(results)))
    if show:
        typer.echo("\n".join(_details(results)), err=as_json)


@contextmanager
def _unpacked() -> Iterator[list[tuple[Path, Path]]]:
    """Folders of the sealed outlines, and of their texts; those of documents that are not here
    are left out."""
    with TemporaryDirectory(prefix="finding-aid-") as made:
        openings, outlines = Path(made) / "openings", Path(made) / "outlines"
        for folder in (openings, outlines):
            with ZipFile(SEALED / f"{folder.name}.zip") as packed:
                packed.extractall(folder)
        others = SHARED / "others"
        yield [(openings, openings), *([(outlines, others)] if others.is_dir() else [])]


def _sets(gold: Path | None, texts: Path | None) -> list[tuple[Path, Path]]:
    if gold:
        return [(gold, texts or gold)]
    shared = [(SHARED / "eval", SHARED / "reviews"), (SHORT, SHARED / "others")]
    return [(OPENINGS, OPENINGS), *(s for s in shared if all(folder.is_dir() for folder in s))]


def _group(file: str) -> str:
    """Openings are named dev-* or held-*; whatever else is scored is a whole review."""
    front = file.partition("-")[0]
    return front if front in {"dev", "held"} else "reviews"


def _gold_piece(unit: dict[str, Any]) -> Piece:
    return Piece(
        kinds=(unit["kind"], *unit.get("also_acceptable", ())),
        numbers=(unit["number"], *unit.get("number_also", ())),
        agencies=(unit["agency"], *unit.get("agency_also", ())),
        label=unit["heading_or_label"] or "",
        texts=(unit["text"], *unit.get("text_also", ())),
        optional=unit.get("optional", False),
    )


def _parsed_piece(unit: Unit) -> Piece:
    return Piece((unit.kind,), (unit.number,), (unit.agency,), unit.label, (unit.text,))


def _totals(results: Sequence[Result]) -> dict[str, Counts | Tally]:
    totals: dict[str, Counts | Tally] = {}
    for result in sorted(results, key=lambda r: r.group):
        above = totals.get(result.group)
        totals[result.group] = above + result.counts if above else result.counts  # type: ignore[operator]
    return totals


def _as_data(results: Sequence[Result]) -> dict[str, Any]:
    rows = [
        {"file": r.file, "group": r.group, "counts": asdict(r.counts), **r.counts.figures()}
        for r in results
    ]
    totals = {g: {"counts": asdict(c), **c.figures()} for g, c in _totals(results).items()}
    return {"documents": rows, "totals": totals}


def _as_text(results: Sequence[Result]) -> Iterable[str]:
    rows = [(r.file, r.counts) for r in results]
    rows += [(f"all {group}", counts) for group, counts in _totals(results).items()]
    for form in (Counts, Tally):
        yield from _table([row for row in rows if isinstance(row[1], form)])


def _table(rows: Sequence[tuple[str, Counts | Tally]]) -> Iterator[str]:
    if rows:
        yield f"{'document':44}{'units':>6}" + "".join(f"{n:>10}" for n in rows[0][1].figures())
    for name, counts in rows:
        shares = "".join(f"{value:10.3f}" for value in counts.figures().values())
        yield f"{name[:43]:44}{counts.units:6}{shares}"


def _details(results: Sequence[Result]) -> Iterable[str]:
    for result in results:
        yield f"\n{result.file}"
        if result.group == "held":
            yield "(held out: figures only, so that nobody writes rules for it)"
        else:
            yield from result.remarks


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # Windows consoles
    typer.run(main)
