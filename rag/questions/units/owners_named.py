"""A question and owners of units in, those that it names out."""

from collections.abc import Iterable

from rag.questions.request import Query
from rag.questions.units_asked import find_agency


def owners_named(query: Query, owners: Iterable[str]) -> tuple[str, ...]:
    """As printed; none of those that only share a word with the name of a document."""
    return find_agency(query.wording.bare, owners)


def is_addressed(query: Query) -> bool:
    """ "The police recommendations", "recommendations to the police": not those on the police."""
    return any(find_agency(words, query.agencies) for words in query.said.owners.beside)
