"""`make speed`: how long the system takes, printed and never asserted.

Starting the command line, answering when warm, and indexing a folder of PDFs against the time
that its two costly steps take by themselves on the same files and passages. All times are seconds;
on a busy machine only those of the processor (`cpu`, all threads) say much."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Annotated, Any

import numpy as np
import typer

from eval.asking.bench import ROOT, SHARED, default_corpus, open_bench
from eval.asking.systems import peak_bytes
from eval.sets.opening import load_questions
from rag.assistant import ask
from rag.backends.embeddings import embed_passages
from rag.backends.pdf import extract_pages
from rag.backends.worker_processes import open_pool
from rag.commands.streams import output, print_json
from rag.documents.register import Register
from rag.errors import UnreadableFile
from rag.index.indexing import sync
from rag.questions.understanding import understand

PDFS = SHARED / "pdfs"
QUESTIONS = ROOT / "eval" / "questions" / "five-reviews.jsonl"
STARTS = 5
ROUNDS = 3

Spent = dict[str, float]
"""`wall` and `cpu`."""


def main(
    *,
    pdfs: Annotated[Path | None, typer.Option(metavar="DIR", exists=True)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure starts, warm answers and the indexing of a folder of PDFs."""
    folder = pdfs or (PDFS if PDFS.is_dir() else None)
    with TemporaryDirectory(prefix="finding-aid-") as data:
        speed: dict[str, Any] = time_answers(Path(data))
        speed |= {"help": _time_command("--help"), "list": _time_command("list", "--data", data)}
    speed["indexing"] = None
    if folder:
        with open_pool(1) as pool:  # so that the peak of memory is that of indexing
            speed["indexing"] = pool.submit(measure_indexing, folder).result()
    if as_json:
        print_json(speed)
    else:
        output().print(*_lines(speed), sep="\n")


def time_answers(data: Path) -> dict[str, float]:
    """Of reading the last turn of every question of our own set ROUNDS times, and of answering it,
    the models loaded beforehand."""
    turns = [question.turns for question in load_questions(QUESTIONS)] * ROUNDS
    with open_bench(default_corpus(), data) as library:
        ask(library, turns[0])
        reading = [_time(partial(understand, each[-1], library))["wall"] for each in turns]
        answering = [_time(partial(ask, library, each))["wall"] for each in turns]
    p50, p95 = map(float, np.percentile(answering, (50, 95)))
    return {"reading": median(reading), "answer_p50": p50, "answer_p95": p95}


def measure_indexing(folder: Path) -> dict[str, Any]:
    """With the model loaded beforehand; then one pass of both readers of PDFs alone over the same
    files, and the encoder alone over the same passages. `ratio` is of the whole to these two;
    `peak_bytes` is of resident memory while indexing, None where the system does not tell."""
    with open_bench(None) as library:
        embed_passages(library.embedding, ["A first sentence loads the model."])
        rows: list[Any] = []
        index = partial(sync, library, folder, register=Register(), ahead=True)
        indexing = _time(lambda: rows.extend(index()))
        peak = peak_bytes()
        passages = library.catalogue.all_passages()
        texts = [f"{passage.context}\n{passage.text}" for passage in passages]
        encoding = _time(lambda: embed_passages(library.embedding, texts))
    extracting = _time(lambda: _extract_each(folder))
    failed = sum(row.status == "failed" for row in rows)
    return {
        "documents": len(rows) - failed,
        "failed": failed,
        "passages": len(passages),
        "indexing": indexing,
        "extracting": extracting,
        "encoding": encoding,
        "ratio": {kind: indexing[kind] / (extracting[kind] + encoding[kind]) for kind in indexing},
        "peak_bytes": peak,
    }


def _extract_each(folder: Path) -> None:
    for path in sorted(folder.rglob("*.pdf")):
        # Not a PDF, whatever its name: the library reports it as failed.
        with suppress(UnreadableFile):
            extract_pages(path.read_bytes(), path.name)


def _time_command(*arguments: str) -> float:
    """Median of STARTS; the interpreter of this process runs the command line."""
    command = [sys.executable, "-c", "from rag.cli import main; main()", *arguments]
    start = partial(subprocess.run, command, check=True, capture_output=True)
    return median(_time(start)["wall"] for _ in range(STARTS))


def _time(step: Callable[[], object]) -> Spent:
    wall, cpu = perf_counter(), process_time()
    step()
    return {"wall": perf_counter() - wall, "cpu": process_time() - cpu}


def _lines(speed: Mapping[str, Any], within: str = "") -> Iterator[str]:
    for name, value in speed.items():
        if isinstance(value, Mapping):
            yield from _lines(value, f"{within}{name} ")
        else:
            told = f"{value:.4g}" if isinstance(value, float) else value
            yield f"{within}{name}: {'not measured' if value is None else told}"


if __name__ == "__main__":
    typer.run(main)
