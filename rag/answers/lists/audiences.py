"""A question of what some group should learn in, the section that is addressed to it out."""

import re

from rag.backends.lexical import stem
from rag.index.library import Library
from rag.questions.request import Focus, Request

_ADDRESSED = re.compile(r"\bfor (?:the )?(?P<who>[a-z][\w'’ -]{2,30}?)\s*(?::|$)", re.IGNORECASE)
_OF_LEARNING = frozenset(
    stem("learn learning message takeaway take away do differently different change practice know")
)

_LEARNING_KINDS = frozenset({"key_message", "learning_point", "lesson"})


def find_addressed_section(library: Library, request: Request) -> Focus | None:
    """ "Learning points for managers", where the question is about nothing but what managers
    should learn, and no other section is addressed to them."""
    if not request.terms or not request.said.audience.learns:
        return None
    found = [
        Focus(document, unit)
        for document, unit in library.catalogue.find_units(request.documents, kind="section")
        if (addressed := _ADDRESSED.search(unit.text.strip())) and _asks_for(request, addressed)
    ]
    return found[0] if len(found) == 1 else None


def is_for_somebody(library: Library, request: Request) -> bool:
    """ "Key messages for managers": what some section is addressed to them with, by whatever name,
    before any message that only speaks of them."""
    if not _LEARNING_KINDS.issuperset(request.asked.kinds):
        return False
    asked = request.said.audience.is_for(term.words for term in request.terms)
    return asked and find_addressed_section(library, request) is not None


def _asks_for(request: Request, addressed: re.Match[str]) -> bool:
    who = set(stem(addressed["who"]))
    # A team manager is a manager.
    named = [t for t in request.terms if t.variants[0][-1] in who]
    others = [t for t in request.terms if t not in named]
    return bool(named) and all(_OF_LEARNING.issuperset(t.variants[0]) for t in others)
