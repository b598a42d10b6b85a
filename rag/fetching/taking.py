"""What a site sent in, a document with a name out, or the reason why it is none."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from rag.errors import NotFetched
from rag.fetching.file_names import given_name, safe_name
from rag.fetching.forms import PAGE, TEXTS, suffix_of
from rag.fetching.walls import title_of, wall


@dataclass(frozen=True, slots=True)
class Version:
    """By what a site knows whether a document is still the one it sent; None where it says none."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    content: bytes
    name: str
    """Safe as the name of a file; its suffix is that of the content."""
    version: Version
    is_page: bool
    """A web page, which is a document only where it says what was wanted itself."""


@dataclass(frozen=True, slots=True)
class Visit:
    address: httpx.URL
    status: int
    headers: Mapping[str, str]
    body: bytes


def take(given: httpx.URL, visit: Visit) -> Fetched:
    """Raises NotFetched where the body is not what was promised, or no document at all."""
    named = given_name(visit.address, visit.headers.get("content-disposition", ""))
    suffix = suffix_of(visit.body, named)
    if suffix is None:
        raise NotFetched(
            f"{visit.address.host} sent something that is no document (called “{named[:80]}”,"
            f" {len(visit.body)} bytes): expected a PDF, a Word file, a text or a web page; open"
            " the address in a browser to see what it is."
        )
    if _promised_pdf(given, visit, named) and suffix in {PAGE, *TEXTS}:
        raise NotFetched(_no_pdf(visit, suffix))
    door = (wall(visit.body) or _led_astray(given, visit)) if suffix == PAGE else None
    if door:
        raise NotFetched(
            f"it is {door}: open the address in a browser, and give the address of the document"
            " itself, or download it there and add the file."
        )
    told = Version(visit.headers.get("etag"), visit.headers.get("last-modified"))
    return Fetched(visit.body, safe_name(named, suffix), told, suffix == PAGE)


def _promised_pdf(given: httpx.URL, visit: Visit, named: str) -> bool:
    names = (given.path, visit.address.path, named)
    kind = visit.headers.get("content-type", "").lower()
    return any(n.lower().endswith(".pdf") for n in names) or kind.startswith("application/pdf")


def _led_astray(given: httpx.URL, visit: Visit) -> str | None:
    """Many sites lead every address that is gone to their front page."""
    front = visit.address.path in ("", "/") and not visit.address.query
    asked_for_more = given.path not in ("", "/") or bool(given.query)
    if front and asked_for_more:
        return f"the front page of {visit.address.host}, to which it leads"
    return None


def _no_pdf(visit: Visit, suffix: str) -> str:
    if suffix != PAGE:
        return (
            "it is not the PDF that the address promises, but plain text: open the address in a"
            " browser to see what it says."
        )
    title = title_of(visit.body)
    what = wall(visit.body) or f"a web page{f' titled “{title}”' if title else ''}"
    return (
        f"it is not the PDF that the address promises, but {what}: open the address in a browser,"
        " download the document there and add the file."
    )
