"""How a citation is written for a reader, in the terminal and in the window alike."""

import re
from itertools import pairwise

from rag.answer import Answer
from rag.quotes.citations.speakers import UNCERTAIN
from rag.types import Citation

DIGEST_NOTE = "digest - our own summary, not the review's words"
FROM_DIGEST = (
    "Text without quotation marks is from a digest: our own summary, not the review's words."
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
    """Headings, label, agency, speaker and page, without what is said already."""
    headings = (*citation.path, citation.label)
    said = [above for above, below in pairwise(headings) if not below.startswith(above)]
    page = citation.page_label or citation.page
    named = (citation.agency or "").casefold() in citation.label.casefold()
    agency = None if named else citation.agency
    place = " › ".join([*said, citation.label])
    parts = (place, agency, _speaking(citation, place), page and f"page {page}")
    return ", ".join(part for part in parts if part)


def _speaking(citation: Citation, place: str) -> str | None:
    """None where the headings and the label say as much ("Finding 3"), or nothing is certain."""
    if citation.speaker in UNCERTAIN:
        return None
    role = re.split(r" (?:of|to|for) ", citation.speaker.removeprefix("the "))[0]
    return None if _singular(role) <= _singular(place) else citation.speaker


def _singular(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w+", text.casefold())}


def quoted(citation: Citation) -> str:
    """In quotation marks only where the words are the review's own."""
    return f"“{citation.quote}”" if citation.match else citation.quote


def reference(citation: Citation) -> str:
    """One line that leads a reader of another paper to the place: "[1] Title, publisher, year.
    Findings › Finding 3, page 5." """
    parts = (f"[{citation.n}] {review_line(citation)}", unit_line(citation), citation.source_url)
    note = f" ({DIGEST_NOTE})" if citation.provenance == "digest" else ""
    return ". ".join(part.rstrip(".") for part in parts if part) + f".{note}"


def quotation(citation: Citation) -> str:
    """The words, and below them where they stand: for pasting one citation elsewhere."""
    return f"{quoted(citation)}\n{reference(citation)}"


def with_references(answer: Answer) -> str:
    """The answer and below it its references: for pasting all of it elsewhere."""
    parts = [answer.text]
    if any(each.provenance == "digest" for each in answer.citations):
        parts.append(FROM_DIGEST)
    parts.append("\n".join(map(reference, answer.citations)))
    return "\n\n".join(part for part in parts if part)
