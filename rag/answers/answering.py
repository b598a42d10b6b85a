"""What a question asks for in, an answer of checked quotations out: no language model."""

from collections.abc import Callable
from dataclasses import replace

from rag.answer import Answer
from rag.answers.across.common_themes import answer_common_themes
from rag.answers.across.summary import summarise_each
from rag.answers.across.timeline import answer_timeline
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
from rag.questions.request import Focus, Query
from rag.telling.asking_back import which_named, which_owner, which_review
from rag.telling.composing import compose, whole, with_gap
from rag.telling.refusals import not_held, not_stated, owner_missing, unit_missing

EACH_BY_ITSELF = "The reviews do not compare themselves with each other. What each says:"
MOST_SUMMARISED = 6


def answer(library: Library, query: Query) -> Answer:
    if query.reviews.missing:
        asks = query.terms or query.asked.kinds or query.asked.units
        if query.reviews.documents is None or not asks:
            return not_held(library, query)
        return with_gap(_answer_held(library, query), "not_in_library", not_held(library, query))
    return _answer_held(library, query)


def _answer_held(library: Library, query: Query) -> Answer:
    found = answer_without_search(library, query)
    if found:
        return found
    return replace(with_also_found(library, query, answer_instead(library, query)), way="search")


def answer_without_search(library: Library, query: Query) -> Answer | None:
    """From the names, labels, lists and headings of the outlines; None where they do not answer."""
    if query.reviews.unsettled:
        return which_named(library, query)
    for way in _WAYS:
        if given := way(library, query):
            return replace(given, way=_name(way))
    return None


def _answer_pointing(library: Library, query: Query) -> Answer | None:
    return answer_pointing(library, query) if query.points else None


def _answer_summary(library: Library, query: Query) -> Answer | None:
    """Of a review; or of each of several, which a question names or compares by nothing at all."""
    compared = query.wants == "compare"
    topic = [term for term in query.terms if not term.words.isdigit()]
    if not (compared or query.wants == "summary") or topic or query.asked.kinds:
        return None
    named = query.documents or (library.reviews if query.across else frozenset())
    if not named or len(named) > MOST_SUMMARISED:
        return None
    remarks = (EACH_BY_ITSELF,) if compared and len(named) > 1 else ()
    return compose(library, query, summarise_each(library, named), remarks=remarks)


def _answer_section(library: Library, query: Query) -> Answer | None:
    if query.across:
        return None
    named = (
        []
        if is_for_somebody(library, query)
        else find_named_sections(library, query, query.said.headings)
    )
    addressed = None if named else find_addressed_section(library, query)
    sections = [addressed] if addressed else named
    if not sections or not _gives_what_is_asked(query, sections[0]):
        return None
    given = answer_sections(library, query, sections)
    # A heading with nothing under it says nothing: a search may find what does.
    return given if given.citations else None


def _gives_what_is_asked(query: Query, section: Focus) -> bool:
    """A heading has a question's words, and its text need not have the number asked for."""
    return carries_all(query.said.facts, section.unit.text)


def _answer_short(library: Library, query: Query) -> Answer | None:
    spelt_out = find_spelt_out(library, query)
    return compose(library, query, [spelt_out]) if spelt_out else None


def _answer_signed(library: Library, query: Query) -> Answer | None:
    if query.documents is None or not query.said.front.signatures:
        return None
    signed = find_signed(library, query)
    return compose(library, query, whole(signed)) if signed else not_stated(library, query)


def _answer_announced(library: Library, query: Query) -> Answer | None:
    announced = find_announced(library, query)
    return compose(library, query, whole(announced)) if announced else None


def _answer_labelled(library: Library, query: Query) -> Answer | None:
    unit = find_labelled(library, query)
    return compose(library, query, whole(with_children(library, unit))) if unit else None


def _answer_units(library: Library, query: Query) -> Answer | None:
    if not query.asked.units:
        return None
    found = find_asked_units(library, query)
    if not found.units:
        return unit_missing(library, query, query.asked.units[0])
    documents = may_be_meant(library, query, found)
    if len(documents) > 1 and len(query.asked.units) == 1:
        return which_review(library, query, documents)
    owners = {f.unit.agency for f in found.units if f.unit.agency}
    if len(owners) > 1 and len(query.asked.units) == 1:
        named = owner_missing if unknown_owner(library, query) else which_owner
        return named(library, query)
    shown = _show_units(library, query, found)
    if not found.missing:
        return shown
    gap = unit_missing(library, query, found.missing[0])
    return with_gap(shown, "no_such_unit", gap)


def _show_units(library: Library, query: Query, found: Found) -> Answer:
    if query.asked.kinds:
        inside = [f for focus in found.units for f in beside(library, focus, query.asked.kinds)]
        if inside:
            if counts(query):
                return compose_count(library, query, inside, inside[0].unit.kind)
            return compose(library, query, whole(inside))
    remarks: tuple[str, ...] = ()
    if found.by_order:
        label = found.units[0].unit.kind.replace("_", " ")
        remarks = (f"The {label}s of this review have no printed numbers; this one is counted.",)
    units = [f for focus in found.units for f in with_children(library, focus)]
    return compose(library, query, whole(units), remarks=remarks)


_WAYS = (
    _answer_pointing, answer_elsewhere, answer_mention, answer_front_matter, answer_grade,
    answer_unfounded, _answer_short, _answer_labelled, answer_item, _answer_units,
    answer_whose_task, answer_common_themes, answer_count_of_reviews, answer_lacking,
    answer_silent_reviews, answer_timeline, answer_good_practice_of_all, answer_done_since,
    answer_headings, answer_listed, answer_unlisted,
    _answer_summary, _answer_section, _answer_signed, _answer_announced,
)  # fmt: skip
"""Before a search, in this order; each gives None where the question asks for nothing of it."""


def _name(way: Callable[[Library, Query], Answer | None]) -> str:
    return way.__name__.removeprefix("_").removeprefix("answer_")


WAYS = tuple(map(_name, _WAYS))
"""Their names, as `Answer.way` has them."""
