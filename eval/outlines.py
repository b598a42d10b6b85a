"""Scores parsed outlines against gold outlines: `python -m eval.outlines [--gold DIR] [--show]`.

A gold outline is a JSON file `{"file": NAME, "units": [...]}`. A unit has `kind`, `number` and may
have `optional` (absent is no miss, present no false alarm), `also_acceptable` (further right kinds)
and, in the same sense, `FIELD_also`. A unit of a whole outline has `heading_or_label`, `agency` and
`text`, too; one of a short outline `under` (the printed heading that encloses it, or null) and
`opens`, its first five words or all of fewer. Where a short outline has `from` or `to`, only a
stretch was outlined: parsed units before its first or after its last are not judged. It may have
`front` and `front_optional`: by key of the front matter, every acceptable value as printed.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any
from zipfile import ZipFile

import typer

from eval.asking.bench import ROOT, SHARED
from eval.front_scores import score_front
from eval.outline_scores import Counts, Outline, Piece, score_outline
from eval.programs import run_program
from rag.documents.document import read_document
from rag.errors import BadSettings
from rag.types import Unit

OPENINGS = ROOT / "tests" / "fixtures" / "openings"
SHORT = Path(__file__).parent / "outline_golds"
SEALED = Path(__file__).parent / "held"

Read = Callable[[Path], Sequence[Unit]]
Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """One document's score and, line by line, what is not as it should be."""

    file: str
    group: str
    counts: Counts
    remarks: tuple[str, ...]


def main(
    *,
    gold: Annotated[Path | None, typer.Option(help="Folder of gold outlines.")] = None,
    texts: Annotated[Path | None, typer.Option(help="Folder of their text files.")] = None,
    show: Annotated[bool, typer.Option(help="List what is missed, extra or wrong.")] = False,
    sealed: Annotated[bool, typer.Option(
        help="The sealed outlines, which nobody looked into: totals alone.")] = False,
) -> None:  # fmt: skip
    """Score `rag.documents.document` on gold outlines; without --gold on every set at hand."""
    with _unpacked() if sealed else nullcontext(_sets(gold, texts)) as sets:
        results = [
            result
            for folder, files in sets
            for result in score_folder(folder, files, lambda path: read_document(path).units)
        ]
    typer.echo("\n".join(_table(results, totals_alone=sealed)))
    if show and not sealed:
        typer.echo("\n".join(_details(results)))


def score_folder(gold: Path, texts: Path, read: Read) -> list[Result]:
    """One result for each gold outline of a folder, by name; `read` parses a text file. Raises
    BadSettings where there is none, or none of a document."""
    paths = sorted(gold.glob("*.json"))
    if not paths:
        raise BadSettings(f"No gold outlines in {gold}: expected *.json; name another --gold.")
    return [_score(path, texts, read) for path in paths]


def read_gold(path: Path) -> Outline:
    """Raises BadSettings where the file is not a gold outline."""
    try:
        outline = json.loads(path.read_text(encoding="utf-8"))
        pieces = tuple(_gold_piece(unit) for unit in outline["units"])
        if "opens" not in outline["units"][0]:
            return Outline(outline["file"], pieces)
        cut = bool(outline["from"]), bool(outline["to"])
        front, optional = outline.get("front", {}), outline.get("front_optional", {})
        return Outline(outline["file"], pieces, True, *cut, front, optional)  # noqa: FBT003  # short
    except (ValueError, LookupError, TypeError) as error:
        raise BadSettings(
            f"{path.name} is not a gold outline: expected an object with `file` and `units`, of a"
            " short one `from` and `to`; take it out of the folder or correct it."
        ) from error


def _score(path: Path, texts: Path, read: Read) -> Result:
    gold = read_gold(path)
    text = texts / gold.file
    if not text.is_file():
        raise BadSettings(f"{path.name} is about {text.name}, not in {texts}: add --texts.")
    units = read(text)
    by_id = {unit.id: unit for unit in units}
    counts, remarks = score_outline(gold, [_parsed_piece(unit, by_id) for unit in units])
    front, more = score_front(gold.front, gold.front_optional, units) if gold.front else ({}, ())
    counts.update(front)
    return Result(gold.file, "short" if gold.short else _group(gold.file), counts, remarks + more)


def _group(file: str) -> str:
    """Openings are named dev-* or held-*; whatever else is scored is a whole review."""
    front = file.partition("-")[0]
    return front if front in {"dev", "held"} else "reviews"


def _gold_piece(unit: Fields) -> Piece:
    def acceptable(name: str) -> tuple[Any, ...]:
        return (unit.get(name), *unit.get(f"{name}_also", ()))

    return Piece(
        kinds=(unit["kind"], *unit.get("also_acceptable", ())),
        texts=acceptable("opens" if "opens" in unit else "text"),
        numbers=acceptable("number"), agencies=acceptable("agency"), under=acceptable("under"),
        label=unit.get("heading_or_label") or "", optional=unit.get("optional", False),
    )  # fmt: skip


def _parsed_piece(unit: Unit, by_id: Mapping[str, Unit]) -> Piece:
    names: list[str] = []
    above = by_id.get(unit.parent or "")
    while above is not None:
        names += [above.text, above.label, f"{above.number or ''} {above.text}"]
        above = by_id.get(above.parent or "")
    return Piece(
        (unit.kind,), (unit.text,), (unit.number,), (unit.agency,), unit.label, tuple(names)
    )


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


def _table(results: Sequence[Result], *, totals_alone: bool) -> Iterator[str]:
    """A part for the whole outlines, and one for the short ones, each with its totals last."""
    for short in (False, True):
        chosen = [each for each in results if (each.group == "short") is short]
        totals: dict[str, Counts] = {}
        for each in chosen:
            totals.setdefault(f"all {each.group}", Counts()).update(each.counts)
        rows = [] if totals_alone else [(each.file, each.counts) for each in chosen]
        if chosen:
            names = figures(Counts(), short=short)
            yield f"{'document':44}{'units':>6}" + "".join(f"{name:>10}" for name in names)
        for name, counts in [*rows, *sorted(totals.items())]:
            shares = "".join(f"{value:10.3f}" for value in figures(counts, short=short).values())
            yield f"{name[:43]:44}{counts['units']:6}{shares}"


def figures(counts: Counts, *, short: bool) -> dict[str, float]:
    """Shares from 0 to 1: `found` and `right` of the gold units; `kind`, `number`, `agency` and
    `under` of the found ones; `precision` of the parsed ones, less those that stand for an optional
    unit, and `f1`; `invented` of the cited ones, `extra` of all parsed ones; `front` of the front
    matter's keys, `untrue` of the parsed units that have one."""
    units, found, extra = counts["units"], counts["found"], counts["extra"]
    shares = {"found": _share(found, units)}
    shares |= {name: _share(counts[name], found) for name in ("kind", "number")}
    if short:
        return shares | {
            "under": _share(counts["under"], found),
            "invented": counts["invented"] / max(1, counts["cited"]),
            "extra": extra / max(1, counts["parsed"]),
            "front": _share(counts["keys said"], counts["keys"]),
            "untrue": counts["fields untrue"] / max(1, counts["fields"]),
        }
    return shares | {
        "agency": _share(counts["agency"], found),
        "right": _share(counts["right"], units),
        "precision": _share(found, found + extra),
        "f1": _share(2 * found, units + found + extra),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _details(results: Sequence[Result]) -> Iterable[str]:
    for result in results:
        yield f"\n{result.file}"
        if result.group == "held":
            yield "(held out: figures only, so that nobody writes rules for it)"
        else:
            yield from result.remarks


if __name__ == "__main__":
    run_program(main)
