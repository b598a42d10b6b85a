"""A question as typed in, its slips mended and the reviews that its names alone leave out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.index.library import Library
from rag.language.clipped_words import write_in_full
from rag.language.spoken_codes import write_codes
from rag.language.topic_words import mend_spelling
from rag.language.vocabulary import load_vocabulary
from rag.questions.documents.remembered import without_memory
from rag.questions.names.listed_named import name_listed
from rag.questions.names.pseudonyms import mend_pseudonyms
from rag.questions.names.reviews_named import ReviewsNamed, find_reviews

_OF_INSPECTIONS = re.compile(
    r"\b(?:ofsted|inspect\w*|cqc|hmic\w*|judge?ments?|grade[sd]?|rat(?:ed|ing)s?|local authorit\w+"
    r"|councils?|ilacs|inadequate|outstanding|requires? improvement|(?:good )?overall"
    r"|(?:needs?|has|have|had) to improve)\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"<(script|style)\b[^<>]{0,200}>[^<({;=]{0,200}[({;=][^<]{0,400}(?:</\1\s*>|$)"
    r"|</?[a-zA-Z][^<>]{0,200}>",
    re.IGNORECASE,
)
"""With the code between two of them, if it is any."""


def read_names(
    typed: str,
    library: Library,
    within: frozenset[str] | None = None,
    listed: Sequence[str] = (),
) -> tuple[str, ReviewsNamed]:
    """The question with its slips mended, and the reviews that its names alone leave; or the one of
    those `listed` by the answer before at whose place it points."""
    question = _mend(typed, library)
    return question, name_listed(question, _find_reviews(question, library, within), listed)


def speaks_of_inspections(question: str) -> bool:
    return _OF_INSPECTIONS.search(question) is not None


def _mend(typed: str, library: Library) -> str:
    """Without tags and slips of the pen."""
    plainly = mend_pseudonyms(
        write_codes(write_in_full(without_memory(_TAG.sub(" ", typed)))),
        library.whole.catalogue.records(),
    )
    return mend_spelling(plainly, load_vocabulary(), library.lexical)


def _find_reviews(question: str, library: Library, before: frozenset[str] | None) -> ReviewsNamed:
    """ "The Wiltshire one" is the review, where an inspection report of Wiltshire is held too."""
    named = find_reviews(
        question,
        library.whole.catalogue.records(),
        library.whole.catalogue.reading_text,
        holds=library.lexical.holds,
        before=before,
    )
    if named.documents is None or speaks_of_inspections(question):
        return named
    return replace(named, documents=named.documents - library.inspections or named.documents)
