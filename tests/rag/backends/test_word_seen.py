"""What nobody sees on a page of Word is not read."""

import pytest
from made_word import cell, drawing, heading, paragraph, row, run, table, word_of

from rag.backends.word import extract_text

SEEN = "The nurse saw the child."
WHITE = '<w:color w:val="FFFFFF"/>'


def read(body: str, **parts: str) -> str:
    return extract_text(word_of(body, **parts), "a.docx").text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>",
        '<w:vanish w:val="true"/>',
        "<w:strike/>",
        "<w:dstrike/>",
        WHITE,
        '<w:color w:val="FEFEFE"/>',
        '<w:sz w:val="2"/>',
        '<w:highlight w:val="black"/>',
        '<w:highlight w:val="yellow"/><w:color w:val="FFFF00"/>',
        '<w:shd w:val="clear" w:fill="000000"/><w:color w:val="000000"/>',
        '<w:shd w:val="solid" w:color="1F3864"/><w:color w:val="1F3864"/>',
        '<w:rStyle w:val="Away"/>',
    ],
)
def test_unseen_runs(properties: str) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Away"><w:basedOn w:val="Gone"/></w:style>'
        '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = paragraph(f"{SEEN} ", run("Mother is Jane.", properties))
    assert read(body, styles=styles) == SEEN


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:strike w:val="false"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="FF0000"/>',
        "<w:webHidden/>",
        "<w:smallCaps/>",
        "<w:caps/>",
        "<w:rtl/>",
        '<w:highlight w:val="darkBlue"/>' + WHITE,
        '<w:shd w:val="clear" w:fill="1F3864"/>' + WHITE,
        '<w:shd w:val="pct50" w:fill="auto"/>' + WHITE,
        '<w:sz w:val="12"/>',
        "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>",
    ],
)
def test_seen_runs(properties: str) -> None:
    assert read(paragraph(run(SEEN, properties))) == SEEN


def test_a_style_of_paragraphs_hides_and_a_run_shows_again() -> None:
    style = '<w:style w:type="paragraph" w:styleId="X"><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = run("seen", '<w:vanish w:val="0"/>')
    body = paragraph(run("hidden"), shown, properties='<w:pStyle w:val="X"/>')
    assert read(body, styles=style) == "seen"


@pytest.mark.parametrize(
    "around",
    [
        ('<w:shd w:val="clear" w:fill="1F3864"/>', "", ""),
        ("", '<w:shd w:val="clear" w:fill="1F3864"/>', ""),
        ("", "", '<w:tblStyle w:val="Dark"/>'),
    ],
)
def test_white_words_on_a_dark_cell_are_seen(around: tuple[str, str, str]) -> None:
    of_paragraph, of_cell, of_table = around
    style = (
        '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style>'
    )
    white = paragraph(run("Action", WHITE), properties=of_paragraph)
    body = table(row(cell(white, of_cell), cell(white, of_cell)), properties=of_table)
    assert read(body, styles=style) == "Action\tAction"


def test_white_words_on_a_plain_cell_are_not() -> None:
    white = paragraph(run("Action", WHITE))
    assert read(table(row(cell(white), "Owner"))) == "Owner"


def test_white_words_on_a_picture_are_seen() -> None:
    anchor = (
        '<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="7560000" cy="10692000"/>'
        "</wp:anchor></w:drawing></w:r>"
    )
    assert read(paragraph(anchor) + paragraph(run("Child A", WHITE))) == "Child A"


def test_white_words_in_a_box_are_seen() -> None:
    """What its filling is depends on the theme."""
    box = drawing(
        "<wps:wsp><wps:txbx><w:txbxContent>" + paragraph(run("Key message", WHITE))
        + "</w:txbxContent></wps:txbx></wps:wsp>"
    )  # fmt: skip
    assert read(paragraph(box)) == "Key message"


def test_tracked_changes_are_read_as_accepted() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("often ")}</w:ins>'
    away, here = (f'<w:move{to} w:id="3">{run(to)}</w:move{to}>' for to in ("From", "To"))
    body = paragraph("The nurse ", deleted, inserted, "saw the child.", away, here)
    assert read(body) == "The nurse often saw the child.To"


def test_a_deleted_end_joins_two_paragraphs() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = paragraph("The nurse ", properties=mark) + paragraph("saw the child.") + paragraph("x")
    assert read(body) == "The nurse saw the child.\n\nx"


def test_a_large_first_letter_belongs_to_its_word() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert read(paragraph("T", properties=frame) + paragraph("he nurse saw.")) == "The nurse saw."


def test_deleted_and_hidden_rows() -> None:
    body = table(
        row("a", "b"),
        row("c", "d", properties='<w:del w:id="1"/>'),
        row("e", "f", properties="<w:hidden/>"),
    )
    assert read(body) == "a\tb"


def test_headers_footers_and_comments_are_no_text() -> None:
    commented = '<w:r><w:commentReference w:id="0"/></w:r>'
    comment = f"<w:p>{run('Delete this.')}</w:p>"
    source = extract_text(
        word_of(
            heading("Findings") + paragraph(SEEN, commented),
            parts={"comments.xml": f"<comments>{comment}</comments>".replace("w:", "")},
        ),
        "a.docx",
    )
    assert source.text == f"# Findings\n\n{SEEN}"
    assert source.warnings == ()
