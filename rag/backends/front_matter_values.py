"""What stands at the head of a Markdown file for programs in, title, author and date out (YAML)."""

import datetime
import re
from collections.abc import Mapping

import yaml

_AUTHORS = ("author", "authors")
_DATES = ("date", "published", "publish_date", "publishdate", "date_published", "pubdate")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_MOST_LETTERS = 20_000


def front_matter_values(written: str) -> tuple[tuple[str, str], ...]:
    """("title", ...), ("author", ...) and ("created", ISO day), each where it is given; nothing
    where the head is not good YAML."""
    try:
        loaded = yaml.safe_load(written) if len(written) <= _MOST_LETTERS else None
    except (yaml.YAMLError, ValueError):  # ValueError: a day that no month has
        return ()
    if not isinstance(loaded, Mapping):
        return ()
    given = {str(key).strip().lower(): value for key, value in loaded.items()}
    found = {
        "title": _words(given.get("title")),
        "author": next(filter(None, (_words(given.get(name)) for name in _AUTHORS)), ""),
        "created": next(filter(None, (_day(given.get(name)) for name in _DATES)), ""),
    }
    return tuple((name, value) for name, value in found.items() if value)


def _words(value: object) -> str:
    """Of a text, or of a list of them or of tables with a name."""
    if isinstance(value, Mapping):
        return _words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    found = _ISO.match(str(value).strip()) if value is not None else None
    return found[0] if found else ""
