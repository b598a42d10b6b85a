"""A turn that names another owner or another topic in few words in, what it swaps out; and what of
the units shown is kept."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.backends.lexical import stem
from rag.conversation.follow_ups import FollowUp
from rag.conversation.operations import SwapOwner, SwapTopic
from rag.evidence.units.owners import owners
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.outline.agencies import names_organisation
from rag.questions.request import Focus, Request
from rag.questions.units.units_asked import NOTHING_ASKED, Asked, UnitAsked, find_agency

MOST_SPACES = 4
"""In what is said to swap an owner or a topic: a longer turn says what it wants itself."""
MOST_QUOTED = 45
"""Words of what goes on a slide."""
_RECOMMENDED = replace(NOTHING_ASKED, kinds=("recommendation",))
_OPENING = frozenset(
    "and but so also ok okay thanks what how about for to the just then only".split()
)
_OTHER_OWNERS = re.compile(
    r"\bother (?:agencies|services|organisations|partners|teams)\b|\beveryone else\b",
    re.IGNORECASE,
)


def swap_list(
    library: Library, request: Request, told: Request, lean: FollowUp
) -> SwapOwner | SwapTopic | None:
    """The list or the number asked before, of another owner or about another topic."""
    words = request.wording.text.strip(" ?.!").split()
    said = _without_opening(words)
    asked = _RECOMMENDED if lean.only and not _lists(told) else _asked_of_any(library, told)
    if not (asked.units or asked.kinds) or said.count(" ") > MOST_SPACES:
        return None
    like = replace(request, documents=told.documents, asked=asked)
    if owned := _owners_said(library, like, said, lean.own):
        return SwapOwner(asked, told.documents, owned)
    if lean.back or not (asked.kinds and lean.opens and lean.own and request.wants == "plain"):
        return None
    if told.agencies and _OTHER_OWNERS.search(said):
        rest = tuple(o for o in owners(library, like) if o not in told.agencies)
        return SwapOwner(asked, told.documents, rest)
    addressed = names_organisation(said) or "for" in map(str.casefold, words)
    return SwapTopic(asked.kinds[:1], said if addressed else "")


def swap_owner_of(
    library: Library, request: Request, told: Request, own: Sequence[TopicWord]
) -> SwapOwner | None:
    """ "Recommendation 1", and then "baby m, police": the review and the owner; after one of a
    list, the list."""
    picked = told.focus[:1] if told.points == "again" else ()
    kinds = tuple(focus.unit.kind for focus in picked)
    asked = told.asked if _lists(told) else replace(NOTHING_ASKED, kinds=kinds)
    if request.reviews.documents is None or not (asked.units or asked.kinds):
        return None
    owned = _owners_said(library, replace(request, asked=asked), request.wording.bare, own)
    return SwapOwner(asked, request.documents, owned) if owned else None


def names_owner(library: Library, told: Request, said: str) -> bool:
    return bool(find_agency(said, owners(library, told)))


def best_to_quote(shown: Sequence[Focus]) -> Focus:
    """The first that is short enough to be quoted: answers are in the order of what tells most."""
    short = (f for f in shown if f.unit.text.count(" ") < MOST_QUOTED)
    return next(short, shown[0])


def _lists(told: Request) -> bool:
    return bool(told.asked.units or told.asked.kinds)


def _without_opening(words: Sequence[str]) -> str:
    """ "And for housing": housing."""
    at = 0
    while at < len(words) and words[at].strip(",.;:-–").casefold() in ("", *_OPENING):
        at += 1
    return " ".join(words[at:])


def _owners_said(
    library: Library, like: Request, said: str, own: Sequence[TopicWord]
) -> tuple[str, ...]:
    """Where nothing else is said."""
    owned = find_agency(said, owners(library, like))
    words = {s for agency in owned for s in stem(agency)}
    return owned if all(words.issuperset(t.variants[0]) for t in own) else ()


def _asked_of_any(library: Library, told: Request) -> Asked:
    """ "The third one" of the police, as what it asks of any owner: the third of theirs."""
    first = told.focus[0] if told.focus and told.points == "again" else None
    if first is None or first.unit.agency is None:
        return told.asked
    kind = first.unit.kind
    theirs = list_units(library, frozenset({first.document}), (kind,), (first.unit.agency,))
    place = 1 + [focus.unit.id for focus in theirs].index(first.unit.id)
    unit = UnitAsked((kind,), None, place, f"{kind.replace('_', ' ')} {place}")
    return Asked((unit,), (), ())
