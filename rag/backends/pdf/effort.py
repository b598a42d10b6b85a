"""A page in, whether it draws more than can be looked at in a few seconds out."""

import pypdfium2
import pypdfium2.raw as pdfium

from rag.backends.pdf.pictures import things_of

_MOST = 20_000
"""Things drawn, which take two seconds at most; a page of a report with its charts has 4,000."""
_CORNERS = 10
"""Of lines, which take as long as one more thing."""


def is_too_much(page: pypdfium2.PdfPage) -> bool:
    """By what is drawn and not by the clock, so that a file is read alike on any machine."""
    effort = 0.0
    for kind, thing in things_of(page):
        effort += 1
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            effort += pdfium.FPDFPath_CountSegments(thing) / _CORNERS
        if effort > _MOST:
            return True
    return False
