"""What a run was made of, as fingerprints that anybody can make again: SHA-256, hexadecimal."""

import hashlib
import platform
from collections.abc import Iterable
from importlib import metadata

from eval.asking.bench import ROOT
from rag.backends.embeddings import BUNDLED, BUNDLED_SHA256
from rag.index.fingerprints import code_fingerprint
from rag.index.library import Library
from rag.settings import Settings

Told = dict[str, str | int | None]


def describe_corpus(library: Library) -> Told:
    """By the names and checksums of the files; two libraries of one corpus have one."""
    cards = library.catalogue.cards()
    lines = sorted(f"{card.record.file} {card.checksum}" for card in cards)
    return {"sha256": _digest(lines), "documents": len(cards)}


def describe_index(library: Library) -> Told:
    """By the passages, whose ids hold the digest of all that was embedded, and by the model."""
    ids = sorted(library.catalogue.passage_ids())
    return {"sha256": _digest([library.fingerprint, *ids]), "passages": len(ids)}


def describe_models(settings: Settings) -> Told:
    bundled = settings.embedding_model == BUNDLED
    return {
        "embedding": settings.embedding_model,
        "embedding_sha256": BUNDLED_SHA256 if bundled else None,
        "embedding_fingerprint": settings.index_fingerprint,
        "language": settings.llm,
    }


def describe_code() -> Told:
    """Of the system and of the evaluation, with the libraries that read and stem."""
    folder = ROOT / "eval"
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".toml"))
    lines = [
        f"{path.relative_to(folder).as_posix()} {_digest([path.read_text('utf-8')])}"
        for path in files
    ]
    return {"rag": code_fingerprint(), "eval": _digest(lines)}


def describe_machine() -> Told:
    return {"python": platform.python_version(), "system": platform.system(),
            "processor": platform.machine()}  # fmt: skip


def versions() -> dict[str, str]:
    """Of every package installed beside the project, by name."""
    found = {each.metadata["Name"]: each.version for each in metadata.distributions()}
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
