"""Scores the front matter that the parser finds: `python -m eval.front_scores GOLD TEXTS [--show]`.

A gold file is a JSON object with `file`, `front` and optionally `front_optional`; both of these map
a key ("author", "date_of_report") to every acceptable value as printed. A value is found where a
unit with that key has it, white space and capitals folded, with at most a few words more (a label,
a role). A given value is wrong where neither map allows it under its key.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from rag.documents.document import read_document
from rag.errors import BadSettings, RagError
from rag.types import Unit

MORE_WORDS = 8
"""That a unit may have beside the value: "Inspection dates:", ", His Majesty's Inspector"."""
Values = Mapping[str, Sequence[str]]
COLUMNS = ("keys", "right", "given", "wrong")
"""Counted of a document: keys that the gold file has, those of them with an acceptable value
found; units with a key, those of them with a value that is not acceptable."""


def score_front(
    front: Values, optional: Values, units: Iterable[Unit]
) -> tuple[Counter[str], tuple[str, ...]]:
    """Counts, and a remark for each key that is missed and each value that is wrong."""
    given = [(unit.key, unit.text) for unit in units if unit.key]
    found = {key for key, text in given if _says(text, front.get(key, ()))}
    missed = [key for key in front if key not in found]
    allowed = ((key, text, (*front.get(key, ()), *optional.get(key, ()))) for key, text in given)
    wrong = [(key, text) for key, text, values in allowed if not _says(text, values)]
    counts = Counter(keys=len(front), right=len(found), given=len(given), wrong=len(wrong))
    remarks = [f"missed  {key}: {front[key][0][:90]}" for key in missed]
    remarks += [f"wrong   {key}: {' '.join(text.split())[:90]}" for key, text in wrong]
    return counts, tuple(remarks)


def read_front_gold(path: Path) -> tuple[str, Values, Values]:
    """File name, values that must be found, values that may be. Raises BadSettings where the file
    is not a gold file."""
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        return gold["file"], gold["front"], gold.get("front_optional") or {}
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise BadSettings(
            f"{path.name} has no gold front matter: expected an object with `file` and `front`; "
            "take it out of the folder or correct it."
        ) from error


def main(
    gold: Annotated[Path, typer.Argument(help="Folder of gold files.")],
    texts: Annotated[Path, typer.Argument(help="Folder of the documents.")],
    *,
    show: Annotated[bool, typer.Option(help="List what is missed or wrong.")] = False,
) -> None:
    """Score the front matter of the documents that a folder of gold files is about."""
    try:
        lines = list(_score_folder(gold, texts, show=show))
    except RagError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    typer.echo("\n".join(lines))


def _score_folder(gold: Path, texts: Path, *, show: bool) -> Iterable[str]:
    yield f"{'document':52}" + "".join(f"{name:>6}" for name in COLUMNS)
    total: Counter[str] = Counter()
    for path in sorted(gold.glob("*.json")):
        file, front, optional = read_front_gold(path)
        counts, remarks = score_front(front, optional, read_document(texts / file).units)
        total.update(counts)
        yield f"{file[:51]:52}" + "".join(f"{counts[column]:6}" for column in COLUMNS)
        yield from (f"    {remark}" for remark in remarks if show)
    yield f"{'all':52}" + "".join(f"{total[column]:6}" for column in COLUMNS)


def _says(text: str, values: Iterable[str]) -> bool:
    words = _fold(text)
    return any(
        re.search(rf"(?<!\w){re.escape(value)}(?!\w)", words)
        and len(words.split()) <= len(value.split()) + MORE_WORDS
        for value in map(_fold, values)
    )


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # Windows consoles
    typer.run(main)
