"""A turn that leaves its review, its list or its topic unsaid in, the same with what the turns
before it said of that out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rag.backends.lexical import stem
from rag.conversation.follow_ups import FollowUp
from rag.conversation.turns import MOST_SEARCHED, Turn, heads, reviews_of, units_shown
from rag.evidence.units.units_named import beside, enclosing, list_units
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus, Request
from rag.questions.topic.actors import subject_words
from rag.questions.topic.typed_words import terms_between
from rag.questions.understanding import understand
from rag.questions.units.units_asked import NOTHING_ASKED

FAINT = 0.35
"""Weight of the topic before, where a turn has a topic of its own and does not point back."""
MOST_FAINT = 2
"""A turn that does not point back and has more subjects than this needs no other."""
MOST_CARRIED = 1.0
"""Weight of the topic before, as a share of the topic of the turn itself, at most."""
_ACTIONS = ("action", "action_row")
_DONE = (*_ACTIONS, "recommendation")
_ADVICE = ("recommendation", "lesson", "learning_point", "key_message")
_FOLLOWS = frozenset({*_DONE, *_ADVICE, "measure"})
"""Kinds that follow from what was found."""
_OF_IT = re.compile(r"\b(?:it|this|that)(?=\W*$)", re.IGNORECASE)
_CLASS = re.compile(
    r"\b(?:which|what) (?P<thing>(?:\w+ ){1,3}?)"
    r"(?:did|do|does|was|were|is|are|has|have|had|will)\b",
    re.IGNORECASE,
)
_WHOLE_LIST = re.compile(
    r"\b(?:all|every|full list|whole list|complete)\b(?! (?:that|this|about))", re.IGNORECASE
)


def carry_topic(library: Library, request: Request, lean: FollowUp, before: Turn) -> Request:
    """Review, units and topic of the turn before, as far as this one does not say its own."""
    told = before.request
    if told.reviews.missing and told.documents is None and lean.leans and not names_review(request):
        return replace(request, reviews=told.reviews)
    if names_review(request) or _changes_subject(library, request, lean, before):
        return request
    if lean.of_review and (about := _review_talked_of(library, before)):
        return understand(_OF_IT.sub("the review", request.wording.text), library, about)
    request = understand(request.wording.text, library, told.documents)
    points = lean.back or request.asked.units or told.asked.units
    if points and request.documents is None and not request.across:
        only = reviews_of(library, before)
        request = replace(request, documents=frozenset(only) if len(only) == 1 else None)
    if request.asked.units:
        return request if request.agencies else replace(request, agencies=told.agencies)
    if _WHOLE_LIST.search(request.wording.text) or (request.across and lean.own):
        return request
    return _with_topic(library, request, lean, before)


def _review_talked_of(library: Library, before: Turn) -> frozenset[str] | None:
    """The only one."""
    about = before.request.documents or frozenset(reviews_of(library, before))
    return about if len(about) == 1 else None


def _with_topic(library: Library, request: Request, lean: FollowUp, before: Turn) -> Request:
    told = before.request
    focus = _units_meant(library, request, lean, before)
    if _asks_another_kind(library, request, lean, told):
        return replace(request, terms=subject_words(told.terms))
    fresh = (request.asked.kinds and not lean.back) or (lean.corrects and lean.own)
    if fresh or (not lean.leans and len(lean.own) > MOST_FAINT):
        # A list by its name, or a topic of its own.
        return replace(request, focus=focus)
    faint = bool(lean.own) and not lean.back
    own = _without_class(library, request, lean.own) if focus else lean.own
    carried = _behind(own, _topic_before(library, request, focus, told), FAINT if faint else 1.0)
    words = " ".join(dict.fromkeys(f.unit.text for f in focus))
    if not words:
        words = " ".join(t.words for t in told.terms) if faint else told.search
    search = f"{request.search} {words}"[:MOST_SEARCHED]
    meaning = f"{request.meaning} {words if focus or faint else told.meaning}"[:MOST_SEARCHED]
    terms = tuple(dict.fromkeys((*own, *carried)))
    seen = frozenset((f.document, f.unit.id) for f in units_shown(library, before))
    request = replace(request, search=search, meaning=meaning, focus=focus, terms=terms, seen=seen)
    return _of_what_is_to_be_done(library, request, lean)


def _asks_another_kind(library: Library, request: Request, lean: FollowUp, told: Request) -> bool:
    """ "And the recommendations?", after the findings about fathers: those about fathers, where
    any of them is."""
    goes_on = request.asked.kinds and lean.opens and not (lean.own or lean.back)
    if not goes_on or request.wants == "count":
        return False
    return speak_of(library, request, subject_words(told.terms))


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
    kinds = (
        _done_in(library, request)
        if lean.responds
        else _ADVICE
        if lean.advises
        else _reasons_for(request)
    )
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
        terms = _spoken_of(library, request, request.focus)
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


def _topic_before(
    library: Library, request: Request, focus: Sequence[Focus], told: Request
) -> tuple[TopicWord, ...]:
    """Where units of another kind are asked for: also what those shown speak of."""
    if not (request.asked.kinds and focus):
        return told.terms
    named = {t.variants[0] for t in told.terms}
    more = (t for t in _spoken_of(library, request, focus) if t.variants[0] not in named)
    return (*told.terms, *more)


def _spoken_of(library: Library, request: Request, units: Sequence[Focus]) -> tuple[TopicWord, ...]:
    """The terms of the field, where it has any: its other words are many, and say less."""
    words = " ".join(f.unit.text for f in units)[:MOST_SEARCHED]
    terms = subject_words(understand(words, library, request.documents).terms)
    return tuple(t for t in terms if t.of_vocabulary) or terms


def _without_class(
    library: Library, request: Request, own: tuple[TopicWord, ...]
) -> tuple[TopicWord, ...]:
    """ "Which tool did they recommend": what answers need not call itself a tool."""
    if not request.asked.kinds or not (asked := _CLASS.search(request.wording.text)):
        return own
    named = terms_between(request.terms, asked["thing"])
    return tuple(t for t in own if t not in named or speak_of(library, request, (t,)))


def speak_of(library: Library, request: Request, terms: Sequence[TopicWord]) -> bool:
    """Does a unit of what is asked for speak of any of them?"""
    kinds = request.asked.kinds or _ADVICE
    units = list_units(library, request.documents, kinds, request.agencies)
    return any(t.stands_in(frozenset(stem(f.unit.text))) for f in units for t in terms)


def _units_meant(
    library: Library, request: Request, lean: FollowUp, before: Turn
) -> tuple[Focus, ...]:
    """Those asked by number or place; else one whose theme holds what is asked for beside it."""
    told = before.request
    if request.wants == "count":
        return ()
    if units := unit_told(library, before):
        return units
    if request.asked.kinds and lean.back:
        first = heads(units_shown(library, before))[:1]
        if (
            first
            and _in_theme(library, first[0])
            and beside(library, first[0], request.asked.kinds)
        ):
            return first
    return told.focus if lean.leans and not told.points else ()


def unit_told(library: Library, before: Turn) -> tuple[Focus, ...]:
    """What was asked for by its number or place, and shown."""
    told = before.request
    if not (told.asked.units or told.points in ("again", "inside")):
        return ()
    return heads(units_shown(library, before)) or told.focus


def about_units(library: Library, request: Request, units: Sequence[Focus]) -> Request:
    """The question, asked of what units of another review speak of."""
    words = " ".join(f.unit.text for f in units)[:MOST_SEARCHED]
    terms = _spoken_of(library, request, units)
    focus = tuple(units) if request.asked.kinds else ()
    search = f"{request.search} {words}"
    return replace(request, search=search, meaning=words, terms=terms, focus=focus)


def _in_theme(library: Library, focus: Focus) -> bool:
    return any(above.kind in ("theme", "finding") for above in enclosing(library, focus))


def names_review(request: Request) -> bool:
    return request.reviews.documents is not None or bool(request.reviews.missing)


def _changes_subject(library: Library, request: Request, lean: FollowUp, before: Turn) -> bool:
    """A question of practice, of which the review talked about says nothing and another does:
    "bruising in non-mobile babies?"."""
    here = before.request.documents
    if here is None or not lean.own or lean.leans or lean.specific or request.asked.units:
        return False
    lexical = library.lexical
    held = Counter(d for term in lean.own for d in lexical.documents_holding(term.variants))
    most_here = max(held[d] for d in here)
    elsewhere = max((held[d] for d in held if d not in here), default=0)
    return most_here == 0 or most_here < elsewhere == len(lean.own)


def without_subject(request: Request) -> Request:
    """Its review alone: what else it said was no question to the reviews."""
    wording = replace(request.wording, bare="")
    return replace(
        request, wording=wording, asked=NOTHING_ASKED, agencies=(), terms=(), wants="plain"
    )
