"""A page of a PDF in, its picture and the places of words on it out (pypdfium2)."""

import io
import math
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import closing, contextmanager
from ctypes import byref, c_int
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from rag.backends.pdf.turn import ONE_AT_A_TIME
from rag.errors import UnreadableFile

_WIDTH, _MOST_HEIGHT = 1240, 3600
"""Pixels of a picture: A4 at 150 dots an inch."""
_GRID = 100_000
_Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in the page's own space."""


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of one line; each is a share of the page's width or height, from its upper left
    corner as a reader sees it: 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


def render_page(path: Path, number: int) -> bytes:
    """A JPEG. `number` counts from 1. Raises UnreadableFile."""
    with _page(path, number) as page:
        width, height = page.get_size()
        scale = min(_WIDTH / width, _MOST_HEIGHT / height)
        picture = page.render(scale=scale).to_pil().convert("RGB")
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=82)
    return content.getvalue()


def locate_words(path: Path, number: int, words: str, *, share: float) -> tuple[Box, ...]:
    """A box for each line that the words take on the page, in their order; none where they
    cannot be located. They are looked for by their letters and figures, so layout is no matter.

    Of several places the one is taken that stands nearest to `share` of the page's text, 0 to 1.
    Raises UnreadableFile."""
    with _page(path, number) as page, closing(page.get_textpage()) as text:
        # Character by character: the text as a whole has line ends that are no characters.
        signs = [chr(pdfium.FPDFText_GetUnicode(text, i)) for i in range(text.count_chars())]
        found = _find(signs, words.strip(), share)
        return tuple(_lines(page, text, signs, found)) if found else ()


@contextmanager
def _page(path: Path, number: int) -> Iterator[pypdfium2.PdfPage]:
    try:
        with (
            ONE_AT_A_TIME,
            closing(pypdfium2.PdfDocument(path)) as document,
            closing(document[number - 1]) as page,
        ):
            yield page
    except (pypdfium2.PdfiumError, IndexError, OSError) as error:
        raise UnreadableFile(
            f"Page {number} of {path.name} cannot be shown ({error}): open the file in a PDF"
            " reader; if that fails too, download it again and run rag index."
        ) from error


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def _find(signs: list[str], words: str, share: float) -> range | None:
    """The characters, by their position in `signs`."""
    wanted = _letters(words)
    runs = [*map(_letters, signs)]
    ends = [*accumulate(map(len, runs))]
    letters = "".join(runs)
    places = [*_occurrences(letters, wanted)]
    if not places:
        return None
    at = min(places, key=lambda place: abs(place - share * len(letters)))
    first, last = bisect_right(ends, at), bisect_right(ends, at + len(wanted) - 1)
    while first > 0 and not words[0].isalnum() and _is_mark(signs[first - 1]):
        first -= 1
    while last + 1 < len(signs) and not words[-1].isalnum() and _is_mark(signs[last + 1]):
        last += 1
    return range(first, last + 1)


def _is_mark(sign: str) -> bool:
    return not sign.isalnum() and not sign.isspace()


def _occurrences(letters: str, wanted: str) -> Iterator[int]:
    at = letters.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = letters.find(wanted, at + 1)


def _lines(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, signs: list[str], found: range
) -> Iterator[Box]:
    line: _Rectangle | None = None
    for i in found:
        # What takes no room is none of the page's, such as the hyphen made of a word's break.
        left, bottom, right, top = text.get_charbox(i, loose=True)
        if not signs[i].strip() or left == right or bottom == top:
            continue
        upright = abs(math.sin(pdfium.FPDFText_GetCharAngle(text, i))) < 0.7
        sign = left, bottom, right, top
        if line and _follows(line, sign, upright=upright):
            line = min(line[0], left), min(line[1], bottom), max(line[2], right), max(line[3], top)
            continue
        if line:
            yield _as_seen(page, line)
        line = sign
    if line:
        yield _as_seen(page, line)


def _follows(line: _Rectangle, sign: _Rectangle, *, upright: bool) -> bool:
    """Whether the character stands on the line, and not far from its end."""
    along, across = (0, 1) if upright else (1, 0)
    middle = (sign[across] + sign[across + 2]) / 2
    gap = max(sign[along] - line[along + 2], line[along] - sign[along + 2])
    return line[across] < middle < line[across + 2] and gap < 4 * (line[across + 2] - line[across])


def _as_seen(page: pypdfium2.PdfPage, line: _Rectangle) -> Box:
    """The page's own space may be turned or cropped."""
    (x, y), (x2, y2) = _place(page, line[0], line[3]), _place(page, line[2], line[1])
    return Box(min(x, x2), min(y, y2), max(x, x2), max(y, y2))


def _place(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = c_int(), c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, byref(across), byref(down))
    return across.value / _GRID, down.value / _GRID
