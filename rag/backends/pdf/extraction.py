"""PDF in, the text of each page out: two readers, and for each page the one that is right."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rag.backends.pdf.choosing import Choice, choose
from rag.backends.pdf.printed import Printed
from rag.backends.pdf.salvage import is_cut_off, rebuild
from rag.backends.pdf.second import Second, read_all_printed
from rag.backends.pdf.structure import Structure, read_structure
from rag.backends.pdf.telling import OCR, warnings_of
from rag.backends.pdf.words import words_of
from rag.errors import UnreadableFile

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CUT_OFF = "the end of the file is missing, and pages may be with it: download it again"
_DAMAGED = "the file is damaged: check that all its pages are here, or download it again"
_PLACEHOLDER = "please wait"
"""What stands on the one page of a form that only Adobe's reader can show."""


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
    """Every page's text as a person sees it, in the order of reading; `file` is named in errors.

    Raises UnreadableFile for a file that is damaged beyond reading, locked with a password, too
    large, or without any text.
    """
    structure, second = _read(content, file)
    pages = [*zip_longest(structure.texts, second.pages)]
    known = _known(structure.texts, second.pages)
    choices = [choose(first, printed, known) for first, printed in pages]
    cut_off = is_cut_off(content)
    _check_words(choices, second, file, cut_off=cut_off)
    return Extracted(
        tuple(_clean(choice.text) for choice in choices),
        (*structure.labels, *[None] * (len(pages) - len(structure.labels))),
        tuple((name, _clean(value)) for name, value in structure.properties),
        (
            *_losses(structure, second, cut_off=cut_off),
            *warnings_of(choices, [p for _, p in pages], cut_off=cut_off),
        ),
        _numbers(choices, lambda choice: choice.doubt is not None),
        _numbers(choices, lambda choice: choice.second and bool(choice.text.strip())),
    )


def _read(content: bytes, file: str) -> tuple[Structure, Second]:
    reason = ""
    for given in _as_given_and_rebuilt(content):
        structure = read_structure(given, file)
        if isinstance(structure, Structure):
            return structure, read_all_printed(given, file, oversized=structure.oversized)
        if (second := read_all_printed(given, file)).pages:
            return Structure((), (), (), frozenset()), second
        reason = reason or structure
    raise UnreadableFile(
        f"{file} is not a complete PDF ({reason}):"
        " open it in a PDF reader, save it anew or download it again."
    )


def _as_given_and_rebuilt(content: bytes) -> Iterator[bytes]:
    yield content
    if rebuilt := rebuild(content):
        yield rebuilt


def _check_words(choices: Sequence[Choice], second: Second, file: str, *, cut_off: bool) -> None:
    """Raises UnreadableFile where nothing can be read."""
    text = " ".join(choice.text for choice in choices)
    if second.dynamic_form and (not text.strip() or _PLACEHOLDER in text.casefold()):
        raise UnreadableFile(
            f"{file} is a form that only Adobe's reader can show (XFA): open it there, print it"
            " to a new PDF and add that."
        )
    if text.strip():
        return
    if cut_off:
        raise UnreadableFile(
            f"{file} is incomplete: the end of the file is missing, and no text could be read from"
            " the rest; download it again."
        )
    if any(choice.doubt for choice in choices):
        raise UnreadableFile(
            f"{file} cannot be read: its fonts do not say which letters they show; {OCR}."
        )
    raise UnreadableFile(
        f"{file} has no text on any of its {len(choices)} pages, so it is probably"
        " a scan: run it through text recognition (OCR) and add the result."
    )


def _losses(structure: Structure, second: Second, *, cut_off: bool) -> tuple[str, ...]:
    if cut_off:
        return (_CUT_OFF,)
    both = len(structure.texts) == len(second.pages) and None not in second.pages
    return () if both or structure.oversized else (_DAMAGED,)


def _known(firsts: Sequence[str | None], printed: Sequence[Printed | None]) -> frozenset[str]:
    """Words that both readers have found."""
    ours = {word for text in firsts if text for word in words_of(text)}
    others = {word for page in printed if page for run in page.runs for word in words_of(run.text)}
    return frozenset(ours & others)


def _numbers(choices: Sequence[Choice], wanted: Callable[[Choice], bool]) -> tuple[int, ...]:
    return tuple(number for number, choice in enumerate(choices, start=1) if wanted(choice))


def _clean(text: str) -> str:
    """Same length: what no store can hold, and our page mark, replaced one for one."""
    return _UNSTORABLE.sub("\ufffd", text).replace("\f", " ")
