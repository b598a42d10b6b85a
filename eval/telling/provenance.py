"""What a run was made of, as fingerprints that anybody can make again: SHA-256, hexadecimal."""

import hashlib
import platform
from collections.abc import Iterable
from importlib import metadata
from typing import Any

from eval.asking.bench import ROOT
from rag.backends.embeddings import BUNDLED, BUNDLED_SHA256
from rag.index.fingerprints import code_fingerprint
from rag.index.library import Library
from rag.settings import Settings

MadeOf = dict[str, Any]
"""By the field of a record, facts by name."""


def describe(library: Library, settings: Settings, *, is_kept: bool) -> MadeOf:
    """The corpus by names and checksums of its files, so that two libraries of one corpus have
    one; the index by its passages, whose ids hold the digest of all that was embedded; the code
    with the libraries that read and stem. `is_kept`: the library was not made for this run."""
    cards = library.catalogue.cards()
    ids = sorted(library.catalogue.passage_ids())
    files = sorted(f"{card.record.file} {card.checksum}" for card in cards)
    bundled = settings.embedding_model == BUNDLED
    return {
        "corpus": {"sha256": _digest(files), "documents": len(cards)},
        "index": {"sha256": _digest([library.fingerprint, *ids]), "passages": len(ids)},
        "models": {"embedding": settings.embedding_model, "language": settings.llm,
                   "embedding_sha256": BUNDLED_SHA256 if bundled else None,
                   "embedding_fingerprint": settings.index_fingerprint},
        "settings": {"library": "kept" if is_kept else "made for this run"},
        "code": {"rag": code_fingerprint(), "eval": _evaluation_fingerprint()},
        "machine": {"python": platform.python_version(), "system": platform.system(),
                    "processor": platform.machine()},
        "packages": _versions(),
    }  # fmt: skip


def _evaluation_fingerprint() -> str:
    folder = ROOT / "eval"
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".toml"))
    names = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}
    return _digest(f"{name} {_digest([text])}" for name, text in names.items())


def _versions() -> dict[str, str]:
    """Of every package installed beside the project, by name."""
    found = {each.metadata["Name"]: each.version for each in metadata.distributions()}
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
