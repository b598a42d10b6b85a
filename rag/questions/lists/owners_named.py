"""A question and owners of units in, those that it names out."""

from collections.abc import Iterable

from rag.questions.request import Request
from rag.questions.units.units_asked import find_agency


def owners_named(request: Request, owners: Iterable[str]) -> tuple[str, ...]:
    """As printed; none of those that only share a word with the name of a document."""
    return find_agency(request.wording.bare, owners)


def is_addressed(request: Request) -> bool:
    """ "The police recommendations", "recommendations to the police": not those on the police."""
    return any(find_agency(words, request.agencies) for words in request.said.owners.beside)
