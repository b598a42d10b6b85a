"""Topic words in, the sentences of the documents that have them out: a full search, by no rank."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.evidence.evidence import stems_in_order
from rag.evidence.units.theme_places import names_of
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.language.vocabulary import load_vocabulary
from rag.questions.request import Focus
from rag.reading.sentences import sentence_spans
from rag.types import Passage, Span

_BORDER = re.compile(r"\s[-–—]\s|[–—;:()“”]|(?<!\w)[‘’]|[‘’](?!\w)")


_INCLUDING = re.compile(r"^(?:including|involving)\s+", re.IGNORECASE)


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
    clauses = _BORDER.split(text)
    return all(any(is_said(term, clause) for clause in clauses) for term in terms)


def is_said(term: TopicWord, text: str) -> bool:
    """In any of its words, side by side, or as the vocabulary reads the text: "sharing of
    information" is information sharing, "bed sharing" with "information" near is none."""
    said = stems_in_order(text)
    if any(_runs_in(variant, said) for variant in term.variants):
        return True
    return not _names(term.words).isdisjoint(_terms_in(text))


def _runs_in(typed: Sequence[str], said: Sequence[str]) -> bool:
    """Side by side, whichever comes first ("short of money", "money was short"): "self-reported
    explanations of harm" is no self-harm."""
    n, sought = len(typed), sorted(typed)
    return any(sorted(said[i : i + n]) == sought for i in range(len(said) - n + 1))


@lru_cache(maxsize=1000)
def _names(words: str) -> frozenset[str]:
    """ "Including dads" is in the vocabulary; a list about it is one about dads."""
    read = (words, _INCLUDING.sub("", words))
    return frozenset(n for each in read for term in _terms_in(each) for n in names_of(term))


@lru_cache(maxsize=20_000)
def _terms_in(text: str) -> frozenset[str]:
    return frozenset(m.term for m in load_vocabulary().read(text) if m.certain)


def documents_with(library: Library, terms: Sequence[TopicWord]) -> list[str]:
    """Reviews that have such a sentence, in their order."""
    found = find_places(library, terms, library.reviews)
    return list(dict.fromkeys(place.focus.document for place in found))


def _sentences(passage: Passage) -> list[tuple[Span, str]]:
    return [
        ((passage.start + a, passage.start + b), passage.text[a:b])
        for a, b in sentence_spans(passage.text)
    ]
