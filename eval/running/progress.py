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
    """Says nothing: for runs that nobody waits for."""

    def stage(self, what: str) -> None:
        """A part of the work begins."""

    def preparing(self, done: float, total: int, what: str) -> None:
        """`done` of `total` documents are read."""

    def resumed(self, done: int) -> None:
        """Questions of an earlier sitting."""

    def asked(self, done: int, total: int) -> None:
        """`done` of `total` questions, those of an earlier sitting included."""


class Told(Watch):
    """Of one run."""

    def __init__(self, shown: Progress, questions: int) -> None:
        self._shown = shown
        self._task = shown.add_task("", total=None, told="")
        self._questions = questions
        self._earlier = 0
        """Questions that were done before this sitting."""
        self._first: tuple[float, int] | None = None
        """When the first answer was there, and how many were done then."""
        self._said = 0.0
        self.stage("preparing the library")

    def resumed(self, done: int) -> None:
        self._earlier = done

    def stage(self, what: str) -> None:
        self._say(0, None, f"{what}, then {self._estimate(self._questions)}")

    def preparing(self, done: float, total: int, what: str) -> None:
        left = self._estimate(self._questions)
        self._say(done, total, f"reading {int(done) + 1} of {total}: {what}; then {left}")

    def asked(self, done: int, total: int) -> None:
        if self._first is None and done > self._earlier:
            # The first answer took the opening of the library with it.
            self._first = (monotonic(), done)
        said = f"question {done} of {total}, {self._estimate(total - done, done)} left"
        self._say(done, total, said)

    def _estimate(self, left: int, done: int = 0) -> str:
        """ "about 2 min", from what the questions took so far."""
        each = FIRST_GUESS
        if self._first and done > self._first[1]:
            each = (monotonic() - self._first[0]) / (done - self._first[1])
        return tell_seconds(each * left)

    def _say(self, done: float, total: int | None, said: str) -> None:
        if self._shown.console.is_terminal:
            self._shown.update(self._task, completed=done, total=total, told=words(said).plain)
        elif not self._said or monotonic() - self._said >= _EVERY or done == total:
            self._said = monotonic()
            self._shown.console.print(words(said), soft_wrap=True)


@contextmanager
def watched(questions: int) -> Iterator[Told]:
    columns = (BarColumn(), TextColumn("{task.fields[told]}", markup=False))
    console = notices()
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as shown:
        yield Told(shown, questions)


def tell_seconds(seconds: float) -> str:
    if seconds < 90:
        return f"about {max(1, round(seconds))} s"
    return f"about {round(seconds / 60)} min"
