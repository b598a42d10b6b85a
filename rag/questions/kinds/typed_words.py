"""A question read and a stretch of it in, the topic words that stand in that stretch out."""

import re

from rag.backends.lexical import stem
from rag.language.topic_words import TopicWord
from rag.questions.query import Query


def terms_between(query: Query, stretch: str) -> tuple[TopicWord, ...]:
    """In the order of the question; those that only earlier turns have are left out."""
    stems, typed = set(stem(stretch)), stretch.casefold()
    return tuple(
        term for term in query.terms
        if _stands(term.words, typed) or _is_plain_in(term, stems)
    )  # fmt: skip


def typed_terms(query: Query) -> tuple[TopicWord, ...]:
    """Those of its topic that the question itself says."""
    return terms_between(query, query.question)


def as_typed(query: Query, term: TopicWord) -> str:
    """A topic word outside the vocabulary is known by its stem only."""
    typed = re.findall(r"\w+", query.question)
    return next((word for word in typed if tuple(stem(word)) == term.variants[0]), term.words)


def _stands(words: str, typed: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", typed) is not None


def _is_plain_in(term: TopicWord, stems: set[str]) -> bool:
    return not term.of_vocabulary and stems.issuperset(term.variants[0])
