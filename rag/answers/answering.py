"""What a question asks for in, an answer of checked quotations out: no language model."""

from rag.answer import Answer
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
    """A name that may be that of several, and a turn that the answer before missed or does not
    hold, are asked back about before anything is proposed."""
    if request.points in _ASKED_BACK:
        return ask_what_is_meant(library, request)
    if request.reviews.unsettled:
        return which_named(library, request)
    return judge(request, propose(library, request))
