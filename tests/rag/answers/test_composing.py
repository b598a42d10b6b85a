"""Pieces chosen -> the statements of an answer."""

from pathlib import Path

from made_libraries import NOTHING, open_faked, write

from rag.answers.composing import Piece, compose
from rag.index.indexing import sync
from rag.questions.query import Focus, understand

TEXT = """# Review: Child Z

## Findings

1. The nurse saw a mark on the arm. She wrote it down. Nobody at the school was told.
"""


def test_two_pieces_that_grow_to_one_thought_are_quoted_once(tmp_path: Path) -> None:
    library = open_faked(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", child_z=TEXT), register=NOTHING)
    ((document, unit),) = (
        (d, u) for d, u in library.catalogue.find_units() if "wrote it down" in u.text
    )
    at = unit.start + unit.text.index("She wrote")
    leaning, opening = (at, at + len("She wrote it down.")), (unit.start, at - 1)
    pieces = [Piece(Focus(document, unit), (span,)) for span in (leaning, opening)]
    answer = compose(library, understand("mark on the arm", library), pieces)
    (citation,) = answer.citations
    assert citation.quote.endswith("She wrote it down.")
    assert citation.start == unit.start
