"""PDF in, the text of each page out: two readers, and for each page the one that is right."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rag.backends.pdf.choosing import Choice, choose
from rag.backends.pdf.printed import Printed
from rag.backends.pdf.salvage import is_cut_off, rebuild
from rag.backends.pdf.second import read_all_printed
from rag.backends.pdf.structure import Structure, read_structure
from rag.backends.pdf.telling import warnings_of
from rag.backends.pdf.words import words_of
from rag.errors import UnreadableFile

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CUT_OFF = "the end of the file is missing, and pages may be with it: download it again"


@dataclass(frozen=True, slots=True)
class Extracted:
    texts: tuple[str, ...]
    """One for each page, without form feeds."""
    labels: tuple[str | None, ...]
    """Printed page numbers; None throughout where the file has none or they are 1, 2, 3, …"""
    properties: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    doubtful: tuple[int, ...]
    """Pages, from 1, whose text neither reader can be trusted with."""
    second_reader: tuple[int, ...]
    """Pages, from 1, whose text is the second reader's."""


def extract_pages(content: bytes, file: str) -> Extracted:
    """Every page's text as a person sees it, in reading order; `file` is named in errors.

    Raises UnreadableFile for a file that is damaged beyond reading or locked with a password.
    """
    structure, printed = _read(content, file)
    firsts = structure.texts
    known = _known(firsts, printed)
    pages = [*zip_longest(firsts, printed)]
    choices = [choose(first, page, known) for first, page in pages]
    shown = [page for _, page in pages]
    return Extracted(
        tuple(_clean(choice.text) for choice in choices),
        (*structure.labels, *[None] * (len(pages) - len(firsts))),
        tuple((name, _clean(value)) for name, value in structure.properties),
        (
            *structure.remarks,
            *([_CUT_OFF] if is_cut_off(content) else []),
            *warnings_of(choices, shown),
        ),
        _numbers(choices, lambda choice: choice.doubt is not None),
        _numbers(choices, lambda choice: choice.second),
    )


def _read(content: bytes, file: str) -> tuple[Structure, list[Printed | None]]:
    reason = ""
    for given in (content, rebuild):
        whole = given if isinstance(given, bytes) else given(content)
        structure = read_structure(whole, file) if whole else reason
        printed = read_all_printed(whole) if whole else []
        if isinstance(structure, Structure):
            return structure, printed
        if printed:
            unread = (None,) * len(printed)
            return Structure(unread, unread, (), ()), printed
        reason = reason or structure
    raise UnreadableFile(
        f"{file} is not a complete PDF ({reason}):"
        " open it in a PDF reader, save it anew or download it again."
    )


def _known(firsts: Sequence[str | None], printed: Sequence[Printed | None]) -> frozenset[str]:
    ours = {word for text in firsts if text for word in words_of(text)}
    others = {word for page in printed if page for run in page.runs for word in words_of(run.text)}
    return frozenset(ours & others)


def _numbers(choices: Sequence[Choice], wanted: Callable[[Choice], bool]) -> tuple[int, ...]:
    return tuple(number for number, choice in enumerate(choices, start=1) if wanted(choice))


def _clean(text: str) -> str:
    """Same length: what no store can hold, and our page mark, replaced one for one."""
    return _UNSTORABLE.sub("\ufffd", text).replace("\f", " ")
