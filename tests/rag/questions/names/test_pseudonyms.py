"""Letters by themselves, and letters that go on from a name."""

import pytest

from rag.questions.names.pseudonyms import find_pseudonyms, mend_pseudonyms
from rag.types import Record


def _record(id_: str, subject: str) -> Record:
    return Record(id_, f"{id_}.md", id_, subject, None, None, None, "other", "original", None)


RECORDS = (_record("k", "Child K"), _record("m", "Baby M"), _record("zx", "Child ZX"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how old was K", "how old was Child K"),
        ("Ks mum", "Child Ks mum"),
        ("M's weight and K's", "Baby M's weight and Child K's"),
        ("how old was D", "how old was D"),
        ("how old was k", "how old was k"),
        ("vitamin K drops", "vitamin K drops"),
        ("plan K, part M and grade K", "plan K, part M and grade K"),
        ("K-road, M&K and K.M.", "K-road, M&K and K.M."),
        ("was K the sibling of baby M", "was K the sibling of baby M"),
        ("was K the sibling of ZX", "was K the sibling of ZX"),
    ],
)
def test_a_letter_by_itself_is_whom_a_review_calls_so(typed: str, meant: str) -> None:
    assert mend_pseudonyms(typed, RECORDS) == meant


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("baby M and K", [{"m"}, {"k"}]),
        ("child K, M and D", [{"k"}, {"m"}]),
        ("ZX vs M", [{"zx"}, {"m"}]),
        ("baby M and K-road", [{"m"}]),
    ],
)
def test_letters_go_on_from_a_name(question: str, documents: list[set[str]]) -> None:
    assert [set(n.documents) for n in find_pseudonyms(question, RECORDS)] == documents
