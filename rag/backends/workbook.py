"""Excel file in, the rows of its sheets out with the structure written as Markdown (openpyxl)."""

import io
import re
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from rag.backends.cell_words import shown
from rag.backends.extracted import Extracted, properties_of
from rag.errors import UnreadableFile

# Beside its own error, openpyxl lets these through when a file breaks the standard.
_MALFORMED = (
    InvalidFileException, AttributeError, LookupError, OSError, SyntaxError, TypeError, ValueError,
    NotImplementedError, zipfile.BadZipFile, zipfile.LargeZipFile,
)  # fmt: skip
_MOST_ROWS, _MOST_COLUMNS = 20_000, 200
_UNNAMED = re.compile(r"(?:sheet|tabelle|feuil|blad)\s*1", re.IGNORECASE)


def extract_rows(content: bytes, file: str) -> Extracted:
    """Each sheet that is shown begins with its name as a heading; a row is a line of cells with
    tabs between, as its sheet shows them. A row with words in one cell only is a paragraph. Rows,
    columns and sheets that are hidden are left out; a merged cell counts where it begins.

    `file` is named in errors; raises UnreadableFile for a damaged file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl speaks of what it does not keep on saving
            book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
            written = openpyxl.load_workbook(io.BytesIO(content))
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        alone = len(book.worksheets) == 1 and bool(_UNNAMED.fullmatch(sheets[0].title))
        text = "\n".join(line for sheet in sheets for line in _lines(sheet, named=not alone))
        told = tuple(_warnings(book, written))
        about = book.properties
        created = about.created.date().isoformat() if about.created else ""
    except _MALFORMED as error:
        raise UnreadableFile(
            f"{file} is not a complete Excel file ({error or type(error).__name__}):"
            " open it in Excel, save it anew as .xlsx or download it again."
        ) from error
    return Extracted((text,), properties_of(about.title, about.creator, created), told)


def _lines(sheet: Any, *, named: bool) -> Iterator[str]:
    if named:
        yield from (f"## {' '.join(sheet.title.split())}", "")
    hidden = {
        number
        for column in sheet.column_dimensions.values()
        if column.hidden and column.min
        for number in range(column.min, column.max + 1)
    }
    unhidden = [n for n in range(1, min(sheet.max_column, _MOST_COLUMNS) + 1) if n not in hidden]
    tabled = False
    for number, row in _rows(sheet):
        if number in sheet.row_dimensions and sheet.row_dimensions[number].hidden:
            continue
        cells = [shown(row[column]) if column in row else "" for column in unhidden]
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            yield from ("", filled[0], "")
        elif filled:
            yield "\t".join(cells).rstrip("\t")
        elif tabled:
            yield ""
        tabled = len(filled) > 1
    yield ""


def _rows(sheet: Any) -> Iterator[tuple[int, dict[int, Any]]]:
    """The number of each row, and its cells by column."""
    # What openpyxl gives of rows makes a cell for every place: gigabytes for a sheet with one word
    # in its last row and column.
    rows: dict[int, dict[int, Any]] = defaultdict(dict)
    for (row, column), cell in sheet._cells.items():
        if row <= _MOST_ROWS and column <= _MOST_COLUMNS:
            rows[row][column] = cell
    for number in range(1, max(rows, default=0) + 1):
        yield number, rows.get(number, {})


def _warnings(book: Any, written: Any) -> Iterator[str]:
    for sheet in book.worksheets:
        name = f"the sheet “{sheet.title}”"
        if sheet.sheet_state != "visible":
            yield f"{name} is hidden and is not read"
            continue
        if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
            yield f"{name} is read up to row {_MOST_ROWS} and column {_MOST_COLUMNS}"
        if any(row.hidden for row in sheet.row_dimensions.values()) or any(
            column.hidden for column in sheet.column_dimensions.values()
        ):
            yield f"{name} has hidden rows or columns, which are not read"
        if charts := len(sheet._charts) + len(sheet._images):
            yield f"{name} has {charts} charts or pictures, which are not read"
        yield from _uncounted(name, sheet, written[sheet.title])
    yield from (f"the chart “{chart.title}” is not read" for chart in book.chartsheets)


def _uncounted(name: str, sheet: Any, written: Any) -> Iterator[str]:
    """Formulas whose value no program has saved."""
    lost = [
        cell.coordinate
        for _, row in _rows(written)
        for cell in row.values()
        if cell.data_type == "f" and sheet[cell.coordinate].value is None
    ]
    if lost:
        yield (
            f"{name} has formulas without a saved value ({', '.join(lost[:5])}): open the file in"
            " Excel, save it and add it again"
        )
