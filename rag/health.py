"""Whether the installation can do its work: what is there, where it lives, what is wrong."""

import os
import platform
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from rag.backends.embeddings import BUNDLED, BUNDLED_SHA256, open_embedding
from rag.errors import ModelUnavailable, StoreUnavailable
from rag.index.agreement import compare_files
from rag.index.files import find_files
from rag.index.library import Library
from rag.settings import Settings
from rag.wiring import open_library

State = Literal["fine", "note", "broken"]

_PACKAGES = (
    "finding-aid",
    "sentence-transformers",
    "torch",
    "chromadb",
    "llama-index-core",
    "llama-index-embeddings-huggingface",
    "llama-index-vector-stores-chroma",
    BUNDLED,
    "bm25s",
    "pypdf",
    "python-docx",
    "streamlit",
    "typer",
    "pydantic-settings",
)
_INDEX = "Run rag index."
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Check:
    subject: str
    state: State
    """A note works, but a person should know of it; what is broken has to be mended."""
    found: str
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class Health:
    versions: dict[str, str | None]
    """By package; None where it is not installed."""
    checks: tuple[Check, ...]

    @property
    def is_sound(self) -> bool:
        return all(check.state != "broken" for check in self.checks)


def examine(settings: Settings) -> Health:
    """Loads the embedding model, which takes seconds: nothing less proves that it works."""
    versions = {"python": platform.python_version()} | {n: _version(n) for n in _PACKAGES}
    checks = (
        _check_packages(versions),
        _check_embedding(settings.embedding_model),
        Check("language model", "fine", "none: answers are the reviews' own words"),
        _check_store(settings),
        _check_data_folder(settings.data),
        *_check_library(settings),
    )
    return Health(versions, checks)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _check_packages(versions: dict[str, str | None]) -> Check:
    missing = [package for package, version in versions.items() if version is None]
    if not missing:
        return Check("packages", "fine", f"all {len(versions) - 1} installed")
    return Check(
        "packages", "broken", f"not installed: {', '.join(missing)}", "Install the project again."
    )


def _check_embedding(name: str) -> Check:
    subject = "embedding model"
    try:
        open_embedding(name)
    except ModelUnavailable as error:
        return Check(subject, "broken", name, str(error))
    if name == BUNDLED:
        return Check(subject, "fine", f"{name}, checksum {BUNDLED_SHA256[:12]}… as expected")
    if Path(name).expanduser().is_dir():
        return Check(subject, "fine", f"{name}, a local folder")
    return Check(
        subject,
        "note",
        f"{name}, from the hub",
        f"It may be looked up on the network: pass a local folder, or {BUNDLED}, to work offline.",
    )


def _check_store(settings: Settings) -> Check:
    if settings.chroma_url is None:
        return Check("vector store", "fine", "Chroma, embedded")
    found = f"Chroma at {settings.chroma_url}"
    if urlsplit(settings.chroma_url).hostname in _OWN_MACHINE:
        return Check("vector store", "fine", found)
    advice = "Passages and the vectors of questions leave this machine for that address."
    return Check("vector store", "note", found, advice)


def _check_data_folder(folder: Path) -> Check:
    subject, found = "data folder", str(folder)
    if not folder.is_dir():
        return Check(subject, "note", found, "It is not there yet: rag index makes it.")
    if not os.access(folder, os.R_OK | os.W_OK):
        return Check(subject, "broken", found, "It cannot be read and written: correct its rights.")
    if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return Check(subject, "note", found, "Others on this machine may read it: chmod 700 it.")
    return Check(subject, "fine", f"{found}, private")


def _check_library(settings: Settings) -> Iterator[Check]:
    if not settings.data.is_dir():
        yield Check("library", "note", "empty", _INDEX)
        return
    try:
        with open_library(settings) as library:
            cards = library.catalogue.cards()
            counts = f"{len(cards)} documents, {sum(card.passages for card in cards)} passages"
            yield Check("library", "fine" if cards else "note", counts, None if cards else _INDEX)
            if cards:
                yield _check_vectors(library)
            yield _check_agreement(library, settings)
    except StoreUnavailable as error:
        yield Check("library", "broken", str(settings.data), str(error))


def _check_vectors(library: Library) -> Check:
    try:
        stored = library.vectors.ids()
    except StoreUnavailable as error:
        return Check("vectors", "broken", "cannot be used", str(error))
    published = library.catalogue.passage_ids()
    if missing := len(published - stored):
        return Check("vectors", "broken", f"{missing} of {len(published)} missing", _INDEX)
    return Check("vectors", "fine", f"one for each of {len(published)} passages")


def _check_agreement(library: Library, settings: Settings) -> Check:
    subject, corpus = "index and files", settings.corpus
    if corpus is None or not corpus.is_dir():
        return Check(
            subject, "note", f"no corpus folder {corpus or ''}".rstrip(), "Pass --corpus DIR."
        )
    differences = compare_files(
        library, (*find_files(corpus, "corpus"), *find_files(library.added, "added"))
    )
    found = [
        f"{what}: {', '.join(files)}"
        for what, files in (
            ("not indexed", differences.unread),
            ("gone but still indexed", differences.vanished),
            ("not readable", differences.failed),
        )
        if files
    ]
    if found:
        return Check(subject, "note", "; ".join(found), f"{_INDEX[:-1]} and see what it reports.")
    return Check(subject, "fine", f"agree; corpus folder {corpus}")
