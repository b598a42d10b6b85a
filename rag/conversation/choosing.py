"""A turn as read and the turns before it in, what it does with them out: chosen once, here."""

from collections import Counter
from collections.abc import Callable

from rag.conversation import operations as do
from rag.conversation.carrying import asks_another_kind, documents_meant, units_meant
from rag.conversation.inside import find_inside
from rag.conversation.offers import find_option
from rag.conversation.operations import Operation
from rag.conversation.picking import look_into, pick, place_of
from rag.conversation.pointers import Place, Several, Step
from rag.conversation.situation import Situation
from rag.conversation.swapping import best_to_quote, names_owner, swap_list, swap_owner_of
from rag.conversation.turns import heads, reviews_of, unit_told
from rag.language.phrases import plain
from rag.questions.asked_of import of_documents

_ASPECTS = ("who", "when")
_TO_DO = frozenset({"recommendation", "action", "action_row", "measure"})
"""Whose owner and date may be asked of a whole list."""
_OTHER_FORMS = ("count", "compare", "locate", "quote")
_THAT = frozenset({"that", "this", "it", "those", "these", "them"})
"""A unit of another review is not of the same number: what was shown is spoken of."""
MOST_FAINT = 2
"""A turn that does not point back and has more subjects than this needs no other."""


def choose_operation(at: Situation) -> Operation:
    """The first that fits, in the order of `_CHOICES`: what says that the answer missed, and what
    an answer asked back, come before all else; then what other documents are asked, for their
    names are plain; then what points into the answer; then what swaps an owner or a topic, of few
    words; and a turn that does nothing of this goes on with what it leaves unsaid."""
    for choose in _CHOICES:
        if operation := choose(at):
            return operation
    return _go_on(at)


def _not_meant(at: Situation) -> Operation | None:
    return do.NotMeant() if at.lean.wish == "not meant" else None


def _option(at: Situation) -> Operation | None:
    """ "The first one", "the 2019 one", after "which one do you mean?"."""
    option = find_option(at.talk, at.request, at.lean)
    return do.Take(option.request) if option else None


def _part(at: Situation) -> Operation | None:
    """ "The second one", after a message with two questions."""
    pointer, parts = at.lean.pointer, at.before.parts
    if not isinstance(pointer, Place) or not parts:
        return None
    place = place_of(pointer.at, len(parts))
    return do.Repeat(parts[place], more=at.lean.wish == "more") if place < len(parts) else None


def _compare(at: Situation) -> Operation | None:
    """ "Compare them", after a question to one review and the same to another."""
    if at.request.wants != "compare" or at.names or len(at.before.in_play) < 2:
        return None
    if at.lean.own and not at.lean.back:
        return None
    documents = frozenset(at.before.in_play)
    return do.Ask(documents, beside=True) if at.lean.own else do.Swap(of_documents(documents))


def _other(at: Situation) -> Operation | None:
    """ "What does the other one say", "same for the other reviews": the topic stays."""
    if not at.lean.other or at.names:
        return None
    here = reviews_of(at.library, at.before)
    played = [d for d in at.before.in_play if d not in here[:1]] if at.lean.other == "one" else []
    held = [r.id for r in at.library.catalogue.records() if r.id not in here]
    documents = frozenset(played[:1] or held)
    if not documents:
        return None
    return do.Ask(documents, beside=True) if at.lean.own else do.Swap(of_documents(documents))


def _narrow(at: Situation) -> Operation | None:
    if at.names or at.request.asked.units or not at.request.asked.kinds or at.lean.own:
        return None
    return do.Narrow() if at.lean.only and at.told.terms else None


def _best(at: Situation) -> Operation | None:
    top = at.heads() if at.lean.wish == "best" else ()
    if len(top) < 2:
        return None
    best = best_to_quote(top)
    return do.Pick(best, (best,), own=True)


def _pick(at: Situation) -> Operation | None:
    """ "The third one", "the next one", "and 3?", "the deadline for the first one"."""
    pointer = at.lean.place or at.lean.pointer
    # None of those that were shown before may have answered.
    top = (at.heads() or heads(at.told.focus)) if pointer else ()
    if pointer is None or not top:
        alone = isinstance(at.lean.pointer, Place | Step | Several)
        return _point_nowhere(at) if alone else None
    picked = pick(at.library, at.told, top, pointer)
    return look_into(at.request, at.lean.own, picked) if at.lean.place else picked


def _point_nowhere(at: Situation) -> Operation:
    """What was asked back is asked once more."""
    offers = not at.talk.aside and at.talk.offered(pointed_at=True)
    return do.Repeat(at.before) if offers else do.Nowhere()


def _point(at: Situation) -> Operation | None:
    """The same again (in full, where it stands, how many), more than it, or a part of it."""
    wish, own = at.lean.wish, at.lean.own
    among = _asks_among(at)
    repeats = wish in ("again", "shorter")
    if not (repeats or wish == "more" or among or _asks_aspect(at)):
        return None
    shown = at.shown()
    if not shown or at.request.asked.units or at.request.reviews.documents is not None:
        return do.Repeat(at.before) if repeats and not own else None
    how = "among" if among else wish if wish in ("again", "shorter", "more") else "aspect"
    return do.Point(how, shown)


