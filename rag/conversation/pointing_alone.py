"""A question by itself in, whether it asks nothing without an answer before it out: "why", "more",
"that's wrong", a lone "baby", keys pressed at random."""

import re

from rag.backends.lexical import stem
from rag.backends.plain_words import plain_words
from rag.language.phrases import load_phrases, plain
from rag.language.vocabulary import load_vocabulary
from rag.questions.names.people_named import Holds
from rag.questions.request import Request


def points_at_nothing(request: Request, holds: Holds) -> bool:
    named = request.documents or request.reviews.missing or request.reviews.people
    if named or request.asked.kinds or request.asked.units:
        return False
    text = plain(request.wording.text).strip(" .")
    return bool(text) and (_only_points(text) or _is_of_no_words(request.wording.text, holds))


def _only_points(text: str) -> bool:
    phrases = load_phrases("asides")
    polite = phrases.compile("{polite}")
    said = " ".join(polite.sub(" ", f" {text.replace(' . ', ' ')} ").split())
    pointing = phrases.compile("(?:{pointing})(?= $)")
    return any(pointing.match(f" {words} ", 1) for words in (text, said))


def _is_of_no_words(question: str, holds: Holds) -> bool:
    """In small letters: a name may be no word."""
    words = re.findall(r"\w+", question)
    return len(words) > 0 and all(
        word.isalpha()
        and word.islower()
        and word.isascii()
        and word not in plain_words()
        and not any(map(holds, stem(word)))
        and not load_vocabulary().read(word)
        for word in words
    )
