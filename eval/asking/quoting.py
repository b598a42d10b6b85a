"""Passages in, an answer that quotes them out: what baselines and controls say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from eval.asking.systems import Ranked
from rag.answer import Answer, Statement
from rag.index.library import Library
from rag.quotes.citations.citing import cite
from rag.reading.sentences import sentence_spans
from rag.types import Citation, Document, Span, Unit

OF_RECORD = ("title", "subject", "publisher", "area", "published", "provenance", "source_url")
OF_UNIT = ("kind", "label", "path", "agency")
"""Fields that a citation has by the same name."""
MOST_WORDS = 250
"""Of a baseline's answer: as many as the measures read of any answer."""


def quote(
    library: Library, question: str, ranked: Sequence[Ranked], *, confidence: float | None = None
) -> Answer:
    """One statement a passage, in their order, and one a unit of a passage that is cut across
    units: how well it is cited is then no matter of how it was cut. An answer without statements
    where nothing was found."""
    citations: list[Citation] = []
    for passage in ranked:
        document = library.document(passage.document)
        for unit, spans in split_by_unit(document, (passage.start, passage.end)):
            if citation := cite(document, unit, spans, len(citations) + 1):
                citations.append(citation)
    statements = tuple(Statement(c.quote, (c.n,), verbatim=c.match is not None) for c in citations)
    return Answer(question, "answered", None, statements, tuple(citations), confidence=confidence)


def split_by_unit(document: Document, stretch: Span) -> list[tuple[Unit, list[Span]]]:
    """The units with words in a stretch of the reading text, in order of the outline, and where
    these stand; what stands in no unit is left out."""
    text = document.reading.text
    found = []
    for unit in document.units:
        shared = [(max(a, stretch[0]), min(b, stretch[1])) for a, b in unit.spans]
        worded = [_trim(text, span) for span in shared if text[slice(*span)].strip()]
        found += [(unit, worded)] if worded else []
    return found


def _trim(text: str, span: Span) -> Span:
    """Without white space at either end."""
    piece = text[slice(*span)]
    return span[0] + len(piece) - len(piece.lstrip()), span[0] + len(piece.rstrip())


def cut_to_words(
    library: Library, ranked: Sequence[Ranked], most: int = MOST_WORDS
) -> tuple[Ranked, ...]:
    """The first passages up to `most` words, the last one cut where a sentence ends; a first
    passage without such an end is cut between words."""
    kept: list[Ranked] = []
    left = most
    for passage in ranked:
        text = words_of(library, passage)
        words = [*re.finditer(r"\S+", text)]
        if len(words) > left:
            ends = [end for _, end in sentence_spans(text) if len(text[:end].split()) <= left]
            end = max(ends, default=words[left - 1].end() if left == most else 0)
            cut = replace(passage, end=passage.start + end)
            return (*kept, cut) if end else tuple(kept)
        left -= len(words)
        kept.append(passage)
    return tuple(kept)


def first_sentences(library: Library, passage: Ranked, count: int) -> Ranked:
    spans = sentence_spans(words_of(library, passage))[:count]
    return replace(passage, end=passage.start + spans[-1][1]) if spans else passage


def words_of(library: Library, passage: Ranked) -> str:
    return library.document(passage.document).reading.text[passage.start : passage.end]


def overlap(one: Span, other: Span) -> int:
    """Characters that both have, >= 0."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
