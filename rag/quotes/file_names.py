"""What was typed in, out whether it can only be meant as a file, there or not."""

import re
from pathlib import Path

from rag.quotes.quotations import SUFFIXES

_ROOTED = re.compile(r"(?:~|\.{1,2})?[/\\]|[A-Za-z]:[/\\]")
_ENDING = re.compile(r"\S\.[A-Za-z]\w{0,4}$")

_LONGEST = 250
"""Signs; few systems have longer file names."""


def names_a_file(given: str) -> bool:
    """The ending of a file that may hold quotations, or a path without a space.

    "and/or", "24/7" and a web address are words that a review may say."""
    given = given.strip()
    if len(given) > _LONGEST or "\n" in given or "://" in given:
        return False
    return given.lower().endswith(SUFFIXES) or _is_path(given)


def _is_path(given: str) -> bool:
    parts = re.split(r"[/\\]", given)
    if len(parts) == 1 or len(given.split()) > 1:
        return False
    return bool(_ROOTED.match(given) or _ENDING.search(parts[-1])) or Path(parts[0]).is_dir()
