"""A question after the recommendations of some organisation in, whose there are out."""

import re

from rag.backends.lexical import stem
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.outline.agencies import names_organisation
from rag.questions.query import Query
from rag.questions.units_asked import find_agency

_LISTED = r"(?:recommendations?|recs?|actions?|lessons?)"
TRAILING = re.compile(
    r" in\b.*|(?: (?:of|from|about|on|at|for|and|please|the))+\s*$", re.IGNORECASE
)
"""Behind the organisation: "housing in child W"."""
BEHIND = re.compile(
    rf"\b{_LISTED}(?: \d+)?(?:,? (?:for|to|by) (?:the )?|, )((?:[\w'’]+ ?){{1,3}})", re.IGNORECASE
)
"""Recommendations "for the Board"."""
_FOR_WHOM = (re.compile(rf"\b((?:[\w'’]+ ){{1,3}}){_LISTED}\b", re.IGNORECASE), BEHIND)


def unknown_owner(library: Library, query: Query) -> str | None:
    """The organisation whose units are asked for, where the documents have none for it."""
    held = [set(stem(owner)) for owner in owners(library, query)]
    if query.agencies or not held:
        return None
    said = [found[1] for pattern in _FOR_WHOM for found in pattern.finditer(query.question)]
    named = [query.owner] if query.owner else said
    for who in (TRAILING.sub("", each).strip() for each in named):
        asked = any(t.words.lower() in who.lower() for t in query.terms)
        # "The CSCP Board" of several owners that share an action.
        one_of_several = any(stems >= set(stem(who)) for stems in held)
        if names_organisation(who) and asked and not one_of_several:
            return who
    return None


def is_addressed(query: Query) -> bool:
    """ "The police recommendations", "recommendations to the police": not those on the police."""
    named = [found[1] for pattern in _FOR_WHOM for found in pattern.finditer(query.question)]
    return any(find_agency(words, query.agencies) for words in named)


def owners(library: Library, query: Query) -> tuple[str, ...]:
    """Those whom the documents' units of the kinds asked for are addressed to, as printed."""
    kinds = query.asked.kinds or query.asked.units[0].kinds
    units = list_units(library, query.documents, kinds)
    return tuple(dict.fromkeys(f.unit.agency for f in units if f.unit.agency))
