"""What the recognisers found in a question in, the signs of its form and scope out."""

from collections.abc import Collection, Iterator, Mapping

from rag.questions.forms.answer_form import forms_said
from rag.questions.names.reviews_named import ReviewsNamed
from rag.questions.units.units_asked import Asked

LONG = 14
"""Words."""


def form_signs(
    question: str,
    asked: Asked,
    reviews: ReviewsNamed,
    *,
    words: Collection[str],
    found: Mapping[str, bool],
) -> frozenset[str]:
    """`words` are those by which it asks; `found` is what else was found in it, or not."""
    named = len(reviews.documents or ())
    told = {
        **found, "kinds": asked.kinds, "units": asked.units, "missing name": reviews.missing,
        "numbered unit": any(unit.number for unit in asked.units),
        "long": question.count(" ") >= LONG,
        "no name": not named, "one document": named == 1, "documents": named > 1,
        "named twice": len(reviews.spans) > 1,
    }  # fmt: skip
    return frozenset((*words, *_signs(question, asked, told)))


def _signs(question: str, asked: Asked, told: Mapping[str, object]) -> Iterator[str]:
    yield from (f"has:{name}" for name, there in told.items() if there)
    yield from (f"says:{form}" for form in forms_said(question))
    yield from (f"kind:{kind}" for kind in asked.kinds)
