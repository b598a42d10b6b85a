"""Units asked for by their label ("recommendation 4 of Baby M") in, their words out."""

from dataclasses import replace

from rag.answer import Answer
from rag.answers.counts.count_answer import compose_count, counts
from rag.answers.units.labelled import find_labelled
from rag.evidence.units.owners import unknown_owner
from rag.evidence.units.units_named import (
    Found,
    beside,
    find_asked_units,
    may_be_meant,
    with_children,
)
from rag.index.library import Library
from rag.questions.request import Request
from rag.telling.asking_back import which_owner, which_review
from rag.telling.composing import compose, whole, with_gap
from rag.telling.nouns import noun_of
from rag.telling.refusals import owner_missing, unit_missing


def answer_units(library: Library, request: Request) -> Answer | None:
    """By a label said whole, or by kind, number and owner."""
    if labelled := find_labelled(library, request):
        return compose(library, request, whole(with_children(library, labelled)))
    return _answer_asked(library, request) if request.asked.units else None


def _answer_asked(library: Library, request: Request) -> Answer:
    found = find_asked_units(library, request)
    if not found.units and _are_coded(request):
        found = find_asked_units(library, replace(request, documents=None))
    if not found.units:
        return unit_missing(library, request, request.asked.units[0])
    if asked_back := _ask_which(library, request, found):
        return asked_back
    shown = _show_units(library, request, found)
    if not found.missing:
        return shown
    gap = unit_missing(library, request, found.missing[0])
    return with_gap(shown, "no_such_unit", gap)


def _ask_which(library: Library, request: Request, found: Found) -> Answer | None:
    """Where one unit is asked for, and several reviews or owners have it."""
    if len(request.asked.units) != 1:
        return None
    documents = may_be_meant(library, request, found)
    if len(documents) > 1:
        return which_review(library, request, documents)
    owners = {f.unit.agency for f in found.units if f.unit.agency}
    if len(owners) < 2:
        return None
    named = owner_missing if unknown_owner(library, request) else which_owner
    return named(library, request)


def _are_coded(request: Request) -> bool:
    """ "Lesson BF4.2", where the turn names no review: only one that prints such a code has it."""
    numbers = [unit.number or "" for unit in request.asked.units]
    coded = all(any(map(str.isalpha, n)) and any(map(str.isdigit, n)) for n in numbers)
    return coded and request.reviews.documents is None and not request.reviews.missing


def _show_units(library: Library, request: Request, found: Found) -> Answer:
    if request.asked.kinds:
        inside = [f for focus in found.units for f in beside(library, focus, request.asked.kinds)]
        if inside:
            if counts(request):
                return compose_count(library, request, inside, inside[0].unit.kind)
            return compose(library, request, whole(inside))
    remarks: tuple[str, ...] = ()
    if found.by_order:
        nouns = noun_of(found.units[0].unit.kind, 2)
        remarks = (f"The {nouns} of this review have no printed numbers; this one is counted.",)
    units = [f for focus in found.units for f in with_children(library, focus)]
    return compose(library, request, whole(units), remarks=remarks)
