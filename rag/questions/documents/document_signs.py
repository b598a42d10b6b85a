"""A question and a held document in, what speaks for it that the document is meant out.

What a document prints of itself (title, whom it is about) counts beside what it alone says: "the
Keyham coroner" names no title, but one report says Keyham time and again."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from rag.backends.lexical import FUNCTION_WORDS, Lexical, rarity, stem
from rag.backends.plain_words import plain_words
from rag.index.library import Library
from rag.questions.names.pseudonyms import is_pseudonym
from rag.types import Record

LOOKED_AT = 30
"""Passages found by the question's words."""
_OFTEN = 3
"""Passages in which a word must stand for a document to be known by it."""
_WORD = re.compile(r"[^\W_]+")
_TITLE_WORDS = 2
"""A title of fewer that carry something is no name."""
_RARE = 3.0
"""Inverse document frequency from which a word is no longer common."""


@dataclass(frozen=True, slots=True)
class DocumentSigns:
    """Of one document, 0 to 1 each."""

    title: float
    """Share, by rarity, of the words of its title or of whom it is about that the question says."""
    said_here: float
    """Share of the places of the question's words, by rarity, that lie in this document."""
    said_only_here: float
    """The same of the one word that is no ordinary English and lies most in this document."""
    nearest: float
    """Score of its best passage, as a share of that of the best passage of all."""
    passages: float
    """Its share of the scores of the passages found."""
    among: float
    """One over the number of documents of the name or the turn before, where it is one of them."""
    others: float
    """1.0: documents are named, or a turn was about some."""


def read_signs(
    library: Library, question: str, before: Collection[str] | None
) -> dict[str, DocumentSigns]:
    """By document; `before` are those that a name, or the turn before, leaves to choose from."""
    ids = [record.id for record in library.catalogue.records()]
    typed = _typed(question)
    names, rarities = _names(library.catalogue.records())
    lexical = library.lexical
    here, only = _places(lexical, typed)
    best, found = _passages(library, question)
    few = 1 / len(before) if before else 0.0
    return {
        id_: DocumentSigns(
            title=max(_share(own, typed, rarities) for own in names[id_]),
            said_here=here.get(id_, 0.0),
            said_only_here=only.get(id_, 0.0),
            nearest=best.get(id_, 0.0),
            passages=found.get(id_, 0.0),
            among=few if before and id_ in before else 0.0,
            others=float(bool(before)),
        )
        for id_ in ids
    }


def _typed(question: str) -> dict[str, bool]:
    """Stems of the words that carry something, and whether each is no ordinary English word."""
    found = dict[str, bool]()
    for word in _WORD.findall(question):
        for each in stem(word):
            if each not in FUNCTION_WORDS:
                found[each] = word.isalpha() and word.casefold() not in plain_words()
    return found


@lru_cache(maxsize=4)
def _names(
    records: tuple[Record, ...],
) -> tuple[dict[str, tuple[frozenset[str], frozenset[str]]], dict[str, float]]:
    """Stems of the title, and of the name of whom it is about, of each document, and how rare each
    stem is among them. The letter of a pseudonym is no word, and read before."""
    found = dict[str, tuple[frozenset[str], frozenset[str]]]()
    for record in records:
        subject = record.subject if record.subject and not is_pseudonym(record.subject) else ""
        title = frozenset(stem(record.title))
        titled = title if len(title) >= _TITLE_WORDS else frozenset[str]()
        found[record.id] = titled, frozenset(stem(subject))
    holding = Counter(each for both in found.values() for own in both for each in own)
    return found, {each: rarity(n, len(records)) for each, n in holding.items()}


def _share(own: Collection[str], typed: Collection[str], rarities: dict[str, float]) -> float:
    whole = sum(rarities[each] for each in own)
    return sum(rarities[each] for each in own if each in typed) / whole if whole else 0.0


def _places(lexical: Lexical, typed: dict[str, bool]) -> tuple[dict[str, float], dict[str, float]]:
    here, only = defaultdict[str, float](float), dict[str, float]()
    weighed = 0.0
    for word, is_rare in typed.items():
        places = lexical.places_by_document(word)
        total = sum(places.values())
        weight = rarity(len(places), lexical.documents) if total else 0.0
        weighed += weight
        for document, count in places.items():
            here[document] += weight * count / total
            if is_rare:
                known = count / total * min(1, count / _OFTEN) * min(1, weight / _RARE)
                only[document] = max(only.get(document, 0.0), known)
    return {d: value / weighed for d, value in here.items() if weighed}, only


def _passages(library: Library, question: str) -> tuple[dict[str, float], dict[str, float]]:
    hits = library.lexical.query(question, LOOKED_AT)
    places = library.lexical.documents_of([id_ for id_, _ in hits])
    best, found = dict[str, float](), defaultdict[str, float](float)
    for (_, score), document in zip(hits, places, strict=True):
        best.setdefault(document, score / hits[0][1])
        found[document] += score
    whole = sum(found.values())
    return best, {document: score / whole for document, score in found.items()}
