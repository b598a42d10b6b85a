"""A question and other documents in, the same question asked of those out."""

from collections.abc import Iterable
from dataclasses import replace

from rag.questions.names.reviews_named import ReviewsNamed
from rag.questions.request import Request

NO_REVIEWS = ReviewsNamed(None, (), (), ())


def of_documents(documents: Iterable[str]) -> ReviewsNamed:
    """These, as names would leave them."""
    return replace(NO_REVIEWS, documents=frozenset(documents))


def ask_of(request: Request, reviews: ReviewsNamed) -> Request:
    """Its words stay as they were typed; where names stand in them, these reviews are meant."""
    return replace(
        request,
        reviews=replace(reviews, spans=request.reviews.spans),
        documents=reviews.documents,
        across=len(reviews.documents or ()) > 1,
        picked=False,
        meant=None,
        focus=(),
        seen=frozenset(),
        points="",
    )
