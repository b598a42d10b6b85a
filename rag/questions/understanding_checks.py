"""A text to be checked in, the request to check it out: against the documents that the words which
ask for it name, else those that the text itself names."""

from dataclasses import replace

from rag.index.library import Library
from rag.questions.asked_of import NO_REVIEWS, ask_of, of_documents
from rag.questions.documents.names_typed import read_names
from rag.questions.kinds.checked_text import CheckedText
from rag.questions.names.reviews_named import ReviewsNamed
from rag.questions.request import Request
from rag.questions.understanding import understand


def understand_check(
    checked: CheckedText, library: Library, within: frozenset[str] | None
) -> Request:
    """`within` are the documents that the conversation is about."""
    request = understand(checked.asking, library, within)
    named = request.reviews
    if named.documents is None and not named.missing:
        named = _named_by_text(checked, library, within)
    return replace(ask_of(request, named), claims=checked.claims)


def _named_by_text(
    checked: CheckedText, library: Library, within: frozenset[str] | None
) -> ReviewsNamed:
    """A claim may be wrong about the place or the year of a review that goes by its name."""
    read = [read_names(claim, library, within)[1] for claim in checked.claims]
    held = [found for each in read if (found := each.documents or each.instead)]
    if held or within:
        return next(
            (each for each in read if each.unsettled),
            of_documents(held[0] if held else within or ()),
        )
    return next((each for each in read if each.missing), NO_REVIEWS)
