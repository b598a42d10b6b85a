"""Lines in, lines without running headers, footers and page numbers out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.lines import Line
from rag.types import Dropped, Page

EDGE = 4
"""How many lines from a page's edge may be furniture."""
_NUMBER = re.compile(
    r"\s*[-–—|]?\s*(?:(?:page|p\.?)\s*)?(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?\s*[-–—|]?\s*",
    re.IGNORECASE,
)
_NAMED_NUMBER = re.compile(r"\s*\|?\s*page\s*\|?\s*(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?\s*", re.I)
_ROMAN = re.compile(r"\s*[ivx]{1,5}\s*")
_LAST_NUMBER = re.compile(r"(?:^|\s)(\d{1,3})\s*$")


def drop_furniture(
    lines: Sequence[Line], pages: Sequence[Page]
) -> tuple[list[Line], list[Dropped], tuple[Page, ...]]:
    """Without pages only what says that it is furniture goes: "Page 3 of 9", a rising lone
    number, and what repeats beside those. Pages come back with the printed number as label
    where the numbers at the edge run beside the file's own count."""
    if len(pages) > 1:
        reasons, printed = _reasons_by_page(lines, len(pages))
        pages = _label_pages(pages, printed)
    else:
        reasons = _reasons_without_pages(lines)
    kept = [line for i, line in enumerate(lines) if i not in reasons]
    dropped = [
        Dropped(lines[i].places[0], lines[i].places[-1] + 1, reason)  # type: ignore[arg-type]
        for i, reason in sorted(reasons.items())
    ]
    return kept, dropped, tuple(pages)


def _shape(text: str) -> str:
    return " ".join(re.sub(r"\d+", "#", text.lower()).split())


def _edges(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    yield numbers[:EDGE]
    yield numbers[::-1][:EDGE]


def _reasons_by_page(lines: Sequence[Line], count: int) -> tuple[dict[int, str], dict[int, int]]:
    on_page: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        on_page.setdefault(line.page, []).append(i)
    shapes: Counter[str] = Counter()
    for numbers in on_page.values():
        near = {i for edge in _edges(numbers) for i in edge}
        shapes.update({_shape(lines[i].text) for i in near})
    least = max(3, count // 5)
    running = {s for s, n in shapes.items() if n >= least and not _ends_sentence(s)}
    reasons: dict[int, str] = {}
    printed: dict[int, int] = {}
    for page, numbers in on_page.items():
        for edge in _edges(numbers):
            _mark_edge(lines, edge, page, running, reasons, printed)
    return reasons, printed


def _ends_sentence(shape: str) -> bool:
    return shape.endswith(".") and len(shape.split()) > 6


def _mark_edge(
    lines: Sequence[Line],
    edge: Sequence[int],
    page: int,
    running: set[str],
    reasons: dict[int, str],
    printed: dict[int, int],
) -> None:
    """From the edge inwards, stop at the first line that is the page's own."""
    for i in edge:
        text = lines[i].text
        number = _NUMBER.fullmatch(text)
        if (number and "#" in running) or _NAMED_NUMBER.fullmatch(text):
            reasons[i] = "page number"
            printed.setdefault(page, int(re.findall(r"\d+", text)[0]))
        elif _ROMAN.fullmatch(text) and page < 12:
            reasons[i] = "page number"
        elif _shape(text) in running and page > 0:
            reasons[i] = "running"
            tail = _LAST_NUMBER.search(text)
            if tail:
                printed.setdefault(page, int(tail.group(1)))
        else:
            return


def _label_pages(pages: Sequence[Page], printed: dict[int, int]) -> tuple[Page, ...]:
    if not printed:
        return tuple(pages)
    offset, votes = Counter(n - page for page, n in printed.items()).most_common(1)[0]
    if offset == 1 or votes < 3 or votes * 2 < len(printed):
        return tuple(pages)
    return tuple(
        replace(page, label=str(i + offset)) if page.label is None and i + offset > 0 else page
        for i, page in enumerate(pages)
    )


def _reasons_without_pages(lines: Sequence[Line]) -> dict[int, str]:
    reasons = {
        i: "page number" for i, line in enumerate(lines) if _NAMED_NUMBER.fullmatch(line.text)
    }
    lone = [
        (i, int(line.text)) for i, line in enumerate(lines)
        if line.row < 0 and not line.bullet and re.fullmatch(r"\s*\d{1,3}\s*", line.text)
    ]  # fmt: skip
    if len(lone) >= 2 and all(b[1] > a[1] for a, b in zip(lone, lone[1:], strict=False)):
        reasons.update({i: "page number" for i, _ in lone})
    for i in _repeated_beside(lines, reasons):
        reasons[i] = "running"
    return reasons


def _repeated_beside(lines: Sequence[Line], numbers: dict[int, str]) -> list[int]:
    """Short lines that come again beside page numbers, or in the middle of a sentence."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if i not in numbers and not line.bullet and len(line.text.split()) <= 14:
            places.setdefault(_shape(line.text), []).append(i)
    found: list[int] = []
    for again in places.values():
        beside = [i for i in again if any(j in numbers for j in (i - 2, i - 1, i + 1, i + 2))]
        if len(again) >= 3 and any(_cuts_a_sentence(lines, i) for i in again):
            found += [i for i in again if i > EDGE]
        elif len(again) >= 2:
            found += [i for i in beside if i > EDGE]
    return found


def _cuts_a_sentence(lines: Sequence[Line], i: int) -> bool:
    if not 0 < i < len(lines) - 1:
        return False
    before, after = lines[i - 1].text.rstrip(), lines[i + 1].text.lstrip()
    return len(before.split()) > 8 and before[-1] not in ".:;?!" and after[:1].islower()
