"""A question after units of some kind in, the list of them out: whole, or those that the question's
other words are about."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Answer, Statement
from rag.answers.counts.count_answer import compose_count, count_each, counts, counts_by_owner
from rag.answers.lists.audiences import is_for_somebody
from rag.answers.lists.speaking_lists import compose_speaking
from rag.answers.search.search_answer import MOST_NEAREST, answer_by_search
from rag.answers.units.headed import under_named_section
from rag.backends.lexical import stem
from rag.evidence.choosing import worth
from rag.evidence.evidence import Evidence
from rag.evidence.looking import look
from rag.evidence.sufficiency import answers, speaks
from rag.evidence.units.addressees import find_addressed
from rag.evidence.units.owners import unknown_owner
from rag.evidence.units.speaking import that_speak
from rag.evidence.units.units_named import beside, find_listed, narrow_by_heading
from rag.index.library import Library
from rag.language.numbers import NUMBER_WORDS
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus, Query
from rag.questions.topic.subjects import Subjects
from rag.questions.units.owners_named import is_addressed
from rag.telling.asking_back import whose_list
from rag.telling.composing import Piece, compose, no_more_than, whole, with_gap
from rag.telling.nouns import noun_of
from rag.telling.refusals import not_stated, owner_missing

AS_WELL = 0.9
"""Coverage, as a share of the best, from which a unit of no review in particular is listed too."""
_CALLED = frozenset({"exec summary", "executive summary", "briefing note", "exec sum", "note"})
_FACTS = frozenset({"who", "when", "reason", "yes_no", "locate"})
"""What is asked for is in a list and is no list."""
_OF_ALL = frozenset(stem("every each across"))


def answer_listed(library: Library, query: Query) -> Answer | None:
    """None where there is no such list."""
    if not query.asked.kinds:
        return None
    if not counts_by_owner(query) and (who := unknown_owner(library, query)):
        return _list_mentioning(library, query, who)
    kinds = query.asked.kinds
    here = (f for f in query.focus if query.documents is None or f.document in query.documents)
    for focus in here:
        if not query.agencies and (near := beside(library, focus, kinds)):
            return compose(library, query, whole(near))
    if not counts(query) and is_for_somebody(library, query):
        return None
    units = find_listed(library, query, kinds)
    if not query.agencies and (addressed := find_addressed(query, units)):
        units, query = list(addressed.units), addressed.query
    narrowed = _narrow(library, query, units) if units else None
    if narrowed or not units:
        return _tell_lacking(query, narrowed)
    # What was just shown is no unit of the kind that is asked for.
    again = query.seen and query.asked.spans
    return not_stated(library, query) if again else None


def _tell_lacking(query: Query, listed: Answer | None) -> Answer | None:
    """ "It has no recommendations", where a coroner's concerns are listed in their place."""
    lacking = query.asked.lacking
    if listed is None or not lacking or listed.status != "answered":
        return listed
    nouns, others = ([noun_of(k, 2) for k in kinds] for kinds in (lacking, query.asked.kinds))
    text = f"There are no {' or '.join(nouns)} by that name, but these {' and '.join(others)}:"
    remark = Statement(text)
    return replace(listed, statements=(remark, *listed.statements))


def _list_mentioning(library: Library, query: Query, who: str) -> Answer:
    """None is addressed to them; some may mention them."""
    missing = owner_missing(library, query)
    named = tuple(t for t in query.terms if t.words.casefold() in who.casefold())
    topic = replace(query, terms=named).subjects
    speaking = that_speak(library, find_listed(library, query, query.asked.kinds), topic)
    if not speaking:
        return missing
    mentioning = compose_speaking(library, query, speaking, topic, "mention them")
    return with_gap(mentioning, "no_such_unit", missing)


def _narrow(library: Library, query: Query, units: Sequence[Focus]) -> Answer | None:
    """The list whole, its number, or those of its units that the question's other words are about;
    None where nothing speaks of these."""
    documents = {focus.document for focus in units}
    if counts_by_owner(query) and not query.agencies:
        return _count(library, query, [f for f in units if f.unit.agency] or units)
    # A heading gathers all of its topic in its own review, not in others.
    one = query.documents is not None or len(documents) == 1
    named = narrow_by_heading(library, units, query.terms) if one else []
    if named := named or under_named_section(library, query, units):
        besides = _list_speaking(library, query, units, named) if query.said.matter.about else None
        return besides or _list(library, query, named)
    about = query.focus or any(_may_narrow(library, query, term) for term in query.terms)
    if about or _is_about_unsaid(query):
        return _list_speaking(library, query, units) or _none_speaks(library, query, units)
    if counts(query) or (query.across and query.documents is None):
        return _count(library, query, units)
    if query.documents is None and not query.agencies and len(documents) > 1:
        return whose_list(library, query, documents)
    return _list(library, query, units)


