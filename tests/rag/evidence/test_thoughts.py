"""Quotations are whole thoughts."""

from pathlib import Path

import pytest

from rag.documents.document import read_document
from rag.evidence.thoughts import complete
from rag.types import Document, Unit

TEXT = """# Review: Child Z

## Findings

1. The nurse saw a mark on the arm. She wrote it down. It was not passed on. However, the school \
rang the duty desk. Nobody called back.

2. The plan was late. The meeting was held without the father, until the last month of the work. \
But he was never told.

3. The log was not read. Nor was the form signed.
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    path: Path = tmp_path_factory.mktemp("thought") / "z.md"
    path.write_text(TEXT, encoding="utf-8")
    return read_document(path)


def unit_with(document: Document, words: str) -> Unit:
    return next(unit for unit in document.units if words in unit.text)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        # Opens with a word that another sentence explains; the one after takes it back.
        ("She wrote it down.", "The nurse saw a mark on the arm. She wrote it down."),
        (
            "It was not passed on.",
            "The nurse saw a mark on the arm. She wrote it down. It was not passed on."
            " However, the school rang the duty desk.",
        ),
        ("The nurse saw a mark on the arm.", "The nurse saw a mark on the arm."),
        ("Nobody called back.", "Nobody called back."),
        ("Nor was the form signed.", "The log was not read. Nor was the form signed."),
        (
            "The meeting was held without the father, until the last month of the work.",
            "The meeting was held without the father, until the last month of the work."
            " But he was never told.",
        ),
    ],
)
def test_a_stretch_grows_to_a_whole_thought(document: Document, cut: str, whole: str) -> None:
    text = document.reading.text
    start = text.index(cut)
    found = complete(text, unit_with(document, cut), [(start, start + len(cut))])
    assert [text[a:b] for a, b in found] == [whole]


def test_a_part_of_a_sentence_becomes_the_sentence(document: Document) -> None:
    text = document.reading.text
    start = text.index("rang the duty desk")
    (span,) = complete(text, unit_with(document, "duty desk"), [(start, start + 4)])
    assert text[slice(*span)].endswith("rang the duty desk.")
    assert text[slice(*span)].startswith("The nurse")


def test_a_whole_unit_stays_as_it_is(document: Document) -> None:
    unit = unit_with(document, "duty desk")
    assert complete(document.reading.text, unit, unit.spans) == unit.spans
