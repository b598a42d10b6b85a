"""PDF in, the text of each page out."""

from rag.backends.pdf.extraction import Extracted, extract_pages

__all__ = ["Extracted", "extract_pages"]
