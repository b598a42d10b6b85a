"""The weights by which a document is meant are found again on made-up questions."""

from dataclasses import astuple, fields, replace
from pathlib import Path

import numpy as np
import pytest

from eval.fit_documents import Example, fit, share_right
from rag.questions.documents.document_signs import DocumentSigns
from rag.questions.documents.documents_meant import load_weights

TELLING = DocumentSigns(
    title=9.0, said_here=0.0, said_only_here=0.0, nearest=-6.0, passages=0.0, among=0.0, others=0.0
)
"""The weights that the made-up documents are drawn by: the others say nothing."""


def make_examples(count: int, seed: int) -> list[Example]:
    """Of six documents each, which are right as often as TELLING says."""
    chance = np.random.default_rng(seed)
    signs = chance.random((count, 6, len(fields(DocumentSigns))))
    chances = 1 / (1 + np.exp(3 - signs @ astuple(TELLING)))
    right = chance.random(chances.shape) < chances
    return [Example(Path("made"), *each) for each in zip(signs, right, strict=True)]


def test_the_weights_that_examples_were_drawn_by_are_found() -> None:
    fitted = fit(make_examples(4000, seed=1))
    assert [*fitted.signs] == [field.name for field in fields(DocumentSigns)]
    assert [*fitted.signs.values()] == pytest.approx(astuple(TELLING), abs=0.5)
    assert fitted.constant == pytest.approx(-3, abs=0.5)
    assert (fitted.sure, fitted.sure_unnamed) == (load_weights().sure, load_weights().sure_unnamed)


def test_shares_are_of_all_questions_and_of_those_where_a_document_is_picked() -> None:
    weights = replace(load_weights(), constant=-5.0, sure=0.5)
    weights = replace(weights, signs=dict.fromkeys(weights.signs, 0.0) | {"title": 10.0})
    titles = {(0.9, 0.1): 0, (0.8, 0.7): 1, (0.1, 0.2): 1, (0.3, 0.4): 1}
    nothing = np.zeros((2, len(weights.signs) - 1))
    examples = [
        Example(Path("made"), np.column_stack([of, nothing]), np.arange(2) == place)
        for of, place in titles.items()
    ]
    # Sure of the first two, of which the second is wrong; the others are right, and not picked.
    assert share_right(weights, examples) == (3 / 4, 2 / 4, 1 / 2)
