"""A page in, its picture with its text and without out: what text adds to it can be seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

_MOST = 1600
"""Pixels of the longer side; a larger page is made smaller, so that memory is bounded."""
DEEPEST = 8
"""How many drawings may stand inside each other; a person nests two or three."""
Grey = NDArray[np.uint8]
"""Shape [rows, columns], 0 black to 255 white."""
TextObject = object
"""PDFium's handle of a piece of text on an open page."""


@dataclass(frozen=True, slots=True)
class Pictures:
    whole: Grey
    bare: Grey
    """Without any text."""
    scale: float
    """Pixels a point."""


def draw_pictures(page: pypdfium2.PdfPage, texts: Sequence[TextObject]) -> Pictures:
    """`texts`: all of the page."""
    scale = min(1.0, _MOST / max(page.get_size()))
    whole = draw_grey(page, scale)
    show(texts, shown=False)
    bare = draw_grey(page, scale)
    show(texts, shown=True)
    return Pictures(whole, bare, scale)


def show(texts: Iterable[TextObject], *, shown: bool) -> None:
    for text in texts:
        pdfium.FPDFPageObj_SetIsActive(text, shown)


def text_objects(page: pypdfium2.PdfPage) -> list[TextObject]:
    """In the order of drawing, those inside drawings too."""
    return [thing for kind, thing in things_of(page) if kind == pdfium.FPDF_PAGEOBJ_TEXT]


def things_of(page: pypdfium2.PdfPage) -> Iterator[tuple[int, object]]:
    """PDFium's kind and handle of all that is drawn, in order; drawings before what is inside."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    return _things_among((pdfium.FPDFPage_GetObject(page.raw, i) for i in range(count)), DEEPEST)


def draw_grey(page: pypdfium2.PdfPage, scale: float) -> Grey:
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        pixels = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width]
        return np.array(pixels, dtype=np.uint8)
    finally:
        bitmap.close()


def _things_among(things: Iterator[object], deep: int) -> Iterator[tuple[int, object]]:
    for thing in things:
        kind = pdfium.FPDFPageObj_GetType(thing)
        yield kind, thing
        if kind == pdfium.FPDF_PAGEOBJ_FORM and deep:
            count = pdfium.FPDFFormObj_CountObjects(thing)
            inner = (pdfium.FPDFFormObj_GetObject(thing, i) for i in range(count))
            yield from _things_among(inner, deep - 1)
