"""A quotation in, the words of its unit around it out: so that it is not read out of context."""

import re

from rag.types import Citation, Document, Unit

_MOST = 180
"""Characters on each side, about two lines."""


def surroundings(document: Document, unit: Unit, citation: Citation) -> tuple[str, str]:
    """What the unit says before and after the quotation, cut between words with an ellipsis;
    empty where it begins or ends with it."""
    text = document.reading.text
    before = [text[a : min(b, citation.start)] for a, b in unit.spans if a < citation.start]
    after = [text[max(a, citation.end) : b] for a, b in unit.spans if b > citation.end]
    return _last_words(_joined(before)), _first_words(_joined(after))


def _joined(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())


def _last_words(text: str) -> str:
    if len(text) <= _MOST:
        return text
    return "… " + re.sub(r"^\S*\s+", "", text[-_MOST:])


def _first_words(text: str) -> str:
    if len(text) <= _MOST:
        return text
    return re.sub(r"\s+\S*$", "", text[:_MOST]) + " …"