def _asks_among(at: Situation) -> bool:
    """Whose the units are need not be among what was shown: "only the health ones"."""
    only = at.lean.only and bool(at.told.asked.kinds) and not at.request.asked.kinds
    some = at.lean.wish in ("among", "best") or (
        only and not names_owner(at.library, at.told, at.request.wording.bare)
    )
    return some and bool(at.lean.own) and at.request.reviews.documents is None


def _asks_aspect(at: Situation) -> bool:
    told = at.told
    one = told.asked.units or told.points == "again" or (told.focus and told.asked.kinds)
    asks = not at.lean.own and at.request.wants in _ASPECTS and not at.request.asked.kinds
    return asks and bool(one or _TO_DO.intersection(told.asked.kinds))


def _inside(at: Situation) -> Operation | None:
    """ "What did they do wrong there"; None where nothing inside speaks of it, and the rest of the
    review is to be searched."""
    if at.names or at.request.across or not at.lean.leans:
        return None
    if at.request.asked.units or at.request.asked.kinds or at.request.wants in _OTHER_FORMS:
        return None
    found = find_inside(at.library, at.request, at.lean, at.before)
    return do.Point("inside", tuple(found)) if found else None


def _swap(at: Situation) -> Operation | None:
    """ "And Child Q?"; "ok, Child K then"; "which lesson in Baby M is like that"; and after
    "recommendation 1", "baby m, police"."""
    request, own = at.request, at.lean.own
    if not at.names or request.asked.units:
        return None
    told = at.told
    says_nothing = not (told.terms or told.asked.kinds or told.asked.units)
    points = says_nothing or not _THAT.isdisjoint(plain(request.wording.text).split())
    if points and not own and (units := unit_told(at.library, at.before)):
        return do.About(units)
    if request.asked.kinds:
        return None
    return swap_owner_of(at.library, request, at.told, own) if own else do.Swap(request.reviews)


def _swap_list(at: Situation) -> Operation | None:
    """ "And for housing?", after the recommendations for the police."""
    asked = at.request.asked
    if at.names or at.request.across or asked.units or asked.kinds:
        return None
    return swap_list(at.library, at.request, at.told, at.lean)


def _still_missing(at: Situation) -> Operation | None:
    told = at.told
    missing = bool(told.reviews.missing) and told.documents is None
    return do.StillMissing() if missing and at.lean.leans and not at.names else None


def _new(at: Situation) -> Operation | None:
    return do.New() if at.names or _changes_subject(at) else None


def _changes_subject(at: Situation) -> bool:
    """A question of practice, of which the review talked about says nothing and another does:
    "bruising in non-mobile babies?"."""
    here, own = at.told.documents, at.lean.own
    if here is None or not own or at.lean.leans or at.lean.specific or at.request.asked.units:
        return False
    lexical = at.library.lexical
    held = Counter(d for term in own for d in lexical.documents_holding(term.variants))
    most_here = max(held[d] for d in here)
    elsewhere = max((held[d] for d in held if d not in here), default=0)
    return most_here == 0 or most_here < elsewhere == len(own)


def _maker(at: Situation) -> Operation | None:
    """ "Who wrote it", of the only review talked of."""
    about = at.told.documents or frozenset(reviews_of(at.library, at.before))
    return do.Ask(about) if at.lean.of_review and len(about) == 1 else None


def _in_full(at: Situation) -> Operation | None:
    """A unit by its number, a whole list, or a topic of its own of several reviews."""
    if at.request.asked.units:
        return do.Ask(documents_meant(at), at.told.agencies)
    whole = at.lean.whole or (at.request.across and at.lean.own)
    return do.Ask(documents_meant(at)) if whole else None


def _another_kind(at: Situation) -> Operation | None:
    documents = documents_meant(at)
    return do.GoOn(documents, (), "alone") if asks_another_kind(at, documents) else None


def _too(at: Situation) -> Operation | None:
    fact = at.lean.opens and not at.lean.own and not at.names and at.request.wants in _ASPECTS
    return do.AskToo() if fact and at.talk.aside and at.before.is_aside else None


def _go_on(at: Situation) -> do.GoOn:
    documents, own, back = documents_meant(at), at.lean.own, at.lean.back
    units = units_meant(at)
    # A list by its name, or a topic of its own.
    fresh = (at.request.asked.kinds and not back) or (at.lean.corrects and own)
    if fresh or (not at.lean.leans and len(own) > MOST_FAINT):
        return do.GoOn(documents, units, "none")
    return do.GoOn(documents, units, "faint" if own and not back else "full")


_CHOICES: tuple[Callable[[Situation], Operation | None], ...] = (
    _not_meant, _option, _part, _too, _compare, _other, _narrow, _best, _pick, _point, _inside,
    _swap, _swap_list, _still_missing, _new, _maker, _in_full, _another_kind,
)  # fmt: skip
