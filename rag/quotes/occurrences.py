"""Given words and a document in, the places where exactly these words stand in it out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rag.quotes.check import check_quote, join_pieces, source_words
from rag.quotes.folding import PARTED, fold_layout, same_words, strip_marks
from rag.types import Document, Match, Span, Unit

_RUN = re.compile(r"[0-9A-Za-z]+")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011](?=[a-z])")
_LINE_ENDS = re.compile(r"[ \t]*[\n\f]")
_GLUED_NOTE = re.compile(r"(?:(?<=[a-z])|(?<=[a-z][.,;:’”)]))\d{1,2}(?=[\s.,;:)’”]|$)")
"""A footnote's mark that has lost its raised place."""
_GOES_BACK = re.compile(
    r"(?!\d[A-Z])[^\W_¹²³⁴⁵⁶⁷⁸⁹⁰][^\W_]$|[^\W_][-'’][^\W_]$|\d[.,]\d$"
)  # a paragraph's number may be glued to its first word
_GOES_ON = re.compile(
    r"(?![a-z]\d(?![^\W\d_]))[^\W_][^\W_¹²³⁴⁵⁶⁷⁸⁹⁰]|[^\W_][-'’][^\W_]|\d[.,]\d|\d%"
)  # a note's mark may be glued to the last
_MOST = 200
_SIGNS = bytes(i for i in range(128) if not chr(i).isalnum())


@dataclass(frozen=True, slots=True)
class Occurrence:
    spans: tuple[Span, ...]
    """In the reading text."""
    match: Match


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to look for, prepared once for many documents."""

    given: str
    folded: str
    plain: str
    """Folded with its marks of Markdown, which in a PDF are signs like others."""
    key: str
    """The letters A to Z and figures, run together: whatever matches has the same."""
    lead: str
    """What stands before the key's first letter, folded; `trail` what stands after its last."""
    trail: str


def want(given: str) -> Wanted:
    given = given.strip()
    folded = fold_layout(strip_marks(given))
    plain = fold_layout(given)
    runs = [*_RUN.finditer(folded)]
    if not runs:
        return Wanted(given, folded, plain, "", folded, "")
    lead, trail = folded[: runs[0].start()], folded[runs[-1].end() :]
    return Wanted(given, folded, plain, "".join(run[0] for run in runs), lead, trail)


def run_together(text: str) -> bytes:
    """Its letters A to Z and figures, in which the key of whatever it says stands."""
    return text.encode("ascii", "ignore").translate(None, _SIGNS)


class Strand:
    """Letters and figures of stretches of a text run together, and where each run stands."""

    def __init__(self, text: str, spans: Sequence[Span], notes: Collection[str] = ()) -> None:
        """Figures of `notes` that are glued to a word are left out."""
        skipped = {
            found.start() for a, b in spans for found in _GLUED_NOTE.finditer(text, a, b)
            if found[0] in notes
        }  # fmt: skip
        runs = [
            piece for a, b in spans for run in _RUN.finditer(text, a, b)
            for piece in _less(run.span(), skipped)
        ]  # fmt: skip
        self.letters = "".join(text[a:b] for a, b in runs)
        self._offsets = [a for a, _ in runs]
        self._starts: list[int] = []
        at = 0
        for a, b in runs:
            self._starts.append(at)
            at += b - a

    def find(self, key: str) -> Iterator[Span]:
        """Offsets of the first letter and behind the last, of each place in order."""
        at = self.letters.find(key) if key else -1
        while at >= 0:
            yield self._offset(at), self._offset(at + len(key) - 1) + 1
            at = self.letters.find(key, at + 1)

    def _offset(self, letter: int) -> int:
        run = bisect_right(self._starts, letter) - 1
        return self._offsets[run] + letter - self._starts[run]


def _less(run: Span, skipped: Collection[int]) -> Iterator[Span]:
    cut = next((i for i in range(*run) if i in skipped), None)
    if cut is None:
        yield run
    elif cut > run[0]:
        yield run[0], cut


def find_words(document: Document, wanted: Wanted) -> tuple[Occurrence, ...]:
    """In document order, at most 200. Words that a page's end and a note at its foot part are
    found in their unit."""
    notes = frozenset(u.number for u in document.units if u.kind == "footnote" and u.number)
    length = len(document.reading.text)
    for known in (frozenset[str](), notes) if notes else (notes,):
        found = find_within(document, [(0, length)], wanted, known)
        if not found:
            broken = (unit for unit in document.units if len(unit.spans) > 1)
            found = [o for unit in broken for o in find_within(document, unit.spans, wanted, known)]
        if found:
            return tuple(found)
    return ()


def find_within(
    document: Document, stretches: Sequence[Span], wanted: Wanted, notes: Collection[str] = ()
) -> list[Occurrence]:
    strand = Strand(document.reading.text, stretches, notes)
    found: list[Occurrence] = []
    for start, end in strand.find(wanted.key):
        spans = _with_signs(document.reading.text, _overlaps(stretches, start, end), wanted)
        match = spans and judge(document, spans, wanted, notes)
        if spans and match:
            found.append(Occurrence(spans, match))
        if len(found) >= _MOST:
            break
    return found


