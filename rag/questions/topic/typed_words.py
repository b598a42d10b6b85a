"""Topic words and a stretch of the question in, those that stand in that stretch out."""

import re
from collections.abc import Sequence

from rag.backends.lexical import stem
from rag.language.topic_words import TopicWord

_OF_VERB = re.compile(r"(?:[^e]ed|ing)$")


def terms_between(terms: Sequence[TopicWord], stretch: str) -> tuple[TopicWord, ...]:
    """In their order."""
    stems, typed = set(stem(stretch)), stretch.casefold()
    return tuple(term for term in terms if _stands(term.words, typed) or _is_plain_in(term, stems))


def as_typed(term: TopicWord, question: str) -> str:
    """A topic word outside the vocabulary is known by its stem only."""
    typed = re.findall(r"\w+", question)
    return next((word for word in typed if tuple(stem(word)) == term.variants[0]), term.words)


def is_verb(typed: str) -> bool:
    """By its ending."""
    return _OF_VERB.search(typed) is not None


def _stands(words: str, typed: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", typed) is not None


def _is_plain_in(term: TopicWord, stems: set[str]) -> bool:
    return not term.of_vocabulary and stems.issuperset(term.variants[0])
