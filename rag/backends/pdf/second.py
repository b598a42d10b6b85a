"""A PDF in, what a person sees on each of its pages out: the second reader's pass over it."""

from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from rag.backends.pdf.printed import Printed, read_printed
from rag.backends.pdf.turn import ONE_AT_A_TIME



def read_all_printed(content: bytes) -> list[Printed | None]:
    """None for a page that this reader cannot open; no pages where it cannot open the file, or
    only with a password."""
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            return []
        with closing(document):
            if document.get_formtype() != pdfium.FORMTYPE_NONE:
                document.init_forms()
            return [_printed(document, i) for i in range(len(document))]


def _printed(document: pypdfium2.PdfDocument, index: int) -> Printed | None:
    try:
        form = _lay_open(document, index)
        with closing(document[index]) as page:
            return read_printed(page, form=form)
    except pypdfium2.PdfiumError:
        return None


def _lay_open(document: pypdfium2.PdfDocument, index: int) -> bool:
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
