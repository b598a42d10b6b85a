"""What an answer offered and a turn in, the option that the turn picks out."""

from rag.answer import Option
from rag.backends.lexical import stem
from rag.conversation.follow_ups import FollowUp
from rag.conversation.picking import place_of
from rag.conversation.pointers import Numbers, Place
from rag.conversation.turns import Talk
from rag.language.phrases import plain
from rag.questions.forms.answer_form import bare
from rag.questions.request import Request

_POINTING = frozenset(stem("the one ones that of for from in option please number no and then"))

MOST_SPACES = 8
"""In a turn that picks an option: a longer one asks something itself."""


def find_option(talk: Talk, request: Request, lean: FollowUp) -> Option | None:
    """By its words as they were offered, by its place, by the document that the turn names, or by
    words of its name that no other has."""
    offered = talk.offered(pointed_at=lean.pointer is not None)
    typed = request.wording.text.casefold().strip(" ?.")
    for option in offered:
        if option.words.casefold().strip(" ?.") == typed:
            return option
    if request.asked.units or request.asked.kinds or request.wording.text.count(" ") > MOST_SPACES:
        return None
    at = _place(lean, len(offered))
    if at is not None:
        return offered[at] if 0 <= at < len(offered) else None
    documents = request.reviews.documents
    said = {s for s in stem(bare(plain(request.wording.text))) if s not in _POINTING}
    called = [o for o in offered if o.name]
    named = documents and not lean.own
    meant = [o for o in called if named and o.request.reviews.documents == documents]
    fitting = meant or [o for o in called if said and said <= set(stem(o.name))]
    return fitting[0] if len(fitting) == 1 else None


def _place(lean: FollowUp, count: int) -> int | None:
    """0-based."""
    match lean.pointer:
        case Place(at):
            return place_of(at, count)
        case Numbers((number,)) if number.isdigit() and int(number):
            return int(number) - 1
    return None
