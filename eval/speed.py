"""`python -m eval.speed`: how long the system takes, printed and never asserted.

Starting the command line, answering when warm, and indexing a folder of PDFs against the time
that its two costly steps take by themselves on the same files and passages.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated

import numpy as np
import typer
from rich.console import Console

from eval.asking.bench import default_corpus, open_bench
from eval.indexing_cost import Cost, measure_in_child
from eval.sets.opening import load_questions
from rag.assistant import ask
from rag.questions.query import understand

ROOT = Path(__file__).resolve().parent.parent
PDFS = ROOT.parent / "shared" / "pdfs"
QUESTIONS = ROOT / "eval" / "questions" / "five-reviews.jsonl"
STARTS = 5
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds, but for the bytes and the ratio in `indexing`."""

    help: float
    """Median start of `rag --help`."""
    list: float
    """Median start of `rag list` over the library that the questions were asked of."""
    reading: float
    """Median of understanding a question, before anything is searched."""
    answer_p50: float
    answer_p95: float
    """Warm, over every question ROUNDS times."""
    indexing: Cost | None


def main(
    *,
    pdfs: Annotated[Path | None, typer.Option(metavar="DIR", exists=True)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure starts, warm answers and the indexing of a folder of PDFs."""
    folder = pdfs or (PDFS if PDFS.is_dir() else None)
    with TemporaryDirectory(prefix="finding-aid-") as data:
        reading, seconds = time_answers(Path(data))
        speed = Speed(
            help=_time_command("--help"),
            list=_time_command("list", "--data", data),
            reading=median(reading),
            answer_p50=float(np.percentile(seconds, 50)),
            answer_p95=float(np.percentile(seconds, 95)),
            indexing=measure_in_child(folder) if folder else None,
        )
    if as_json:
        json.dump(asdict(speed), sys.stdout, indent=2)
    else:
        _print_speed(Console(), speed)


def time_answers(data: Path) -> tuple[list[float], list[float]]:
    """Wall seconds of reading the last turn of every question of our own set, and of answering
    it, the models loaded beforehand."""
    turns = [question.turns for question in load_questions(QUESTIONS)]
    with open_bench(default_corpus(), data) as library:
        ask(library, turns[0])
        reading = [_time(partial(understand, each[-1], library)) for each in turns * ROUNDS]
        answering = [_time(partial(ask, library, each)) for each in turns * ROUNDS]
    return reading, answering


def _time(step: Callable[[], object]) -> float:
    began = perf_counter()
    step()
    return perf_counter() - began


def _time_command(*arguments: str) -> float:
    """Median of STARTS; the interpreter of this process runs the command line."""
    return median(_time_start(arguments) for _ in range(STARTS))


def _time_start(arguments: Sequence[str]) -> float:
    command = [sys.executable, "-c", "from rag.cli import main; main()", *arguments]
    began = perf_counter()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own command
    return perf_counter() - began


def _print_speed(console: Console, speed: Speed) -> None:
    console.print(f"rag --help        {speed.help:.2f} s")
    console.print(f"rag list          {speed.list:.2f} s")
    console.print(f"reading           {speed.reading * 1000:.1f} ms a question")
    console.print(f"warm answer       p50 {speed.answer_p50:.3f} s, p95 {speed.answer_p95:.3f} s")
    cost = speed.indexing
    if cost is None:
        console.print("indexing          not measured: name a folder of PDFs with --pdfs")
        return
    console.print(
        f"indexing          {cost.indexing.wall:.1f} s for {cost.documents} documents, "
        f"{cost.passages} passages ({cost.failed} files failed)"
    )
    console.print(
        f"  its two steps   {cost.extracting.wall:.1f} s pypdf, {cost.encoding.wall:.1f} s "
        f"encoder: ratio {cost.ratio.wall:.2f} by the clock, {cost.ratio.cpu:.2f} by processor time"
    )
    if cost.peak_bytes is not None:
        console.print(f"  peak memory     {cost.peak_bytes / 1e9:.2f} GB")


if __name__ == "__main__":
    typer.run(main)
