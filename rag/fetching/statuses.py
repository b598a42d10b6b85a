"""How a site says no, or not now, and what a person is told of it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from rag.errors import NotFetched
from rag.fetching.pace import spell_seconds

_GONE = frozenset({404, 410})
_CLOSED = frozenset({401, 402, 403, 407, 451})
_MOST_SECONDS = 366 * 86_400.0


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that the answer asks to wait for, from its number or date; None where it names none
    that can be read. `now` is in UTC."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value), _MOST_SECONDS)
    try:
        until = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max((until - now).total_seconds(), 0.0), _MOST_SECONDS)


def too_many(host: str, status: int, seconds: float | None) -> NotFetched:
    when = f"in {spell_seconds(seconds)}" if seconds else "later"
    what = "it gets too many requests" if status == 429 else "it is busy"
    return NotFetched(f"{host} says that {what} ({status}): try again {when}.")


def unsaid_rules(host: str, status: int) -> NotFetched:
    return NotFetched(
        f"{host} does not give out its robots.txt ({status}), so it is not known whether programs"
        " may fetch from it: try again later, or download the document in a browser and add the"
        " file."
    )


def refused(host: str, status: int) -> NotFetched:
    if status in _GONE:
        return NotFetched(
            f"{host} has nothing at this address ({status}): look for where the document has moved"
            " to."
        )
    if status in _CLOSED:
        return NotFetched(
            f"{host} does not give it to everybody ({status}): download it in a browser, where you"
            " can sign in, and add the file."
        )
    return NotFetched(
        f"{host} answered {status}, not with a document: try again later, or open the address in a"
        " browser to see what is wrong."
    )
