"""What was found on the pages in, warnings in words for a person out."""

import re
from collections.abc import Iterable, Sequence

from rag.backends.pdf.choosing import Choice
from rag.backends.pdf.printed import Printed

OCR = "run the file through text recognition (OCR) and add the result"
_DOUBTS = {
    "unnamed": f"cannot be read: the font does not say which letters it shows; {OCR}",
    "partly unnamed": (
        f"cannot be read in part: a font does not say which letters it shows; {OCR}"
    ),
    "no language": (
        f"cannot be trusted: the letters make no words, so the font says others than it shows;"
        f" {OCR}"
    ),
    "not opened": (
        "cannot be read: it is damaged, or takes more room than a page of a report; save the file"
        " anew and add that"
    ),
}

_LISTED = re.compile(r"(?:page|each of pages) ((?:\d+(?:, | to | and )?)+)")
_STRETCH = re.compile(r"(\d+)(?: to (\d+))?")


def warnings_of(choices: Sequence[Choice], printed: Sequence[Printed | None]) -> tuple[str, ...]:
    """Each with the pages that it is about, counted from 1."""
    pages = [*zip(range(1, len(choices) + 1), choices, printed, strict=True)]
    silent = {n for n, choice, _ in pages if not choice.text.strip() and not choice.doubt}
    found = [
        *(
            _about((n for n, choice, _ in pages if choice.doubt == doubt), words)
            for doubt, words in _DOUBTS.items()
        ),
        _about(
            (n for n, _, page in pages if n in silent and (page is None or _is_picture(page))),
            f"has no text: it is a picture; {OCR}",
        ),
        _about(
            (n for n, _, page in pages if n not in silent and page and _shows_words(page)),
            "shows words in a picture, which were not read",
        ),
        _about(
            (n for n, _, page in pages if page and page.drawn.chart),
            "shows a chart; only the words printed on it were read",
        ),
        _about(
            (n for n, _, page in pages if page and page.recognised),
            "is a scan: its words come from text recognition, which makes mistakes",
        ),
        *(
            _about(
                (n for n, _, page in pages if page and words in page.watermarks),
                f"bears the watermark “{words}”, which was left out",
            )
            for words in dict.fromkeys(w for page in printed if page for w in page.watermarks)
        ),
    ]
    return tuple(warning for warning in found if warning)


def _is_picture(page: Printed) -> bool:
    return page.drawn.scan or page.drawn.lettering


def _shows_words(page: Printed) -> bool:
    return page.drawn.lettering and not page.recognised


def _about(pages: Iterable[int], words: str) -> str:
    """ "page 3 has no text", "each of pages 3, 5 to 7 has no text"."""
    numbers = [*pages]
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"page {numbers[0]} {words}"
    return f"each of pages {_listed(numbers)} {words}"


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


def pages_named(warnings: Iterable[str]) -> frozenset[int]:
    """The pages, from 1, that these warnings are about."""
    stretches = (_STRETCH.findall(listed[1]) for listed in map(_LISTED.match, warnings) if listed)
    return frozenset(
        number
        for found in stretches
        for first, last in found
        for number in range(int(first), int(last or first) + 1)
    )
