"""A question and the words of its topic in, what is searched for out."""

from collections.abc import Sequence

from rag.backends.lexical import stem
from rag.language.topic_words import TopicWord
from rag.language.vocabulary import load_vocabulary


def widen(question: str, terms: Sequence[TopicWord]) -> str:
    """The question with the field's own word behind each everyday one ("nan": grandmother), and
    behind a term that the library never says the words next to it."""
    said = set(stem(question))
    names = [" ".join(t.variants[1]) for t in terms if len(t.variants) > 1]
    unsaid = " ".join(t.words for t in terms if not t.known)
    vocabulary = load_vocabulary()
    near = [n for m in vocabulary.read(unsaid) if m.certain for n in vocabulary.related(m.term)]
    return " ".join([question, *(n for n in names if not said.issuperset(n.split())), *near])
