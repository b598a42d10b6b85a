"""Evidence in, with what a reader needs beside it, out."""

from collections.abc import Sequence

from rag.evidence.evidence import Evidence
from rag.evidence.units.units_named import opens_list, with_children
from rag.index.library import Library
from rag.questions.request import Focus
from rag.telling.composing import Piece, whole

BARE_WORDS = 30
"""A finding this short is a title; what was found stands in its points."""


def in_context(library: Library, chosen: Sequence[Evidence]) -> list[Piece]:
    """What answers first; behind the first, where it is a point, its finding, and behind a sentence
    that opens a list the list."""
    pieces: dict[tuple[str, str, int], Piece] = {}
    for evidence in chosen:
        focus = evidence.focus
        shown = [Piece(focus, evidence.spans)]
        first = evidence is chosen[0]
        if focus.unit.kind == "point" and focus.unit.parent and first:
            above = library.catalogue.unit(focus.document, focus.unit.parent)
            shown.append(Piece(Focus(focus.document, above), above.spans))
        bare = focus.unit.kind == "finding" and len(focus.unit.text.split()) < BARE_WORDS
        if opens_list(focus.unit) or (bare and first):
            shown += whole(with_children(library, focus)[1:])
        for piece in shown:
            key = (piece.focus.document, piece.focus.unit.id, piece.spans[0][0])
            pieces.setdefault(key, piece)
    return list(pieces.values())
