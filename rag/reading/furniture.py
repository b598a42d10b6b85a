"""Lines in, lines without running headers, footers and page numbers out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from statistics import median

from rag.reading.heading_topics import topic_of
from rag.reading.marks import read_label
from rag.reading.scan import Line, stretches
from rag.reading.shared_headings import EDGE, are_neighbours, heads_parts
from rag.reading.wrapping import ends_sentence
from rag.types import Dropped, Page, Reason

SHORTEST_PAGE = 700
"""Characters; numbers that come quicker count items, not pages."""
MOST_WORDS = 14
"""Words of a running line."""
FEWEST_WORDS = 4
"""Words beside a number that no wide space parts from them."""
FEWEST_PAGES = 3
"""Pages that the same words have to run over; two lines alike may be two items."""
_PAGE = r"(?:page|p ?a ?g ?e|p\.?)"
_OF = r"(?: ?(?:of|/) ?\d{1,3})?"
_NUMBER = re.compile(rf"[-–—|]? ?(?:{_PAGE} ?)?(\d{{1,3}}){_OF} ?[-–—|]?", re.IGNORECASE)
_NAMED_NUMBER = re.compile(
    rf"\|? ?(?:page|p a g e) ?\|? ?(\d{{1,3}}){_OF}|(\d{{1,3}}) ?\| ?(?:page|p ?a ?g ?e)",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(r".*\bpage \d{1,3} ?(?:of|/) ?\d{1,3}", re.IGNORECASE)
_ROMAN = re.compile(r"[ivx]{1,5}")
_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)")
_END_NUMBER = re.compile(r"\d{1,3}$|^\d{1,3}(?= )")
_COUNTED = re.compile(r"#[+-]\d+|^\d{1,3}$")
_Reasons = dict[int, Reason]


def drop_furniture(
    lines: Sequence[Line], pages: Sequence[Page]
) -> tuple[list[Line], list[Dropped], tuple[Page, ...]]:
    """Without pages only what says that it is furniture goes: "Page 3 of 9", rising lone numbers
    a page apart, the same words with rising numbers beside them, and what repeats beside those.
    Pages come back with the printed number as label where the numbers at the edge run beside the
    file's own count."""
    if len(pages) > 1:
        reasons, printed = _reasons_by_page(lines, len(pages))
        pages = _label_pages(pages, printed)
    else:
        reasons = _reasons_without_pages(lines)
    kept = [line for i, line in enumerate(lines) if i not in reasons]
    dropped = [d for i, why in sorted(reasons.items()) for d in stretches(lines[i].places, why)]
    return kept, dropped, tuple(pages)


def _keys(line: Line) -> Iterator[tuple[str, bool]]:
    """The line as it stands on every page: as it is, or with its first or last number counted
    from the page's own; and whether it was counted so."""
    folded = line.text.lower()
    yield folded, False
    numbers = list(_DIGITS.finditer(folded))
    for at in {n.span(): n for n in (numbers[:1] + numbers[-1:])}.values():
        own = int(at.group()) - line.page
        yield f"{folded[: at.start()]}#{own:+}{folded[at.end() :]}", True


