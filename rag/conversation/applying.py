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
from rag.questions.kinds.actors import subject_words, without_actors
from rag.questions.query import Query
from rag.questions.topic_of_text import topic_of_text
from rag.questions.units_asked import NOTHING_ASKED, Asked
from rag.questions.units_held import agencies_of
from rag.telling.nouns import noun_of

_OF_ANY_FORM = ("plain", "yes_no", "theme")
"""What a turn wants that says nothing of the form of its answer: that of the turn before stays."""


@singledispatch
def apply(operation: Operation, at: Situation) -> Query:
    """One case below for each operation."""
    raise NotImplementedError(f"No case for {operation} in {at}: expected one for each operation.")


@apply.register
def _new(_: do.New, at: Situation) -> Query:
    return at.query


@apply.register
def _not_meant(_: do.NotMeant, at: Situation) -> Query:
    return replace(at.told, points="missed")


@apply.register
def _nowhere(_: do.Nowhere, at: Situation) -> Query:
    return replace(at.told, points="nowhere")


@apply.register
def _repeat(operation: do.Repeat, at: Situation) -> Query:
    turn = operation.turn
    shown = units_shown(at.library, turn) if operation.more else ()
    return apply(do.Point("more", shown), replace(at, before=turn)) if shown else turn.whole


@apply.register
def _take(operation: do.Take, _: Situation) -> Query:
    return operation.request


@apply.register
def _swap(operation: do.Swap, at: Situation) -> Query:
    told = at.before.whole
    query = ask_of(told, operation.reviews)
    terms, owners = without_actors(told.terms), told.agencies
    if not set(owners) <= set(agencies_of(at.library, query.documents)):
        # Whose list it was is a topic where the review has no list of theirs.
        terms = (*terms, *topic_of_text(at.library, " ".join(owners).lower(), query.documents))
        owners = ()
    query = replace(
        query,
        search=" ".join((told.topic, *(t.words for t in terms))),
        terms=terms,
        agencies=owners,
    )
    if told.wants == "compare" and len(query.documents or ()) == 1 and told.terms:
        # After two others were compared: whether it speaks of the same.
        topic = subject_words(told.terms) or told.terms
        asked = tuple((term,) for term in topic)
        return replace(query, wants="yes_no", terms=topic, mentioned=asked)
    if at.query.wants not in _OF_ANY_FORM:
        return replace(query, wants=at.query.wants, form=at.query.form)
    # A theme is what several say.
    return query if query.across or told.wants != "theme" else replace(query, wants="plain")


@apply.register
def _ask(operation: do.Ask, at: Situation) -> Query:
    documents = operation.documents
    return replace(
        at.query,
        documents=documents,
        agencies=at.query.agencies or operation.owners,
        across=len(documents or ()) > 1 if operation.beside else at.query.across,
        picked=False,
    )


@apply.register
def _swap_owner(operation: do.SwapOwner, at: Situation) -> Query:
    """About the same, where any of theirs is."""
    told = at.told
    query = replace(
        told,
        question=at.query.question,
        documents=operation.documents,
        asked=operation.asked,
        agencies=operation.agencies,
        wants="plain" if told.points == "again" else told.wants,
        focus=(),
        points="",
    )
    terms = () if query.asked.units else without_actors(subject_words(told.terms))
    return replace(query, terms=terms if speak_of(at.library, query, terms) else ())


@apply.register
def _swap_topic(operation: do.SwapTopic, at: Situation) -> Query:
    """Behind the name of the kind: what answers reads in the question which list is asked for."""
    told = at.told
    noun = noun_of(operation.kinds[0], 2)
    return replace(
        at.query,
        question=f"{noun} {at.query.question}",
        documents=told.documents,
        asked=Asked((), operation.kinds, ((0, len(noun)),)),
        wants="list",
        form=told.form,
        owner=operation.owner,
        picked=False,
    )


@apply.register
def _narrow(_: do.Narrow, at: Situation) -> Query:
    told, terms = at.told, subject_words(at.told.terms)
    words = " ".join(term.words for term in terms)
    return replace(
        at.query,
        documents=told.documents,
        search=f"{at.query.search} {words}",
        meaning=f"{at.query.meaning} {words}",
        terms=terms,
        across=told.across,
        of_inspections=told.of_inspections,
        picked=told.picked,
    )


@apply.register
def _pick(operation: do.Pick, at: Situation) -> Query:
    told, like = at.told, operation.like
    return replace(
        told,
        question=at.query.question if operation.own else told.question,
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
def _point(operation: do.Point, at: Situation) -> Query:
    query, told, how, units = at.query, at.told, operation.how, operation.units
    where = frozenset(f.document for f in units)
    if how in ("again", "shorter"):
        told = replace(told, question=query.question, wants=query.wants, form=query.form)
        return replace(told, focus=units, points=how)
    query = replace(query, focus=units, points=how, documents=where)
    if how == "among":
        return replace(query, asked=told.asked, across=False)
    if how == "inside":
        return query
    shown = " ".join(f.unit.text for f in heads(units))[:MOST_SEARCHED]
    search = told.search if told.terms else shown
    return replace(
        query,
        search=f"{query.question} {search}",
        meaning=f"{query.meaning} {search}",
        documents=told.documents or where,
        asked=NOTHING_ASKED,
        terms=told.terms,
        topic=told.topic,
    )


@apply.register
def _about(operation: do.About, at: Situation) -> Query:
    query, units = at.query, operation.units
    words = " ".join(f.unit.text for f in units)[:MOST_SEARCHED]
    return replace(
        query,
        search=f"{query.search} {words}",
        meaning=words,
        terms=spoken_of(at.library, query, units),
        focus=units if query.asked.kinds else (),
    )


@apply.register
def _still_missing(_: do.StillMissing, at: Situation) -> Query:
    return replace(at.query, reviews=at.told.reviews)


@apply.register
def _ask_too(_: do.AskToo, at: Situation) -> Query:
    told = at.before.whole
    return replace(told, question=f"{told.question.rstrip(' ?.!')} {at.query.question}")


@apply.register
def _go_on(operation: do.GoOn, at: Situation) -> Query:
    return go_on(at, operation)
