"""A turn that names another review or owner alone in, what was asked before asked of them out."""

import re
from dataclasses import replace

from rag.backends.lexical import stem
from rag.conversation.follow_ups import FollowUp
from rag.conversation.left_unsaid import about_units, names_review, speak_of, unit_told
from rag.conversation.turns import Turn, reviews_of
from rag.evidence.units.owners import owners
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.outline.agencies import names_organisation
from rag.questions.request import Request
from rag.questions.topic.actors import subject_words, without_actors
from rag.questions.understanding import understand
from rag.questions.units.units_asked import NOTHING_ASKED, Asked, UnitAsked, find_agency
from rag.questions.units.units_held import agencies_of
from rag.questions.wording import Wording

_OWNED = ("recommendation",)
MOST_SPACES = 4
"""In what is said to swap an owner or a topic: a longer turn says what it wants itself."""
_OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|also|ok|okay|thanks|what|how|about|for|to|the|just|then|only)\b\W*)+",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bfor\b", re.IGNORECASE)
_OF_THAT = re.compile(r"\b(?:that|this|it|those|these|them)\b", re.IGNORECASE)
"""A unit of another review is not of the same number: what was shown is spoken of."""
_OTHER_OWNERS = re.compile(
    r"\bother (?:agencies|services|organisations|partners|teams)\b|\beveryone else\b",
    re.IGNORECASE,
)


def ask_other_review(
    library: Library, request: Request, lean: FollowUp, before: Turn
) -> Request | None:
    """ "What does the other one say", "same for the other reviews": the topic stays."""
    if not lean.other or names_review(request):
        return None
    here = reviews_of(library, before)
    rest = [d for d in before.in_play if d not in here[:1]] if lean.other == "one" else []
    others = rest[:1] or [r.id for r in library.catalogue.records() if r.id not in here]
    if not others:
        return None
    documents = frozenset(others)
    request = understand(request.wording.text, library, documents)
    request = replace(request, documents=documents, across=len(documents) > 1)
    return request if lean.own else _like_before(library, request, before)


def compare_in_play(
    library: Library, request: Request, lean: FollowUp, before: Turn
) -> Request | None:
    """ "Compare them", after a question to one review and the same to another."""
    if request.wants != "compare" or names_review(request) or len(before.in_play) < 2:
        return None
    if lean.own and not lean.back:
        return None
    documents = frozenset(before.in_play)
    request = replace(understand(request.wording.text, library, documents), documents=documents)
    return replace(request if lean.own else _like_before(library, request, before), across=True)


def swap_review(library: Library, request: Request, lean: FollowUp, before: Turn) -> Request | None:
    """ "Baby O", after "which one do you mean?"; "and Child Q?"; "ok, Child K then"; "which lesson
    in Baby M is like that"."""
    if not names_review(request) or request.asked.units:
        return None
    if request.asked.kinds:
        leans = not lean.own and _OF_THAT.search(request.wording.text)
        units = unit_told(library, before) if leans else ()
        return about_units(library, request, units) if units else None
    if lean.own:
        return _of_owner_named(library, request, lean, before)
    return _like_before(library, request, before)


def _of_owner_named(
    library: Library, request: Request, lean: FollowUp, before: Turn
) -> Request | None:
    """ "Recommendation 1", and then "baby m, police": the review and the owner."""
    told = before.request
    if request.reviews.documents is None or not (told.asked.units or told.asked.kinds):
        return None
    like = replace(request, asked=told.asked)
    named = _owners_said(library, like, request.wording.bare, lean)
    told = replace(told, documents=request.documents)
    return _owned_by(library, request, told, named) if named else None


def _owners_said(library: Library, like: Request, said: str, lean: FollowUp) -> tuple[str, ...]:
    """Where nothing else is said."""
    named = find_agency(said, owners(library, like))
    words = {s for agency in named for s in stem(agency)}
    return named if all(words.issuperset(t.variants[0]) for t in lean.own) else ()


