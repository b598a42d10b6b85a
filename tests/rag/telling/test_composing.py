"""Pieces chosen -> the statements of an answer."""

from pathlib import Path

from made_libraries import NOTHING, open_faked, write

from rag.index.indexing import sync
from rag.questions.request import Focus
from rag.questions.understanding import understand
from rag.telling.composing import Piece, compose

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


def test_the_heading_of_what_is_not_shown_goes_to_the_next(tmp_path: Path) -> None:
    library = open_faked(tmp_path / "data")
    other = TEXT.replace("Child Z", "Child Y").replace("arm", "leg")
    sync(library, write(tmp_path / "corpus", child_z=TEXT, child_y=other), register=NOTHING)
    of_y, of_z = (
        Focus(d, u) for d, u in library.catalogue.find_units() if "wrote it down" in u.text
    )
    withdrawn = Focus("child-x", of_y.unit)
    named = [(of_z, "Child Z"), (withdrawn, "Child Y"), (of_y, None)]
    pieces = [Piece(focus, focus.unit.spans, heading) for focus, heading in named]
    shown = compose(library, understand("mark on the leg", library), pieces).statements
    assert [s.heading for s in shown] == [True, False, True, False]
    assert [s.text for s in shown if s.heading] == ["Child Z", "Child Y"]
