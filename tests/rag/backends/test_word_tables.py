"""Tables of Word, and headings by style and outline level."""

import pytest
from made_word import cell, heading, paragraph, row, run, table, word_of

from rag.backends.word import extract_text


def read(body: str, styles: str = "") -> str:
    return extract_text(word_of(body, styles=styles), "a.docx").text


def test_merged_cells_are_read_once() -> None:
    on = "<w:vMerge/>"
    body = table(
        row(cell("tall", '<w:vMerge w:val="restart"/>'), "a"),
        row(cell("left behind", on), "b"),
        row(cell("left behind", '<w:vMerge w:val="continue"/>'), "c"),
        row(cell("wide", '<w:hMerge w:val="restart"/>'), cell("x", '<w:hMerge w:val="continue"/>')),
    )
    assert read(body) == "tall\ta\n\tb\n\tc\n\nwide"


def test_a_deleted_cell() -> None:
    assert read(table(row("a", cell("gone", '<w:cellDel w:id="1"/>'), "b"))) == "a\t\tb"


def test_a_table_in_a_cell_keeps_its_rows() -> None:
    inner = table(row("Police", "June 2022"), row("Health", "May 2022"))
    body = table(row("Action 1", cell(paragraph("Below:") + inner + paragraph(""))))
    assert read(body) == "Action 1\n\nBelow:\n\nPolice\tJune 2022\nHealth\tMay 2022"


def test_a_box_in_a_cell_is_part_of_the_cell() -> None:
    inner = table(row("Police"))
    assert read(table(row("Action 1", cell(inner + paragraph("May"))))) == "Action 1\tPolice May"


def test_cells_with_a_heading_and_text_are_columns_of_a_page() -> None:
    left = heading("Findings") + paragraph("Nobody asked.")
    right = heading("Lessons") + paragraph("Ask.")
    text = "# Findings\n\nNobody asked.\n\n# Lessons\n\nAsk."
    assert read(table(row(cell(left), cell(right)))) == text


def test_headings_alone_in_cells_are_the_head_of_a_table() -> None:
    body = table(row(cell(heading("Action")), cell(heading("Owner"))), row("Flag", "Trust"))
    assert read(body) == "Action\tOwner\nFlag\tTrust"


def test_bold_cells_keep_their_marks() -> None:
    assert read(table(row(run("Action", "<w:b/>").join(("<w:p>", "</w:p>")), "Owner"))) == (
        "**Action**\tOwner"
    )


@pytest.mark.parametrize(
    ("properties", "line"),
    [
        ('<w:outlineLvl w:val="0"/>', "# x"),
        ('<w:outlineLvl w:val="2"/>', "### x"),
        ('<w:outlineLvl w:val="9"/>', "x"),
        ('<w:pStyle w:val="Heading1"/>', "# x"),
        ('<w:pStyle w:val="Mine"/>', "# x"),
        ('<w:pStyle w:val="Deep"/>', "#### x"),
        ('<w:pStyle w:val="Contents"/>', "x"),
        ('<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>', "x"),
        ('<w:pStyle w:val="Missing"/>', "x"),
    ],
)
def test_headings(properties: str, line: str) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Heading1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deep"><w:pPr><w:outlineLvl w:val="3"/></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="Contents"><w:basedOn w:val="Heading1"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    assert read(paragraph("x", properties=properties), styles) == line


def test_a_long_paragraph_in_the_style_of_a_heading_is_none() -> None:
    words = "The nurse saw the child. " * 12
    assert read(heading(words)) == words.strip()


@pytest.mark.parametrize(
    ("bold", "line"),
    [
        ("<w:b/>", "**x y**"),
        ('<w:b w:val="0"/>', "x y"),
        ('<w:rStyle w:val="Strong"/>', "**x y**"),
    ],
)
def test_bold_paragraphs(bold: str, line: str) -> None:
    strong = '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    link = f'<w:hyperlink r:id="a">{run("y", bold)}</w:hyperlink>'
    hidden = run("z", "<w:vanish/>")
    assert read(paragraph(run("x ", bold), link, hidden), strong) == line


def test_paragraphs_inside_tracked_moves_and_controls() -> None:
    moved = f"<w:moveTo w:id='1'>{paragraph('a')}</w:moveTo>"
    away = f"<w:moveFrom w:id='1'>{paragraph('gone')}</w:moveFrom>"
    both = f"<mc:AlternateContent><mc:Choice>{paragraph('b')}</mc:Choice></mc:AlternateContent>"
    assert read(moved + away + both) == "a\n\nb"
