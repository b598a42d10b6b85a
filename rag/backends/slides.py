"""PowerPoint file in, the words of its slides out (python-pptx)."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from pptx import Presentation
from pptx.exc import PythonPptxError

from rag.errors import UnreadableFile

# Beside its own errors, python-pptx lets these through when a file breaks the standard.
MALFORMED = (
    PythonPptxError, AttributeError, LookupError, OSError, SyntaxError, ValueError,
    NotImplementedError, zipfile.BadZipFile, zipfile.LargeZipFile,
)  # fmt: skip


def extract_slides(content: bytes, file: str) -> tuple[str, ...]:
    """Each text box and table cell of each slide, then the slide's notes, in order.

    `file` is named in errors; raises UnreadableFile for a damaged file."""
    try:
        slides = Presentation(io.BytesIO(content)).slides
        return tuple(text for slide in slides for text in _texts_of(slide) if text.strip())
    except MALFORMED as error:
        raise damaged(file, error) from error


def damaged(file: str, error: Exception) -> UnreadableFile:
    return UnreadableFile(
        f"{file} is not a complete PowerPoint file ({error or type(error).__name__}):"
        " open it in PowerPoint, save it anew as .pptx or download it again."
    )


def _texts_of(slide: Any) -> Iterator[str]:
    yield from _texts(slide.shapes)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield slide.notes_slide.notes_text_frame.text


def _texts(shapes: Iterable[Any]) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _texts(shape.shapes)
        elif shape.has_text_frame:
            # A break of line inside a paragraph comes as a vertical tab.
            yield shape.text_frame.text.replace("\v", "\n")
        elif getattr(shape, "has_table", False):
            yield from (cell.text.replace("\v", "\n") for cell in shape.table.iter_cells())
