"""A question in, the subjects of its topic out."""

from rag.language.topic_words import TopicWord
from rag.language.word_forms import is_light
from rag.questions.query import Query

Topic = tuple[tuple[TopicWord, ...], ...]
"""Subjects, any of which will do; of each all the words are wanted."""


def topic_of(query: Query) -> Topic:
    """ "Fathers and supervision" is two subjects; "drug and alcohol misuse", which the vocabulary
    knows, is one."""
    terms = [t for t in query.terms if not is_light(t)] or [*query.terms]
    subjects: dict[int, list[TopicWord]] = {}
    for term in terms:
        at = query.said.parts.part_of(term)
        if at is None:
            return (tuple(terms),)
        subjects.setdefault(at, []).append(term)
    return tuple(tuple(subject) for subject in subjects.values())


def absent_subjects(query: Query) -> Topic:
    """Of several subjects those that the library has no word of; empty where it has of none."""
    topic = topic_of(query)
    absent = tuple(s for s in topic if all(t.of_vocabulary and not t.known for t in s))
    return absent if len(absent) < len(topic) else ()
