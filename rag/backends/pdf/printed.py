"""A page in, what a person sees of its words out (pypdfium2): the second reader."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import pypdfium2

from rag.backends.pdf.bullets import mark_bullets
from rag.backends.pdf.covered import uncovered_glyphs
from rag.backends.pdf.drawn import Drawn, find_drawn
from rag.backends.pdf.effort import is_too_much
from rag.backends.pdf.glyphs import HYPHEN, Glyphs, read_glyphs, unnamed_glyphs
from rag.backends.pdf.order import is_disordered
from rag.backends.pdf.pictures import draw_pictures, text_objects
from rag.backends.pdf.runs import Run, find_runs, kept_runs
from rag.backends.pdf.seen import Flags, printed_glyphs, seen_glyphs
from rag.backends.pdf.shapes import read_shapes
from rag.backends.pdf.view import view_of
from rag.backends.pdf.watermarks import find_watermarks, watermark_words
from rag.backends.pdf.words import words_of


@dataclass(frozen=True, slots=True)
class Printed:
    """Whatever a person cannot see, or no font names, is left out of the runs."""

    runs: tuple[Run, ...]
    """In the order of drawing."""
    height: float
    """Of the page, in points."""
    hidden: tuple[str, ...]
    """What is drawn, but nobody sees."""
    recognised: bool
    """Text recognition has put the words over or under the picture of a scanned page."""
    unnamed: int
    """Characters seen that no font names."""
    watermarks: tuple[str, ...]
    drawn: Drawn
    disordered: bool
    """The order of drawing is not that of reading."""
    bulleted: bool = False
    """Bullets that are drawn as shapes stand before some of the runs."""
    looked_at: bool = True
    """False where the page draws too much: then nothing is left out of the runs, each of which is a
    line, and nothing is told of what else it draws."""


def read_printed(page: pypdfium2.PdfPage, *, form: bool) -> Printed:
    """`form`: what its fields show was made part of the page."""
    view = view_of(page)
    if is_too_much(page):
        return _not_looked_at(page, view.height)
    texts = text_objects(page)
    with closing(page.get_textpage()) as text:
        glyphs = read_glyphs(text, view)
        runs = find_runs(glyphs, text, view)
        pictures = draw_pictures(page, texts)
        seen = seen_glyphs(glyphs, runs, pictures)
        seen &= uncovered_glyphs(page, text, glyphs, runs, pictures)
        unnamed = unnamed_glyphs(glyphs, text, (run.start for run in runs))
    shapes = read_shapes(page)
    drawn = find_drawn(page, view, shapes, texts)
    scanned = np.zeros_like(seen)
    if drawn.scan and not seen.all():
        scanned = printed_glyphs(glyphs, runs, pictures) & ~seen
    shown = seen | scanned
    unseen = kept_runs(glyphs, runs, ~shown)
    letters = _letters(glyphs)
    marks, words = _without_watermarks(kept_runs(glyphs, runs, shown & ~unnamed))
    listed = mark_bullets(words, shapes, view)
    return Printed(
        listed,
        view.height,
        hidden=tuple(run.text for run in unseen if words_of(run.text)),
        recognised=bool((letters & scanned).sum() * 2 > letters.sum()),
        unnamed=int((unnamed & shown).sum()),
        watermarks=watermark_words(marks),
        drawn=drawn,
        disordered=form or is_disordered(listed, height=view.height),
        bulleted=listed != words,
    )


def _not_looked_at(page: pypdfium2.PdfPage, height: float) -> Printed:
    with closing(page.get_textpage()) as text:
        told = text.get_text_range().replace(HYPHEN, "-").splitlines()
    lines = [line for line in told if line.strip()]
    step = height / max(len(lines), 1)
    runs = tuple(
        Run(0, 0, line, 0.0, n * step, len(line) * step, (n + 1) * step, 0.0, step)
        for n, line in enumerate(lines)
    )
    nothing = Drawn(chart=False, lettering=False, scan=False, ticks=False)
    return Printed(
        runs, height, (), recognised=False, unnamed=0, watermarks=(), drawn=nothing,
        disordered=False, looked_at=False,
    )  # fmt: skip


def _letters(glyphs: Glyphs) -> Flags:
    return np.array([sign.isalnum() for sign in glyphs.signs], dtype=bool)


def _without_watermarks(runs: Sequence[Run]) -> tuple[list[Run], tuple[Run, ...]]:
    marks = find_watermarks(runs)
    return marks, tuple(run for run in runs if run not in marks)
