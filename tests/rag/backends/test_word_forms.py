"""Fields of forms: what somebody put in is read, what asks for it is not."""

import pytest
from made_word import cell, paragraph, row, run, table, word_of

from rag.backends.word import extract_text
from rag.reading.repair import repair
from rag.types import Source


def read(body: str) -> str:
    return extract_text(word_of(body), "a.docx").text


def control(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


EMPTY = "<w:showingPlcHdr/><w:text/>"


@pytest.mark.parametrize(
    "prompt",
    [
        control(run("Click or tap here to enter text."), EMPTY),
        control(run("Any words at all"), EMPTY),
        control(run("Choose an item."), "<w:dropDownList/>"),
        control(run("Click or tap to enter a date."), "<w:date/>"),
    ],
)
def test_prompts_are_not_read(prompt: str) -> None:
    assert read(paragraph("Name: ", prompt)) == "Name:"


def test_values_are_read() -> None:
    filled = control(run("Choose life was her motto."), '<w:showingPlcHdr w:val="0"/><w:text/>')
    assert read(paragraph("Motto: ", filled)) == "Motto: Choose life was her motto."


def test_prompts_of_whole_paragraphs_and_cells() -> None:
    prompt = paragraph("Click or tap here to enter text.")
    body = (
        paragraph("Finding 1")
        + control(prompt, EMPTY)
        + table(row("Name", "x"))
        + table(f"<w:tr>{cell('Age')}{control(cell(prompt), EMPTY)}{cell('7')}</w:tr>")
    )
    assert read(body) == "Finding 1\n\nName\tx\nAge\t\t7"


def box(checked: str) -> str:
    return control(run("?"), f'<w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>')


def test_check_boxes() -> None:
    assert read(paragraph(box("1"), " Yes ", box("0"), " No")) == "☒ Yes ☐ No"


def legacy(data: str, result: str = "") -> str:
    def mark(kind: str, inner: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'

    code = "<w:r><w:instrText>FORM</w:instrText></w:r>"
    return (
        mark("begin", f"<w:ffData>{data}</w:ffData>") + code + mark("separate")
        + result + mark("end")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "result", "shown"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "", "☒"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "", "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "", "☐"),
        ("<w:checkBox/>", run("x"), "☐"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Choose an item"/>'
            '<w:listEntry w:val="Police"/></w:ddList>',
            "",
            "Police",
        ),
        ('<w:ddList><w:listEntry w:val="Choose an item"/></w:ddList>', "", ""),
        ("<w:textInput/>", run("Jane"), "Jane"),
        ("<w:textInput/>", run("\u2002\u2002"), ""),
        (
            '<w:textInput><w:default w:val="Click here to enter text"/></w:textInput>',
            run("Click here to enter text"),
            "",
        ),
        ('<w:textInput><w:default w:val="Oxford"/></w:textInput>', run("Oxford"), "Oxford"),
    ],
)
def test_legacy_fields(data: str, result: str, shown: str) -> None:
    assert read(paragraph("Seen: ", legacy(data, result))) == f"Seen: {shown}".strip()


def test_ticks_stay_in_the_reading_text() -> None:
    """As bullets they would be gone, and "yes" and "no" look alike."""
    text = read(table(row("Police told", "✔"), row("Family told", "✘")) + paragraph("Met ✔ so"))
    reading = repair(Source("a.docx", "word", text, (), ""))[0].text
    assert reading == "Police told | ✔\n\nFamily told | ✘\n\nMet ✔ so"