def _overlaps(stretches: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    cut = ((max(a, start), min(b, end)) for a, b in stretches)
    return tuple((a, b) for a, b in cut if a < b)


def _with_signs(text: str, spans: tuple[Span, ...], wanted: Wanted) -> tuple[Span, ...] | None:
    """Stretched over the signs that are given before the first letter and after the last."""
    (first, _), (_, last) = spans[0], spans[-1]
    room = 5
    before = range(first, max(-1, first - len(wanted.lead) - room), -1)
    after = range(last, min(len(text), last + len(wanted.trail) + room) + 1)
    start = next((k for k in before if fold_layout(text[k:first]) == wanted.lead), None)
    end = next((k for k in after if fold_layout(text[last:k]) == wanted.trail), None)
    if start is None or end is None:
        return None
    if len(spans) == 1:
        return ((start, end),)
    return ((start, spans[0][1]), *spans[1:-1], (spans[-1][0], end))


def judge(
    document: Document, spans: Sequence[Span], wanted: Wanted, notes: Collection[str] = ()
) -> Match | None:
    """Do the words at `spans` say what is given, layout apart, without cutting a word?"""
    reading = document.reading.text
    if _cuts_a_word(reading, spans[0][0], spans[-1][1]):
        return None
    words = fold_layout(join_pieces([_marked(document, span, notes) for span in spans], spans))
    if not same_words(words, wanted.folded) and words != wanted.plain:
        return None
    if any(check_quote(document, [(a, b)], reading[a:b]) is None for a, b in spans):
        return None
    whole = len(spans) == 1 and _is_exact(document, spans[0], wanted.given)
    return "exact" if whole else "layout"


def _is_exact(document: Document, span: Span, given: str) -> bool:
    """Marks that the file has before its first word may be given too."""
    source = source_words(document, *span)
    first = document.reading.places[span[0]]
    around = document.source.text[max(0, first - len(given)) : first + len(source) + len(given)]
    return given in around and (given == source or len(given) > len(source))


def _marked(document: Document, span: Span, notes: Collection[str]) -> str:
    """The reading text with `PARTED` for each hyphen at which a line of the source ends."""
    reading, source, (start, end) = document.reading, document.source.text, span
    text = reading.text[start:end]
    edits = [
        (found.start(), found.end(), PARTED) for found in _HYPHEN.finditer(text)
        if _LINE_ENDS.match(source, reading.places[start + found.start()] + 1)
    ]  # fmt: skip
    edits += [(f.start(), f.end(), "") for f in _GLUED_NOTE.finditer(text) if f[0] in notes]
    first, last = reading.places[start], reading.places[end - 1]
    for gap in reading.dropped[bisect_left(reading.dropped, first, key=lambda gap: gap.start) :]:
        if gap.start >= last:
            break
        if gap.reason == "hyphen" and source[gap.start] == "-":
            at = bisect_left(reading.places, gap.start) - start
            edits.append((at, at, PARTED))
    for a, b, instead in sorted(edits, reverse=True):
        text = text[:a] + instead + text[b:]
    return text


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Also "un-", "n't", the figures around a decimal sign, and the sign of per cent."""
    before, after = text[max(0, start - 2) : start + 1], text[end - 1 : end + 2]
    return bool(_GOES_BACK.search(before) or _GOES_ON.match(after))


def find_in_source(document: Document, given: str) -> tuple[Occurrence, ...]:
    """Where the source text has what is given, tags and all, character for character."""
    source, places = document.source.text, document.reading.places
    found: list[Occurrence] = []
    at = source.find(given) if given else -1
    while at >= 0 and len(found) < _MOST:
        end = at + len(given)
        span = bisect_left(places, at), bisect_left(places, end)
        if span[0] < span[1] and not _cuts_a_word(source, at, end):
            found.append(Occurrence((span,), "exact"))
        at = source.find(given, end)
    return tuple(found)


def units_by_fit(document: Document, spans: Sequence[Span]) -> tuple[Unit, ...]:
    """Those that hold all the words, the smallest first; else those of the first word that a
    unit has."""
    start, end = spans[0][0], spans[-1][1]
    holding = [
        unit for unit in document.units
        if all(any(a <= s and e <= b for a, b in unit.spans) for s, e in spans)
    ]  # fmt: skip
    if holding:
        return tuple(sorted(holding, key=_size))
    touching = [
        (max(a, start), _size(unit), n)
        for n, unit in enumerate(document.units) for a, b in unit.spans if a < end and start < b
    ]  # fmt: skip
    return tuple(document.units[n] for _, _, n in sorted(touching))


def _size(unit: Unit) -> int:
    return sum(b - a for a, b in unit.spans)