def _edges(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    yield numbers[:EDGE]
    yield numbers[::-1][:EDGE]


def _reasons_by_page(lines: Sequence[Line], count: int) -> tuple[_Reasons, dict[int, int]]:
    on_page: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        on_page.setdefault(line.page, []).append(i)
    places: dict[tuple[str, bool], list[int]] = {}
    for numbers in on_page.values():
        for i in sorted({i for edge in _edges(numbers) for i in edge}):
            for key in _keys(lines[i]):
                places.setdefault(key, []).append(i)
    running = {
        key
        for key, found in places.items()
        if _runs(key, {lines[i].page for i in found}, count)
        and (key[1] or not heads_parts(found, lines, on_page))
    }
    reasons: _Reasons = {}
    printed: dict[int, int] = {}
    for page, numbers in on_page.items():
        for edge in _edges(numbers):
            for i in edge:
                reason = _reason(lines[i], running)
                if reason is None:
                    break
                reasons[i] = reason
                if number := _printed_number(lines[i], running):
                    printed.setdefault(page, number)
    return reasons, printed


def _runs(key: tuple[str, bool], on: Set[int], count: int) -> bool:
    """On a quarter of the pages or on neighbours; a number that counts them needs fewer."""
    text, counted = key
    if len(on) < (2 if counted else 3):
        return False
    words = _COUNTED.sub("", text).strip(" -–—|")
    if not words:
        return counted and (len(on) >= 3 or count < 8)
    if (text.endswith(".") and len(text.split()) > 6) or _labels_unit(text, counted=counted):
        return False
    if counted and count <= 4:
        return True
    if topic_of(words) and not counted:
        return len(on) >= count / 2
    return len(on) >= 3 and (len(on) >= count / 4 or are_neighbours(on))


def _labels_unit(text: str, *, counted: bool) -> bool:
    """ "Recommendation 3" on page 3 and "Recommendation 4" on page 4 are no running header."""
    label = read_label(_COUNTED.sub("1", text).capitalize())
    return label is not None and (counted or label.kind not in ("section", "theme"))


def _reason(line: Line, running: set[tuple[str, bool]]) -> Reason | None:
    runs = [counted for text, counted in _keys(line) if (text, counted) in running]
    if _NAMED_NUMBER.fullmatch(line.text) or (runs and _NUMBER.fullmatch(line.text)):
        return "page number"
    if line.page < 12 and _ROMAN.fullmatch(line.text):
        return "page number"
    # On the first page what repeats may be the title; what counts the pages is none.
    return "running" if runs and (line.page > 0 or any(runs)) else None


def _printed_number(line: Line, running: set[tuple[str, bool]]) -> int | None:
    number = _NUMBER.fullmatch(line.text) or _NAMED_NUMBER.fullmatch(line.text)
    if number:
        return int(number.group(1) or number.group(number.lastindex or 1))
    counted = any(key in running for key in _keys(line) if key[1])
    found = _END_NUMBER.search(line.text) if counted else None
    return int(found.group()) if found else None


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


def _reasons_without_pages(lines: Sequence[Line]) -> _Reasons:
    reasons: _Reasons = {
        i: "page number" for i, line in enumerate(lines) if _names_its_page(lines, i)
    }
    reasons.update(dict.fromkeys(_lone_numbers(lines), "page number"))
    reasons.update(dict.fromkeys(_counted_lines(lines), "running"))
    for i, line in enumerate(lines):
        alone = line.gap > 0 and any(after.gap for after in lines[i + 1 : i + 2])
        if line.numbered and alone and _cuts_a_sentence(lines, i):
            reasons[i] = "running"
    reasons.update(dict.fromkeys(_repeated(lines, reasons), "running"))
    return reasons


def _names_its_page(lines: Sequence[Line], i: int) -> bool:
    """ "Page 3", "A report | Page 3 of 9", or a roman number apart from the text."""
    line = lines[i]
    if _NAMED_NUMBER.fullmatch(line.text):
        return True
    if line.row >= 0 or line.bullet or len(line.text.split()) > MOST_WORDS:
        return False
    apart = line.gap > 0 and any(after.gap for after in lines[i + 1 : i + 2])
    return bool(_PAGE_OF.fullmatch(line.text) or (apart and _ROMAN.fullmatch(line.text)))


def _counted_lines(lines: Sequence[Line]) -> list[int]:
    """The same words on three pages or more, with numbers at either end that rise: left and right
    pages."""
    found: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(lines):
        number = _END_NUMBER.search(line.text)
        if not number or line.bullet or line.level or line.row >= 0 or read_label(line.text):
            continue
        words = (line.text[: number.start()] + line.text[number.end() :]).strip()
        leads = number.start() == 0 and len(words.split()) >= FEWEST_WORDS
        if line.numbered or leads:
            found.setdefault(words.lower(), []).append((int(number.group()), i))
    return [i for run in found.values() if _counts_pages(lines, run) for _, i in run]


def _counts_pages(lines: Sequence[Line], run: Sequence[tuple[int, int]]) -> bool:
    """Three numbers or more that rise, each a page after the last; what comes quicker may be the
    items of a list."""
    return len(run) >= FEWEST_PAGES and all(
        later > number and lines[j].places[0] - lines[i].places[0] >= SHORTEST_PAGE
        for (number, i), (later, j) in pairwise(run)
    )


def _lone_numbers(lines: Sequence[Line]) -> list[int]:
    lone = [
        i for i, line in enumerate(lines)
        if line.row < 0 and not line.bullet and re.fullmatch(r"\d{1,3}", line.text)
    ]  # fmt: skip
    steps = [(int(lines[b].text) - int(lines[a].text), a, b) for a, b in pairwise(lone)]
    if not steps or any(step < 1 for step, _, _ in steps):
        return []
    apart = median((lines[b].places[0] - lines[a].places[0]) / step for step, a, b in steps)
    return lone if apart >= SHORTEST_PAGE or any(_cuts_a_sentence(lines, i) for i in lone) else []


def _repeated(lines: Sequence[Line], numbers: _Reasons) -> list[int]:
    """Short lines that come again beside page numbers, or in the middle of sentences."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        plain = not line.bullet and not line.level and line.row < 0 and i not in numbers
        if plain and len(line.text.split()) <= MOST_WORDS and not read_label(line.text):
            places.setdefault(re.sub(r"\d+", "#", line.text.lower()), []).append(i)
    found: list[int] = []
    for again in places.values():
        later = [i for i in again if i > EDGE]
        cut = [i for i in again if _cuts_a_sentence(lines, i)]
        beside = [i for i in later if any(j in numbers for j in (i - 2, i - 1, i + 1, i + 2))]
        if len(again) >= 3 and len(cut) * 3 >= len(again):
            found += later
        elif len(again) >= 2 and topic_of(lines[again[0]].text) is None:
            found += beside
    return found


def _cuts_a_sentence(lines: Sequence[Line], i: int) -> bool:
    if not 0 < i < len(lines) - 1:
        return False
    before, after = lines[i - 1], lines[i + 1].text
    above = lines[i - 2].text if i > 1 and not before.gap else ""
    words = len(before.text.split()) + len(above.split())
    return words > 8 and not ends_sentence(before.text) and after[0].islower()
