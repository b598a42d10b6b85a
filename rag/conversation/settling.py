"""A turn that a name or a year leaves open in, settled by the document talked of out."""

import re
from dataclasses import replace

from rag.conversation.turns import Turn, reviews_of
from rag.index.library import Library
from rag.questions.query import Query
from rag.types import Record

_POINTS_BACK = re.compile(
    r"\b(?:about|on|to|with|of|for|fix|cover|address|mention|answer|from)"
    r" (?:it|this|that|these|those|them)(?=\W*(?:$|since\b|now\b|then\b))",
    re.IGNORECASE,
)


def settle_names(library: Library, query: Query, before: Turn) -> Query:
    """A name that several documents go by, or a year alone ("the 2025 one"), means the one talked
    of, or its edition of that year; a name said again with "about it" names nothing new."""
    named = query.reviews.documents or frozenset()
    told = before.query.documents or frozenset()
    if query.reviews.unsettled or _is_year(query):
        here = named & told or (_editions(library, named, told) if _is_year(query) else frozenset())
        if here and here != named:
            reviews = replace(query.reviews, documents=here, unsettled=False)
            query = replace(query, reviews=reviews, documents=here, across=len(here) > 1)
    if _names_again(library, query, before):
        return replace(query, reviews=replace(query.reviews, documents=None))
    return query


def _is_year(query: Query) -> bool:
    spans = query.reviews.spans
    return bool(spans) and all(query.question[a:b].isdigit() for a, b in spans)


def _editions(library: Library, named: frozenset[str], told: frozenset[str]) -> frozenset[str]:
    """Of the same matter as a document talked of."""
    records = library.catalogue.records()
    matters = {_matter(r) for r in records if r.id in told} - {None}
    return frozenset(r.id for r in records if r.id in named and _matter(r) in matters)


def _matter(record: Record) -> tuple[str, str] | None:
    about = record.subject or record.area
    return (record.kind, about) if about else None


def _names_again(library: Library, query: Query, before: Turn) -> bool:
    """ "And what are Cumbria doing about it"."""
    named = query.reviews.documents
    if not named or not query.reviews.spans or not _POINTS_BACK.search(query.question):
        return False
    return named == before.query.documents or named == frozenset(reviews_of(library, before))
