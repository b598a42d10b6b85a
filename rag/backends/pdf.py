"""PDF in, the text of each page out (pypdf)."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from rag.errors import UnreadableFile

# Beside its own errors, pypdf lets these through when a file breaks the standard.
_MALFORMED = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_MOST_WARNINGS = 5


@dataclass(frozen=True, slots=True)
class Extracted:
    texts: tuple[str, ...]
    """One for each page, without form feeds."""
    labels: tuple[str | None, ...]
    """Printed page numbers; None throughout where the file has none or they are 1, 2, 3, …"""
    properties: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]


def extract_pages(content: bytes, file: str) -> Extracted:
    """Every page's text in reading order as pypdf gives it; `file` is named in errors.

    Raises UnreadableFile for a file that is damaged or locked with a password.
    """
    with _heard() as remarks:
        try:
            reader = PdfReader(io.BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnreadableFile(
                    f"{file} is locked with a password: save a copy without one and add that."
                )
            texts = tuple(_clean(page.extract_text()) for page in reader.pages)
            labels = _labels(reader)
            properties = _properties(reader)
        except DependencyError as error:
            raise UnreadableFile(
                f"{file} is encrypted in a way that needs a missing package ({error}):"
                " save a copy without encryption and add that."
            ) from error
        except _MALFORMED as error:
            raise UnreadableFile(
                f"{file} is not a complete PDF ({error or type(error).__name__}):"
                " open it in a PDF reader, save it anew or download it again."
            ) from error
    return Extracted(texts, labels, properties, _summary(remarks))


def _clean(text: str) -> str:
    """Same length: what no store can hold, and our page mark, replaced one for one."""
    return _UNSTORABLE.sub("\ufffd", text).replace("\f", " ")


def _labels(reader: PdfReader) -> tuple[str | None, ...]:
    count = len(reader.pages)
    if "/PageLabels" not in reader.root_object:
        return (None,) * count
    labels = reader.page_labels
    if labels == [str(number) for number in range(1, count + 1)]:
        return (None,) * count
    return tuple(label or None for label in labels)


def _properties(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    """Title as the file gives it, and the day it was created as an ISO date."""
    metadata = reader.metadata
    if metadata is None:
        return ()
    created = _DATE.match(str(metadata.creation_date_raw or ""))
    found = {
        "title": str(metadata.title or "").strip(),
        "created": "-".join(part for part in created.groups() if part) if created else "",
    }
    return tuple((name, _clean(value)) for name, value in found.items() if value)


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collects what pypdf would log, so that nothing reaches the console."""
    remarks: list[str] = []
    logger = logging.getLogger("pypdf")
    handler = logging.Handler()
    handler.emit = lambda record: remarks.append(record.getMessage())  # type: ignore[method-assign]
    propagate = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield remarks
    finally:
        logger.propagate = propagate
        logger.removeHandler(handler)


def _summary(remarks: list[str]) -> tuple[str, ...]:
    unique = [f"pypdf: {remark}" for remark in dict.fromkeys(remarks)]
    more = len(unique) - _MOST_WARNINGS
    return (*unique[:_MOST_WARNINGS], *([f"pypdf: {more} more remarks"] if more > 0 else []))
