"""A page of a PDF in, the characters that it draws out, each with its place (pypdfium2)."""

import math
import re
import unicodedata
from collections.abc import Iterable
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from rag.backends.pdf.view import Boxes, View

_ADDED = frozenset(" \r\n")
HYPHEN = "\x02"
"""PDFium's own mark for a hyphen at the end of a line."""
_NAMELESS = frozenset({"Cc", "Cn", "Co"})
"""Categories of signs that stand for no letter: control, not assigned, private use."""
_STRANGE = re.compile("[^\\s -\u2fff\uf900-\ufdcf\ufdf0-\uffef]")
"""Where a sign of those categories may be: nearly no page has one."""
_FEWEST = 3
"""Characters in a row."""
_BELOW = 0.22
"""Share of the type's size that lies below the base line."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """In the order of drawing, without the spaces and line ends that PDFium adds of itself."""

    signs: str
    boxes: Boxes
    """As high as the type's size, where that stands upright on the page."""
    sizes: NDArray[np.float64]
    """Of the type, in points."""
    places: tuple[int, ...]
    """Of each in PDFium's text of the page."""


def read_glyphs(text: pypdfium2.PdfTextPage, view: View) -> Glyphs:
    raw, count = text.raw, text.count_chars()
    boxes = (pdfium.FS_RECTF * count)()
    read_sign, read_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    signs = []
    for i in range(count):
        signs.append(chr(read_sign(raw, i)))
        read_box(raw, i, boxes[i])
    kept = [i for i, sign in enumerate(signs) if sign not in _ADDED or not _is_added(raw, i)]
    sides = np.frombuffer(boxes, dtype=np.float32).reshape(count, 4)[kept].astype(np.float64)
    drawn = sides[:, [0, 3, 2, 1]]  # PDFium gives left, top, right, bottom
    sizes = _set_heights(drawn, raw, kept)
    written = "".join(signs[i] if signs[i] != HYPHEN else _hyphen(raw, i) for i in kept)
    return Glyphs(written, view.boxes(drawn), sizes, tuple(kept))


def angle_of(text: pypdfium2.PdfTextPage, place: int, view: View) -> float:
    """Radians anticlockwise as seen, 0 to 2π; 0 is upright. PDFium's angle is clockwise."""
    drawn: float = pdfium.FPDFText_GetCharAngle(text.raw, place)
    return (-drawn - view.quarters * math.pi / 2) % (2 * math.pi)


def unnamed_glyphs(
    glyphs: Glyphs, text: pypdfium2.PdfTextPage, starts: Iterable[int]
) -> NDArray[np.bool_]:
    """Which of them no font names. Three in a row at least, spaces apart: a single one is a
    bullet, a tick or an arrow. `starts`: of the page's runs, which are asked first."""
    flags = np.zeros(len(glyphs.signs), dtype=bool)
    asked = any(_is_unnamed(text, glyphs.places[at], glyphs.signs[at]) for at in starts)
    if not asked and len(_STRANGE.findall(glyphs.signs)) < _FEWEST:
        return flags
    row: list[int] = []
    for at, (sign, place) in enumerate(zip(glyphs.signs, glyphs.places, strict=True)):
        if _is_unnamed(text, place, sign):
            row.append(at)
        elif not sign.isspace():
            flags[row if len(row) >= _FEWEST else []] = True
            row = []
    flags[row if len(row) >= _FEWEST else []] = True
    return flags


def _is_unnamed(text: pypdfium2.PdfTextPage, place: int, sign: str) -> bool:
    if pdfium.FPDFText_HasUnicodeMapError(text.raw, place) == 1:
        return True
    return _STRANGE.match(sign) is not None and unicodedata.category(sign) in _NAMELESS


def _set_heights(drawn: Boxes, raw: object, places: list[int]) -> NDArray[np.float64]:
    """Gives the size of each, and makes the boxes as high, about the base line: the height that a
    font gives itself may be that of five lines. Neighbours on a line are alike, so that few need
    be asked."""
    sizes = np.zeros(len(places))
    edges = np.flatnonzero((np.abs(np.diff(drawn[:, [1, 3]], axis=0)) > 0.01).any(axis=1)) + 1
    x, y, matrix = c_double(), c_double(), pdfium.FS_MATRIX()
    for start, end in pairwise([0, *edges.tolist(), len(places)]):
        if start == end:
            continue
        pdfium.FPDFText_GetMatrix(raw, places[start], byref(matrix))
        size = pdfium.FPDFText_GetFontSize(raw, places[start])
        sizes[start:end] = size * math.hypot(matrix.c, matrix.d)
        if abs(matrix.b) + abs(matrix.c) > 0.01 * (abs(matrix.a) + abs(matrix.d)):
            continue
        pdfium.FPDFText_GetCharOrigin(raw, places[start], byref(x), byref(y))
        foot, head = (y.value + share * size * matrix.d for share in (-_BELOW, 1 - _BELOW))
        drawn[start:end, 1], drawn[start:end, 3] = min(foot, head), max(foot, head)
    return sizes


def _is_added(raw: object, place: int) -> bool:
    return bool(pdfium.FPDFText_IsGenerated(raw, place) == 1)


def _hyphen(raw: object, place: int) -> str:
    return "-" if pdfium.FPDFText_IsHyphen(raw, place) == 1 else HYPHEN
