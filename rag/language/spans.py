"""Stretches of a question: whether they meet, and what is left without them."""

from collections.abc import Iterable, Sequence

from rag.types import Span


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def blank(question: str, spans: Sequence[Span]) -> str:
    """The question with the stretches that are understood taken out."""
    kept, at = [], 0
    for a, b in sorted(spans):
        if a >= at:
            kept.append(question[at:a])
        at = max(at, b)
    return " ".join("".join([*(k + " " for k in kept), question[at:]]).split())


def blot(question: str, spans: Iterable[Span]) -> str:
    """The same, with a space for each character: what is left stands where it stood."""
    blotted = list(question)
    for a, b in spans:
        blotted[a:b] = " " * (b - a)
    return "".join(blotted)
