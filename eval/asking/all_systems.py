"""Everybody who is asked a question set: ours first, then the baselines and controls."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from eval.asking.baselines import HYBRID, LLAMA_DEFAULTS, Cut, baselines
from eval.asking.controls import CONTROLS, controls
from eval.asking.systems import DEPTH, Kind, Ranked, System
from rag.answer import Answer
from rag.answers.search.trying import look_as_asked
from rag.assistant import ask
from rag.index.library import Library

NAME = "Finding Aid"

KINDS: dict[str, Kind] = {
    NAME: "system",
    HYBRID: "baseline",
    LLAMA_DEFAULTS: "baseline",
    **dict.fromkeys(CONTROLS, "control"),
}
"""By name, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Who is asked beside our own system."""

    baselines: tuple[str, ...] = (HYBRID, LLAMA_DEFAULTS)
    controls: bool = True


def all_systems(library: Library, beside: Beside, cut: Cut) -> tuple[System, ...]:
    """`cut`: for all baselines that are asked. Raises ModelUnavailable or StoreUnavailable."""
    our_own = ours(library)
    return (
        our_own,
        *baselines(library, cut),
        *(controls(library, our_own.again or our_own.ask) if beside.controls else ()),
    )


def ours(library: Library) -> System:
    """Its ranking is that of the sentences which its answers are chosen from, also where the
    question is answered by a list or a unit's label and nothing is searched; these units are
    among the evidence."""

    @lru_cache(maxsize=1)
    def last(turns: tuple[str, ...]) -> Answer:
        return ask(library, turns)

    def again(turns: Sequence[str]) -> Answer:
        return last(tuple(turns))

    def answer(turns: Sequence[str]) -> Answer:
        last.cache_clear()
        return again(turns)

    def rank(turns: Sequence[str]) -> tuple[Ranked, ...]:
        found = look_as_asked(library, turns).evidence[:DEPTH]
        return tuple(Ranked(e.focus.document, e.focus.unit.id, *e.spans[0], e.score) for e in found)

    def hand_on(turns: Sequence[str]) -> tuple[Ranked, ...]:
        cited = (
            Ranked(c.document, c.unit, *s, 0.0) for c in again(turns).citations for s in c.spans
        )
        return (*rank(turns), *cited)

    return System(NAME, "system", answer, rank, hand_on, again)
