"""How a citation is written for a reader, in the terminal and in the window alike."""

from itertools import pairwise

from rag.types import Citation

DIGEST_NOTE = "digest - our own summary, not the review's words"
FROM_DIGEST = (
    "What stands without quotation marks is from a digest: our own summary, not the review's words."
)
ADD_ORIGINAL = (
    "To have the review itself quoted, put its file into the corpus folder and run rag index, "
    "or run rag index FILE."
)


def review_line(citation: Citation) -> str:
    """Title, publisher (or area) and year, as far as they are known."""
    year = citation.published[:4] if citation.published else None
    parts = (citation.title, citation.publisher or citation.area, year)
    return ", ".join(part for part in parts if part)


def unit_line(citation: Citation) -> str:
    """Headings, label, agency and page, without what the next part or the label repeats."""
    headings = (*citation.path, citation.label)
    said = [above for above, below in pairwise(headings) if not below.startswith(above)]
    page = citation.page_label or citation.page
    named = (citation.agency or "").casefold() in citation.label.casefold()
    agency = None if named else citation.agency
    parts = (" › ".join([*said, citation.label]), agency, page and f"page {page}")
    return ", ".join(part for part in parts if part)


def quoted(citation: Citation) -> str:
    """In quotation marks only where the words are the review's own."""
    return f"“{citation.quote}”" if citation.match else citation.quote
