"""The name of a file in, whether it was named as a copy of another out."""

import re
from pathlib import Path

_COPY = re.compile(
    r"copy (?:\(\d+\) )?of .+"
    r"|.+[ _-]copy(?: ?\(?\d{1,3}\)?)?"
    r"|.+\(\d{1,2}\)",
    re.IGNORECASE,
)
"""As Windows, macOS and browsers name a second one: "Copy of a", "a - Copy (2)", "a copy 2",
"a (1)". Longer figures in brackets are years."""


def is_named_as_copy(name: str) -> bool:
    return _COPY.fullmatch(Path(name).stem.strip()) is not None
