"""A page in, what it shows beside its words out: a chart, a picture that holds words, nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from rag.backends.pdf.charts import shows_chart
from rag.backends.pdf.lettering import Lettering, cut_out, find_lettering
from rag.backends.pdf.pictures import DEEPEST, TextObject, draw_grey, show
from rag.backends.pdf.shapes import Shape
from rag.backends.pdf.ticks import shows_ticks
from rag.backends.pdf.view import Boxes, View

_LARGE = 0.05
"""Share of the page; a smaller picture is a logo, or an ornament."""
_SCAN = 0.5
_MANY_CURVES = 60
"""Curved shapes: letters that were turned into outlines."""
_SCALE = 100 / 72
_LETTERS = 20
_WEIGHT = 5.0
"""Letters times the share of the page: a logo is small, and a photograph has no letters."""


@dataclass(frozen=True, slots=True)
class Drawn:
    chart: bool
    lettering: bool
    """A picture, or outlines, with words that are no text."""
    scan: bool
    """A picture takes most of the page."""
    ticks: bool
    """Small boxes with drawn ticks or crosses."""


def find_drawn(
    page: pypdfium2.PdfPage,
    view: View,
    shapes: Sequence[Shape] | None,
    texts: Sequence[TextObject],
) -> Drawn:
    """`shapes` and `texts`: all of the page; None where it has too many shapes."""
    images = image_boxes(page, view)
    shares = _shares(images, view)
    found = _lettering(page, view, images[shares >= _LARGE], shapes, texts)
    lettering = any(
        one.letters >= _LETTERS and one.letters * share >= _WEIGHT for one, share in found
    )
    scan = bool((shares >= _SCAN).any())
    chart = shows_chart(shapes, width=view.width)
    return Drawn(chart, lettering, scan, shows_ticks(shapes))


def image_boxes(page: pypdfium2.PdfPage, view: View) -> Boxes:
    """As seen, cut off at the edges of the page."""
    things = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST)
    drawn = np.array([thing.get_bounds() for thing in things], dtype=np.float64).reshape(-1, 4)
    edges = [view.width, view.height, view.width, view.height]
    return np.clip(view.boxes(drawn), 0, edges)


def _shares(boxes: Boxes, view: View) -> Boxes:
    areas: Boxes = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return areas / max(view.width * view.height, 1.0)


def _lettering(
    page: pypdfium2.PdfPage,
    view: View,
    large: Boxes,
    shapes: Sequence[Shape] | None,
    texts: Sequence[TextObject],
) -> list[tuple[Lettering, float]]:
    """Of each large picture, with its share of the page."""
    outlined = shapes is None or sum(shape.curved for shape in shapes) >= _MANY_CURVES
    regions = [*large]
    if outlined:
        regions.append(np.array([0.0, 0.0, view.width, view.height]))
    if not regions:
        return []
    scale = min(_SCALE, 2000 / max(view.width, view.height, 1.0))
    show(texts, shown=False)
    picture = draw_grey(page, scale)
    show(texts, shown=True)
    shares = _shares(np.stack(regions), view).tolist()
    found = [find_lettering(cut_out(picture, region, scale)) for region in regions]
    return [*zip(found, shares, strict=True)]
