"""A line or row of an action plan in, the field that it fills out: "Lead: Police"."""

import re
from dataclasses import dataclass

from rag.outline.agencies import MOST_WORDS, OWNER, names_agency

FIELDS: tuple[tuple[str, str], ...] = (
    ("detail", r"lead|owner|responsib\w+|by whom|who|agency|agencies|organisation|accountable"),
    ("detail", r"time-?(?:scale|frame)s?|deadline|target|by when|when|due|date|completion"),
    ("detail", r"status|rag|rating|resources?|priority"),
    ("measure", r"(?:intended |expected |desired )?(?:outcomes?|impact)|success|measures?|how will"
     r"|evidence|monitoring"),
    ("action", r"(?:key |agreed )?actions?|progress|update|milestones?"),
)  # fmt: skip
"""Kind of unit that a field makes, and how the names of such fields begin."""
_NAMES = tuple((kind, re.compile(rf"(?:{p})\b", re.IGNORECASE)) for kind, p in FIELDS)
_AGENCY = re.compile(r"\b(?:agency|organisation)\b", re.IGNORECASE)
_LINE = re.compile(r"(?P<name>[A-Z][\w/()-]*(?: [\w/()-]+){0,4}?)\s*:\s+(?P<value>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Field:
    kind: str
    owner: str | None
    """The organisation that it names as responsible."""


def read_line(text: str) -> Field | None:
    found = _LINE.fullmatch(text)
    return read_field(found.group("name"), found.group("value")) if found else None


def read_field(name: str, value: str) -> Field | None:
    if len(name.split()) > 5:
        return None
    kind = next((kind for kind, pattern in _NAMES if pattern.match(name)), None)
    if kind is None:
        return None
    return Field(kind, value.strip() if _names_owner(name, value) else None)


def _names_owner(name: str, value: str) -> bool:
    """An owner may be a person; where the field's name says that it is an agency, it is one."""
    if not OWNER.search(name):
        return False
    short = value[:1].isupper() and len(value.split()) <= MOST_WORDS
    return names_agency(value) or (_AGENCY.search(name) is not None and short)
