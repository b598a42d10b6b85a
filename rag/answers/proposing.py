"""A request in, what each answerer would show, side by side, out: none of them decides."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from rag.answer import Answer
from rag.answers.across.common_themes import answer_common_themes
from rag.answers.across.summary import answer_summary
from rag.answers.across.timeline import answer_timeline
from rag.answers.answer_forms import SEARCH
from rag.answers.counts.counting_reviews import answer_count_of_reviews, answer_silent_reviews
from rag.answers.counts.lacking import answer_lacking
from rag.answers.facts.front_matter import answer_front_matter
from rag.answers.facts.grades import answer_grade
from rag.answers.facts.mentioning import answer_mention
from rag.answers.facts.spelling_out import answer_short
from rag.answers.facts.unfounded import answer_unfounded
from rag.answers.lists.done_since import answer_done_since
from rag.answers.lists.good_practice import answer_good_practice_of_all, answer_unlisted
from rag.answers.lists.list_answer import answer_listed
from rag.answers.lists.nearest_units import answer_instead
from rag.answers.lists.whose_task import answer_whose_task
from rag.answers.search.also_found import with_also_found
from rag.answers.search.elsewhere import answer_elsewhere
from rag.answers.units.asked_units import answer_units
from rag.answers.units.headed import answer_headings
from rag.answers.units.nth_item import answer_item
from rag.answers.units.sections import answer_section
from rag.answers.units.shown_units import answer_pointing
from rag.answers.units.signed import answer_signed
from rag.index.library import Library
from rag.questions.request import Request

ANSWERERS: Mapping[str, Callable[[Library, Request], Answer | None]] = {
    "pointing": answer_pointing, "elsewhere": answer_elsewhere, "mention": answer_mention,
    "front_matter": answer_front_matter, "grade": answer_grade, "unfounded": answer_unfounded,
    "short": answer_short, "item": answer_item,
    "units": answer_units, "whose_task": answer_whose_task,
    "common_themes": answer_common_themes, "count_of_reviews": answer_count_of_reviews,
    "lacking": answer_lacking, "silent_reviews": answer_silent_reviews,
    "timeline": answer_timeline, "good_practice_of_all": answer_good_practice_of_all,
    "done_since": answer_done_since, "headings": answer_headings, "listed": answer_listed,
    "unlisted": answer_unlisted,
    "summary": answer_summary, "section": answer_section,
    "signed": answer_signed,
}  # fmt: skip
"""By the name that `Answer.way` has; each gives None where the request asks for nothing of it."""


def propose(library: Library, request: Request) -> tuple[Answer, ...]:
    """In no order, each with its `way`; a search is always among them, and last. Raises as
    `search`."""
    given = ((way, answerer(library, request)) for way, answerer in ANSWERERS.items())
    structural = (replace(answer, way=way) for way, answer in given if answer is not None)
    found = with_also_found(library, request, answer_instead(library, request))
    return (*structural, replace(found, way=SEARCH))
