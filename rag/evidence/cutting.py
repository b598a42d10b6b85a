"""A passage too long to be shown in, the run of its sentences that is shown out.

Which sentence of the right paragraph answers is told best by its own nearness in meaning together
with the question's words in it."""

from collections.abc import Sequence

import numpy as np

from rag.backends.embeddings import embed_sentences
from rag.evidence.thoughts import leans_back
from rag.index.library import Library
from rag.reading.sentences import sentence_spans
from rag.types import Span


def nearness(library: Library, question: str, sentences: Sequence[str]) -> list[float]:
    """Cosine of the question and each sentence, -1 to 1. Raises ModelUnavailable."""
    vectors = np.asarray(embed_sentences(library.embedding, [question, *sentences]))
    return [float(each) for each in vectors[1:] @ vectors[0]]


def best_run(text: str, values: Sequence[float], most: int) -> Span:
    """All of a text that has less than `most` words; of another the sentence of the highest value,
    the one before where it leans on that, and its neighbours as far as they fit: the answer to
    "why" often stands in the next. `values` are in the order of the sentences."""
    spans = sentence_spans(text)
    if text.count(" ") < most or len(spans) == 1:
        return 0, len(text)
    best = max(range(len(spans)), key=lambda i: (values[i], -i))
    first = last = best
    while first > 0 and leans_back(text[slice(*spans[first])]):
        first -= 1
    while last + 1 < len(spans):
        leans = leans_back(text[slice(*spans[last + 1])])
        words = text[spans[first][0] : spans[last + 1][1]].count(" ")
        if words > (most if leans else most * 0.8):
            break
        last += 1
    return spans[first][0], spans[last][1]
