"""A question and the documents that its names leave in, where it is asked out: of which documents,
of one or of several, and in whose words it is to be read."""

from dataclasses import dataclass

from rag.index.library import Library
from rag.questions.documents.documents_meant import DocumentWeights, Meant, find_meant
from rag.questions.documents.makers_named import NOBODY, read_makers
from rag.questions.documents.several_reviews import find_across
from rag.questions.documents.silent_reviews import find_silence
from rag.questions.names.reviews_named import ReviewsNamed
from rag.types import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question is asked."""

    reviews: ReviewsNamed
    several: tuple[Span, ...]
    """Words that ask it of several documents."""
    meant: Meant | None
    weights: DocumentWeights
    documents: frozenset[str] | None
    """Those to look in."""
    there: frozenset[str] | None
    """Those in whose words its own are read."""
    picked: bool


def find_place(
    library: Library,
    question: str,
    reviews: ReviewsNamed,
    within: frozenset[str] | None,
    talked_of: frozenset[str] | None,
) -> Place:
    unnamed = reviews.documents is None and within is None and talked_of is None
    makers = read_makers(library, question) if unnamed else NOBODY
    several = find_across(question, unnamed=unnamed) or makers.spans
    across = bool(several)
    meant, weights = find_meant(library, question, reviews, several=across)
    reviews = meant.settle(reviews) if meant else reviews
    documents = reviews.documents
    silence = find_silence(question) if across else None
    several = (*several, silence) if silence else several
    if documents is None and not (reviews.missing and not across):
        talked = None if across else within or (meant.documents if meant else None)
        documents = talked or makers.documents
    by_itself = reviews.documents is not None or reviews.missing or across
    there = documents if by_itself else talked_of or documents
    picked = meant is not None and not meant.known and within is None
    return Place(reviews, several, meant, weights, documents, there, picked)
