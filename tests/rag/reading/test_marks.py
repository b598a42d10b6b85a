"""What stands at the front of a unit: labels, numbers and notes."""

import pytest

from rag.reading.marks import is_mark_alone, read_label, read_note, read_number


@pytest.mark.parametrize(
    ("text", "kind", "number", "rest"),
    [
        ("Finding 3", "finding", "3", ""),
        ("Finding 3: Nobody asked", "finding", "3", "Nobody asked"),
        ("FINDING 3 – Nobody asked", "finding", "3", "Nobody asked"),
        ("Systems finding 2. Nobody", "finding", "2", "Nobody"),
        ("Lesson BF4.1", "lesson", "BF4.1", ""),
        ("Lesson BF 4.1", "lesson", "BF4.1", ""),
        ("ASP 1: Weighing", "finding", "1", "Weighing"),
        ("Learning Point 2 A return", "learning_point", "2", "A return"),
        ("LP3: Ask", "learning_point", "3", "Ask"),
        ("Recommendation 4.2.1", "recommendation", "4.2.1", ""),
        ("Recommendation No. 7: Ask", "recommendation", "7", "Ask"),
        ("Recommendation one: Ask", "recommendation", "1", "Ask"),
        ("Consideration 1 How can", "recommendation", "1", "How can"),
        ("THEME 2: Capacity", "theme", "2", "Capacity"),
        ("Key line of enquiry 1: Was", "question", "1", "Was"),
        ("Key practice episode 2: missing", "section", "2", "missing"),
        ("Section 2: the board", "section", "2", "the board"),
        ("Appendix IV", "section", "IV", ""),
    ],
)
def test_a_label_is_read(text: str, kind: str, number: str, rest: str) -> None:
    mark = read_label(text)
    assert mark is not None
    assert (mark.kind, mark.number, text[mark.length :]) == (kind, number, rest)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Police recommendation 2", "Police"),
        ("Children’s Social Care Recommendation 1: Ask", "Children’s Social Care"),
        ("Multi-agency recommendation 3 -", "Multi-agency"),
    ],
)
def test_an_agency_before_the_label_is_read(text: str, agency: str) -> None:
    mark = read_label(text)
    assert mark is not None
    assert mark.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "Finding 3 was discussed",
        "Recommendations",
        "Lessons were learned",
        "In line with recommendation 3: ask",
        "Progress on recommendation 4: done",
        "see also recommendation 2:",
        "Section 47 Enquiries were held",
        "Part 8 Reviews came first",
        "Step in when needed",
        "Action I took",
    ],
)
def test_a_sentence_is_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "number", "rest"),
    [
        ("12. Baby", "integer", "12", "Baby"),
        ("12.Baby", "integer", "12", "Baby"),
        ("7) Ask", "integer", "7", "Ask"),
        ("(7) Ask", "integer", "7", "Ask"),
        ("2.9.3 Ask", "decimal", "2.9.3", "Ask"),
        ("1.0 Introduction", "decimal", "1.0", "Introduction"),
        ("1.1This report", "decimal", "1.1", "This report"),
        ("4.2. Ask", "decimal", "4.2", "Ask"),
        ("a) Ask", "letter", "a", "Ask"),
        ("(B) Ask", "letter", "B", "Ask"),
        ("(iv) Ask", "letter", "iv", "Ask"),
        ("ii. Ask", "letter", "ii", "Ask"),
    ],
)
def test_a_number_is_read(text: str, kind: str, number: str, rest: str) -> None:
    mark = read_number(text)
    assert mark is not None
    assert (mark.kind, mark.number, text[mark.length :]) == (kind, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "12 children", "2016 was", "3.5 million", "2.5% of", "9.30 am that day",
        "31.12.2008 Mother", "31.12.08 by", "2.03.10 Visit", "1.", "e.g. this", "i.e. that",
        "£5.20", "(MASH) is",
    ],
)  # fmt: skip
def test_what_only_begins_with_a_figure_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("¹ Brandon, M.", "1"), ("¹² See", "12"), ("[3] Text", "3"), ("[^4]: Text", "4")],
)
def test_a_note_is_read(text: str, number: str) -> None:
    mark = read_note(text)
    assert mark is not None
    assert mark.number == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 Ofsted wrote", "1"),
        ("12 https://a.example", "12"),
        ("147 Housing Act 2004", "147"),
        ("6 September 2016", None),
        ("1 of 3", None),
    ],
)
def test_a_bare_note_is_read_where_it_may_stand(text: str, number: str | None) -> None:
    mark = read_note(text, bare=True)
    assert (mark.number if mark else None) == number
    assert read_note(text) is None


def test_a_mark_alone() -> None:
    alone = ["1", "1.1", "4.", "(a)", "iv.", "Recommendation 4.1", "Finding 3:"]
    assert [text for text in alone if not is_mark_alone(text)] == []
    assert not any(map(is_mark_alone, ["Ref", "1 Introduction", "Finding 3: Ask", "2016", ""]))
