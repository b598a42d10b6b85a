"""The cell of a sheet in, its value as the sheet shows it out."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

_QUOTED = re.compile(r"\"([^\"]*)\"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].")
_DATE_PART = re.compile(r"d{1,4}|m{1,5}|y{2,4}|h{1,2}|s{1,2}|AM/PM", re.IGNORECASE)
_PLACES = re.compile(r"[0#?]\.([0#?]+)")
_CURRENCY = "£$€"


def shown(cell: Any) -> str:
    """On one line; "" for an empty cell. Dates and numbers by the common parts of their formats,
    anything else as it is kept."""
    value, form = cell.value, (cell.number_format or "General").split(";")[0]
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return _date(value, form)
    if isinstance(value, int | float):
        return _number(value, form)
    return " ".join(str(value).split())


def _number(value: float, form: str) -> str:
    bare = _QUOTED.sub(lambda found: next(filter(None, found.groups()), ""), form)
    if bare in ("General", "@") or not re.search(r"[0#?]", bare) or "E" in bare or "/" in bare:
        return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)
    places = _PLACES.search(bare)
    exact = Decimal(repr(value)) * (100 if "%" in bare else 1)
    step = Decimal(1).scaleb(-len(places[1])) if places else Decimal(1)
    rounded = exact.quantize(step, ROUND_HALF_UP)
    figures = f"{rounded:,}" if "," in bare else f"{rounded}"
    sign = next((sign for sign in _CURRENCY if sign in bare), "")
    return f"{sign}{figures}{'%' if '%' in bare else ''}".replace(f"{sign}-", f"-{sign}", 1)


def _date(value: datetime.datetime | datetime.date | datetime.time, form: str) -> str:
    bare = _QUOTED.sub(lambda found: found[1] or found[2] or "", form)
    if bare in ("General", "@") or not _DATE_PART.search(bare):
        return value.isoformat()
    clock = False

    def part(found: re.Match[str]) -> str:
        nonlocal clock
        code = found[0].lower()
        minutes = code in ("m", "mm") and (clock or bare[found.end() :].lower().startswith(":s"))
        clock = code[0] == "h" or minutes
        return _part(value, "minutes" if minutes else code)

    return " ".join(_DATE_PART.sub(part, bare).split())


def _part(value: Any, code: str) -> str:
    names = {
        "d": "{0.day}", "dd": "{0.day:02}", "ddd": "{0:%a}", "dddd": "{0:%A}", "m": "{0.month}",
        "mm": "{0.month:02}", "mmm": "{0:%b}", "mmmm": "{0:%B}", "yy": "{0:%y}",
        "yyyy": "{0.year}", "h": "{0.hour}", "hh": "{0.hour:02}", "minutes": "{0.minute:02}",
        "s": "{0.second}", "ss": "{0.second:02}", "am/pm": "{0:%p}",
    }  # fmt: skip
    try:
        return names.get(code, "{0}").format(value)
    except AttributeError:  # a time has no day
        return ""
