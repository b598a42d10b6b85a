"""A turn that points into the answer before it in, the units or the option that it means out."""

from collections.abc import Sequence
from dataclasses import replace

from rag.backends.lexical import stem
from rag.conversation.follow_ups import FollowUp
from rag.conversation.turns import MOST_SEARCHED, Turn, heads, units_shown
from rag.evidence.units.owners import owners
from rag.evidence.units.units_named import list_units, with_children
from rag.index.library import Library
from rag.language.phrases import plain
from rag.questions.facts.answer_types import carries_all
from rag.questions.forms.answer_form import bare
from rag.questions.request import Focus, Request
from rag.questions.understanding import understand
from rag.questions.units.units_asked import LAST, NOTHING_ASKED, Asked, UnitAsked, find_agency

_ASPECTS = ("who", "when")
_TO_DO = frozenset({"recommendation", "action", "action_row", "measure"})
"""Whose owner and date may be asked of a whole list."""
_POINTING = frozenset(stem("the one ones that of for from in option please number no and then"))


def choose_offered(
    library: Library, request: Request, lean: FollowUp, before: Turn
) -> Request | None:
    """ "The first one", "the 2019 one", after "which one do you mean?"."""
    asked = before.request.asked
    if before.request.reviews.unsettled:
        return None  # names were offered, which the question asked before goes on with
    if not (asked.units or asked.kinds) or request.asked.units or request.asked.kinds:
        return None
    if request.wording.text.count(" ") > 8 or before.recall().status != "clarify":
        return None
    offered = before.recall().suggestions
    named = {s for s in stem(bare(plain(request.wording.text))) if s not in _POINTING}
    at = _place(lean, len(offered))
    fitting = [o for o in offered if named and named <= set(stem(o))]
    if at is not None:
        fitting = [offered[at]]
    if len(fitting) != 1:
        return None
    meant = understand(fitting[0], library, before.request.documents)
    return replace(meant, terms=before.request.terms)


def _place(lean: FollowUp, count: int) -> int | None:
    """0-based."""
    place = lean.place
    if place is None and len(lean.numbers) == 1 and lean.numbers[0].isdigit():
        place = int(lean.numbers[0])
    if place is None:
        return None
    at = count - 1 if place == LAST else place - 1
    return at if 0 <= at < count else None


def pick_unit(library: Library, request: Request, lean: FollowUp, before: Turn) -> Request | None:
    """ "The third one", "the next one", "and 3?": of the list that was shown, or of the list that
    the unit shown stands in."""
    if lean.inside:
        return _look_into(library, request, replace(lean, place=lean.inside, inside=None), before)
    if not (lean.step or lean.place or lean.numbers or lean.several):
        return None
    top = heads(units_shown(library, before))
    if not top:
        return None
    if before.request.wants == "theme" and lean.place:
        return _pick_review(before.request, top, lean.place)
    of_kind = [f for f in top if f.unit.kind in before.request.asked.kinds]
    return _pick_from(library, of_kind or list(top), lean, before.request)


def _look_into(library: Library, request: Request, lean: FollowUp, before: Turn) -> Request | None:
    """ "The deadline for the first one": the unit, where it says what is asked."""
    picked = pick_unit(library, request, lean, before)
    if picked is None or not picked.focus:
        return None
    words = " ".join(f.unit.text for f in picked.focus)
    said = frozenset(stem(words))
    spoken = any(t.stands_in(said) for t in lean.own)
    asks_fact = bool(request.said.facts)
    states = carries_all(request.said.facts, words) if asks_fact else spoken
    return replace(picked, wording=request.wording) if states else None


def _pick_from(library: Library, listed: list[Focus], lean: FollowUp, before: Request) -> Request:
    if lean.numbers:
        return _ask_numbers(before, listed[0], lean.numbers)
    if lean.several:
        some = listed[: lean.several] if lean.several > 0 else listed[lean.several :]
        units = tuple(inside for f in some for inside in with_children(library, f))
        return _of(before, some[0], NOTHING_ASKED, units)
    beside = listed[-1 if lean.step > 0 else 0]
    whole = _list_of(library, beside)
    if lean.step > 1 and (after := whole[_index(whole, beside) + 1 :][: lean.step]):
        units = tuple(inside for f in after for inside in with_children(library, f))
        return _of(before, after[0], NOTHING_ASKED, units)
    if lean.step:
        at = _index(whole, beside) + (1 if lean.step > 0 else -1)
    else:
        whole = listed if len(listed) > 1 else whole
        at = len(whole) - 1 if lean.place == LAST else (lean.place or 1) - 1
    if not 0 <= at < len(whole):
        return _ask_place(before, listed[0], at + 1)
    return _of(before, whole[at], NOTHING_ASKED, tuple(with_children(library, whole[at])))


