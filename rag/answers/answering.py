"""What a question asks for in, an answer of checked quotations out: no language model."""

from collections.abc import Callable, Collection
from dataclasses import replace

from rag.answer import Answer
from rag.answers.across.common_themes import answer_common_themes
from rag.answers.across.summary import summarise_each
from rag.answers.across.timeline import answer_timeline
from rag.answers.claims.claims_answer import answer_claims
from rag.answers.counts.count_answer import compose_count, counts
from rag.answers.counts.counting_reviews import answer_count_of_reviews, answer_silent_reviews
from rag.answers.counts.lacking import answer_lacking
from rag.answers.facts.announced import find_announced
from rag.answers.facts.front_matter import answer_front_matter
from rag.answers.facts.grades import answer_grade
from rag.answers.facts.mentioning import answer_mention
from rag.answers.facts.spelling_out import find_spelt_out
from rag.answers.facts.unfounded import answer_unfounded
from rag.answers.lists.audiences import find_addressed_section, is_for_somebody
from rag.answers.lists.done_since import answer_done_since
from rag.answers.lists.list_answer import answer_listed
from rag.answers.lists.nearest_units import answer_instead
from rag.answers.lists.unlisted import answer_good_practice_of_all, answer_unlisted
from rag.answers.lists.whose_task import answer_whose_task
from rag.answers.search.also_found import with_also_found
from rag.answers.search.elsewhere import answer_elsewhere
from rag.answers.units.headed import answer_headings, answer_sections, find_named_sections
from rag.answers.units.labelled import find_labelled
from rag.answers.units.nth_item import answer_item
from rag.answers.units.shown_units import answer_pointing
from rag.answers.units.signed import find_signed
from rag.evidence.units.owners import unknown_owner
from rag.evidence.units.units_named import (
    Found,
    beside,
    find_asked_units,
    may_be_meant,
    with_children,
)
from rag.index.library import Library
from rag.questions.facts.answer_types import carries_all
from rag.questions.request import Focus, Request
from rag.reading.heading_topics import topic_of
from rag.telling.asking_back import which_named, which_owner, which_review
from rag.telling.composing import compose, whole, with_gap
from rag.telling.refusals import not_held, not_stated, owner_missing, unit_missing

EACH_BY_ITSELF = "The reviews do not compare themselves with each other. What each says:"
MOST_SUMMARISED = 6


def answer(library: Library, request: Request) -> Answer:
    if request.reviews.missing:
        asks = request.terms or request.asked.kinds or request.asked.units
        if request.reviews.documents is None or not asks:
            return not_held(library, request)
        return with_gap(
            _answer_held(library, request), "not_in_library", not_held(library, request)
        )
    return _answer_held(library, request)


def _answer_held(library: Library, request: Request) -> Answer:
    found = answer_without_search(library, request)
    if found:
        return found
    return replace(
        with_also_found(library, request, answer_instead(library, request)), way="search"
    )


def answer_without_search(library: Library, request: Request) -> Answer | None:
    """From the names, labels, lists and headings of the outlines; None where they do not answer."""
    if request.reviews.unsettled:
        return which_named(library, request)
    for way in _WAYS:
        if given := way(library, request):
            return replace(given, way=_name(way))
    return None


def _answer_pointing(library: Library, request: Request) -> Answer | None:
    return answer_pointing(library, request) if request.points else None


def _answer_summary(library: Library, request: Request) -> Answer | None:
    """Of a review, where nothing else is asked of it; or of each of several, which a question names
    or compares by nothing at all."""
    compared = request.wants == "compare"
    if request.asked.kinds or not (compared or _asks_what_it_is(library, request)):
        return None
    named = request.documents or (library.reviews if request.across else frozenset())
    if not named or len(named) > MOST_SUMMARISED:
        return None
    if not all(_is_year(library, request, named, term.words) for term in request.terms):
        return None
    remarks = (EACH_BY_ITSELF,) if compared and len(named) > 1 else ()
    return compose(library, request, summarise_each(library, named), remarks=remarks)


def _is_year(library: Library, request: Request, documents: Collection[str], words: str) -> bool:
    """Of the review, as people remember it; where no summary is asked for, as one of them says."""
    read = library.catalogue.reading_text
    borne = request.wants != "plain" or any(words in read(document) for document in documents)
    return words.isdigit() and borne


