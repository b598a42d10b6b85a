"""What a document was read by: code, libraries and register, as a few hexadecimal digits."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from rag.register import Register

_LIBRARIES = ("pypdf", "python-docx")


@cache
def code_fingerprint() -> str:
    """Changes with any line of this package: better a reading too many than a stale outline."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()


def document_fingerprint(file: str, checksum: str, register: Register) -> str:
    """Of a file with this name and content; what the register says of it counts too."""
    entries = (
        register.by_file(file),
        register.by_checksum(checksum),
        register.by_original_checksum(checksum),
    )
    return hashlib.sha256(f"{code_fingerprint()} {entries}".encode()).hexdigest()[:16]
