"""The turns of a conversation in, the answer to the last one out."""

import time
from collections.abc import Sequence
from dataclasses import replace

from rag.answering import answer
from rag.errors import EmptyQuestion, NothingIndexed
from rag.library import Library
from rag.query import Focus, Query, understand
from rag.structure import find_asked_units
from rag.types import Answer


def ask(library: Library, turns: Sequence[str]) -> Answer:
    """Raises EmptyQuestion, NothingIndexed."""
    began = time.perf_counter()
    asked = [" ".join(turn.split()) for turn in turns]
    if not asked or not asked[-1]:
        raise EmptyQuestion(
            "The question is empty: expected some words; type what you want to know."
        )
    if not library.catalogue.records():
        raise NothingIndexed(
            "The library is empty: expected at least one document; run `rag index` first."
        )
    query = _follow(library, asked)
    return replace(answer(library, query), seconds=time.perf_counter() - began)


def _follow(library: Library, turns: Sequence[str]) -> Query:
    """Read the turns in order, each in the light of those before it."""
    before: Query | None = None
    for turn in turns[:-1]:
        query = understand(turn, library, before)
        before = replace(query, focus=_focus(library, query) or query.focus)
    return understand(turns[-1], library, before)


def _focus(library: Library, query: Query) -> tuple[Focus, ...]:
    return find_asked_units(library, query).units if query.asked.units else ()
