"""PowerPoint file in, the text of each slide out with the structure written as Markdown."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from rag.backends.extracted import Extracted, properties_of
from rag.backends.slides import MALFORMED, damaged

_FURNITURE = (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_SHARE = 8
"""A picture that takes less of a slide than one part in so many is an ornament."""
_STRUCK = ("sngStrike", "dblStrike")
_LINE = 120_000
"""English Metric Units; what stands no further apart from top to bottom stands side by side."""


def extract_pages(content: bytes, file: str) -> Extracted:
    """The title of each slide as a heading, then its words from top to bottom and left to right:
    paragraphs of the body with bullets, tables as rows with tabs. Slides that are hidden have an
    empty page. Notes, charts, drawings and pictures are told of by slide.

    `file` is named in errors; raises UnreadableFile for a damaged file."""
    try:
        show = Presentation(io.BytesIO(content))
        area = (show.slide_width or 1) * (show.slide_height or 1)
        texts, warnings = [], list[str]()
        for number, slide in enumerate(show.slides, start=1):
            hidden = slide.element.get("show") == "0"
            texts.append("" if hidden else "\n".join(_lines(slide, first=number == 1)).strip())
            told = ("is hidden and is not read",) if hidden else tuple(_not_read(slide, area))
            warnings += (f"slide {number} {what}" for what in told)
        about = show.core_properties
        created = about.created.date().isoformat() if about.created else ""
        given = properties_of(about.title, about.author, created)
    except MALFORMED as error:
        raise damaged(file, error) from error
    return Extracted(tuple(text.replace("\f", " ") for text in texts), given, tuple(warnings))


def _lines(slide: Any, *, first: bool) -> Iterator[str]:
    shapes = [shape for shape in _flat(slide.shapes) if _kind(shape) not in _FURNITURE]
    titles = [shape for shape in shapes if _kind(shape) in _TITLES]
    for title in titles:
        words = " ".join(_words_of_frame(title))
        if words:
            yield from (f"{'#' if first else '##'} {words}", "")
    for shape in sorted((s for s in shapes if s not in titles), key=_place):
        yield from _lines_of(shape)
        yield ""


def _lines_of(shape: Any) -> Iterator[str]:
    if shape.has_text_frame:
        listed = _kind(shape) in _BODIES
        for paragraph in shape.text_frame.paragraphs:
            words = _words(paragraph)
            if words:
                yield f"- {words}" if listed else words
                if not listed:
                    yield ""
    elif getattr(shape, "has_table", False):
        for row in shape.table.rows:
            cells = (
                " ".join(filter(None, (_words(p) for p in cell.text_frame.paragraphs)))
                for cell in row.cells
                if not cell.is_spanned
            )
            yield "\t".join(cells)


def _words_of_frame(shape: Any) -> list[str]:
    return [words for p in shape.text_frame.paragraphs if (words := _words(p))]


def _words(paragraph: Any) -> str:
    """Less what is struck; fields and breaks of line count."""
    parts = []
    for child in paragraph._p:
        name = child.tag.rsplit("}", 1)[-1]
        if name == "br":
            parts.append(" ")
        elif name in ("r", "fld"):
            style = next((part for part in child if part.tag.endswith("}rPr")), None)
            if style is None or style.get("strike") not in _STRUCK:
                parts += [part.text or "" for part in child if part.tag.endswith("}t")]
    return " ".join("".join(parts).split())


def _flat(shapes: Iterable[Any]) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _kind(shape: Any) -> Any:
    return shape.placeholder_format.type if shape.is_placeholder else None


def _place(shape: Any) -> tuple[int, int]:
    return (shape.top or 0) // _LINE, shape.left or 0


def _not_read(slide: Any, area: int) -> Iterator[str]:
    shapes = list(_flat(slide.shapes))
    pictures = [shape for shape in shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    if notes is not None and notes.text.strip():
        yield "has notes of the speaker, which are not read"
    if any(getattr(shape, "has_chart", False) for shape in shapes):
        yield "has a chart, which is not read"
    if any("/diagram" in uri for uri in _graphics(slide)):
        yield "has a diagram, which is not read"
    if any(_is_large(picture, area) for picture in pictures):
        yield "has a large picture, which is not read"


def _graphics(slide: Any) -> Iterator[str]:
    for element in slide.element.iter():
        if isinstance(element.tag, str) and element.tag.endswith("}graphicData"):
            yield element.get("uri", "")


def _is_large(shape: Any, area: int) -> bool:
    return (shape.width or 0) * (shape.height or 0) * _SHARE >= area
