"""A document's title lines, words and front matter in, its catalogue card out; nothing is taken
from file names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.documents.front.matter import FrontMatter
from rag.documents.inspections import inspection_title
from rag.documents.kinds import document_kind, is_review
from rag.documents.places import area_of_council
from rag.documents.publishers import (
    board_of_area,
    most_named_area,
    most_named_board,
    publisher_area,
    stated_publisher,
)
from rag.documents.subject_line import subject_line
from rag.documents.subjects import review_subject
from rag.documents.titles import given_title, printed_title
from rag.reading.blocks import Block
from rag.reading.dates import iso_date
from rag.types import Reading, Source

OPENING = 4000
"""Characters that count as the opening of a document."""
_KIND_SLUGS = {"briefing": "learning-briefing"}
_NAMED_BY_TITLE = frozenset({"other", "guidance", "inquiry_report"})
_SPOKEN_OF = 3
"""Times that a document other than a review must speak of an area to be about it."""
_TITLE_WORDS = 6
_SUBJECT_WORDS = 6
_OF_THE_COVER = ("publisher", "author", "date_of_report", "area", "inspector", "reference")


@dataclass(frozen=True, slots=True)
class Description:
    title: str
    """"" when the document prints none."""
    subject: str | None
    """Pseudonym of the child or family reviewed, or who died in a coroner's report."""
    publisher: str | None
    area: str | None
    published: str | None
    """ISO at the printed precision: "2016-09-06", "2020-05", "2010"."""
    kind: str
    year: str | None
    """Of publication; of the inspection where a report prints no publication date."""
    reference: str | None = None
    """Of an inspection that names no area: the number of the home."""


def describe(
    source: Source,
    reading: Reading,
    blocks: Sequence[Block],
    titles: Sequence[str],
    front: FrontMatter,
) -> Description:
    """Title, subject, publisher, area, date and kind as the document prints them.

    `titles` are its title lines in order; when there are none, the subject line of a memo or
    letter, the first lines of the reading text, and then the file's own properties, stand in.
    """
    opening = reading.text[:OPENING]
    printed = _printed_properties(source)
    title = _title(source, blocks, titles, opening, front)
    kind = document_kind(title, opening, front)
    reviews = is_review(kind, title, opening)
    subject = _subject(title, opening, front, reviews=reviews)
    publisher = _publisher(reading.text, opening, front, reviews=reviews)
    published = _iso(front, "date_of_report") or printed.get("created")
    year = published or (_iso(front, "date_of_inspection") if front.inspection else None)
    number = front.first("reference")
    return Description(
        title=title,
        subject=subject,
        publisher=publisher,
        area=_area(reading.text, publisher, front, reviews=reviews),
        published=published,
        kind=kind,
        year=year[:4] if year else None,
        reference=number.text if number and front.inspection else None,
    )


def slug(description: Description) -> str:
    """Lower-case words joined by hyphens: subject, area, year and kind as far as known.

    A document of kind "other", guidance or an inquiry has words of its title in place of the
    kind. Two documents may have the same slug.
    """
    kind = _KIND_SLUGS.get(description.kind, description.kind)
    if kind in _NAMED_BY_TITLE:
        kind = " ".join(description.title.split()[:_TITLE_WORDS]) or "document"
    where = description.area or description.reference
    who = " ".join((description.subject or "").split()[:_SUBJECT_WORDS])
    parts = (who, where, description.year, kind)
    words = " ".join(part for part in parts if part).casefold().replace("’", "").replace("'", "")
    return "-".join(re.findall(r"[^\W_]+", words)) or "document"


def _title(
    source: Source,
    blocks: Sequence[Block],
    titles: Sequence[str],
    opening: str,
    front: FrontMatter,
) -> str:
    if named := front.first("title"):
        return named.text
    if front.inspection:
        fields = (f.span[0] - len(f.label) - 3 for f in front.findings if f.label)
        return inspection_title(blocks, min(fields, default=len(opening)))
    told = [f"{f.label} {f.text}" for f in front.findings if f.key in _OF_THE_COVER]
    told += [f.text for f in front.findings if f.key in _OF_THE_COVER]
    lines = titles[:1] if front.coroner else titles
    if headed := _printed_properties(source).get("title"):
        return headed
    given = dict(source.properties).get("title", "")
    printed = printed_title(lines, opening, told)
    subject = "" if front.coroner else subject_line(blocks, printed)
    return subject or printed or given_title(given)


def _printed_properties(source: Source) -> dict[str, str]:
    """What heads a Markdown file: the sites that are made of such files print it."""
    return dict(source.properties) if source.format == "markdown" else {}


def _subject(title: str, opening: str, front: FrontMatter, *, reviews: bool) -> str | None:
    if front.inspection:
        return None
    if front.coroner:
        died = front.first("deceased")
        return died.text if died else None
    return review_subject(title, opening if reviews else "")


def _publisher(text: str, opening: str, front: FrontMatter, *, reviews: bool) -> str | None:
    found = front.first("publisher")
    if front.coroner or front.inspection:
        return " ".join(found.text.split()) if found else None
    stated = stated_publisher(text, opening)
    if stated:
        return stated
    if found:
        return found.text
    return most_named_board(text) if reviews else board_of_area(text, _own_area(text, front))


def _area(text: str, publisher: str | None, front: FrontMatter, *, reviews: bool) -> str | None:
    """The place in the publisher's name, else the one that the front matter tells, else that which
    a text speaks of most."""
    named = publisher_area(publisher) if publisher and not front.inspection else None
    return named or _own_area(text, front, least=1 if reviews else _SPOKEN_OF)


def _own_area(text: str, front: FrontMatter, *, least: int = _SPOKEN_OF) -> str | None:
    found = front.first("area")
    if found or front.coroner or front.inspection:
        return area_of_council(found.text) if found else None
    return most_named_area(text, least=least)


def _iso(front: FrontMatter, key: str) -> str | None:
    found = front.first(key)
    return iso_date(found.text) if found else None
