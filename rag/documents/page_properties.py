"""A web page in, what it says of itself, and what it shows that is not read, out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.backends.web_page import Element, elements, read_page, text_of
from rag.reading.web.looks import HEADINGS, names
from rag.reading.web.surroundings import read_surroundings

_TITLES = ("dcterms.title", "dc.title", "citation_title", "og:title")
_AUTHORS = ("author", "dcterms.creator", "dc.creator", "citation_author", "article:author")
_DATES = (
    "dcterms.issued", "dc.date.issued", "citation_publication_date", "article:published_time",
    "dcterms.created", "dc.date", "date",
)  # fmt: skip
_DAY = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)")
_ORNAMENT = re.compile(
    r"logo|icon|banner|avatar|photo|portrait|crest|badge|spacer|flag|button|arrow|bullet|pixel"
    r"|header|footer|decorat|gravatar|emblem|shield",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\s*(\d+)")
_LARGE = 200
"""Pixels; a smaller picture holds no words that anybody reads."""
_TELLING = 4
"""Words of a description by which a picture says something of its own."""
_MOST = 10


@dataclass(frozen=True, slots=True)
class PageProperties:
    properties: tuple[tuple[str, str], ...]
    """("title", ...), ("author", ...) and ("created", ISO day), each where the page gives it."""
    warnings: tuple[str, ...]


def page_properties(text: str) -> PageProperties:
    page = read_page(text)
    return PageProperties(tuple(_properties(page)), tuple(_warnings(page)))


def _properties(page: Element) -> Iterator[tuple[str, str]]:
    given: dict[str, str] = {}
    for element in elements(page):
        if element.name == "meta":
            about = element.attributes
            name = (about.get("name") or about.get("property") or "").strip().lower()
            given.setdefault(name, " ".join(about.get("content", "").split()))
    titles = (text_of(element) for element in elements(page) if element.name == "title")
    title = next(filter(None, titles), "") or _first(given, _TITLES)
    day = _DAY.match(_first(given, _DATES))
    found = {
        "title": title,
        "author": _first(given, _AUTHORS),
        "created": "-".join(day.groups()) if day else "",
    }
    yield from ((name, value) for name, value in found.items() if value)


def _first(given: dict[str, str], wanted: tuple[str, ...]) -> str:
    return next(filter(None, (given.get(name, "") for name in wanted)), "")


def _warnings(page: Element) -> Iterator[str]:
    """By the heading above, for a page has no pages."""
    around = read_surroundings(page)
    heading, told = "", list[str]()
    for element in elements(page):
        if element.parent is None or around[element.parent].unread:
            continue
        if element.name in HEADINGS:
            heading = text_of(element)
        if what := _not_read(element):
            told.append(f"{what}{f' under “{heading}”' if heading else ''} is not read")
    unique = list(dict.fromkeys(told))
    yield from unique[:_MOST]
    if len(unique) > _MOST:
        yield f"{len(unique) - _MOST} more parts of the page are not read"


def _not_read(element: Element) -> str:
    """What a person sees and the text does not have; "" for anything else."""
    match element.name:
        case "img" if _probably_says_something(element):
            alt = " ".join(element.attributes.get("alt", "").split())
            return f"a picture (“{alt}”)" if alt else "a picture"
        case "svg svg" if any(e.name == "svg text" for e in elements(element)):
            return "the text of a drawing"
        case "canvas":
            return "a drawing"
        case "iframe" | "object" | "embed":
            return "a part that is another file"
        case "input" if element.attributes.get("type", "").lower() in ("checkbox", "radio"):
            return "which boxes are ticked"
    return ""


def _probably_says_something(picture: Element) -> bool:
    alt = picture.attributes.get("alt", "")
    source = picture.attributes.get("src", "")
    address = "" if source.startswith("data:") else source.rsplit("/", 1)[-1]
    if _ORNAMENT.search(f"{alt} {address} {names(picture)}"):
        return False
    sizes = [_SIZE.match(picture.attributes.get(side, "")) for side in ("width", "height")]
    known = [int(size[1]) for size in sizes if size]
    if known and min(known) < _LARGE:
        return False
    return len(alt.split()) >= _TELLING or len(known) == len(sizes)
