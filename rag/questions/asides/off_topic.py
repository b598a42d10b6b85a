"""A question read in, whether it is about something else than safeguarding reviews out."""

import re

from rag.backends.plain_words import plain_words
from rag.documents.places import AREAS
from rag.index.library import Library
from rag.language.nearness import nearness
from rag.language.phrases import load_phrases, plain
from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import has_word_of, words_of
from rag.questions.request import Request

UNKNOWN = 0.5
"""From this share of the rarity of its topic words on that the library lacks, a question without
any term of the field may be about something else."""
MARGIN = 0.08
"""By so much its cosine with another subject must exceed that with the subjects of reviews."""
_FIELD = re.compile(
    rf"\b(?:{words_of('review', 'document', 'case')}|inquiry|learning|learnt?"
    rf"|{words_of('finding', 'lesson', 'recommendation', 'theme')}|safeguard\w*|practice"
    r"|practitioners?|quot\w+|they|them|these|those|it|its|any(?:thing)?|agenc\w+|professionals?"
    r"|mention\w*)\b",
    re.IGNORECASE,
)
_PLACES = frozenset(place.casefold() for place in AREAS)
_SUM = re.compile(r"^\D{0,12}\d+\s*[+*/x×÷-]\s*\d+\s*\D{0,3}$", re.IGNORECASE)


def is_off_topic(request: Request, library: Library, *, follows: bool = False) -> bool:
    """`follows`: it is a turn of a conversation, and may leave unsaid what it is about."""
    if _names_a_review(request):
        return False
    phrases, text = load_phrases("asides"), plain(request.wording.text)
    if phrases.pattern("task").search(text) or _SUM.search(request.wording.text):
        return True
    if phrases.pattern("subject").search(text) and not _speaks_of_the_field(text):
        return _is_foreign(request) or _foreignness(request.wording.text, library) > 0
    return (
        not follows
        and _is_foreign(request)
        and _foreignness(request.wording.text, library) > MARGIN
    )


def _speaks_of_the_field(text: str) -> bool:
    return has_word_of(text, "review", "finding") or "safeguarding" in text.split()


def wants_writing(request: Request) -> bool:
    """A poem of a review is no question to it."""
    return load_phrases("asides").pattern("art").search(plain(request.wording.text)) is not None


def _names_a_review(request: Request) -> bool:
    """A place alone is no name of a review: "what is the weather in Leeds"."""
    said = [request.wording.text[a:b].casefold() for a, b in request.reviews.spans]
    named = request.reviews.documents and not all(map(_is_place, said))
    return bool(named or request.reviews.missing or request.reviews.people or request.asked.units)


def _is_place(words: str) -> bool:
    """ "Oxford" stands for Oxfordshire."""
    return len(words) > 3 and any(place.startswith(words) for place in _PLACES)


def _is_foreign(request: Request) -> bool:
    """By absence: a sentence of ordinary words without one of the field, and mostly unknown to
    the library. A word that is not ordinary may be a name, perhaps of a review."""
    if not request.terms or request.asked.kinds or _FIELD.search(request.wording.text):
        return False
    vocabulary = load_vocabulary()
    if request.wording.text.count(" ") < 2 or any(
        mention.certain and not vocabulary.terms[mention.term].everyday
        for mention in vocabulary.read(request.wording.text)
    ):
        return False
    known = plain_words()
    if any(
        word.isalpha() and word.lower() not in known for word in plain(request.wording.text).split()
    ):
        return False
    unknown = sum(term.weight for term in request.terms if not term.known)
    return unknown >= UNKNOWN * sum(term.weight for term in request.terms)


def _foreignness(question: str, library: Library) -> float:
    """Cosine with the nearest subject elsewhere, less that with the nearest of the field."""
    near = nearness(question, library, "asides")
    return near["elsewhere"] - near["field"]
