"""What a question asks for in, an answer of checked quotations out: no language model."""

from dataclasses import replace

from rag.answer import Answer
from rag.answers.claims.claims_answer import answer_claims
from rag.answers.judging import judge
from rag.answers.proposing import propose
from rag.index.library import Library
from rag.questions.request import Points, Request
from rag.telling.asking_back import which_named
from rag.telling.composing import with_gap
from rag.telling.refusals import not_held
from rag.telling.understood import ask_what_is_meant

_ASKED_BACK: frozenset[Points] = frozenset({"missed", "nowhere"})


def answer(library: Library, request: Request) -> Answer:
    """Raises ModelUnavailable or StoreUnavailable."""
    if not request.reviews.missing:
        return _answer_held(library, request)
    asks = request.terms or request.asked.kinds or request.asked.units
    if request.reviews.documents is None or not asks:
        return not_held(library, request)
    held = _answer_held(library, request)
    return with_gap(held, "not_in_library", not_held(library, request))


def _answer_held(library: Library, request: Request) -> Answer:
    """A turn that the answer before missed or does not hold, and a name that may be that of
    several, are asked back about; a text is checked; all else is proposed and judged."""
    if request.points in _ASKED_BACK:
        return ask_what_is_meant(library, request)
    if request.reviews.unsettled:
        return which_named(library, request)
    if claims := answer_claims(library, request):
        return replace(claims, way="claims")
    return judge(request, propose(library, request))
