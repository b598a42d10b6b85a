"""A search in, a system out that answers with the best passages and never refuses; and of such
systems the ablations: ours with parts taken away, which tell what each part is worth.

The confidence of an ablation is the score of its best passage, brought between 0 and 1 without a
change of order: it tells how well such a score tells when to refuse, and is no chance of anything.
"""

from collections.abc import Callable, Mapping, Sequence

from eval.asking.quoting import cut_to_words, quote
from eval.asking.systems import DEPTH, Kind, Ranked, System
from rag.index.library import Library
from rag.index.retrieval import search
from rag.types import Answer, Passage

LEXICAL = "lexical alone"
DENSE = "dense alone"
BOTH = "lexical and dense"
ABLATIONS = (LEXICAL, DENSE, BOTH)

Scored = Sequence[tuple[str, float]]
"""Passage id and score, best first."""
Search = Callable[[str], tuple[Ranked, ...]]
"""Words in, at most DEPTH passages out."""
Sureness = Callable[[str, Sequence[Ranked]], float]
"""A question and the passages shown for it in, how sure the search is out, by order only."""


def best_score(_: str, shown: Sequence[Ranked]) -> float:
    return shown[0].score if shown else 0.0


def plain_query(turns: Sequence[str]) -> str:
    """What is searched for where nothing is understood: all turns in a row, which brought more
    than the last one alone."""
    return " ".join(turns)


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


def ablations(library: Library) -> tuple[System, ...]:
    def placed(found: Scored) -> tuple[Ranked, ...]:
        return place(found, library.catalogue.passages([id_ for id_, _ in found]))

    def by_words(words: str) -> tuple[Ranked, ...]:
        return placed(library.terms(None).query(words, DEPTH))

    def by_meaning(words: str) -> tuple[Ranked, ...]:
        return placed(library.vectors.query(library.embedding.get_query_embedding(words), DEPTH))

    def by_both(words: str) -> tuple[Ranked, ...]:
        return tuple(ranked(hit.passage, hit.score) for hit in search(library, words, k=DEPTH))

    def bounded(question: str, shown: Sequence[Ranked]) -> float:
        score = best_score(question, shown)  # BM25 has no upper bound.
        return score / (1 + score)

    return (
        plain_system(library, LEXICAL, "ablation", by_words, sureness=bounded),
        plain_system(library, DENSE, "ablation", by_meaning),
        plain_system(library, BOTH, "ablation", by_both),
    )


def place(found: Scored, known: Mapping[str, Passage]) -> tuple[Ranked, ...]:
    """What is not known is left out."""
    return tuple(ranked(known[id_], score) for id_, score in found if id_ in known)


def ranked(passage: Passage, score: float) -> Ranked:
    return Ranked(passage.document, passage.unit, passage.start, passage.end, score)