def _pick_review(before: Request, shown: tuple[Focus, ...], place: int) -> Request | None:
    """ "What does the first one say", after "which reviews mention fathers"."""
    reviews = list(dict.fromkeys(f.document for f in shown))
    at = len(reviews) - 1 if place == LAST else place - 1
    if not 0 <= at < len(reviews):
        return None
    return replace(before, documents=frozenset({reviews[at]}), across=False, wants="plain")


def _list_of(library: Library, focus: Focus) -> list[Focus]:
    """All units of its kind and owner in its review."""
    owner = (focus.unit.agency,) if focus.unit.agency else ()
    return list_units(library, frozenset({focus.document}), (focus.unit.kind,), owner)


def _index(units: list[Focus], sought: Focus) -> int:
    return next(i for i, f in enumerate(units) if f.unit.id == sought.unit.id)


def _ask_numbers(before: Request, like: Focus, numbers: Sequence[str]) -> Request:
    kind = like.unit.kind
    asked = [UnitAsked((kind,), n, None, f"{kind.replace('_', ' ')} {n}") for n in numbers]
    return _of(before, like, Asked(tuple(asked), (), ()))


def _ask_place(before: Request, like: Focus, place: int) -> Request:
    typed = f"{like.unit.kind.replace('_', ' ')} {place if place > 0 else 'before that'}"
    asked = UnitAsked((like.unit.kind,), None, max(place, 0), typed)
    return _of(before, like, Asked((asked,), (), ()))


def _of(before: Request, like: Focus, asked: Asked, focus: tuple[Focus, ...] = ()) -> Request:
    return replace(
        before,
        documents=frozenset({like.document}),
        asked=asked,
        agencies=(like.unit.agency,) if like.unit.agency else (),
        terms=() if asked.units else before.terms,
        across=False,
        wants="plain",
        focus=focus,
        points="again" if focus else "",
    )


def point_at_shown(
    library: Library, request: Request, lean: FollowUp, before: Turn
) -> Request | None:
    """The same again (in full, where it stands, how many), more than it, or a part of it."""
    told = before.request
    only = lean.only and bool(told.asked.kinds) and not request.asked.kinds
    some = lean.among or (only and not _names_owner(library, request, told))
    among = some and bool(lean.own) and request.reviews.documents is None
    one = told.asked.units or told.points == "again" or (told.focus and told.asked.kinds)
    to_do = _TO_DO.intersection(told.asked.kinds)
    asks_aspect = not lean.own and request.wants in _ASPECTS and not request.asked.kinds
    aspect = asks_aspect and bool(one or to_do)
    if not (lean.again or lean.more or among or aspect):
        return None
    shown = units_shown(library, before)
    if not shown or request.asked.units or request.reviews.documents is not None:
        return told if lean.again and not lean.own else None
    where = frozenset(f.document for f in shown)
    if lean.again:
        return replace(
            told,
            wording=request.wording,
            wants=request.wants,
            form=request.form,
            focus=shown,
            points="again",
        )
    if among:
        return replace(
            request, documents=where, asked=told.asked, focus=shown, points="among", across=False
        )
    search = (
        told.search if told.terms else " ".join(f.unit.text for f in heads(shown))[:MOST_SEARCHED]
    )
    return replace(
        request,
        search=f"{request.wording.text} {search}",
        meaning=f"{request.meaning} {search}",
        documents=told.documents or where,
        asked=NOTHING_ASKED,
        terms=told.terms,
        wording=replace(request.wording, bare=told.wording.bare),
        focus=shown,
        points="more" if lean.more else "aspect",
    )


def _names_owner(library: Library, request: Request, told: Request) -> bool:
    """ "Only the health ones": theirs need not be among what was shown."""
    return bool(find_agency(request.wording.bare, owners(library, told)))
