"""A search in, a system out that answers with the best passages and never refuses."""

from collections.abc import Callable, Mapping, Sequence

from eval.asking.quoting import cut_to_words, quote
from eval.asking.systems import DEPTH, Kind, Ranked, System, plain_query
from rag.index.library import Library
from rag.types import Answer, Passage

Scored = Sequence[tuple[str, float]]
"""Passage id and score, best first."""
Search = Callable[[str], tuple[Ranked, ...]]
"""Words in, at most DEPTH passages out."""
Sureness = Callable[[str, Sequence[Ranked]], float]
"""A question, and the passages shown for it, in; how sure the search is out, in order of size
only."""


def best_score(_: str, shown: Sequence[Ranked]) -> float:
    return shown[0].score if shown else 0.0


def plain_system(  # noqa: PLR0913  # what tells one plain search from another
    library: Library,
    name: str,
    kind: Kind,
    find: Search,
    *,
    sureness: Sureness = best_score,
    most: int = DEPTH,
) -> System:
    """Its best `most` passages, up to 250 words, cited as ours are."""

    def rank(turns: Sequence[str]) -> tuple[Ranked, ...]:
        return find(plain_query(turns))

    def hand_on(turns: Sequence[str]) -> tuple[Ranked, ...]:
        return cut_to_words(library, rank(turns)[:most])

    def ask(turns: Sequence[str]) -> Answer:
        shown = hand_on(turns)
        sure = sureness(plain_query(turns), shown)
        return quote(library, turns[-1], shown, confidence=min(1.0, max(0.0, sure)))

    return System(name, kind, ask, rank, hand_on)


def place(found: Scored, known: Mapping[str, Passage]) -> tuple[Ranked, ...]:
    """What is not known is left out."""
    return tuple(ranked(known[id_], score) for id_, score in found if id_ in known)


def ranked(passage: Passage, score: float) -> Ranked:
    return Ranked(passage.document, passage.unit, passage.start, passage.end, score)
