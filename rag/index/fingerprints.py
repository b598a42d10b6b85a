"""What a document was read by: code, libraries and register, as a few hexadecimal digits."""

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from rag.documents.register import Register
from rag.types import Told

_LIBRARIES = (
    "pypdf", "pypdfium2", "python-docx", "python-pptx", "openpyxl", "striprtf", "justhtml",
    "tinycss2", "webencodings", "charset-normalizer", "bm25s", "PyStemmer",
)  # fmt: skip
_SUFFIXES = (".py", ".toml")


@cache
def code_fingerprint() -> str:
    """Changes with any line of this package, code or data, and with the libraries that read and
    stem: better a reading too many than a stale outline or stale terms."""
    digest = hashlib.sha256()
    folder = Path(str(files("rag")))
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()


def document_fingerprint(
    file: str, checksum: str, register: Register, told: tuple[str, Told] | None = None
) -> str:
    """Of a file with this name and content; what the register says of it counts too, and the
    address that it was fetched from with what the person told of it."""
    entries = (
        register.by_file(file),
        register.by_checksum(checksum),
        register.by_original_checksum(checksum),
    )
    return hashlib.sha256(f"{code_fingerprint()} {entries} {told or ''}".encode()).hexdigest()[:16]
