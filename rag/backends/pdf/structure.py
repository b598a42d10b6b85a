"""A PDF in, its pages' text, labels and properties out (pypdf): the first reader."""

import io
import logging
import re
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from rag.errors import UnreadableFile

# Beside its own errors, pypdf lets these through when a file breaks the standard.
_MALFORMED = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_LARGEST_PAGE = 3_000_000
"""Bytes of drawing commands, which take a second a million; a page of text has 100,000."""
_LARGEST_OF_ALL = 40_000_000
"""Bytes that the second reader, which is quicker, is given."""
_LONGEST = 5.0
"""Seconds of the processor for one page: on a busy machine a clock would run out too soon."""


_BETWEEN_LOOKS = 1_000
"""Commands."""


class _TooLongError(Exception):
    """A page takes longer than `_LONGEST`."""


@dataclass(frozen=True, slots=True)
class Structure:
    texts: tuple[str | None, ...]
    """One for each page, as it is drawn; None for a page that this reader cannot read."""
    labels: tuple[str | None, ...]
    """Printed page numbers; None throughout where the file has none or they are 1, 2, 3, …"""
    properties: tuple[tuple[str, str], ...]
    oversized: frozenset[int]
    """0-based; pages that no reader should be given."""


def read_structure(content: bytes, file: str) -> Structure | str:
    """`file` is named in errors; a reason in place of a structure where the file is damaged.

    Raises UnreadableFile for a file that is locked with a password.
    """
    with _silence():
        try:
            reader = PdfReader(io.BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnreadableFile(
                    f"{file} is locked with a password: save a copy without one and add that."
                )
            pages = [*reader.pages]
            sizes = [*map(_size, pages)]
            texts = (
                _text(page) if size <= _LARGEST_PAGE else None
                for page, size in zip(pages, sizes, strict=True)
            )
            oversized = frozenset(i for i, size in enumerate(sizes) if size > _LARGEST_OF_ALL)
            return Structure(tuple(texts), _labels(reader), _properties(reader), oversized)
        except DependencyError as error:
            raise UnreadableFile(
                f"{file} is encrypted in a way that needs a missing package ({error}):"
                " save a copy without encryption and add that."
            ) from error
        except _MALFORMED as error:
            return str(error) or type(error).__name__


def _size(page: PageObject) -> int:
    """Bytes of the page's drawing commands."""
    try:
        contents = page.get_contents()
        # Not "if contents": pypdf's streams count as empty, whatever they hold.
        return 0 if contents is None else len(contents.get_data())
    except LimitReachedError:
        return _LARGEST_OF_ALL + 1
    except DependencyError:
        raise
    except _MALFORMED:
        return 0


def _text(page: PageObject) -> str | None:
    try:
        return page.extract_text(visitor_operand_before=_limit())
    except DependencyError:
        raise
    except (_TooLongError, *_MALFORMED):
        return None


def _limit() -> Callable[..., None]:
    """To be called at each command of a page; raises _TooLongError when they take too long."""
    end = time.thread_time() + _LONGEST
    commands = count(1)

    def check(*_: object) -> None:
        # Now and then, as on some systems asking for the time takes longer than a command.
        if next(commands) % _BETWEEN_LOOKS == 0 and time.thread_time() > end:
            raise _TooLongError

    return check


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
def _silence() -> Iterator[None]:
    """What pypdf would log of faults that it got over reaches no console: whether they matter is
    told by the second reader."""
    logger = logging.getLogger("pypdf")
    handler, propagate = logging.NullHandler(), logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.propagate = propagate
        logger.removeHandler(handler)
