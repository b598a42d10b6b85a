"""A Markdown file in, where what stands at its head for programs ends out."""

import re

_FENCED = re.compile(r"\ufeff?\s*---[ \t]*\n(?P<inside>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"[\w\"'.-][\w \"'.-]*:(?:[ \t].*)?")
_MORE = re.compile(r"[ \t]+\S.*|- .*|#.*|\s*|[}\]],?")
"""Goes on with the entry above, is a remark, or says nothing."""


def front_matter(text: str) -> tuple[str, int]:
    """What stands between the two rules at the head, as YAML, and where the text goes on; "" and 0
    where the first rule is a line across the page."""
    found = _FENCED.match(text)
    if not found:
        return "", 0
    lines = found["inside"].splitlines()
    entries = [bool(_ENTRY.fullmatch(line)) for line in lines]
    rest = (_MORE.fullmatch(line) for line, entry in zip(lines, entries, strict=True) if not entry)
    if not any(entries) or not all(rest) or (lines and not entries[0] and lines[0].strip()):
        return "", 0
    return found["inside"], found.end()
