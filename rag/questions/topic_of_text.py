"""Words of a document in, what they speak of out: as a question about them would name it."""

from dataclasses import replace

from rag.index.library import Library
from rag.language.topic_words import TopicWord, read_topic
from rag.language.vocabulary import load_vocabulary
from rag.questions.topic.empty_words import empty_words
from rag.questions.topic.topic_terms import LEAST_WEIGHT


def topic_of_text(
    library: Library, words: str, documents: frozenset[str] | None
) -> tuple[TopicWord, ...]:
    """In order, each once; rarity is counted as for a question to these documents."""
    empty = empty_words(words, "plain", (), (), across=False)
    topic = read_topic(words, load_vocabulary(), library.terms(documents), empty)
    return tuple(replace(term, weight=max(LEAST_WEIGHT, term.weight)) for term in topic)
