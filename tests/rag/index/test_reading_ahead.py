"""Files read before their turn: the same documents, the same errors, whatever comes between."""

from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from made_libraries import review, write

from rag.documents.register import Register
from rag.errors import UnreadableFile
from rag.index import reading_ahead as ahead
from rag.index.files import File, find_files
from rag.index.reading_ahead import ReadingAhead, reading_ahead


class Here:
    """A pool that does its work at once, and remembers what it did."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.read: list[str] = []
        self.fault = fault

    def submit(self, work: Any, path: Path, register: Register) -> Future[Any]:
        self.read.append(path.stem)
        done: Future[Any] = Future()
        try:
            if self.fault:
                raise self.fault
            done.set_result(work(path, register))
        except (UnreadableFile, BrokenProcessPool) as error:
            done.set_exception(error)
        return done


@pytest.fixture
def files(tmp_path: Path) -> tuple[File, ...]:
    made = {f"review_{n}": review(f"Finding {n}.", title=f"Child {n}") for n in range(1, 7)}
    corpus = write(tmp_path / "corpus", **made)
    (corpus / "broken.pdf").write_bytes(b"no pdf")
    return tuple(find_files(corpus, "corpus"))


@pytest.fixture
def spare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "spare_processes", lambda: 1)


def read_all(reading: ReadingAhead, files: tuple[File, ...]) -> list[str]:
    told = []
    for file in files:
        try:
            told.append(reading.read(file).record.title)
        except UnreadableFile as error:
            told.append(str(error))
    return told


@pytest.mark.usefixtures("spare")
def test_documents_and_errors_are_those_of_reading_in_turn(files: tuple[File, ...]) -> None:
    plain = read_all(ReadingAhead(files, Register(), None), files)
    assert sum("broken.pdf" in each for each in plain) == 1
    pool: Any = Here()
    assert read_all(ReadingAhead(files, Register(), pool), files) == plain
    assert pool.read == [file.path.stem for file in files]


@pytest.mark.usefixtures("spare")
def test_few_wait_and_what_is_passed_over_is_forgotten(files: tuple[File, ...]) -> None:
    pool: Any = Here()
    reviews = [file for file in files if file.path.suffix == ".md"]
    reading = ReadingAhead(reviews, Register(), pool)
    reading.read(reviews[0])
    assert len(pool.read) == 3
    for n in (2, 5):
        assert reading.read(reviews[n]).record.title == f"Child {n + 1}"


@pytest.mark.usefixtures("spare")
def test_a_file_that_ends_the_process_is_one_failed_file(files: tuple[File, ...]) -> None:
    pool: Any = Here(BrokenProcessPool("killed"))
    reading = ReadingAhead(files, Register(), pool)
    with pytest.raises(UnreadableFile, match="ended the process that read it"):
        reading.read(files[0])
    assert reading.read(files[1]).record.title == "Child 1"


@pytest.mark.slow
def test_another_process_reads(files: tuple[File, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "ENOUGH", 1)
    with reading_ahead(files, Register(), allowed=False) as reading:
        plain = read_all(reading, files)
    with reading_ahead(files, Register(), allowed=True) as reading:
        assert read_all(reading, files) == plain
