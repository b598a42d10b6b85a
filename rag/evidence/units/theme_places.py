"""A document in, the terms of the vocabulary that each of its units speaks of out."""

import re
from collections.abc import Mapping
from functools import lru_cache

from rag.index.library import Library
from rag.language.vocabulary import load_vocabulary
from rag.types import Passage, Unit

APPARATUS = frozenset({"resource", "footnote", "metadata", "signature", "contents"})
"""Kinds of unit that name a subject without saying anything of it."""
_HEADINGS = frozenset({"section", "theme"})
_TITLE_WORDS = 8
"""A heading with fewer says nothing either."""
_EXPLAINS = re.compile(
    r"\bwhat (?:is|are) (?:an? )?(?:\w+ ){0,3}reviews?\b"
    r"|\bpurpose of (?:an?|the|this) (?:\w+ ){0,3}reviews?\b",
    re.IGNORECASE,
)
"""A heading over what a review is, and not what this one found."""


def explains_reviews(unit: Unit) -> bool:
    """ "A review is held where neglect is suspected" tells of no neglect."""
    return any(map(_EXPLAINS.search, (*unit.path, unit.label)))


def terms_spoken(library: Library, document: str) -> Mapping[str, frozenset[str]]:
    """By unit id, in its own words and not only in the headings above; none of apparatus, nor of
    what explains reviews."""
    whole = library.whole
    return _terms_spoken(whole, whole.catalogue.card(document).checksum, document)


def names_of(theme: str) -> frozenset[str]:
    """Of the theme and the more particular terms, any of which speaks of it."""
    return frozenset((theme, *load_vocabulary().narrower(theme)))


def speaks_of(text: str, names: frozenset[str]) -> bool:
    mentions = load_vocabulary().read(text)
    return any(mention.certain and mention.term in names for mention in mentions)


def passages_speaking(library: Library, document: str, names: frozenset[str]) -> list[Passage]:
    """Those whose own words have one of the terms."""
    units = {u for u, said in terms_spoken(library, document).items() if not names.isdisjoint(said)}
    catalogue = library.catalogue
    places = catalogue.passage_places(document)
    found = catalogue.passages(id_ for id_, (_, unit) in places.items() if unit in units)
    return [passage for passage in found.values() if speaks_of(passage.text, names)]


# The checksum is there so that another text under the same id is read again.
@lru_cache(maxsize=4096)
def _terms_spoken(library: Library, _checksum: str, document: str) -> dict[str, frozenset[str]]:
    catalogue, vocabulary = library.catalogue, load_vocabulary()
    apparatus = {unit.id for unit in catalogue.units(document) if _says_nothing(unit)}
    spoken: dict[str, set[str]] = {}
    for passage in catalogue.passages(catalogue.passage_ids(document)).values():
        if passage.unit not in apparatus:
            mentions = vocabulary.read(passage.text)
            spoken.setdefault(passage.unit, set()).update(m.term for m in mentions if m.certain)
    return {unit: frozenset(terms) for unit, terms in spoken.items() if terms}


def _says_nothing(unit: Unit) -> bool:
    title = unit.kind in _HEADINGS and len(unit.text.split()) < _TITLE_WORDS
    return title or unit.kind in APPARATUS or explains_reviews(unit)
