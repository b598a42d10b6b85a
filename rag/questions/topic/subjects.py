"""Topic words in, the subjects that they make out."""

from collections.abc import Sequence

from rag.language.topic_words import TopicWord
from rag.language.word_forms import is_light
from rag.questions.topic.parts_of_topic import PartsOfTopic

Subjects = tuple[tuple[TopicWord, ...], ...]
"""Any of them will do; of each all the words are wanted."""


def part_subjects(terms: Sequence[TopicWord], parts: PartsOfTopic) -> Subjects:
    """ "Fathers and supervision" is two subjects; "drug and alcohol misuse", which the vocabulary
    knows, is one."""
    telling = [t for t in terms if not is_light(t)] or [*terms]
    subjects: dict[int, list[TopicWord]] = {}
    for term in telling:
        at = parts.part_of(term)
        if at is None:
            return (tuple(telling),)
        subjects.setdefault(at, []).append(term)
    return tuple(tuple(subject) for subject in subjects.values())


def absent(subjects: Subjects) -> Subjects:
    """Of several those that the library has no word of; empty where it has of none."""
    unknown = tuple(s for s in subjects if all(t.of_vocabulary and not t.known for t in s))
    return unknown if len(unknown) < len(subjects) else ()
