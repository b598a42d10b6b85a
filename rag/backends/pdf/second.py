"""A PDF in, what a person sees on each of its pages out: the second reader's pass over it."""

import time
from collections.abc import Iterator, Set
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from rag.backends.pdf.printed import Printed, read_printed
from rag.backends.pdf.turn import ONE_AT_A_TIME
from rag.errors import UnreadableFile

_LONGEST = 300.0
"""Seconds of the processor for one file; a report of 200 pages takes four."""
_DYNAMIC = pdfium.FORMTYPE_XFA_FULL


@dataclass(frozen=True, slots=True)
class Second:
    pages: tuple[Printed | None, ...]
    """None for a page that this reader cannot open; none at all where it cannot open the file."""
    dynamic_form: bool = False
    """The pages are made by the reader that shows them, from a form of another kind (XFA)."""


def read_all_printed(content: bytes, file: str, *, oversized: Set[int] = frozenset()) -> Second:
    """`oversized`: pages, 0-based, that are left out; `file` is named in errors.

    Raises UnreadableFile for a file that takes too long.
    """
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            return Second(())
        with closing(document):
            kind = document.get_formtype()
            if kind != pdfium.FORMTYPE_NONE:
                document.init_forms()
            return Second(tuple(_pages(document, file, oversized)), kind == _DYNAMIC)


def _pages(
    document: pypdfium2.PdfDocument, file: str, oversized: Set[int]
) -> Iterator[Printed | None]:
    end = time.thread_time() + _LONGEST
    for index in range(len(document)):
        if time.thread_time() > end:
            raise UnreadableFile(
                f"{file} takes too long to read: after {_LONGEST / 60:.0f} minutes page"
                f" {index + 1} of {len(document)} was reached; part it into smaller files."
            )
        yield None if index in oversized else _printed(document, index)


def _printed(document: pypdfium2.PdfDocument, index: int) -> Printed | None:
    try:
        form = lay_open(document, index)
        with closing(document[index]) as page:
            return read_printed(page, form=form)
    except pypdfium2.PdfiumError:
        return None


def lay_open(document: pypdfium2.PdfDocument, index: int) -> bool:
    """Makes what fields and notes show part of the page, so that it is read in its place; whether
    there are fields."""
    with closing(document[index]) as page:
        kinds = {*_annotations(page)}
        if kinds - {pdfium.FPDF_ANNOT_LINK}:
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    return pdfium.FPDF_ANNOT_WIDGET in kinds


def _annotations(page: pypdfium2.PdfPage) -> Iterator[int]:
    for i in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, i)
        yield pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
