"""The cards of the real reviews and inspection reports, where they lie beside the project."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from rag.documents.document import read_document
from rag.errors import UnreadableFile
from rag.types import Record

SHARED = Path(__file__).parents[3].parent / "shared"
REVIEWS = {
    "baby-o-learning-bulletin": (
        "Baby O", "SSCB", None, "2016-09-06", "learning_bulletin", "baby-o-2016-learning-bulletin",
    ),
    "baby-m-executive-summary": (
        "Baby M", "Blackburn with Darwen Local Safeguarding Children Board",
        "Blackburn with Darwen", "2010-03", "executive_summary",
        "baby-m-blackburn-with-darwen-2010-executive-summary",
    ),
    "child-bf-partnership-response": (
        "Child BF", "Cumbria Safeguarding Children Partnership", "Cumbria", "2020-05", "response",
        "child-bf-cumbria-2020-response",
    ),
    "child-k-briefing-note": (
        "Child K", "SVPP", "Wiltshire", None, "briefing", "child-k-wiltshire-learning-briefing",
    ),
    "child-q-learning-briefing": (
        "Child Q", "OSCB", "Oxfordshire", None, "briefing",
        "child-q-oxfordshire-learning-briefing",
    ),
}  # fmt: skip
FILE_NAME = re.compile(r"(?P<area>.+)-(?P<date>\d\d-[a-z]+-\d{4})")
PDFS = sorted((SHARED / "pdfs").glob("*.pdf"))

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared with the originals")


def card(path: Path) -> Record:
    return read_document(path).record


@pytest.mark.parametrize("name", REVIEWS)
def test_reviews(name: str) -> None:
    found = card(SHARED / "reviews" / f"{name}.txt")
    fields = (found.subject, found.publisher, found.area, found.published, found.kind, found.id)
    assert fields == REVIEWS[name]
    assert 10 < len(found.title) < 120


@pytest.mark.slow
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_inspection_reports(path: Path) -> None:
    """The file names say area and date of publication; the text is all the card is read from."""
    named = FILE_NAME.fullmatch(path.stem)
    assert named
    if not path.read_bytes().startswith(b"%PDF"):
        with pytest.raises(UnreadableFile, match="web page"):
            read_document(path)
        return
    found = card(path)
    area = re.sub(r"[ ,]+", "-", (found.area or "").casefold()).replace("-and-poole", "-poole")
    date = datetime.strptime(named["date"], "%d-%B-%Y").date()  # noqa: DTZ007
    assert area == named["area"]
    assert found.published in (None, date.isoformat())
    year = re.search(r"-(20\d\d)-inspection-report", found.id)
    assert year
    assert int(year[1]) in (date.year - 1, date.year)
    assert (found.kind, found.subject) == ("inspection_report", None)
    assert (found.publisher or "").startswith("Office for Standards in Education")
