"""A PDF in, its pages' text, labels and properties out (pypdf): the first reader."""

import io
import logging
import re
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from rag.errors import UnreadableFile

# Beside its own errors, pypdf lets these through when a file breaks the standard.
_MALFORMED = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_MOST_WARNINGS = 5
_LARGEST_PAGE = 3_000_000
"""Bytes of drawing commands, which take a second a million; a page of text has 100,000."""
_LONGEST = 5.0
"""Seconds for one page."""


class _TooLongError(Exception):
    """A page takes longer than `_LONGEST`."""


@dataclass(frozen=True, slots=True)
class Structure:
    texts: tuple[str | None, ...]
    """One for each page, as it is drawn; None for a page that this reader cannot read."""
    labels: tuple[str | None, ...]
    """Printed page numbers; None throughout where the file has none or they are 1, 2, 3, …"""
    properties: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


def read_structure(content: bytes, file: str) -> Structure | str:
    """`file` is named in errors; a reason in place of a structure where the file is damaged.

    Raises UnreadableFile for a file that is locked with a password.
    """
    with _heard() as remarks:
        try:
            reader = PdfReader(io.BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnreadableFile(
                    f"{file} is locked with a password: save a copy without one and add that."
                )
            texts = tuple(map(_text, reader.pages))
            return Structure(texts, _labels(reader), _properties(reader), _summary(remarks))
        except DependencyError as error:
            raise UnreadableFile(
                f"{file} is encrypted in a way that needs a missing package ({error}):"
                " save a copy without encryption and add that."
            ) from error
        except _MALFORMED as error:
            return str(error) or type(error).__name__


def _text(page: PageObject) -> str | None:
    end = time.monotonic() + _LONGEST
    try:
        contents = page.get_contents()
        if contents is None:
            return ""
        if len(contents.get_data()) > _LARGEST_PAGE:
            return None
        return page.extract_text(visitor_operand_before=lambda *_: _stop_at(end))
    except DependencyError:
        raise
    except (_TooLongError, *_MALFORMED):
        return None


def _stop_at(end: float) -> None:
    if time.monotonic() > end:
        raise _TooLongError


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
    return tuple((name, value) for name, value in found.items() if value)


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
