"""Characters in, runs out: what stands close together on one line, as it was drawn."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from rag.backends.pdf.glyphs import Glyphs, angle_of
from rag.backends.pdf.view import Boxes, View
from rag.reading.layout_signs import raised as raised_sign

_WIDEST_SPACE = 0.9
"""Ems between two characters of one run at most; a tab or the gap between columns is wider."""
_FURTHEST_BACK = 1.1
"""Ems that a character may begin before the end of the one before it: the letters of a ligature
stand in one place."""
_TURNED = 0.05
_NARROW_SPACE = 0.16
"""Ems that part two words; less where the run's own spaces are narrow."""
_OF_A_SPACE, _LEAST_SPACE = 0.6, 0.1
_ROMAN = re.compile(r"[ivx]+")
_MARKED = 2
"""Letters of a word that may bear a mark in Roman figures; by itself one has an exponent."""


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs `start` to `end` (exclusive), with the box around what is no space, as seen."""

    start: int
    end: int
    text: str
    """With spaces where a gap parts two words, and raised figures as such: "2013²", "alsoⁱᵛ"."""
    left: float
    top: float
    right: float
    bottom: float
    angle: float
    """Radians anticlockwise, 0 to 2π."""
    em: float
    """Size of the type, in points."""

    @property
    def upright(self) -> bool:
        return not _is_turned(self.angle)


def find_runs(glyphs: Glyphs, text: pypdfium2.PdfTextPage, view: View) -> list[Run]:
    """In the order of drawing; runs of spaces alone are left out."""
    return [
        run
        for start, end, angle in _stretches(glyphs, text, view)
        if glyphs.signs[start:end].strip()
        for run in _runs(glyphs, start, end, angle)
    ]


def kept_runs(glyphs: Glyphs, runs: Sequence[Run], kept: NDArray[np.bool_]) -> list[Run]:
    """The runs, or what is left of them, without the glyphs whose flag is not set."""
    found = []
    for run in runs:
        flags = kept[run.start : run.end]
        if flags.all():
            found.append(run)
            continue
        edges = [0, *(np.flatnonzero(np.diff(flags.astype(int))) + 1).tolist(), len(flags)]
        for first, last in pairwise(edges):
            if flags[first]:
                found += _runs(glyphs, run.start + first, run.start + last, run.angle)
    return found


def _stretches(
    glyphs: Glyphs, text: pypdfium2.PdfTextPage, view: View
) -> list[tuple[int, int, float]]:
    """Start, end and angle: one run that is upright, or neighbours that are turned alike."""
    found: list[tuple[int, int, float]] = []
    for start, end in pairwise(_borders(glyphs.boxes)):
        angle = angle_of(text, glyphs.places[start], view)
        if found and _is_turned(angle) and abs(found[-1][2] - angle) < _TURNED:
            found[-1] = (found[-1][0], end, angle)
        else:
            found.append((start, end, angle))
    return found


def _runs(glyphs: Glyphs, start: int, end: int, angle: float) -> Iterator[Run]:
    boxes = glyphs.boxes[start:end]
    straight = _straightened(boxes, angle) if _is_turned(angle) else boxes
    borders = _borders(straight) if _is_turned(angle) else [0, end - start]
    for first, last in pairwise(borders):
        text = _spaced(glyphs.signs[start + first : start + last], straight[first:last])
        if text:
            signs = glyphs.signs[start + first : start + last]
            ink = boxes[first:last][[not sign.isspace() for sign in signs]]
            left, top = ink[:, :2].min(axis=0).tolist()
            right, bottom = ink[:, 2:].max(axis=0).tolist()
            em = float(glyphs.sizes[start + (first + last) // 2])
            yield Run(start + first, start + last, text, left, top, right, bottom, angle, em)


def _is_turned(angle: float) -> bool:
    return min(angle, 2 * math.pi - angle) >= _TURNED


def _borders(boxes: Boxes) -> list[int]:
    """Where a run begins, 0 first, and behind them the number of all."""
    if not len(boxes):
        return [0]
    before, after = boxes[:-1], boxes[1:]
    heights = np.maximum(boxes[:, 3] - boxes[:, 1], 0.1)
    overlap = np.minimum(before[:, 3], after[:, 3]) - np.maximum(before[:, 1], after[:, 1])
    level = overlap >= 0.5 * np.minimum(heights[:-1], heights[1:])
    em = np.maximum(heights[:-1], heights[1:])
    gap = after[:, 0] - before[:, 2]
    close = (gap <= _WIDEST_SPACE * em) & (gap >= -_FURTHEST_BACK * em)
    return [0, *(np.flatnonzero(~(level & close)) + 1).tolist(), len(boxes)]


def _straightened(boxes: Boxes, angle: float) -> Boxes:
    """The boxes as they lie when the page is turned so that the text stands upright."""
    middle_x, middle_y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = middle_x * cos - middle_y * sin, middle_x * sin + middle_y * cos
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    half_x, half_y = (wide / 2, high / 2) if abs(cos) > abs(sin) else (high / 2, wide / 2)
    return np.stack([x - half_x, y - half_y, x + half_x, y + half_y], axis=1)


def _spaced(signs: str, boxes: Boxes) -> str:
    """`signs` with a space at each gap as wide as one, and figures raised that stand so."""
    solid = [i for i, sign in enumerate(signs) if not sign.isspace()]
    if not solid:
        return ""
    ink = boxes[solid]
    em = np.maximum(ink[:, 3] - ink[:, 1], 0.1)
    gaps = (ink[1:, 0] - ink[:-1, 2]) / np.maximum(em[1:], em[:-1])
    raised = _raised(signs, ink, solid) if np.ptp(em) > 0.1 * em[0] else frozenset()
    beside = np.diff(solid) == 1
    if not raised and not (gaps[beside] > _LEAST_SPACE).any():
        return " ".join(signs.split())
    wide = gaps > _narrowest_gap(signs, boxes, gaps[beside])
    parts = [_sign(signs[solid[0]], raised=False)]
    for at, place in enumerate(solid[1:]):
        if wide[at] or not beside[at]:
            parts.append(" ")
        parts.append(_sign(signs[place], raised=at + 1 in raised))
    return "".join(parts)


def _narrowest_gap(signs: str, boxes: Boxes, gaps: NDArray[np.float64]) -> float:
    """In ems, by the spaces that the run has and by how widely its letters are set."""
    spaces = [i for i, sign in enumerate(signs) if sign == " "]
    em = _middle(boxes[:, 3] - boxes[:, 1])
    least = _NARROW_SPACE
    if spaces and em:
        width = _middle(boxes[spaces, 2] - boxes[spaces, 0])
        least = min(max(_OF_A_SPACE * width / em, _LEAST_SPACE), least)
    tracking = _middle(gaps) if len(gaps) > 3 else 0.0
    return least + max(tracking, 0.0)


def _middle(numbers: NDArray[np.float64]) -> float:
    """The median, of so few that NumPy would take longer to begin."""
    ordered = sorted(numbers.tolist())
    return float(ordered[len(ordered) // 2])


def _raised(signs: str, ink: Boxes, solid: Sequence[int]) -> frozenset[int]:
    """Which of the solid signs are figures that stand higher and smaller than what is before; a
    comma between two of them, "12,13", stands as high."""
    found: set[int] = set()
    base: int | None = None
    at = 0
    while at < len(solid):
        if base is None or not _is_above(ink[base], ink[at]):
            base = at
        elif signs[solid[at]].isdigit():
            found.add(at)
        elif signs[solid[at]].isalpha():
            end = _end_of_roman(signs, ink, solid, base, at)
            found.update(range(at, end))
            base, at = (base, end - 1) if end > at else (at, at)
        at += 1
    return frozenset(found)


def _end_of_roman(signs: str, ink: Boxes, solid: Sequence[int], base: int, at: int) -> int:
    """Where the Roman figures end that begin at the solid sign `at`, above the one at `base`, with
    a word right before and no letter of one right behind; `at` where there are none."""
    end = at
    while end < len(solid) and _is_above(ink[base], ink[end]) and signs[solid[end]].isalpha():
        end += 1
    first, last = solid[at], solid[end - 1]
    before = signs[max(first - _MARKED, 0) : first].rstrip(".,;:?!)’”")
    parted = end == len(solid) or _is_apart(ink[end - 1], ink[end])
    behind = "" if parted else signs[last + 1 : last + 2]
    joined = first >= _MARKED and before.isalpha() and not behind.isalnum()
    return end if joined and _ROMAN.fullmatch(signs[first : last + 1]) else at


def _is_apart(mark: NDArray[np.float64], word: NDArray[np.float64]) -> bool:
    """Does a gap part the word from the mark before it, though no space is set there?"""
    return bool(word[0] - mark[2] > _NARROW_SPACE * (word[3] - word[1]))


def _is_above(base: NDArray[np.float64], sign: NDArray[np.float64]) -> bool:
    height = base[3] - base[1]
    return bool(sign[3] - sign[1] < 0.85 * height and sign[3] < base[3] - 0.15 * height)


def _sign(sign: str, *, raised: bool) -> str:
    return raised_sign(sign) if raised else sign
