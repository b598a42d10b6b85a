"""Files in, published documents and one result for each file out."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, count
from pathlib import Path

from rag.documents.register import Register
from rag.errors import CorpusConflict, UnreadableFile
from rag.index.catalogue import Card
from rag.index.copy_names import is_named_as_copy
from rag.index.files import File, checksum, expand, find_files
from rag.index.ledger import Location
from rag.index.library import Library
from rag.index.publishing import Publishing, Result
from rag.index.reading_ahead import reading_ahead
from rag.index.writing import open_writer

Progress = Callable[[float, int, str], None]
"""Told before each file and while it is made ready: how many are done, the one in hand in part,
of how many, and the file's name."""

_CORPUS = "corpus"
GIVEN = "given as "
"""How the settings begin that tell where each added file was given from, by its name."""


def sync(  # noqa: PLR0913  # what a run over a folder is told
    library: Library,
    corpus: Path,
    *,
    register: Register,
    replace_corpus: bool = False,
    progress: Progress | None = None,
    ahead: bool = False,
) -> tuple[Result, ...]:
    """Brings the library in line with the corpus folder and the folder of added documents.

    `ahead`: other processes may read files before their turn; not where the program that runs is
    no plain Python program, as under Streamlit.

    Results by file, those of removed documents last.
    Raises CorpusConflict, LibraryBusy, StoreUnavailable or ModelUnavailable.
    """
    with open_writer(library) as writer:
        _settle_corpus(library, corpus, replace_corpus=replace_corpus)
        writer.reconcile()
        files = (*find_files(corpus, "corpus"), *find_files(library.added, "added"))
        step = Publishing(library.catalogue, writer, register, {f.location for f in files})
        removed = step.withdraw_vanished(files)
        return (*_publish_each(step, files, register, progress, ahead=ahead), *removed)


def add(
    library: Library,
    paths: Iterable[Path],
    *,
    register: Register,
    progress: Progress | None = None,
    ahead: bool = False,
) -> tuple[Result, ...]:
    """Adds files, and the documents in folders, each copied under `library.added`.

    A file given again from the same place stands for the one it was; another of the same name
    is another document. Raises LibraryBusy, StoreUnavailable or ModelUnavailable.
    """
    with open_writer(library) as writer:
        writer.reconcile()
        files = [_added_file(library, path) for path in expand(paths)]
        held = {card.location for card in library.catalogue.cards()}
        step = Publishing(
            library.catalogue, writer, register, held | {f.location for f in files},
            keep=lambda file: keep_copy(library, file),
        )  # fmt: skip
        return _publish_each(step, files, register, progress, ahead=ahead)


def remove(library: Library, document: str) -> Card:
    """Withdraws one document and deletes its copy, if it was added; the card tells which.

    A file in the corpus folder stays, and the next sync publishes it again.
    Raises UnknownDocument, LibraryBusy or StoreUnavailable.
    """
    with open_writer(library) as writer:
        card = library.catalogue.card(document)
        if card.location.origin == "added":
            (library.added / card.location.path).unlink(missing_ok=True)
            library.catalogue.addresses.forget(card.location)
        writer.withdraw(document)
        return card


def corpus_folder(library: Library) -> Path | None:
    """The one that the library was last brought in line with; None where there was none yet."""
    folder = library.catalogue.ledger.setting(_CORPUS)
    return Path(folder) if folder else None


def totals(library: Library, results: Iterable[Result]) -> dict[str, int]:
    """Sums over all documents that the library holds, and the failed files of the run."""
    held = library.catalogue.cards()
    return {
        "documents": len(held),
        "pages": sum(card.pages for card in held),
        "units": sum(card.units for card in held),
        "passages": sum(card.passages for card in held),
        "failed": sum(result.status == "failed" for result in results),
    }


def _publish_each(
    step: Publishing,
    files: Sequence[File],
    register: Register,
    progress: Progress | None,
    *,
    ahead: bool,
) -> tuple[Result, ...]:
    """Of two files with the same content the first is kept: so copies come last, though the
    results are in the order of the files."""
    results: dict[int, Result] = {}
    ordered = sorted(enumerate(files), key=lambda each: is_named_as_copy(each[1].path.name))
    changed = [file for _, file in ordered if not step.is_unchanged(file)]
    with reading_ahead(changed, register, allowed=ahead) as reading:
        step.read_by(reading.read)
        for done, (place, file) in enumerate(ordered):
            told = partial(_tell, progress, done, len(files), file.path.name)
            told(0)
            results[place] = step.publish_file(file, told)
    return tuple(results[place] for place in range(len(files)))


def _tell(progress: Progress | None, done: int, total: int, file: str, share: float) -> None:
    if progress:
        progress(done + share, total, file)


def _settle_corpus(library: Library, corpus: Path, *, replace_corpus: bool) -> None:
    ledger, wanted = library.catalogue.ledger, str(corpus.resolve())
    former = ledger.setting(_CORPUS)
    if former not in (None, wanted):
        filled = any(card.location.origin == "corpus" for card in library.catalogue.cards())
        if filled and not replace_corpus:
            raise CorpusConflict(
                f"The library in {library.data} holds the documents of {former}, not of {wanted}:"
                " pass --replace-corpus to change over, or use another --data folder."
            )
        ledger.retire_corpus()
    ledger.set(_CORPUS, wanted)


def _added_file(library: Library, path: Path) -> File:
    digest = checksum(path)
    candidates = chain([path.name], (f"{path.stem}-{n}{path.suffix}" for n in count(2)))
    name = next(name for name in candidates if _stands_for(library, name, path, digest))
    return File(path, Location("added", name), digest)


def _stands_for(library: Library, name: str, path: Path, digest: str) -> bool:
    """Whether this name under `library.added` is free for the file, or already its own."""
    copy = library.added / name
    given = library.catalogue.ledger.setting(GIVEN + name)
    return not copy.exists() or given == str(path.resolve()) or checksum(copy) == digest


def keep_copy(library: Library, file: File, *, given: str | None = None) -> None:
    """Puts the file under `library.added`; `given`: from where, if not from its own place.

    Raises UnreadableFile where it cannot be copied."""
    copy = library.added / file.location.path
    if file.path.resolve() == copy.resolve():
        return
    # Hidden, so that a sync passes over what a killed run has left half copied.
    draft = copy.with_name(f".{copy.name}.draft")
    try:
        library.added.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(file.path, draft)
        draft.replace(copy)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UnreadableFile(
            f"{file.path.name} cannot be copied to {library.added} ({error.strerror}): expected"
            " room and the right to write there; make some and add the file again."
        ) from error
    library.catalogue.ledger.set(GIVEN + copy.name, given or str(file.path.resolve()))
