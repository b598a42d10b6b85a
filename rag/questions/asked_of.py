"""A question in, the same question asked of other documents or in other words out."""

from collections.abc import Iterable
from dataclasses import replace

from rag.questions.forms.form import NO_FORM
from rag.questions.names.reviews_named import ReviewsNamed
from rag.questions.request import Request
from rag.questions.units.units_asked import NOTHING_ASKED
from rag.questions.wording import Wording

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


def in_words(request: Request, words: str, topic: str) -> Request:
    """Put like this, where `topic` is all that it says of its topic."""
    return replace(
        request,
        wording=Wording(words, topic),
        search=words,
        meaning=topic,
        form=NO_FORM,
        mentioned=None,
        reviews=replace(request.reviews, spans=()),
    )


def of_no_topic(request: Request) -> Request:
    """Only its documents are left: it asks for no units and says nothing of a topic."""
    return replace(
        request,
        wording=replace(request.wording, bare=""),
        asked=NOTHING_ASKED,
        agencies=(),
        terms=(),
        wants="plain",
    )
