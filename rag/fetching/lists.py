"""A list of addresses, as a spreadsheet saves it, in; one wish or one fault for each row out."""

import codecs
import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rag.documents.register import KINDS
from rag.errors import NotFetched, UnreadableFile
from rag.fetching.addresses import is_address, parse_address, without_name
from rag.types import NOTHING_TOLD, Told

COLUMNS: Mapping[str, frozenset[str]] = {
    "address": frozenset({"address", "web address", "url", "link", "source url", "source"}),
    "title": frozenset({"title", "name", "review"}),
    "publisher": frozenset({"publisher", "published by", "board"}),
    "area": frozenset({"area", "local authority", "region"}),
    "published": frozenset({"published", "date", "year", "published on", "publication date"}),
    "kind": frozenset({"kind", "type", "document kind", "document type"}),
}
"""What each column may be called, in any case and order."""
_BARE = ("address",)
"""The columns of a list without a header."""
_SEPARATORS = ",;\t"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_LINE_END = re.compile(r"\r\n|\r|\n")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_BRITISH = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class Wish:
    """One document that is wanted, and what the person knows of it."""

    address: str
    """As typed."""
    told: Told = NOTHING_TOLD
    again: bool = False
    """Ask the site also where the document is held: it may have changed."""
    left_out: tuple[str, ...] = ()
    """What of its row could not be used, for the receipt."""

    @property
    def place(self) -> str:
        """The address without a name and password, for a receipt."""
        return without_name(self.address)


@dataclass(frozen=True, slots=True)
class BadRow:
    place: str
    """"reviews.csv, line 4"."""
    reason: str


@dataclass(frozen=True, slots=True)
class AddressList:
    rows: tuple[Wish | BadRow, ...]
    """In the order of the file, empty lines aside."""
    unused: tuple[str, ...]
    """Columns that nothing is known to do with."""


def read_list(path: Path) -> AddressList:
    """The columns are `COLUMNS`, of which only the address is needed; with no header, each line
    begins with an address. Separated by comma, semicolon or tab; UTF-8, UTF-16 with a byte-order
    mark or Windows-1252.

    Raises UnreadableFile where the file cannot be read or no column holds addresses.
    """
    lines = [
        (number, line)
        for number, line in enumerate(_LINE_END.split(_decoded(path)), start=1)
        if line.strip(" ,;\t")
    ]
    if not lines:
        raise UnreadableFile(f"{path.name} is empty: expected a list with a column address.")
    separator, header = _header(lines[0][1], path.name)
    if header is not _BARE:
        del lines[0]
    named = [_column(cell) for cell in header]
    rows = tuple(_row(line, separator, named, f"{path.name}, line {n}") for n, line in lines)
    unused = tuple(cell for cell, name in zip(header, named, strict=True) if not name and cell)
    return AddressList(rows, unused)


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path} cannot be opened ({error.strerror}): expected a list of addresses; check that"
            " it exists and that you may read it."
        ) from error
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")
    for each in (encoding, "cp1252"):
        try:
            return content.decode(each)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(
        f"{path.name} is no text: expected a list saved as CSV; in a spreadsheet, save it as"
        " “CSV UTF-8”."
    )


def _header(line: str, file: str) -> tuple[str, Sequence[str]]:
    """The separator of the list, and its header; `_BARE` where the line is an address itself."""
    for separator in _SEPARATORS:
        cells = line.split(separator)
        if any(_column(cell) == "address" for cell in cells):
            return separator, [cell.strip().strip('"') for cell in cells]
    if is_address(line.lstrip('"')):
        return next((each for each in "\t;," if each in line), ","), _BARE
    raise UnreadableFile(
        f"{file} has no column of addresses: expected a first line such as"
        " address,title,publisher,area,published,kind; add it."
    )


def _cells(line: str, separator: str) -> list[str]:
    """Each line by itself, so that a quotation mark that is never closed spoils one row only.

    Raises ValueError."""
    try:
        (cells,) = csv.reader([line], delimiter=separator, strict=True)
    except csv.Error as error:
        raise ValueError(
            f"a quotation mark opens a cell and none closes it on the same line ({error}): correct"
            " it."
        ) from error
    return [cell.strip() for cell in cells]


def _column(cell: str) -> str | None:
    folded = " ".join(re.split(r"[\W_]+", cell.casefold())).strip()
    return next((name for name, called in COLUMNS.items() if folded in called), None)


def _row(line: str, separator: str, named: Sequence[str | None], place: str) -> Wish | BadRow:
    try:
        return _wish(_by_column(_cells(line, separator), named), place)
    except (NotFetched, ValueError) as error:
        return BadRow(place, str(error))


def _by_column(cells: Sequence[str], named: Sequence[str | None]) -> dict[str, str]:
    if len(named) > 1 and any(cells[len(named) :]):
        raise ValueError(
            f"there are {len(cells)} cells for {len(named)} columns: a cell that holds the"
            " separator itself has to stand in quotation marks."
        )
    found: dict[str, str] = {}
    for name, cell in zip(named, cells, strict=False):
        if name and cell:
            found.setdefault(name, cell)
    return found


def _wish(cells: Mapping[str, str], place: str) -> Wish:
    """Raises NotFetched for the address and ValueError for the date."""
    if "address" not in cells:
        raise ValueError("no address stands in it: expected one such as https://example.org/a.pdf.")
    parse_address(cells["address"])
    kind, left_out = _kind(cells.get("kind"), place)
    return Wish(
        cells["address"],
        Told(
            cells.get("title"), cells.get("publisher"), cells.get("area"),
            read_date(cells["published"]) if "published" in cells else None,
            kind,
        ),
        left_out=left_out,
    )  # fmt: skip


def read_date(text: str) -> str:
    """ISO at the precision given, from "2016", "2016-09", "2016-09-06" or "6/9/2016".

    Raises ValueError."""
    found = _ISO.fullmatch(text) or _BRITISH.fullmatch(text)
    parts = [int(part) for part in found.group("year", "month", "day") if part] if found else []
    try:
        whole = date(*(*parts, 1, 1)[:3]).isoformat()
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"the date published is {text!r}: expected 2016, 2016-09, 2016-09-06 or 06/09/2016."
        ) from error
    return whole[: (4, 7, 10)[len(parts) - 1]]


def _kind(text: str | None, place: str) -> tuple[str | None, tuple[str, ...]]:
    """One of KINDS or None, and what to say of a word that is none of them: the document is
    worth having without it."""
    if text is None:
        return None, ()
    kind = "_".join(re.split(r"[\W_]+", text.casefold()))
    if kind in KINDS:
        return kind, ()
    return None, (f"the kind {text!r} in {place} was left out: expected one of {', '.join(KINDS)}",)
