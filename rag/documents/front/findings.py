"""The value that front matter is found as."""

from dataclasses import dataclass

from rag.types import Span


@dataclass(frozen=True, slots=True)
class Finding:
    key: str
    span: Span
    """Of the value's printed words, in the reading text."""
    text: str
    """These words."""
    label: str = ""
    """As printed, where one stands before the value; else empty."""
