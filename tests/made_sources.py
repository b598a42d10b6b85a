"""Sources made by hand: a text in one of the formats, its pages parted by form feeds."""

from rag.reading.repair import repair
from rag.types import Page, Source


def make_source(text: str, kind: str = "text") -> Source:
    pages: list[Page] = []
    at = 0
    for number, part in enumerate(text.split("\f"), start=1):
        pages.append(Page(number, None, at, at + len(part)))
        at += len(part) + 1
    paged = kind in ("pdf", "text") and "\f" in text
    return Source("made", kind, text, tuple(pages) if paged else (), "")  # type: ignore[arg-type]


def blocks_of(text: str, kind: str = "text") -> list[str]:
    return [block.text for block in repair(make_source(text, kind))[1]]


def pdf(*lines: str) -> str:
    """Lines as the extractor gives them."""
    return " \n".join(lines)


WRAPPED = pdf(
    "1. The family had been known to several services for a long time before that",
    "winter, and each of them kept a record of its own. Nobody had read all of them",
    "when the meeting was held.",
)
LONG = "The services that knew the family kept records of their own and did not compare them with "
