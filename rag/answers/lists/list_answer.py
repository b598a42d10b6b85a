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
from rag.questions.lists.owners_named import is_addressed
from rag.questions.request import Focus, Request
from rag.questions.topic.subjects import Subjects
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


def answer_listed(library: Library, request: Request) -> Answer | None:
    """None where there is no such list."""
    if not request.asked.kinds:
        return None
    if not counts_by_owner(request) and (who := unknown_owner(library, request)):
        return _list_mentioning(library, request, who)
    kinds = request.asked.kinds
    here = (
        f for f in request.focus if request.documents is None or f.document in request.documents
    )
    for focus in here:
        if not request.agencies and (near := beside(library, focus, kinds)):
            return compose(library, request, whole(near))
    if not counts(request) and is_for_somebody(library, request):
        return None
    units = find_listed(library, request, kinds)
    if not request.agencies and (addressed := find_addressed(library, request, units)):
        units, request = list(addressed.units), addressed.request
    narrowed = _narrow(library, request, units) if units else None
    if narrowed or not units:
        return _tell_lacking(request, narrowed)
    # What was just shown is no unit of the kind that is asked for.
    again = request.seen and request.asked.spans
    return not_stated(library, request) if again else None


def _tell_lacking(request: Request, listed: Answer | None) -> Answer | None:
    """ "It has no recommendations", where a coroner's concerns are listed in their place."""
    lacking = request.asked.lacking
    if listed is None or not lacking or listed.status != "answered":
        return listed
    nouns, others = ([noun_of(k, 2) for k in kinds] for kinds in (lacking, request.asked.kinds))
    text = f"There are no {' or '.join(nouns)} by that name, but these {' and '.join(others)}:"
    remark = Statement(text)
    return replace(listed, statements=(remark, *listed.statements))


def _list_mentioning(library: Library, request: Request, who: str) -> Answer:
    """None is addressed to them; some may mention them."""
    missing = owner_missing(library, request)
    named = tuple(t for t in request.terms if t.words.casefold() in who.casefold())
    topic = replace(request, terms=named).subjects
    speaking = that_speak(library, find_listed(library, request, request.asked.kinds), topic)
    if not speaking:
        return missing
    mentioning = compose_speaking(library, request, speaking, topic, "mention them")
    return with_gap(mentioning, "no_such_unit", missing)


def _narrow(library: Library, request: Request, units: Sequence[Focus]) -> Answer | None:
    """The list whole, its number, or those of its units that the question's other words are about;
    None where nothing speaks of these."""
    documents = {focus.document for focus in units}
    if counts_by_owner(request) and not request.agencies:
        return _count(library, request, [f for f in units if f.unit.agency] or units)
    # A heading gathers all of its topic in its own review, not in others.
    one = request.documents is not None or len(documents) == 1
    named = narrow_by_heading(library, units, request.terms) if one else []
    if named := named or under_named_section(library, request, units):
        besides = (
            _list_speaking(library, request, units, named) if request.said.matter.about else None
        )
        return besides or _list(library, request, named)
    about = request.focus or any(_may_narrow(library, request, term) for term in request.terms)
    if about or _is_about_unsaid(request):
        return _list_speaking(library, request, units) or _none_speaks(library, request, units)
    if counts(request) or (request.across and request.documents is None):
        return _count(library, request, units)
    if request.documents is None and not request.agencies and len(documents) > 1:
        return whose_list(library, request, documents)
    return _list(library, request, units)


def _may_narrow(library: Library, request: Request, term: TopicWord) -> bool:
    """ "Recommendations about recording": not a word that stands nowhere ("at the bottom"), nor
    a number ("all 3"), nor what such a document is called."""
    words = term.words.casefold()
    if term.variants[0][0].isdigit() or words in _CALLED or words in NUMBER_WORDS:
        return False
    if _OF_ALL.issuperset(term.variants[0]):
        return False
    documents = request.documents if request.documents is not None else library.reviews
    said = bool(library.lexical.holding(term.variants, documents))
    # "For the hostel / supported housing": beside an owner another name of it.
    return said or (term.of_vocabulary and not request.agencies)


def _list(library: Library, request: Request, units: Sequence[Focus]) -> Answer:
    if counts(request):
        return _count(library, request, units)
    return compose(library, request, whole(units))


