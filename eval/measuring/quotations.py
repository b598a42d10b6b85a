"""Whether a quotation stands in its document, judged without the system's own check.

Twice over: against the reading text by offset, and against the file as it lies in the corpus
folder, read here afresh and reduced to its letters and figures, so that only layout may differ.
"""

import html
import re
from functools import cache
from pathlib import Path

import pypdf

from eval.sets.words import letters
from rag.types import Citation, Document

_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>\n]{1,200})?/?>")
"""But not `<http://…>`: an address between angle brackets is text."""
_LINK_TARGET = re.compile(r"(?<=\])\([^()\n]*\)")
_PIECES_GAP = re.compile(r"\s+|\[…\]")


def is_verbatim(citation: Citation, document: Document, folder: Path) -> bool:
    """True when the quote is the reading text at its offsets, and every piece of it is in the
    file of that name in `folder`. A digest's words are nobody's quotation: True only when the
    citation claims no match."""
    if document.record.provenance == "digest":
        return citation.match is None
    text = document.reading.text
    pieces = [text[start:end] for start, end in citation.spans or ((citation.start, citation.end),)]
    if len(pieces) == 1 and citation.quote != pieces[0]:
        return False
    if _PIECES_GAP.sub("", citation.quote) != _PIECES_GAP.sub("", "".join(pieces)):
        return False
    source = _source_letters(folder / document.record.file)
    return citation.match is not None and all(letters(piece) in source for piece in pieces)


@cache
def _source_letters(path: Path) -> str:
    if path.suffix.casefold() == ".pdf":
        text = "\f".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    else:
        text = path.read_text(encoding="utf-8-sig")
    return letters(_LINK_TARGET.sub("", html.unescape(_TAG.sub(" ", text))))
