"""The outlines of the real reviews, and of our digests of them, where they lie beside the
project."""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from rag.documents.document import read_document
from rag.outline.draw import DIGEST_MARK
from rag.types import Document, Unit

ROOT = Path(__file__).parents[3]
REVIEWS = ROOT.parent / "shared" / "reviews"
NAMES = (
    "baby-m-executive-summary",
    "baby-o-learning-bulletin",
    "child-bf-partnership-response",
    "child-k-briefing-note",
    "child-q-learning-briefing",
)
ADDRESSES = {
    "baby-m-executive-summary": {
        "paragraph-31": "paragraph 31 None",
        "lesson-37": "lesson 37 None",
        "lesson-48": "lesson 48 None",
        "police-recommendation-2": "recommendation 2 POLICE",
        "health-recommendation-9": "recommendation 9 HEALTH",
    },
    "baby-o-learning-bulletin": {
        "finding-3": "finding 3 None",
        "finding-5-point-4": "point None None",
        "metadata-date-published": "metadata None None",
    },
    "child-bf-partnership-response": {
        "theme-4": "theme 4 None",
        "lesson-bf4.1": "lesson BF4.1 None",
        "finding-bf7": "finding BF7 None",
        "theme-3-action-2": "action None None",
        "theme-7-measure-1": "measure None None",
    },
    "child-k-briefing-note": {
        "invisible-fathers-learning-point-1": "learning_point None None",
        "invisible-fathers-learning-point-1-question": "question None None",
        "recognising-vulnerability-learning-point-1": "learning_point None None",
    },
    "child-q-learning-briefing": {
        "findings-item-3": "finding None None",
        "time-to-reflect-question-2": "question None None",
    },
}  # fmt: skip

pytestmark = pytest.mark.skipif(not REVIEWS.is_dir(), reason="needs ../shared with the originals")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def original(name: str) -> Document:
    return read_document(REVIEWS / f"{name}.txt")


RENAMED = {"how-the-learning-is-spread": "dissemination-of-the-learning"}


def structure(units: Iterable[Unit]) -> dict[str, tuple[object, ...]]:
    """What a link to a unit relies on; a contents page is made by the printer, not the author."""
    return {
        u.id: (u.kind, u.number, u.agency, u.parent)
        for u in units
        if u.kind != "contents" and u.id != "metadata-digest"
    }


def test_addresses(name: str, original: Document) -> None:
    units = {u.id: u for u in original.units}
    found = {id_: f"{u.kind} {u.number} {u.agency}" for id_, u in units.items()}
    assert found.items() >= ADDRESSES[name].items()


def body(document: Document) -> dict[str, object]:
    """Without the cover, which a digest writes in words of its own, as it does one table's head."""
    units = [u for u in document.units if u.kind not in ("title", "metadata")]
    return {RENAMED.get(id_, id_): found for id_, found in structure(units).items()}


def test_digest_has_the_structure_of_its_original(name: str, original: Document) -> None:
    digest = read_document(ROOT / "corpus" / f"{name}.md")
    assert body(digest) == body(original)
    marks = [u for u in digest.units if DIGEST_MARK in u.text]
    assert [(u.id, u.kind) for u in marks] == [("metadata-digest", "metadata")]


def test_every_unit_says_where_its_words_stand(original: Document) -> None:
    text = original.reading.text
    for unit in original.units:
        words = " ".join(text[a:b] for a, b in unit.spans)
        assert unit.text.split() == words.split()
        assert (unit.start, unit.end) == (unit.spans[0][0], unit.spans[-1][1])


def test_no_word_belongs_to_two_units_and_few_to_none(original: Document) -> None:
    """Outside of units stand numbers, bullets, printed labels and the bars between cells only."""
    text = original.reading.text
    spans = sorted(span for unit in original.units for span in unit.spans)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    gaps = [text[a:b] for a, b in zip(ends, starts, strict=True)]
    assert max(len(re.findall(r"[a-z]{2,}", gap)) for gap in gaps) <= 4
