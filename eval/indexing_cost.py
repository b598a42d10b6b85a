"""What indexing a folder of PDFs costs, beside what its two costly steps cost alone.

`python -m eval.indexing_cost DIR` measures in its own process, so that the peak of memory is that
of indexing, and prints one JSON object.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, TypeVar

import pypdf
from pypdf.errors import PyPdfError

from rag.backends.embeddings import embed_passages
from rag.documents.register import Register
from rag.index.indexing import sync
from rag.settings import Settings
from rag.wiring import open_library

if sys.platform != "win32":
    import resource

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds; on a busy machine only those of the processor (all threads) say much."""

    wall: float
    cpu: float

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.wall + other.wall, self.cpu + other.cpu)


@dataclass(frozen=True, slots=True)
class Cost:
    documents: int
    failed: int
    passages: int
    indexing: Spent
    """With the model loaded beforehand."""
    extracting: Spent
    """pypdf alone, over the same files."""
    encoding: Spent
    """The encoder alone, over the same passages."""
    peak_bytes: int | None
    """Of resident memory while indexing; None where the system does not tell."""

    @property
    def ratio(self) -> Spent:
        """Of indexing to the sum of its two steps, by either clock."""
        steps = self.extracting + self.encoding
        return Spent(self.indexing.wall / steps.wall, self.indexing.cpu / steps.cpu)


def measure_in_child(folder: Path) -> Cost:
    command = [sys.executable, "-m", "eval.indexing_cost", str(folder)]
    found = subprocess.run(  # noqa: S603  # our own module
        command, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return _parse(json.loads(found.stdout))


def _parse(told: dict[str, Any]) -> Cost:
    spent = {name: Spent(**told[name]) for name in ("indexing", "extracting", "encoding")}
    return Cost(**(told | spent))


def measure(folder: Path) -> Cost:
    with (
        TemporaryDirectory(prefix="finding-aid-") as data,
        open_library(Settings.load(corpus=folder, data=Path(data))) as library,
    ):
        embed_passages(library.embedding, ["A first sentence loads the model."])
        report, indexing = _timed(lambda: sync(library, folder, register=Register(), ahead=True))
        peak = _peak_bytes()
        passages = library.catalogue.all_passages()
        texts = [f"{passage.context}\n{passage.text}" for passage in passages]
        _, encoding = _timed(lambda: embed_passages(library.embedding, texts))
    failed = sum(row.status == "failed" for row in report)
    _, extracting = _timed(lambda: _extract_each(sorted(folder.rglob("*.pdf"))))
    return Cost(
        documents=len(report) - failed,
        failed=failed,
        passages=len(passages),
        indexing=indexing,
        extracting=extracting,
        encoding=encoding,
        peak_bytes=peak,
    )


def _timed(step: Callable[[], T]) -> tuple[T, Spent]:
    wall, cpu = perf_counter(), process_time()
    value = step()
    return value, Spent(perf_counter() - wall, process_time() - cpu)


def _extract_each(paths: Sequence[Path]) -> None:
    for path in paths:
        try:
            for page in pypdf.PdfReader(path).pages:
                page.extract_text()
        except PyPdfError:  # not a PDF, whatever its name: the library reports it as failed
            continue


def _peak_bytes() -> int | None:
    if sys.platform == "win32":
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


if __name__ == "__main__":
    json.dump(asdict(measure(Path(sys.argv[1]))), sys.stdout)
