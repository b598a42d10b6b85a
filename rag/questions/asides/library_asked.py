"""A question in, what it asks about the library or the tool out."""

import re
from collections.abc import Iterable

from rag.language.phrases import Phrases, load_phrases, plain
from rag.language.spans import blank
from rag.questions.request import Request

HOLDINGS, THANKS, HELP = "holdings", "thanks", "help"


def read_library_question(request: Request, topics: Iterable[str]) -> str | None:
    """The first of the topics that it asks about; None where it asks about anything besides."""
    if request.reviews.missing:
        return None
    phrases = load_phrases("asides")
    text = plain(blank(request.wording.text, request.reviews.spans))
    for topic in topics:
        fits = topic == HOLDINGS or not request.reviews.documents
        found = phrases.pattern(topic).search(text)
        if fits and found and _says_nothing_else(text, phrases, topic):
            return topic
    # A name alone goes on from an earlier question: "Baby O", "and Child Q?".
    named = request.reviews.documents or request.reviews.people
    if named or _says_anything(text, phrases):
        return None
    return THANKS if text.strip(" .") else HELP


def _says_nothing_else(text: str, phrases: Phrases, topic: str) -> bool:
    return not _says_anything(phrases.pattern(topic).sub(" ", text), phrases)


def _says_anything(text: str, phrases: Phrases) -> bool:
    rest = phrases.compile("{polite}").sub(" ", re.sub(r"\s+", " ", text))
    return re.search(r"\w", rest) is not None