def _count(library: Library, request: Request, units: Sequence[Focus]) -> Answer:
    kind = request.asked.kinds[0]
    several = len({focus.document for focus in units if focus.unit.kind == kind}) > 1
    return (count_each if several else compose_count)(library, request, units, kind)


def _list_speaking(
    library: Library, request: Request, units: Sequence[Focus], named: Sequence[Focus] = ()
) -> Answer | None:
    """All units that speak of the topic, beside those under a heading that does; None where there
    are no others, or where one is looked for."""
    if request.focus or request.wants in _FACTS or _asks_for_one(request):
        return None
    topic = _topic_among(library, request)
    speaking = that_speak(library, units, topic)
    if all(f in named for f in speaking):
        return None
    both = [f for f in units if f in named or f in speaking]
    return compose_speaking(library, request, both, topic)


def _topic_among(library: Library, request: Request) -> Subjects:
    narrowing = tuple(t for t in request.terms if _may_narrow(library, request, t))
    return replace(request, terms=narrowing).subjects


def _none_speaks(library: Library, request: Request, units: Sequence[Focus]) -> Answer | None:
    """ "Every finding that mentions GPs", where none does: the findings that come near, or else
    what does mention them, said to be no finding. "The police recommendations on GPs": those of
    the police that come near, of nobody else."""
    nearest = _list_nearest(library, request, units)
    owned = _asks_of_owner(request)
    if owned and (speaking := that_speak(library, units, topic := _topic_among(library, request))):
        return nearest or compose_speaking(library, request, speaking, topic)
    if not owned and (request.focus or request.wants in _FACTS or not _asks_for_every(request)):
        return nearest
    noun = " or ".join(noun_of(kind, 1) for kind in request.asked.kinds)
    whose = f" for {' or '.join(request.agencies)}" if owned else ""
    remark = Statement(f"No {noun}{whose} speaks of this in so many words. What comes nearest:")
    if nearest is not None and nearest.status == "answered":
        return replace(nearest, statements=(remark, *nearest.statements))
    if owned:
        near = [e.focus for e in worth(_found_among(library, request, units))[:MOST_NEAREST]]
        return no_more_than(compose(library, request, whole(near or units), remarks=(remark.text,)))
    elsewhere = answer_by_search(library, request)
    if elsewhere.status != "answered":
        return nearest
    statements = (remark, *elsewhere.statements)
    return replace(elsewhere, status="partial", reason="not_stated", statements=statements)


def _asks_of_owner(request: Request) -> bool:
    """What theirs say; not who is to do it, or by when."""
    no_fact = request.wants not in _FACTS or request.wants == "yes_no"
    return no_fact and not request.focus and is_addressed(request)


def _is_about_unsaid(request: Request) -> bool:
    """ "Any police recommendation about dogs", of which nothing speaks."""
    return any(map(request.said.matter.is_about, request.terms)) and _asks_of_owner(request)


def _asks_for_every(request: Request) -> bool:
    return not _asks_for_one(request) and request.asked.manner.every


def _asks_for_one(request: Request) -> bool:
    """Of all reviews more than one is always wanted."""
    return request.asked.manner.one and not (request.across and request.documents is None)


def _found_among(library: Library, request: Request, units: Sequence[Focus]) -> list[Evidence]:
    wanted = {(f.document, f.unit.id) for f in units}
    evidence = look(library, request, frozenset(request.asked.kinds)).evidence
    return [e for e in evidence if (e.focus.document, e.focus.unit.id) in wanted]


def _list_nearest(library: Library, request: Request, units: Sequence[Focus]) -> Answer | None:
    chosen = _found_among(library, request, units)
    asked = _of_what_it_says(request)
    if not speaks(asked, chosen):
        return None
    shown = worth(chosen)
    if request.documents is None:
        most = max((e.coverage for e in shown), default=0.0)
        shown = [e for e in shown if e.coverage >= AS_WELL * most]
    if not answers(asked, shown):
        return not_stated(library, request, tuple(e.focus for e in shown))
    return compose(library, request, [Piece(e.focus, e.focus.unit.spans) for e in shown])


def _of_what_it_says(request: Request) -> Request:
    """What comes nearest to a unit that was shown need not have its words."""
    return replace(request, terms=request.typed_terms) if request.focus else request
