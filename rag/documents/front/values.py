"""The text behind a label in, how much of it is the value that the label promises out."""

import re
from collections.abc import Callable, Mapping

from rag.documents.front.labels import Check
from rag.documents.front.people import is_role, names_body, names_people
from rag.documents.places import area_of_council, is_place, place_at
from rag.reading.dates import DATES, iso_date

_DATES = re.compile(DATES)
_CODE = re.compile(r"(?=[^\s]*\d|\w+ [^\s]*\d)[A-Za-z0-9][\w./\\()–-]*(?: [\w./\\()–-]+){0,3}")
_VACANT = re.compile(
    r"(?:post |position )?(?:is )?(?:vacant|not applicable|to be appointed)\b.*", re.I
)
_MOST_WORDS = 150
"""Of the addressees of one report."""
_AFTER = re.compile(r"\s*(?:$|[(;,|]|[–—-]\s)")


def value_length(text: str, check: Check) -> int:
    """Characters of `text`, from its beginning, that are the value; 0 where it is none."""
    return _CHECKS[check](text)


def _people(text: str) -> int:
    return len(text) if names_people(text) else 0


def _post(text: str) -> int:
    return len(text) if names_people(text) or _VACANT.fullmatch(text) else 0


def _dates(text: str) -> int:
    found = _DATES.match(text)
    if not found or not iso_date(found[0]) or not _AFTER.match(text, found.end()):
        return 0
    return found.end()


def _date(text: str) -> int:
    """One day or month, not a span."""
    return _dates(text)


def _place(text: str) -> int:
    end = place_at(text)
    if end and _AFTER.match(text, end):
        return len(text[:end].rstrip(" .,"))
    return len(text) if is_place(area_of_council(text)) else 0


def _code(text: str) -> int:
    return len(text) if _CODE.fullmatch(text.strip()) else 0


def _addressee(text: str) -> int:
    sentence = text.rstrip().endswith(".") and len(text.split()) > 20
    return len(text) if text[:1].isupper() and not sentence and _is_short(text) else 0


def _body(text: str) -> int:
    return len(text) if names_body(text) else 0


def _any(text: str) -> int:
    return len(text) if len(text.split()) <= 25 else 0


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and (len(text.split()) > 8 or is_role(text))


_CHECKS: Mapping[Check, Callable[[str], int]] = {
    "people": _people, "post": _post, "dates": _dates, "date": _date, "place": _place,
    "code": _code, "addressee": _addressee, "body": _body, "any": _any,
}  # fmt: skip
