"""What markup leaves behind, and how tables are read."""

import pytest
from made_sources import blocks_of, make_source

from rag.reading.repair import repair


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Neglect** and *care*", "Neglect and care"),
        ("the [toolkit](http://a.example/x_(y)) here", "the toolkit here"),
        ("he [sic](which) said", "he [sic](which) said"),
        ("<name redacted> and <Mr Y> came", "<name redacted> and <Mr Y> came"),
        ("a <b>bold</b> word<br/>", "a bold word"),
        ("P&amp;P of children&#8217;s", "P&P of children’s"),
        ("see http://a.example/_one_two_ now", "see http://a.example/_one_two_ now"),
        ("see <http://a.example/b> now", "see http://a.example/b now"),
        ("write to <me@a.example> now", "write to me@a.example now"),
        ("oﬃcer and ﬁnding", "officer and finding"),
        ("under \\*18\\*", "under *18*"),
        ("Mr **** said 2*3 and a_b", "Mr **** said 2*3 and a_b"),
        ("<5 years and >3 weeks", "<5 years and >3 weeks"),
    ],
)
def test_marks_go_and_words_stay(written: str, read: str) -> None:
    assert blocks_of(written, "markdown") == [read]


def test_html_is_read_as_a_browser_shows_it() -> None:
    head = "<html><head><title>no</title></head>"
    page = f"{head}<body><h2>A\nhead</h2><p>Some\n*words* <custom>x</p>"
    _, blocks, _ = repair(make_source(page, "html"))
    assert [(b.text, b.level) for b in blocks] == [("A head", 2), ("Some *words* x", 0)]


@pytest.mark.parametrize(
    "table",
    [
        "Ref\tAction\tOwner\n1.1\tDo this\tCouncil",
        "| Ref | Action | Owner |\n|---|---|---|\n| 1.1 | Do this | Council |",
        "<table><tr><th>Ref</th><th>Action</th><th>Owner</th></tr>"
        "<tr><td>1.1</td><td>Do this</td><td>Council</td></tr></table>",
    ],
)
def test_cells_of_a_row_stand_between_bars(table: str) -> None:
    assert repair(make_source(table))[0].text == "Ref | Action | Owner\n\n1.1 | Do this | Council"


@pytest.mark.parametrize(
    "line", ["1\tIntroduction", "4.2\tSome Trust", "Lesson 3\tAsk", "(a)\tAsk", "\tIndented"]
)
def test_a_tab_after_a_number_or_at_the_front_makes_no_row(line: str) -> None:
    _, (block,), _ = repair(make_source(line))
    assert (block.row, block.text) == (-1, line.strip().replace("\t", " "))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("What needs to improve?¹", "What needs to improve?"),
        ("Hospital admissionsⁱˣ fell.", "Hospital admissions fell."),
        ("The board¹² met (again)³.", "The board met (again)."),
        ("The Act of 1989¹ says", "The Act of 1989 says"),
    ],
)
def test_marks_of_notes_are_no_words_of_a_pdf(printed: str, read: str) -> None:
    source = make_source(printed, "pdf")
    reading, _, _ = repair(source)
    assert reading.text == read
    assert {dropped.reason for dropped in reading.dropped} == {"note"}


@pytest.mark.parametrize(
    "printed", ["A room of 10 m² each", "Some 10⁶ of x² or R²", "In 2019¹²,¹³ it", "¹ Regulation 5"]
)
def test_raised_figures_that_are_no_marks_stay(printed: str) -> None:
    assert repair(make_source(printed, "pdf"))[0].text == printed
