"""Parts of a paper in, a Word file out (python-docx)."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import docx
from docx.document import Document

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLES = {"title": "Title", "heading": "Heading 1", "subheading": "Heading 2",
           "quotation": "Quote", "reference": "List Bullet"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    kind: Literal["title", "heading", "subheading", "text", "quotation", "reference", "note"]
    text: str


def write_docx(parts: Sequence[Part]) -> bytes:
    document = docx.Document()
    document.core_properties.author = "Finding Aid"
    # That of the template says that python-docx generated it.
    document.core_properties.comments = ""
    for part in parts:
        _add(document, part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document: Document, part: Part) -> None:
    if part.kind == "title":
        document.core_properties.title = _NOT_IN_XML.sub("", part.text)[:255]
    paragraph = document.add_paragraph(style=_STYLES.get(part.kind))
    run = paragraph.add_run(_NOT_IN_XML.sub("", part.text))
    run.italic = True if part.kind == "note" else None
