""" "Is there a recommendation on chronologies?" where none is, or where a review lists none at all,
in; what a search finds out, said to be no recommendation."""

from dataclasses import replace

from rag.answer import Answer, Statement, refused
from rag.answers.search.search_answer import answer_by_search
from rag.evidence.units.speaking import that_speak
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.questions.lists.owners_named import is_addressed
from rag.questions.request import Request
from rag.telling.nouns import noun_of
from rag.telling.refusals import name_review

_OUTRIGHT = ({"recommendation"}, {"action", "action_row"}, {"action_row"})
"""Kinds that are what they are called; a lesson may be printed as a finding or a message."""
_FACTS = frozenset({"who", "when", "reason", "locate", "compare", "summary"})
"""Forms of answer that are no unit of the kind."""


def answer_instead(library: Library, request: Request) -> Answer:
    """By a search, with the remark where it is called for."""
    found = answer_by_search(library, request)
    if (
        request.asked.kinds
        and request.wants == "when"
        and is_addressed(request)
        and not _is_of_owner(found, request)
    ):
        who = " or ".join(request.agencies)
        noun = noun_of(request.asked.kinds[0], 1)
        return refused("not_stated", f"No {noun} for {who} was found to say so.")
    if not _asks_for_units(request) or request.reviews.missing:
        return found
    if any(c.kind in request.asked.kinds for c in found.citations):
        return found
    held = list_units(library, request.documents, request.asked.kinds)
    if held and (found.status == "refused" or that_speak(library, held, request.subjects)):
        return found
    kind = request.asked.kinds[0]
    noun = "action plan" if kind == "action_row" else noun_of(kind, 1 if held else 2)
    if held:
        return _told(found, f"No {noun} speaks of this in so many words. What comes nearest:")
    lists = f"{_name(library, request)} no {noun}."
    # Without a topic, nothing is nearer to an action than anything else.
    alone = found.status == "refused" or not (request.terms or kind == "recommendation")
    return refused("not_stated", lists) if alone else _told(found, f"{lists} What comes nearest:")


def _is_of_owner(found: Answer, request: Request) -> bool:
    return any(c.agency in request.agencies for c in found.citations)


def _asks_for_units(request: Request) -> bool:
    outright = (
        set(request.asked.kinds) in _OUTRIGHT and not request.asked.units and not request.focus
    )
    manner = request.asked.manner
    if not outright or not manner.by_noun or request.wants in _FACTS:
        return False
    return "action" not in request.asked.kinds or not manner.of_deeds


def _told(found: Answer, text: str) -> Answer:
    statements = (Statement(text), *found.statements)
    return replace(found, status="partial", reason="not_stated", statements=statements)


def _name(library: Library, request: Request) -> str:
    if request.documents is None:
        return "No review here lists any: there are"
    records = library.catalogue.records()
    named = [name_review(r) for r in records if r.id in request.documents]
    return f"{' and '.join(named)} {'list' if len(named) > 1 else 'lists'}"
