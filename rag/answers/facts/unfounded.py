"""A question that takes for granted what no review says ("who killed Child K") in, a refusal that
says so out; with what is said of the cause of death, where it is about a death."""

import re

from rag.answer import Answer
from rag.answers.search.search_answer import answer_by_search
from rag.evidence.evidence import stems_in_order
from rag.evidence.units.theme_places import APPARATUS
from rag.evidence.units.wording import Place, documents_with, find_places
from rag.index.library import Library
from rag.questions.facts.persons import asked_about, is_about
from rag.questions.kinds.premises import AT_LARGE, Premise
from rag.questions.request import Request
from rag.questions.topic.subjects import absent
from rag.questions.understanding import understand
from rag.telling.composing import with_gap
from rag.telling.refusals import not_supposed

_WANTS_WORDS = ("summary", "compare", "quote", "locate")


def answer_unfounded(library: Library, request: Request) -> Answer | None:
    """None where the documents asked bear out what the question takes for granted."""
    if request.asked.kinds or request.asked.units or request.wants in _WANTS_WORDS:
        return None
    if request.mention or (request.across and absent(request.subjects)):
        return None
    # Of several facts one may be stated: "when did she die, and in which hospital".
    several = len(request.said.facts) > 1
    premises = [p for p in request.premises if not (several and p.actor)]
    unfounded = [p for p in premises if not _is_founded(library, request, p)]
    if not unfounded:
        return None
    premise = next((p for p in unfounded if not p.loose), unfounded[0])
    of_one = premise.of_one or premise.person is not None
    asked = request.documents or library.reviews
    # "What does Baby O say about charged?" is no question.
    held = documents_with(library, [premise.term]) if premise.actor and not of_one else ()
    others = [document for document in held if document not in asked]
    gap = not_supposed(library, request, premise.term.words, others, of_one=of_one)
    if premise.loose:
        nearest = answer_by_search(library, request)
        return nearest if nearest.status == "partial" else with_gap(nearest, "not_stated", gap)
    cause = _cause_of_death(library, request) if premise.deadly else None
    return with_gap(cause, "not_stated", gap) if cause else gap


def _is_founded(library: Library, request: Request, premise: Premise) -> bool:
    everywhere = frozenset(record.id for record in library.catalogue.records())
    places = find_places(library, [premise.term], request.documents or everywhere)
    # Other people's titles and places of work tell nothing of the case.
    told = [place for place in places if place.focus.unit.kind not in APPARATUS]
    return any(_bears_out(place, premise) for place in told)


def _bears_out(place: Place, premise: Premise) -> bool:
    if premise.of_one and asked_about(place.text) == AT_LARGE:
        return False
    at = _first_stem(place, premise)
    return premise.person is None or is_about(premise.person, place.text, at)


def _first_stem(place: Place, premise: Premise) -> int:
    """Where in the sentence the first word stands that such an expression may open with."""
    openings = {variant[0] for variant in premise.term.variants}
    words = re.finditer(r"\S+", place.text)
    return next((w.start() for w in words if openings.intersection(stems_in_order(w[0]))), 0)


def _cause_of_death(library: Library, request: Request) -> Answer | None:
    """Asked of one review alone."""
    if request.documents is None or len(request.documents) > 1:
        return None
    records = {record.id: record for record in library.catalogue.records()}
    subject = records[next(iter(request.documents))].subject
    if subject is None:
        return None
    asked = understand(f"What was the cause of death of {subject}?", library, request.documents)
    return answer_by_search(library, asked)
