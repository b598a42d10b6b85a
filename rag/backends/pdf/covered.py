"""Words that lie under others: each of them alone with the page, and whether it can be seen."""

from collections.abc import Sequence
from ctypes import c_void_p, cast

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from rag.backends.pdf.glyphs import Glyphs
from rag.backends.pdf.pictures import Pictures, draw_grey, show, text_objects
from rag.backends.pdf.runs import Run
from rag.backends.pdf.seen import Flags, changed_glyphs, difference

_MOST = 24
"""Runs of one page that are looked at alone: more of them are a drawing, not lines of text."""
_MOST_OF_ALL = 600
"""Runs of a page that are compared with each other."""
_SHARE = 0.3
"""Of the smaller run that the other one lies on."""
_AS_LARGE = 2.5
"""A run larger than this lies behind the others as a watermark does."""


def uncovered_glyphs(
    page: pypdfium2.PdfPage,
    text: pypdfium2.PdfTextPage,
    glyphs: Glyphs,
    runs: Sequence[Run],
    pictures: Pictures,
) -> Flags:
    """False for what a shape covers though visible words stand in its place.

    With all the text taken away at once, those words alone would seem to tell of the others."""
    seen = np.ones(len(glyphs.signs), dtype=bool)
    overlapping = _overlapping(runs)
    if not 0 < len(overlapping) <= _MOST:
        return seen
    texts = {_address(thing): thing for thing in text_objects(page)}
    show(texts.values(), shown=False)
    for run in overlapping:
        places = glyphs.places[run.start : run.end]
        mine = {_address(pdfium.FPDFText_GetTextObject(text.raw, place)) for place in places}
        alone = [texts[address] for address in mine if address in texts]
        show(alone, shown=True)
        added = difference(draw_grey(page, pictures.scale), pictures.bare)
        show(alone, shown=False)
        flags = changed_glyphs(glyphs, [run], added, pictures.scale)
        seen[run.start : run.end] = flags[run.start : run.end]
    show(texts.values(), shown=True)
    return seen


def _overlapping(runs: Sequence[Run]) -> list[Run]:
    if not 1 < len(runs) <= _MOST_OF_ALL:
        return []
    boxes = np.array([(run.left, run.top, run.right, run.bottom) for run in runs])
    starts = np.maximum(boxes[:, None, :2], boxes[None, :, :2])
    sides = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:]) - starts
    shared = np.maximum(sides, 0).prod(axis=2)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    em = np.maximum([run.em for run in runs], 0.1)
    alike = np.maximum.outer(em, em) < _AS_LARGE * np.minimum.outer(em, em)
    on = alike & (shared > _SHARE * np.minimum.outer(area, area))
    np.fill_diagonal(on, val=False)
    return [run for run, overlaps in zip(runs, on.any(axis=1), strict=True) if overlaps]


def _address(thing: object) -> int | None:
    return cast(thing, c_void_p).value  # type: ignore[arg-type]
