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
from time import perf_counter, process_time
from typing import Annotated, TypeVar

import numpy as np
import typer
from rich.console import Console

from eval.asking.bench import ROOT, SHARED, default_corpus, open_bench
from eval.asking.systems import peak_bytes
from eval.sets.opening import load_questions
from rag.assistant import ask
from rag.backends.embeddings import embed_passages
from rag.backends.pdf import extract_pages
from rag.backends.worker_processes import open_pool
from rag.documents.register import Register
from rag.errors import UnreadableFile
from rag.index.indexing import sync
from rag.questions.query import understand

PDFS = SHARED / "pdfs"
QUESTIONS = ROOT / "eval" / "questions" / "five-reviews.jsonl"
STARTS = 5
ROUNDS = 3

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds; on a busy machine only those of the processor (all threads) say much."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Cost:
    """Of indexing a folder of PDFs."""

    documents: int
    failed: int
    passages: int
    indexing: Spent
    """With the model loaded beforehand."""
    extracting: Spent
    """One pass of both readers of PDFs alone, over the same files."""
    encoding: Spent
    """The encoder alone, over the same passages."""
    peak_bytes: int | None
    """Of resident memory while indexing; None where the system does not tell."""


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
            indexing=_measure_elsewhere(folder) if folder else None,
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
        reading = [_wall(partial(understand, each[-1], library)) for each in turns * ROUNDS]
        answering = [_wall(partial(ask, library, each)) for each in turns * ROUNDS]
    return reading, answering


def _time_command(*arguments: str) -> float:
    """Median of STARTS; the interpreter of this process runs the command line."""
    command = [sys.executable, "-c", "from rag.cli import main; main()", *arguments]
    start = partial(subprocess.run, command, check=True, capture_output=True)
    return median(_wall(start) for _ in range(STARTS))


def _measure_elsewhere(folder: Path) -> Cost:
    """In a process of its own, so that the peak of memory is that of indexing."""
    with open_pool(1) as pool:
        return pool.submit(measure_indexing, folder).result()


def measure_indexing(folder: Path) -> Cost:
    with open_bench(None) as library:
        embed_passages(library.embedding, ["A first sentence loads the model."])
        report, indexing = _timed(lambda: sync(library, folder, register=Register(), ahead=True))
        peak = peak_bytes()
        passages = library.catalogue.all_passages()
        texts = [f"{passage.context}\n{passage.text}" for passage in passages]
        _, encoding = _timed(lambda: embed_passages(library.embedding, texts))
    failed = sum(row.status == "failed" for row in report)
    _, extracting = _timed(lambda: _extract_each(sorted(folder.rglob("*.pdf"))))
    return Cost(len(report) - failed, failed, len(passages), indexing, extracting, encoding, peak)


def _extract_each(paths: Sequence[Path]) -> None:
    for path in paths:
        try:
            extract_pages(path.read_bytes(), path.name)
        except UnreadableFile:  # not a PDF, whatever its name: the library reports it as failed
            continue


def _timed(step: Callable[[], T]) -> tuple[T, Spent]:
    wall, cpu = perf_counter(), process_time()
    value = step()
    return value, Spent(perf_counter() - wall, process_time() - cpu)


def _wall(step: Callable[[], object]) -> float:
    return _timed(step)[1].wall


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
    steps = (cost.extracting, cost.encoding)
    by_clock = cost.indexing.wall / sum(step.wall for step in steps)
    by_processor = cost.indexing.cpu / sum(step.cpu for step in steps)
    console.print(
        f"  its two steps   {cost.extracting.wall:.1f} s extraction, {cost.encoding.wall:.1f} s "
        f"encoder: ratio {by_clock:.2f} by the clock, {by_processor:.2f} by processor time"
    )
    if cost.peak_bytes is not None:
        console.print(f"  peak memory     {cost.peak_bytes / 1e9:.2f} GB")


if __name__ == "__main__":
    typer.run(main)
