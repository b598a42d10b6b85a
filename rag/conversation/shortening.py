"""Units that were shown in, the sentences that tell most of them out: "shorter please"."""

from collections.abc import Sequence

from rag.backends.lexical import stem
from rag.conversation.turns import heads
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus, Request
from rag.reading.sentences import sentence_spans
from rag.telling.composing import Piece
from rag.types import Span

MOST_KEPT = 2
_TELLING = ("finding", "lesson", "key_message", "learning_point", "recommendation")
"""What is kept of a summary."""


def shorten(library: Library, request: Request) -> list[Piece]:
    """A sentence of each: of a list, of every unit of it; of what was found, of the first; where
    several reviews have their say, of the first of each."""
    kept = _kept(request, heads(request.focus))
    return [Piece(f, (_telling_sentence(library, f, request.terms),)) for f in kept]


def _kept(request: Request, shown: Sequence[Focus]) -> Sequence[Focus]:
    if request.asked.kinds:
        return shown
    by_review = {f.document: f for f in reversed(shown)}
    if len(by_review) > 1:
        return [f for f in shown if by_review[f.document] is f]
    telling = [f for f in shown if f.unit.kind in _TELLING]
    return (telling if not request.terms and telling else shown[:MOST_KEPT]) or shown


def _telling_sentence(library: Library, focus: Focus, terms: Sequence[TopicWord]) -> Span:
    """The first of those that speak most of the topic."""
    text = library.catalogue.reading_text(focus.document)
    sentences = [
        (start + a, start + b)
        for start, end in focus.unit.spans
        for a, b in sentence_spans(text[start:end])
    ]

    def spoken(span: Span) -> float:
        said = frozenset(stem(text[slice(*span)]))
        return sum(t.weight for t in terms if t.stands_in(said))

    return max(sentences, key=spoken)