def _may_narrow(library: Library, query: Query, term: TopicWord) -> bool:
    """ "Recommendations about recording": not a word that stands nowhere ("at the bottom"), nor
    a number ("all 3"), nor what such a document is called."""
    words = term.words.casefold()
    if term.variants[0][0].isdigit() or words in _CALLED or words in NUMBER_WORDS:
        return False
    if _OF_ALL.issuperset(term.variants[0]):
        return False
    documents = query.documents if query.documents is not None else library.reviews
    said = bool(library.lexical.holding(term.variants, documents))
    # "For the hostel / supported housing": beside an owner another name of it.
    return said or (term.of_vocabulary and not query.agencies)


def _list(library: Library, query: Query, units: Sequence[Focus]) -> Answer:
    if counts(query):
        return _count(library, query, units)
    return compose(library, query, whole(units))


def _count(library: Library, query: Query, units: Sequence[Focus]) -> Answer:
    kind = query.asked.kinds[0]
    several = len({focus.document for focus in units if focus.unit.kind == kind}) > 1
    return (count_each if several else compose_count)(library, query, units, kind)


def _list_speaking(
    library: Library, query: Query, units: Sequence[Focus], named: Sequence[Focus] = ()
) -> Answer | None:
    """All units that speak of the topic, beside those under a heading that does; None where there
    are no others, or where one is looked for."""
    if query.focus or query.wants in _FACTS or _asks_for_one(query):
        return None
    topic = _topic_among(library, query)
    speaking = that_speak(library, units, topic)
    if all(f in named for f in speaking):
        return None
    both = [f for f in units if f in named or f in speaking]
    return compose_speaking(library, query, both, topic)


def _topic_among(library: Library, query: Query) -> Subjects:
    narrowing = tuple(t for t in query.terms if _may_narrow(library, query, t))
    return replace(query, terms=narrowing).subjects


def _none_speaks(library: Library, query: Query, units: Sequence[Focus]) -> Answer | None:
    """ "Every finding that mentions GPs", where none does: the findings that come near, or else
    what does mention them, said to be no finding. "The police recommendations on GPs": those of
    the police that come near, of nobody else."""
    nearest = _list_nearest(library, query, units)
    owned = _asks_of_owner(query)
    if owned and (speaking := that_speak(library, units, topic := _topic_among(library, query))):
        return nearest or compose_speaking(library, query, speaking, topic)
    if not owned and (query.focus or query.wants in _FACTS or not _asks_for_every(query)):
        return nearest
    noun = " or ".join(noun_of(kind, 1) for kind in query.asked.kinds)
    whose = f" for {' or '.join(query.agencies)}" if owned else ""
    remark = Statement(f"No {noun}{whose} speaks of this in so many words. What comes nearest:")
    if nearest is not None and nearest.status == "answered":
        return replace(nearest, statements=(remark, *nearest.statements))
    if owned:
        near = [e.focus for e in worth(_found_among(library, query, units))[:MOST_NEAREST]]
        return no_more_than(compose(library, query, whole(near or units), remarks=(remark.text,)))
    elsewhere = answer_by_search(library, query)
    if elsewhere.status != "answered":
        return nearest
    statements = (remark, *elsewhere.statements)
    return replace(elsewhere, status="partial", reason="not_stated", statements=statements)


def _asks_of_owner(query: Query) -> bool:
    """What theirs say; not who is to do it, or by when."""
    no_fact = query.wants not in _FACTS or query.wants == "yes_no"
    return no_fact and not query.focus and is_addressed(query)


def _is_about_unsaid(query: Query) -> bool:
    """ "Any police recommendation about dogs", of which nothing speaks."""
    return any(map(query.said.matter.is_about, query.terms)) and _asks_of_owner(query)


def _asks_for_every(query: Query) -> bool:
    return not _asks_for_one(query) and query.asked.manner.every


def _asks_for_one(query: Query) -> bool:
    """Of all reviews more than one is always wanted."""
    return query.asked.manner.one and not (query.across and query.documents is None)


def _found_among(library: Library, query: Query, units: Sequence[Focus]) -> list[Evidence]:
    wanted = {(f.document, f.unit.id) for f in units}
    evidence = look(library, query, frozenset(query.asked.kinds)).evidence
    return [e for e in evidence if (e.focus.document, e.focus.unit.id) in wanted]


def _list_nearest(library: Library, query: Query, units: Sequence[Focus]) -> Answer | None:
    chosen = _found_among(library, query, units)
    asked = _of_what_it_says(query)
    if not speaks(asked, chosen):
        return None
    shown = worth(chosen)
    if query.documents is None:
        most = max((e.coverage for e in shown), default=0.0)
        shown = [e for e in shown if e.coverage >= AS_WELL * most]
    if not answers(asked, shown):
        return not_stated(library, query, tuple(e.focus for e in shown))
    return compose(library, query, [Piece(e.focus, e.focus.unit.spans) for e in shown])


def _of_what_it_says(query: Query) -> Query:
    """What comes nearest to a unit that was shown need not have its words."""
    return replace(query, terms=query.typed_terms) if query.focus else query