def _like_before(library: Library, request: Request, before: Turn) -> Request:
    """What was asked before, asked of other reviews."""
    told = before.request
    if _OF_THAT.search(request.wording.text) and (units := unit_told(library, before)):
        return about_units(library, request, units)
    if told.wants == "compare" and len(request.documents or ()) == 1 and told.terms:
        return _asked_beside(library, request, told)
    says = bool(told.terms or told.asked.kinds or told.asked.units)
    if not told.wording.bare and len(told.reviews.spans) == 1 and request.reviews.spans:
        return understand(_with_name_of(request, told), library)
    question = f"{told.wording.bare} {request.wording.text}" if says else request.wording.text
    terms, agencies = without_actors(told.terms), told.agencies
    if not set(agencies) <= set(agencies_of(library, request.documents)):
        # Whose list it was is a topic where the review has no list of theirs.
        again = understand(" ".join(agencies).lower(), library, request.documents)
        terms, agencies = (*terms, *again.terms), ()
    same = request.wants in ("plain", "yes_no", "theme")
    return replace(
        request,
        wording=Wording(question, told.wording.bare),
        search=f"{question} {' '.join(t.words for t in terms)}",
        meaning=told.meaning if says else request.meaning,
        asked=told.asked,
        agencies=agencies,
        across=len(request.documents or ()) > 1,
        terms=terms,
        wants=told.wants if same else request.wants,
        form=told.form if same else request.form,
    )


def _asked_beside(library: Library, request: Request, told: Request) -> Request:
    """ "And Baby M?", after two others were compared: whether it speaks of the same."""
    words = " and ".join(t.words for t in subject_words(told.terms) or told.terms)
    return understand(f"does it say anything about {words}", library, request.documents)


def _with_name_of(request: Request, told: Request) -> str:
    """ "Who published Baby O", and then "Child Q?", or "Child Q and Child K?": what is asked of the
    library has no topic, and is asked again of the others."""
    ((start, end),) = told.reviews.spans
    spans = request.reviews.spans
    named = request.wording.text[min(a for a, _ in spans) : max(b for _, b in spans)]
    return f"{told.wording.text[:start]}{named}{told.wording.text[end:]}"


def swap_list(library: Library, request: Request, lean: FollowUp, before: Turn) -> Request | None:
    """ "And for housing?", after the recommendations for the police: the list or the number
    asked before, of another owner or about another topic."""
    told, asked = _place_in_list(library, before.request), request.asked
    said = _OPENING.sub("", request.wording.text).strip(" ?.!")
    if lean.only and not told.asked.units and not told.asked.kinds:
        told = replace(told, asked=replace(NOTHING_ASKED, kinds=_OWNED))
    if asked.units or asked.kinds or not (told.asked.units or told.asked.kinds):
        return None
    if names_review(request) or request.across or said.count(" ") > MOST_SPACES:
        return None
    like = replace(request, documents=told.documents, asked=told.asked)
    if named := _owners_said(library, like, said, lean):
        return _owned_by(library, request, told, named)
    if lean.back or not (told.asked.kinds and lean.opens and lean.own and request.wants == "plain"):
        return None
    if told.agencies and _OTHER_OWNERS.search(said):
        rest = tuple(o for o in owners(library, like) if o not in told.agencies)
        return _owned_by(library, request, told, rest)
    word = "for" if names_organisation(said) or _FOR.search(request.wording.text) else "about"
    question = f"{told.asked.kinds[0].replace('_', ' ')}s {word} {said}"
    return understand(question, library, told.documents)


def _place_in_list(library: Library, told: Request) -> Request:
    """ "The third one" of the police, as what it asks of any owner: the third of theirs."""
    first = told.focus[0] if told.focus and told.points == "again" else None
    if first is None or first.unit.agency is None:
        return told
    kind = first.unit.kind
    theirs = list_units(library, frozenset({first.document}), (kind,), (first.unit.agency,))
    place = 1 + [focus.unit.id for focus in theirs].index(first.unit.id)
    asked = UnitAsked((kind,), None, place, f"{kind.replace('_', ' ')} {place}")
    return replace(told, asked=Asked((asked,), (), ()), focus=(), points="", wants="plain")


def _owned_by(
    library: Library, request: Request, told: Request, agencies: tuple[str, ...]
) -> Request:
    """About the same, where any of theirs is."""
    theirs = replace(
        told,
        wording=request.wording,
        agencies=agencies,
        focus=(),
        points="",
    )
    terms = () if told.asked.units else without_actors(subject_words(told.terms))
    return replace(theirs, terms=terms if speak_of(library, theirs, terms) else ())
