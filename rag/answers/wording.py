"""Topic words in, the sentences of the documents that have them out: a full search, by no rank."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rag.answers.evidence import stems_in_order
from rag.index.library import Library
from rag.questions.query import Focus
from rag.questions.topic_words import TopicWord
from rag.reading.sentences import sentence_spans
from rag.types import Passage, Span

_BORDER = re.compile(r"\s[-–—]\s|[–—;:()“”]|(?<!\w)[‘’]|[‘’](?!\w)")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence."""

    focus: Focus
    span: Span
    text: str


def find_places(
    library: Library, terms: Sequence[TopicWord], documents: Collection[str]
) -> list[Place]:
    """Sentences that have all of the terms, each as one expression, in the documents' order; at
    least one term is wanted."""
    held = [library.lexical.holding(term.variants, documents) for term in terms]
    passages = library.catalogue.passages(frozenset.intersection(*held))
    units = library.catalogue.units_at({(p.document, p.unit) for p in passages.values()})
    return [
        Place(Focus(p.document, units[p.document, p.unit]), span, text)
        for p in sorted(passages.values(), key=lambda p: (p.document, p.start))
        if (p.document, p.unit) in units
        for span, text in _sentences(p)
        if has_all(text, terms)
    ]


def has_all(text: str, terms: Sequence[TopicWord]) -> bool:
    """No expression goes on behind a dash, a bracket or a quotation mark."""
    clauses = [stems_in_order(clause) for clause in _BORDER.split(text)]
    return all(any(term.stands_together_in(said) for said in clauses) for term in terms)


def documents_with(library: Library, terms: Sequence[TopicWord]) -> list[str]:
    """Reviews that have such a sentence, in their order."""
    found = find_places(library, terms, library.reviews)
    return list(dict.fromkeys(place.focus.document for place in found))


def _sentences(passage: Passage) -> list[tuple[Span, str]]:
    return [
        ((passage.start + a, passage.start + b), passage.text[a:b])
        for a, b in sentence_spans(passage.text)
    ]
