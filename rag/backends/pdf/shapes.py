"""A page in, the lines and filled shapes that it draws out, with the corners of each."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from rag.backends.pdf.pictures import DEEPEST

_MOST = 3000
"""Shapes of one page that are looked at: a map or a technical drawing has more."""
_MOST_CORNERS = 4000
_PALE = 245
"""Of 255: paler than this is paper."""
Point = tuple[float, float]
Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top, in the page's own space."""


@dataclass(frozen=True, slots=True)
class Shape:
    filled: bool
    """With a colour that is not paper."""
    stroked: bool
    curved: bool
    corners: tuple[tuple[Point, ...], ...]
    """Of each part that is drawn without lifting the pen."""
    colour: Colour = (0, 0, 0)
    """That it is filled with."""

    @property
    def bounds(self) -> Rectangle:
        xs, ys = zip(*(point for part in self.corners for point in part), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def rectangles(self) -> Iterator[Rectangle]:
        """The parts that are upright rectangles."""
        for part in self.corners:
            xs, ys = {round(x, 1) for x, _ in part}, {round(y, 1) for _, y in part}
            if 4 <= len(part) <= 5 and len(xs) == 2 and len(ys) == 2:
                yield min(xs), min(ys), max(xs), max(ys)

    def slanted(self) -> int:
        """How many of its lines are neither level nor upright."""
        return sum(
            abs(x2 - x) > 2 and abs(y2 - y) > 2
            for part in self.corners
            for (x, y), (x2, y2) in pairwise(part)
        )


def read_shapes(page: pypdfium2.PdfPage) -> list[Shape] | None:
    """None where the page has more of them than a person draws: outlines of letters, or a map."""
    found: list[Shape] = []
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=DEEPEST):
        if len(found) == _MOST:
            return None
        if shape := _shape(thing.raw, _matrix_of(thing)):
            found.append(shape)
    return found


def _matrix_of(thing: pypdfium2.PdfObject) -> pypdfium2.PdfMatrix:
    """From its own space to that of the page, through the drawings that it is part of."""
    matrix = thing.get_matrix()
    while (thing := thing.container) is not None:
        matrix = matrix.multiply(thing.get_matrix())
    return matrix


def _shape(path: object, matrix: pypdfium2.PdfMatrix) -> Shape | None:
    count = pdfium.FPDFPath_CountSegments(path)
    if not 2 <= count <= _MOST_CORNERS:
        return None
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    parts: list[list[Point]] = []
    curved = False
    x, y = c_float(), c_float()
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        parts[-1].append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    colour = _colour(path)
    filled = bool(fill.value) and min(colour) < _PALE
    return Shape(filled, bool(stroke.value), curved, tuple(map(tuple, parts)), colour)


def _colour(path: object) -> Colour:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    pdfium.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(alpha))
    return red.value, green.value, blue.value