def _asks_what_it_is(library: Library, request: Request) -> bool:
    """ "Tell me about Child Q" asks for a summary; "what did Ofsted say of it" does not."""
    alone = request.wants == "plain" and not (request.said.facts or request.focus or request.picked)
    documents = request.documents or frozenset()
    of_one = len(documents) == 1 and bool(request.reviews.spans)
    by_others = request.of_inspections and not documents <= library.inspections
    return request.wants == "summary" or (alone and of_one and not by_others)


def _answer_section(library: Library, request: Request) -> Answer | None:
    if request.across:
        return None
    named = (
        []
        if is_for_somebody(library, request)
        else find_named_sections(library, request, request.said.headings)
    )
    addressed = None if named else find_addressed_section(library, request)
    sections = [addressed] if addressed else named
    if not sections or not carries_all(request.said.facts, sections[0].unit.text):
        return None
    if named and not _is_of_kind_asked(request, sections[0]):
        return None
    given = answer_sections(library, request, sections)
    # A heading with nothing under it says nothing: a search may find what does.
    return given if given.citations else None


def _is_of_kind_asked(request: Request, section: Focus) -> bool:
    """A heading has a question's words, and what stands under it need not be of the kind."""
    kinds = request.asked.kinds
    return not kinds or "section" in kinds or topic_of(section.unit.text) in kinds


def _answer_short(library: Library, request: Request) -> Answer | None:
    spelt_out = find_spelt_out(library, request)
    return compose(library, request, [spelt_out]) if spelt_out else None


def _answer_signed(library: Library, request: Request) -> Answer | None:
    if request.documents is None or not request.said.front.signatures:
        return None
    signed = find_signed(library, request)
    return compose(library, request, whole(signed)) if signed else not_stated(library, request)


def _answer_announced(library: Library, request: Request) -> Answer | None:
    announced = find_announced(library, request)
    return compose(library, request, whole(announced)) if announced else None


def _answer_labelled(library: Library, request: Request) -> Answer | None:
    unit = find_labelled(library, request)
    return compose(library, request, whole(with_children(library, unit))) if unit else None


def _answer_units(library: Library, request: Request) -> Answer | None:
    if not request.asked.units:
        return None
    found = find_asked_units(library, request)
    if not found.units and _are_coded(request):
        found = find_asked_units(library, replace(request, documents=None))
    if not found.units:
        return unit_missing(library, request, request.asked.units[0])
    documents = may_be_meant(library, request, found)
    if len(documents) > 1 and len(request.asked.units) == 1:
        return which_review(library, request, documents)
    owners = {f.unit.agency for f in found.units if f.unit.agency}
    if len(owners) > 1 and len(request.asked.units) == 1:
        named = owner_missing if unknown_owner(library, request) else which_owner
        return named(library, request)
    shown = _show_units(library, request, found)
    if not found.missing:
        return shown
    gap = unit_missing(library, request, found.missing[0])
    return with_gap(shown, "no_such_unit", gap)


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
        label = found.units[0].unit.kind.replace("_", " ")
        remarks = (f"The {label}s of this review have no printed numbers; this one is counted.",)
    units = [f for focus in found.units for f in with_children(library, focus)]
    return compose(library, request, whole(units), remarks=remarks)


_WAYS = (
    _answer_pointing, answer_claims, answer_elsewhere, answer_mention, answer_front_matter,
    answer_grade, answer_unfounded, _answer_short, _answer_labelled, answer_item, _answer_units,
    answer_whose_task, answer_common_themes, answer_count_of_reviews, answer_lacking,
    answer_silent_reviews, answer_timeline, answer_good_practice_of_all, answer_done_since,
    answer_headings, answer_listed, answer_unlisted,
    _answer_summary, _answer_section, _answer_signed, _answer_announced,
)  # fmt: skip
"""Before a search, in this order; each gives None where the question asks for nothing of it."""


def _name(way: Callable[[Library, Request], Answer | None]) -> str:
    return way.__name__.removeprefix("_").removeprefix("answer_")


WAYS = tuple(map(_name, _WAYS))
"""Their names, as `Answer.way` has them."""
