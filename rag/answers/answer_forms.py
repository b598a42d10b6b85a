"""A given answer in, what kind of answer it is out: a list, a count, a theme over several reviews.

One table for all ways. A search gives what the question wants, as far as a search can."""

from rag.answer import Answer
from rag.answers.counts.count_answer import counts
from rag.questions.request import Request

FORMS = {
    "pointing": "unit", "item": "unit", "units": "unit", "section": "unit",
    "headings": "list", "listed": "list", "good_practice_of_all": "list",
    "done_since": "list", "unlisted": "list", "lacking": "list",
    "whose_task": "fact", "front_matter": "fact",
    "grade": "fact", "short": "fact", "signed": "fact", "unfounded": "fact",
    "elsewhere": "fact", "mention": "yes_no", "common_themes": "theme", "silent_reviews": "theme",
    "count_of_reviews": "count", "summary": "summary", "timeline": "timeline",
    "claims": "check", "aside": "library",
}  # fmt: skip
"""By way, as `Answer.way` names it."""
COUNTED = frozenset({"pointing", "units", "listed", "unlisted", "lacking"})
"""Ways whose list is a count where one is wanted."""
SEARCH = "search"
OF_STRUCTURE = frozenset({"unit", "count", "library"})
"""Forms that no search gives, whatever is wanted."""


def form_of(answer: Answer, request: Request) -> str | None:
    """None for a refusal and for a question back."""
    if answer.status in ("refused", "clarify"):
        return None
    if answer.way == SEARCH:
        wanted = request.form.name
        return SEARCH if wanted is None or wanted in OF_STRUCTURE else wanted
    if answer.way in COUNTED and counts(request):
        return "count"
    if answer.way == "summary" and request.wants == "compare":
        return "compare"
    return FORMS.get(answer.way or "aside")
