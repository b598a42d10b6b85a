"""A turn and the turns before it in, what it leaves unsaid out: the documents, the units and the
topic; and the turn's own question with them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.backends.lexical import stem
from rag.conversation.follow_ups import FollowUp
from rag.conversation.operations import GoOn
from rag.conversation.situation import Situation
from rag.conversation.turns import MOST_SEARCHED, reviews_of, unit_told
from rag.evidence.units.units_named import beside, enclosing, list_units
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus, Request
from rag.questions.topic.actors import subject_words
from rag.questions.topic.typed_words import terms_between
from rag.questions.topic_of_text import topic_of_text

FAINT = 0.35
"""Weight of the topic before, where a turn has a topic of its own and does not point back."""
MOST_CARRIED = 1.0
"""Weight of the topic before, as a share of the topic of the turn itself, at most."""
_ACTIONS = ("action", "action_row")
_DONE = (*_ACTIONS, "recommendation")
_ADVICE = ("recommendation", "lesson", "learning_point", "key_message")
_FOLLOWS = frozenset({*_DONE, *_ADVICE, "measure"})
"""Kinds that follow from what was found."""
_CLASS = re.compile(
    r"\b(?:which|what) (?P<thing>(?:\w+ ){1,3}?)"
    r"(?:did|do|does|was|were|is|are|has|have|had|will)\b",
    re.IGNORECASE,
)


def documents_meant(at: Situation) -> frozenset[str] | None:
    """Of a turn that names none: those talked of; the only one that was answered from, where it
    points at that."""
    told, request = at.told, at.request
    documents = request.documents if request.across or told.documents is None else told.documents
    points = at.lean.back or request.asked.units or told.asked.units
    if not points or documents is not None or request.across:
        return documents
    only = reviews_of(at.library, at.before)
    return frozenset(only) if len(only) == 1 else None


def units_meant(at: Situation) -> tuple[Focus, ...]:
    """Those asked by number or place; else one whose theme holds what is asked for beside it."""
    told, kinds = at.told, at.request.asked.kinds
    if at.request.wants == "count":
        return ()
    if units := unit_told(at.library, at.before):
        return units
    if kinds and at.lean.back:
        first = at.heads()[:1]
        if first and _in_theme(at.library, first[0]) and beside(at.library, first[0], kinds):
            return first
    return told.focus if at.lean.leans and not told.points else ()


def asks_another_kind(at: Situation, documents: frozenset[str] | None) -> bool:
    """ "And the recommendations?", after the findings about fathers, where any speaks of them."""
    goes_on = at.request.asked.kinds and at.lean.opens and not (at.lean.own or at.lean.back)
    if not goes_on or at.request.wants == "count":
        return False
    request = replace(at.request, documents=documents)
    return speak_of(at.library, request, subject_words(at.told.terms))


def go_on(at: Situation, to: GoOn) -> Request:
    """The turn's question, looked for in the documents, with the units and the topic before."""
    request = replace(at.request, documents=to.documents, picked=False, focus=to.units)
    if to.topic == "none":
        return request
    told, faint = at.told, to.topic == "faint"
    if to.topic == "alone":
        return replace(request, terms=subject_words(told.terms))
    own = _without_class(at.library, request, at.lean.own) if to.units else at.lean.own
    carried = _behind(own, _topic_before(at.library, request, told), FAINT if faint else 1.0)
    words = " ".join(dict.fromkeys(f.unit.text for f in to.units))
    if not words:
        words = " ".join(t.words for t in told.terms) if faint else told.search
    meaning = words if to.units or faint else told.meaning
    request = replace(
        request,
        search=f"{request.search} {words}"[:MOST_SEARCHED],
        meaning=f"{request.meaning} {meaning}"[:MOST_SEARCHED],
        terms=tuple(dict.fromkeys((*own, *carried))),
        seen=frozenset((f.document, f.unit.id) for f in at.shown()),
    )
    return _of_what_is_to_be_done(at.library, request, at.lean)


def speak_of(library: Library, request: Request, terms: Sequence[TopicWord]) -> bool:
    """Does a unit of what is asked for speak of any of them?"""
    kinds = request.asked.kinds or _ADVICE
    units = list_units(library, request.documents, kinds, request.agencies)
    return any(t.stands_in(frozenset(stem(f.unit.text))) for f in units for t in terms)


def spoken_of(library: Library, request: Request, units: Sequence[Focus]) -> tuple[TopicWord, ...]:
    """The terms of the field, where the units have any: their other words are many, and say
    less."""
    words = " ".join(f.unit.text for f in units)[:MOST_SEARCHED]
    terms = subject_words(topic_of_text(library, words, request.documents))
    return tuple(t for t in terms if t.of_vocabulary) or terms


def _in_theme(library: Library, focus: Focus) -> bool:
    return any(above.kind in ("theme", "finding") for above in enclosing(library, focus))


def _without_class(
    library: Library, request: Request, own: tuple[TopicWord, ...]
) -> tuple[TopicWord, ...]:
    """ "Which tool did they recommend": what answers need not call itself a tool."""
    if not request.asked.kinds or not (asked := _CLASS.search(request.wording.text)):
        return own
    named = terms_between(request.terms, asked["thing"])
    return tuple(t for t in own if t not in named or speak_of(library, request, (t,)))


def _topic_before(library: Library, request: Request, told: Request) -> tuple[TopicWord, ...]:
    """Where units of another kind are asked for: also what those shown speak of."""
    if not (request.asked.kinds and request.focus):
        return told.terms
    named = {t.variants[0] for t in told.terms}
    more = (t for t in spoken_of(library, request, request.focus) if t.variants[0] not in named)
    return (*told.terms, *more)


def _behind(
    own: Sequence[TopicWord], carried: Sequence[TopicWord], share: float
) -> list[TopicWord]:
    """Weakened, and together no heavier than what the turn itself names."""
    mine, theirs = sum(t.weight for t in subject_words(own)), sum(t.weight for t in carried)
    if mine and theirs:
        share = min(share, MOST_CARRIED * mine / theirs)
    return [replace(t, weight=share * t.weight) for t in carried]


def _of_what_is_to_be_done(library: Library, request: Request, lean: FollowUp) -> Request:
    """ "What should we do about it" is answered by what is recommended or learnt, where it speaks
    of the topic; of a unit that was shown, of what its words are about. What happens to the asker's
    own ("if ours don't turn up") the review may never say."""
    kinds = _reasons_for(request)
    if lean.responds or lean.advises:
        kinds = _done_in(library, request) if lean.responds else _ADVICE
    own = subject_words(lean.own)
    if (
        not kinds
        or request.asked.kinds
        or (own and not lean.back)
        or speak_of(library, request, own)
    ):
        return request
    terms = tuple(t for t in subject_words(request.terms) if t not in own)
    if request.focus and not terms:
        terms = spoken_of(library, request, request.focus)
    return replace(request, asked=replace(request.asked, kinds=kinds), terms=terms)


def _done_in(library: Library, request: Request) -> tuple[str, ...]:
    """What is recommended is not done yet; it is all that a review without actions can tell."""
    return _ACTIONS if list_units(library, request.documents, _ACTIONS) else _DONE


def _reasons_for(request: Request) -> tuple[str, ...]:
    """Why something is recommended or to be learnt is told by what was found."""
    kinds = {f.unit.kind for f in request.focus}
    if request.wants != "reason" or not kinds or not kinds <= _FOLLOWS:
        return ()
    return ("finding",) if "lesson" in kinds else ("finding", "lesson")
