"""How far a run is, told on standard error: in one line that changes on a terminal, else in a
line every ten seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rich.progress import BarColumn, Progress, TextColumn

from rag.commands.streams import notices, words

FIRST_GUESS = 0.5
"""Seconds a question, everybody included, until one has been measured."""
_EVERY = 10.0
"""Seconds between lines that go to a file."""


class Watch:
    """Of one run; says nothing where nobody waits for it."""

    def __init__(self, shown: Progress | None = None, questions: int = 0) -> None:
        self._shown = shown
        self._task = shown.add_task("", total=None, told="") if shown else None
        self._questions = questions
        self._first: tuple[float, int] | None = None
        """When the first answer of this sitting was there, and how many were done then."""
        self._said = 0.0

    def stage(self, what: str) -> None:
        """A part of the work begins."""
        self._say(0, None, f"{what}, then {self._estimate(self._questions)}")

    def preparing(self, done: float, total: int, what: str) -> None:
        """`done` of `total` documents are read."""
        left = self._estimate(self._questions)
        at = min(int(done) + 1, total)
        self._say(done, total, f"reading {at} of {total}: {what}; then {left}")

    def asked(self, done: int, total: int) -> None:
        """`done` of `total` questions, those of an earlier sitting included."""
        # The first answer took the opening of the library with it.
        self._first = self._first or (monotonic(), done)
        said = f"question {done} of {total}, {self._estimate(total - done, done)} left"
        self._say(done, total, said)

    def _estimate(self, left: int, done: int = 0) -> str:
        """ "about 2 min", from what the questions took so far."""
        each = FIRST_GUESS
        if self._first and done > self._first[1]:
            each = (monotonic() - self._first[0]) / (done - self._first[1])
        return tell_seconds(each * left)

    def _say(self, done: float, total: int | None, said: str) -> None:
        if self._shown is None or self._task is None:
            return
        if self._shown.console.is_terminal:
            self._shown.update(self._task, completed=done, total=total, told=words(said).plain)
        elif not self._said or monotonic() - self._said >= _EVERY or done == total:
            self._said = monotonic()
            self._shown.console.print(words(said), soft_wrap=True)


@contextmanager
def watched(questions: int) -> Iterator[Watch]:
    columns = (BarColumn(), TextColumn("{task.fields[told]}", markup=False))
    console = notices()
    silent = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=silent) as shown:
        watch = Watch(shown, questions)
        watch.stage("preparing the library")
        yield watch


def tell_seconds(seconds: float) -> str:
    if seconds < 90:
        return f"about {max(1, round(seconds))} s"
    return f"about {round(seconds / 60)} min"
