"""The permanent link of a unit, or of words in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, urlencode

from rag.types import Citation, Span


@dataclass(frozen=True, slots=True)
class Link:
    document: str
    unit: str
    marked: Span = (0, 0)
    """Of the reading text as it was when the link was made; empty for the whole unit."""
    words: str = ""
    """Digest of the marked words as they were; empty in a link that was written without it."""

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> Self | None:
        """None where no unit is named; a figure that is none marks nothing."""
        if "doc" not in fields or "unit" not in fields:
            return None
        marked = _offset(fields.get("start", "")), _offset(fields.get("end", ""))
        return cls(fields["doc"], fields["unit"], marked, fields.get("words", ""))

    @classmethod
    def of_citation(cls, citation: Citation) -> Self:
        words = dict(parse_qsl(citation.link.removeprefix("?"))).get("words", "")
        return cls(citation.document, citation.unit, (citation.start, citation.end), words)

    @property
    def fields(self) -> dict[str, str]:
        named = {"doc": self.document, "unit": self.unit}
        start, end = self.marked
        if start < end:
            named |= {"start": str(start), "end": str(end)}
            named |= {"words": self.words} if self.words else {}
        return named

    @property
    def address(self) -> str:
        """What stands behind the window's own address."""
        return "?" + urlencode(self.fields)


def _offset(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
