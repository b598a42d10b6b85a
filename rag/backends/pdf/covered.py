"""Words that lie under others: each of them alone with the page, and whether it can be seen."""

from collections.abc import Sequence
from ctypes import c_void_p, cast

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from rag.backends.pdf.glyphs import Glyphs
from rag.backends.pdf.pictures import Pictures, TextObject, draw_grey, show
from rag.backends.pdf.runs import Run
from rag.backends.pdf.seen import Flags, changed_glyphs, difference

_MOST = 24
"""Runs of one page that are looked at alone: more of them are a drawing, not lines of text."""
_SHARE = 0.3
"""Of the smaller run that the other one lies on."""
_AS_LARGE = 2.5
"""A run larger than this lies behind the others as a watermark does."""


def uncover(
    page: pypdfium2.PdfPage,
    text: pypdfium2.PdfTextPage,
    glyphs: Glyphs,
    runs: Sequence[Run],
    texts: Sequence[TextObject],
    pictures: Pictures,
) -> Flags:
    """False for the characters that a shape covers though visible words stand in their place.

    With all the text taken away at once, those words alone would seem to tell of the others."""
    seen = np.ones(len(glyphs.signs), dtype=bool)
    overlapping = _overlapping(runs)
    if not 0 < len(overlapping) <= _MOST:
        return seen
    known = {_address(thing): thing for thing in texts}
    show(texts, shown=False)
    for run in overlapping:
        mine = {
            _address(pdfium.FPDFText_GetTextObject(text.raw, place))
            for place in glyphs.places[run.start : run.end]
        }
        alone = [known[address] for address in mine if address in known]
        show(alone, shown=True)
        added = difference(draw_grey(page, pictures.scale), pictures.bare)
        show(alone, shown=False)
        flags = changed_glyphs(glyphs, [run], added, pictures.scale)
        seen[run.start : run.end] = flags[run.start : run.end]
    show(texts, shown=True)
    return seen


def _overlapping(runs: Sequence[Run]) -> list[Run]:
    if not runs:
        return []
    left, top, right, bottom = (
        np.array([getattr(run, side) for run in runs]) for side in ("left", "top", "right", "bottom")
    )
    wide = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    high = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
    area = (right - left) * (bottom - top)
    size = np.maximum.outer(bottom - top, bottom - top) / np.maximum(
        np.minimum.outer(bottom - top, bottom - top), 0.1
    )
    shared = np.maximum(wide, 0) * np.maximum(high, 0)
    on = (shared > _SHARE * np.minimum.outer(area, area)) & (size < _AS_LARGE)
    np.fill_diagonal(on, val=False)
    return [run for run, overlaps in zip(runs, on.any(axis=1), strict=True) if overlaps]


def _address(thing: object) -> int | None:
    return cast(thing, c_void_p).value  # type: ignore[arg-type]
