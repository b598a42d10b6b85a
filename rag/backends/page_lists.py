"""Pages in, words for them out, and back: "each of pages 3, 5 to 7 and 9 has no text"."""

import re
from collections.abc import Iterable, Sequence

_LISTED = re.compile(r"(?:page|each of pages) ((?:\d+(?:, | to | and )?)+)")
_STRETCH = re.compile(r"(\d+)(?: to (\d+))?")


def about_pages(pages: Iterable[int], words: str) -> str:
    """The words with the pages that they are about; empty where there are none."""
    numbers = [*pages]
    if not numbers:
        return ""
    return f"{'page' if len(numbers) == 1 else 'each of pages'} {_listed(numbers)} {words}"


def pages_named(warnings: Iterable[str]) -> frozenset[int]:
    """The pages that these are about."""
    stretches = (_STRETCH.findall(listed[1]) for listed in map(_LISTED.match, warnings) if listed)
    return frozenset(
        number
        for found in stretches
        for first, last in found
        for number in range(int(first), int(last or first) + 1)
    )


def _listed(numbers: Sequence[int]) -> str:
    """ "3, 5 to 7 and 9"."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    words = [
        f"{first}" if first == last else f"{first} {'and' if first + 1 == last else 'to'} {last}"
        for first, last in stretches
    ]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
