"""Passages in, an answer that quotes them out: what controls and ablations say."""

import re
from collections.abc import Sequence

from eval.asking.systems import Ranked
from rag.answers.citations import cite
from rag.index.library import Library
from rag.reading.sentences import sentence_spans
from rag.types import Answer, Citation, Document, Span, Statement, Unit

MOST_WORDS = 250
"""Of an ablation's answer: as many as the measures read of any answer."""


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
            end = _last_end(text, left) or (words[left - 1].end() if left == most else 0)
            return (*kept, start_of(passage, end)) if end else tuple(kept)
        left -= len(words)
        kept.append(passage)
    return tuple(kept)


def first_sentences(library: Library, passage: Ranked, count: int) -> Ranked:
    spans = sentence_spans(words_of(library, passage))[:count]
    return start_of(passage, spans[-1][1]) if spans else passage


def start_of(passage: Ranked, length: int) -> Ranked:
    """Its first `length` characters."""
    end = passage.start + length
    return Ranked(passage.document, passage.unit, passage.start, end, passage.score)


def words_of(library: Library, passage: Ranked) -> str:
    return library.document(passage.document).reading.text[passage.start : passage.end]


def _last_end(text: str, most: int) -> int:
    """End of the last sentence that fits; 0 where none does."""
    fitting = [end for _, end in sentence_spans(text) if len(text[:end].split()) <= most]
    return max(fitting, default=0)


def overlap(one: Span, other: Span) -> int:
    """Characters that both have, >= 0."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
