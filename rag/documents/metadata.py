"""A document's own words in, its catalogue card out; nothing is taken from file names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.documents.inspections import Inspection, read_inspection
from rag.documents.publication import publication_date
from rag.documents.publishers import inspectorate, publisher_area, publisher_of
from rag.documents.titles import printed_title, review_subject
from rag.types import Source

_OPENING, _CLOSING = 4000, 1500
"""Characters that count as the opening and the closing of a document."""

_BRIEFING = (
    r"\b(?:briefings?|learning (?:from|summary|points|lessons|brief)|lessons from"
    r"|(?:one|1|7|seven)[ -]minute|practice note|leaflet|learning review summary)\b"
)
_BY_TITLE = (
    ("executive_summary", r"\b(?:executive summary|exec(?:utive)? sum)"),
    ("response", r"\b(?:response|action plan|improvement (?:report|plan))\b"),
    ("learning_bulletin", r"\b(?:bulletin|newsletter)\b"),
    ("briefing", _BRIEFING),
)
_BY_SELF = re.compile(
    r"\bthis\s+(?:short\s+|learning\s+|practice\s+|7[ -]minute\s+|seven[ -]minute\s+)*"
    r"(?P<kind>executive summary|response|bulletin|newsletter|briefing|leaflet|overview report)\b",
    re.IGNORECASE,
)
_SELF_KINDS = {
    "executive summary": "executive_summary",
    "response": "response",
    "bulletin": "learning_bulletin",
    "newsletter": "learning_bulletin",
    "briefing": "briefing",
    "leaflet": "briefing",
    "overview report": "overview_report",
}
_REVIEW = re.compile(
    r"\b(?:overview report|(?:serious|significant) case review|practice review|case management"
    r" review|homicide review|safeguarding review|learning review|thematic review|LCSPR|CSPR)\b",
    re.IGNORECASE,
)
_KIND_SLUGS = {"briefing": "learning-briefing"}
_TITLE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Description:
    title: str
    """"" when the document prints none."""
    subject: str | None
    """Pseudonym of the child or family reviewed; None for inspection reports."""
    publisher: str | None
    area: str | None
    published: str | None
    """ISO at the printed precision: "2016-09-06", "2020-05", "2010"."""
    kind: str
    year: str | None
    """Of publication; of the inspection where a report prints no publication date."""


def describe(source: Source, reading_text: str, titles: Sequence[str]) -> Description:
    """Title, subject, publisher, area, date and kind as the document prints them.

    `titles` are its title lines in order, without date or author; when there are none, the first
    lines of the reading text, and then the file's own properties, stand in.
    """
    opening = reading_text[:_OPENING]
    dated = f"{opening}\n{reading_text[-_CLOSING:]}" if len(reading_text) > _OPENING else opening
    if inspection := read_inspection(opening):
        return _describe_inspection(inspection, reading_text, dated)
    given = dict(source.properties)
    # What heads a Markdown file is printed by the sites that are made of such files.
    printed = given if source.format == "markdown" else {}
    title = printed.get("title") or printed_title(titles, opening) or given.get("title", "")
    subject = review_subject(title, opening)
    publisher = publisher_of(reading_text, opening)
    published = publication_date(dated, subject) or printed.get("created")
    return Description(
        title=title,
        subject=subject,
        publisher=publisher,
        area=publisher_area(publisher, reading_text),
        published=published,
        kind=_kind(title, opening),
        year=published[:4] if published else None,
    )


def slug(description: Description) -> str:
    """Lower-case words joined by hyphens: subject, area, year and kind as far as known.

    A document of kind "other" has words of its title in place of the kind. Two documents may
    have the same slug.
    """
    kind = _KIND_SLUGS.get(description.kind, description.kind)
    if kind == "other":
        kind = " ".join(description.title.split()[:_TITLE_WORDS]) or "document"
    parts = (description.subject, description.area, description.year, kind)
    words = " ".join(part for part in parts if part).casefold().replace("’", "").replace("'", "")
    return "-".join(re.findall(r"[^\W_]+", words)) or "document"


def _describe_inspection(inspection: Inspection, text: str, dated: str) -> Description:
    published = publication_date(dated, None)
    return Description(
        title=inspection.title,
        subject=None,
        publisher=inspectorate(text),
        area=inspection.area,
        published=published,
        kind="inspection_report",
        year=published[:4] if published else inspection.year,
    )


def _kind(title: str, opening: str) -> str:
    for kind, pattern in _BY_TITLE:
        if re.search(pattern, title, re.IGNORECASE):
            return kind
    if found := _BY_SELF.search(opening):
        return _SELF_KINDS[found["kind"].casefold()]
    return "overview_report" if _REVIEW.search(title) else "other"
