"""The system itself, as one of those that are asked: its answer, its search, and what its search
hands on."""

from collections.abc import Sequence

from eval.asking.systems import DEPTH, Ranked, System
from rag.answers.trying import look_as_asked
from rag.assistant import ask
from rag.index.library import Library
from rag.types import Answer

NAME = "Finding Aid"


def ours(library: Library) -> System:
    """Its ranking is that of the sentences which its answers are chosen from, also where the
    question is answered by a list or a unit's label and nothing is searched; these units are
    among the evidence."""

    # The last answer, which the evidence and the controls need again.
    said: dict[tuple[str, ...], Answer] = {}

    def answer(turns: Sequence[str]) -> Answer:
        said.clear()
        return said.setdefault(tuple(turns), ask(library, turns))

    def again(turns: Sequence[str]) -> Answer:
        return said.get(tuple(turns)) or answer(turns)

    def rank(turns: Sequence[str]) -> tuple[Ranked, ...]:
        found = look_as_asked(library, turns).evidence
        pieces = [Ranked(e.focus.document, e.focus.unit.id, *e.spans[0], e.score) for e in found]
        return tuple(pieces[:DEPTH])

    def hand_on(turns: Sequence[str]) -> tuple[Ranked, ...]:
        cited = [
            Ranked(citation.document, citation.unit, *span, 0.0)
            for citation in again(turns).citations
            for span in citation.spans
        ]
        return (*rank(turns), *cited)

    return System(NAME, "system", answer, rank, hand_on, again)
