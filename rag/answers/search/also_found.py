"""An answer of a search in, the same with what else was found, up to what a person reads, out.

What is sure stays short. In doubt what else was found follows, in the order of the search itself,
words before meaning. What it is worth, and on what its figures were set by hand, stands in
eval/README.md.
"""

from collections.abc import Sequence

from rag.answer import Answer
from rag.evidence.choosing import LEAST_WORDS
from rag.evidence.evidence import SAME_WORDS, Evidence, is_title, stems
from rag.evidence.looking import look
from rag.index.library import Library
from rag.index.retrieval import scale
from rag.questions.request import Request
from rag.telling.composing import Piece, add_pieces

SURE = 0.95
"""Chance that the library answers the question from which the best pieces are enough."""
LEAST_ROOM = 15
"""Words below which no further piece is begun."""
OF_MEANING, OF_WORDS, OF_COVERAGE = 0.35, 0.65, 0.3
"""Weights of the cosine and of BM25, each scaled to 0 to 1 over what was found, and of the share of
the topic that the sentences carry."""
ALSO_FOUND = "Also found:"
_ONE_PLACE = frozenset({"quote", "locate"})
"""Where words or a place are asked for, what else was found is none of it."""


def with_also_found(library: Library, request: Request, answer: Answer) -> Answer:
    """As it is where it is sure, where several reviews have their say, each in its place, and where
    it answers in part only. Raises ModelUnavailable or StoreUnavailable."""
    sure = answer.confidence is None or answer.confidence >= SURE
    if sure or answer.status != "answered" or request.across or request.wants in _ONE_PLACE:
        return answer
    looked = look(library, request)
    originals = {record.id for record in looked.records if record.provenance == "original"}
    # A digest is short by itself, and its words are not the review's.
    evidence = [e for e in looked.evidence if e.focus.document in originals]
    further = _choose(evidence, [citation.quote for citation in answer.citations], request.room)
    return add_pieces(library, answer, [Piece(e.focus, e.spans) for e in further], ALSO_FOUND)


def _choose(evidence: Sequence[Evidence], texts: Sequence[str], room: int) -> list[Evidence]:
    """None that says what the texts or one before it say."""
    said = [*texts]
    room -= sum(len(text.split()) for text in said)
    further = list[Evidence]()
    for e in _as_found(evidence):
        if room < LEAST_ROOM:
            break
        if e.words < LEAST_WORDS or is_title(e) or _is_said(e.text, said):
            continue
        further.append(e)
        said.append(e.text)
        room -= e.words
    return further


def _as_found(evidence: Sequence[Evidence]) -> list[Evidence]:
    places = range(len(evidence))
    near = scale({i: evidence[i].dense for i in places}, places)
    like = scale({i: evidence[i].lexical for i in places}, places)

    def value(i: int) -> float:
        return OF_MEANING * near[i] + OF_WORDS * like[i] + OF_COVERAGE * evidence[i].coverage

    return [evidence[i] for i in sorted(places, key=lambda i: -value(i))]


def _is_said(text: str, texts: Sequence[str]) -> bool:
    said = stems(text)
    return any(len(said & stems(other)) >= SAME_WORDS * len(said) for other in texts)
