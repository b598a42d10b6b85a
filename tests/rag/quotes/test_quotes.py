"""Nobody smuggles a word past the check of a quotation."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag.documents.document import read_document
from rag.quotes.check import check_quote
from rag.quotes.folding import fold_layout, same_words, strip_marks
from rag.types import Document, Dropped

TEXT = "The nurse did not see the baby.\n\nShe was able to call at 4.5 Mill Road, they said.\n"


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "child-a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_document(path)


def check(document: Document, start: int, end: int, quote: str | None = None) -> str | None:
    words = document.reading.text[start:end]
    return check_quote(document, [(start, end)], words if quote is None else quote)


def test_the_words_themselves_pass(document: Document) -> None:
    assert check(document, 0, 31) == "exact"
    assert check(document, 0, 31, "The  nurse did not see\nthe baby.") == "layout"


@pytest.mark.parametrize(
    "quote",
    [
        "The nurse did see the baby.",
        "The nurse did <never> not see the baby.",
        "The nurse did not see <!-- or hear --> the baby.",
        "The nurse did not [see](hear) the baby.",
        "The nurse did not see the b\u0430by.",
        "The nurse didnot see the baby.",
        "The nurse did not see the baby",
        "The nurse did not see the <b>baby</b>.",
        "",
    ],
)
def test_other_words_do_not_pass(document: Document, quote: str) -> None:
    assert check(document, 0, 31, quote) is None


@pytest.mark.parametrize(
    "spans", [[], [(5, 5)], [(-4, 3)], [(0, 10_000)], [(10, 20), (0, 9)], [(0, 12), (8, 20)]]
)
def test_spans_that_are_none_do_not_pass(document: Document, spans: list[tuple[int, int]]) -> None:
    words = " ".join(document.reading.text[a:b] for a, b in spans)
    assert check_quote(document, spans, words) is None


@pytest.mark.parametrize("reason", ["hyphen", "bullet", "emphasis", "space", "link", "tag",
                                    "image", "running", "page number"])  # fmt: skip
def test_a_wrong_map_cannot_hide_a_word(document: Document, reason: str) -> None:
    """The reading text is made to lack "not", and the map says that this was layout."""
    at = TEXT.index("not ")
    reading = document.reading
    forged = replace(
        reading,
        text=reading.text[:at] + reading.text[at + 4 :],
        places=reading.places[:at] + reading.places[at + 4 :],
        dropped=(Dropped(at, at + 4, reason),),  # type: ignore[arg-type]
    )
    assert check(replace(document, reading=forged), 0, 27) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("not able", "notable"), ("the rapist", "therapist"), ("1·5 years", "15 years"),
        ("10² homes", "10 homes"), ("5 m² room", "5 m room"), ("#MeToo", "MeToo"),
        ("a_b@x.org", "ab@x.org"), ("re-sign", "resign"), ("aged 1. 5 times", "aged 1.5 times"),
        ("<not> seen", "seen"), ("A* grade", "A grade."), ("4 * 3", "43"), ("&notseen;", "seen"),
    ],
)  # fmt: skip
def test_signs_that_mean_something_are_kept(one: str, other: str) -> None:
    assert not same_words(fold_layout(strip_marks(one)), fold_layout(strip_marks(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n c", "a b c"), ("safe\u00ad\nguarding", "safeguarding"), ("ﬁrst", "first"),
        ("• one", "one"), ("<p>one</p> <li>two</li>", "one two"), ("**b**old", "bold"),
        ("said so.¹²", "said so."), ("in 2008¹ he", "in 2008 he"), ("“it’s”", "\"it's\""),
        ("agenciesⁱᵛ, and", "agencies, and"),
        ("a – b", "a—b"), ("and so…", "and so..."), ("## Head", "Head"), ("> said", "said"),
        ("multi-\nagency", "multi-agency"), ("multi-\nagency", "multiagency"),
        ("[text](https://x.org/a_b)", "text"), ("R&amp;D", "R&D"), ("cafe\u0301", "café"),
    ],
)  # fmt: skip
def test_layout_folds_away(one: str, other: str) -> None:
    assert same_words(fold_layout(strip_marks(one)), fold_layout(strip_marks(other)))
