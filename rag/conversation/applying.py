"""A turn and what it does with the turns before it in, the request that this makes out.

Values are put together here, and nothing is read again."""

from dataclasses import replace
from functools import singledispatch

from rag.conversation import operations as do
from rag.conversation.carrying import go_on, speak_of, spoken_of
from rag.conversation.operations import Operation
from rag.conversation.situation import Situation
from rag.conversation.turns import MOST_SEARCHED, heads, units_shown
from rag.questions.asked_of import ask_of
from rag.questions.kinds.mentioned import MentionAsked
from rag.questions.request import Request
from rag.questions.topic.actors import subject_words, without_actors
from rag.questions.topic_of_text import topic_of_text
from rag.questions.units.units_asked import NOTHING_ASKED, Asked
from rag.questions.units.units_held import agencies_of
from rag.telling.nouns import noun_of

_OF_ANY_FORM = ("plain", "yes_no", "theme")
"""What a turn wants that says nothing of the form of its answer: that of the turn before stays."""


@singledispatch
def apply(operation: Operation, at: Situation) -> Request:
    """One case below for each operation."""
    raise NotImplementedError(f"No case for {operation} in {at}: expected one for each operation.")


@apply.register
def _new(_: do.New, at: Situation) -> Request:
    return at.request


@apply.register
def _not_meant(_: do.NotMeant, at: Situation) -> Request:
    return replace(at.told, points="missed")


@apply.register
def _nowhere(_: do.Nowhere, at: Situation) -> Request:
    return replace(at.told, points="nowhere")


@apply.register
def _repeat(operation: do.Repeat, at: Situation) -> Request:
    turn = operation.turn
    shown = units_shown(at.library, turn) if operation.more else ()
    return apply(do.Point("more", shown), replace(at, before=turn)) if shown else turn.whole


@apply.register
def _take(operation: do.Take, _: Situation) -> Request:
    return operation.request


@apply.register
def _swap(operation: do.Swap, at: Situation) -> Request:
    told = at.before.whole
    request = ask_of(told, operation.reviews)
    terms, owners = without_actors(told.terms), told.agencies
    if not set(owners) <= set(agencies_of(at.library, request.documents)):
        # Whose list it was is a topic where the review has no list of theirs.
        terms = (*terms, *topic_of_text(at.library, " ".join(owners).lower(), request.documents))
        owners = ()
    request = replace(
        request,
        search=" ".join((told.wording.bare, *(t.words for t in terms))),
        terms=terms,
        agencies=owners,
    )
    if told.wants == "compare" and len(request.documents or ()) == 1 and told.terms:
        # After two others were compared: whether it speaks of the same.
        topic = subject_words(told.terms) or told.terms
        parts = tuple((term,) for term in topic)
        asked = MentionAsked(parts, loosely=False, all_wanted=len(parts) > 1)
        return replace(request, wants="yes_no", terms=topic, mentioned=asked)
    if at.request.wants not in _OF_ANY_FORM:
        return replace(request, wants=at.request.wants, form=at.request.form)
    # A theme is what several say.
    return request if request.across or told.wants != "theme" else replace(request, wants="plain")


@apply.register
def _ask(operation: do.Ask, at: Situation) -> Request:
    documents = operation.documents
    return replace(
        at.request,
        documents=documents,
        agencies=at.request.agencies or operation.owners,
        across=len(documents or ()) > 1 if operation.beside else at.request.across,
        picked=False,
    )


@apply.register
def _swap_owner(operation: do.SwapOwner, at: Situation) -> Request:
    """About the same, where any of theirs is."""
    told = at.told
    request = replace(
        told,
        wording=replace(told.wording, text=at.request.wording.text),
        documents=operation.documents,
        asked=operation.asked,
        agencies=operation.agencies,
        wants="plain" if told.points == "again" else told.wants,
        focus=(),
        points="",
    )
    terms = () if request.asked.units else without_actors(subject_words(told.terms))
    return replace(request, terms=terms if speak_of(at.library, request, terms) else ())


@apply.register
def _swap_topic(operation: do.SwapTopic, at: Situation) -> Request:
    """Behind the name of the kind of list."""
    told = at.told
    noun = noun_of(operation.kinds[0], 2)
    return replace(
        at.request,
        wording=replace(at.request.wording, text=f"{noun} {at.request.wording.text}"),
        documents=told.documents,
        asked=Asked((), operation.kinds, ((0, len(noun)),), manner=told.asked.manner),
        wants="list",
        form=told.form,
        owner=operation.owner,
        picked=False,
    )


@apply.register
def _narrow(_: do.Narrow, at: Situation) -> Request:
    told, terms = at.told, subject_words(at.told.terms)
    words = " ".join(term.words for term in terms)
    return replace(
        at.request,
        documents=told.documents,
        search=f"{at.request.search} {words}",
        meaning=f"{at.request.meaning} {words}",
        terms=terms,
        across=told.across,
        of_inspections=told.of_inspections,
        picked=told.picked,
    )


@apply.register
def _pick(operation: do.Pick, at: Situation) -> Request:
    told, like = at.told, operation.like
    said = at.request.wording if operation.own else told.wording
    return replace(
        told,
        wording=replace(told.wording, text=said.text),
        documents=frozenset({like.document}),
        asked=operation.asked,
        agencies=(like.unit.agency,) if like.unit.agency else (),
        terms=() if operation.asked.units else told.terms,
        across=False,
        wants="plain",
        focus=operation.units,
        points="again" if operation.units else "",
    )


@apply.register
def _point(operation: do.Point, at: Situation) -> Request:
    request, told, how, units = at.request, at.told, operation.how, operation.units
    where = frozenset(f.document for f in units)
    if how in ("again", "shorter"):
        wording = replace(told.wording, text=request.wording.text)
        told = replace(told, wording=wording, wants=request.wants, form=request.form)
        return replace(told, focus=units, points=how)
    request = replace(request, focus=units, points=how, documents=where)
    if how == "among":
        return replace(request, asked=told.asked, across=False)
    if how == "inside":
        return request
    shown = " ".join(f.unit.text for f in heads(units))[:MOST_SEARCHED]
    search = told.search if told.terms else shown
    return replace(
        request,
        search=f"{request.wording.text} {search}",
        meaning=f"{request.meaning} {search}",
        documents=told.documents or where,
        asked=NOTHING_ASKED,
        terms=told.terms,
        wording=replace(request.wording, bare=told.wording.bare),
    )


@apply.register
def _about(operation: do.About, at: Situation) -> Request:
    request, units = at.request, operation.units
    words = " ".join(f.unit.text for f in units)[:MOST_SEARCHED]
    return replace(
        request,
        search=f"{request.search} {words}",
        meaning=words,
        terms=spoken_of(at.library, request, units),
        focus=units if request.asked.kinds else (),
    )


@apply.register
def _still_missing(_: do.StillMissing, at: Situation) -> Request:
    return replace(at.request, reviews=at.told.reviews)


@apply.register
def _ask_too(_: do.AskToo, at: Situation) -> Request:
    told = at.before.whole
    text = f"{told.wording.text.rstrip(' ?.!')} {at.request.wording.text}"
    return replace(told, wording=replace(told.wording, text=text))


@apply.register
def _go_on(operation: do.GoOn, at: Situation) -> Request:
    return go_on(at, operation)
