"""`make window-speed`: how much the window adds to the engine's own time, in a browser.

Measured from the key that asks to the frame in which the whole answer and its sources stand,
printed and never asserted.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer
from rich.console import Console
from serving import BOX, open_browser, serve_window, wait_until_still
from speed import QUESTIONS

from eval.asking.bench import default_corpus, open_bench
from eval.programs import Folder
from eval.sets.opening import load_questions
from rag.assistant import ask
from rag.index.library import Library

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ROUNDS = 3
_WATCH = """(box) => {
    const field = document.querySelector(box);
    window.answerShown = new Promise((shown) => field.addEventListener("keydown", () => {
        const began = performance.now();
        let first = null;
        const look = () => {
            if (document.querySelector(".fa-statement")) first ??= performance.now() - began;
            const whole = document.querySelector(".st-key-fa-under-0, .fa-panel");
            if (whole) shown([first, performance.now() - began].map((ms) => ms / 1000));
            else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    }, { once: true, capture: true }));
}"""
"""Looks once in each frame, so that what it finds has been painted or is about to be."""


@dataclass(frozen=True, slots=True)
class Wait:
    question: str
    engine: float
    """Seconds of the same question without a window."""
    first: float
    """Until its first statement stands, in seconds."""
    whole: float

    @property
    def added(self) -> float:
        return self.whole - self.engine


def main(
    *,
    corpus: Folder = None,
    count: Annotated[int, typer.Option(metavar="N", min=1, help="Questions to ask.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Ask the questions of a set in a window over CORPUS, each as the first of a conversation."""
    questions = [each.turns[0] for each in load_questions(QUESTIONS)]
    chosen = questions[:: max(1, len(questions) // count)][:count]
    with TemporaryDirectory(prefix="finding-aid-") as data:
        with open_bench(corpus or default_corpus(), Path(data)) as library:
            engine = [time_engine(library, question) for question in chosen]
        with serve_window(corpus or default_corpus(), Path(data)) as address:
            shown = time_window(address, chosen)
    waits = [
        Wait(question, own, *seen)
        for question, own, seen in zip(chosen, engine, shown, strict=True)
    ]
    if as_json:
        json.dump([asdict(wait) for wait in waits], sys.stdout, indent=2)
    else:
        _print_waits(Console(), waits)


def time_engine(library: Library, question: str) -> float:
    """The best of some rounds, when warm."""
    seconds = []
    for _ in range(_ROUNDS):
        began = perf_counter()
        ask(library, [question])
        seconds.append(perf_counter() - began)
    return min(seconds)


def time_window(address: str, questions: Sequence[str]) -> list[tuple[float, float]]:
    """Until the first statement, and until all of the answer, for each question."""
    with open_browser() as browser:
        page = browser.new_page(base_url=address)
        page.goto("/")
        page.wait_for_selector(BOX, timeout=60_000)
        wait_until_still(page)
        _time_answer(page, questions[0])  # the first is not warm
        return [_time_answer(page, question) for question in questions]


def _time_answer(page: "Page", question: str) -> tuple[float, float]:
    page.get_by_role("button", name="New conversation").click()
    page.wait_for_selector(".fa-question", state="detached")
    wait_until_still(page)
    page.fill(BOX, question)
    page.evaluate(_WATCH, BOX)
    page.keyboard.press("Enter")
    first, whole = page.evaluate("window.answerShown")
    wait_until_still(page)
    return first, whole


def _print_waits(console: Console, waits: Sequence[Wait]) -> None:
    kinds = {
        "engine": [wait.engine for wait in waits],
        "first statement": [wait.first for wait in waits],
        "whole answer": [wait.whole for wait in waits],
        "added by window": [wait.added for wait in waits],
    }
    for name, seconds in kinds.items():
        p50, p95 = np.percentile(seconds, (50, 95))
        most = max(seconds)
        console.print(f"{name:<17} p50 {p50:.3f} s, p95 {p95:.3f} s, most {most:.3f} s")
    late = [wait for wait in waits if wait.added > 0.3]
    console.print(f"{len(late)} of {len(waits)} took the window more than 0.3 s of its own")


if __name__ == "__main__":
    typer.run(main)
