"""OpenDocument, rich text, PowerPoint and Excel files made here in, their text out."""

import datetime
import io
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Inches

from rag.documents.document import read_document
from rag.documents.sources import read_source
from rag.errors import UnreadableFile
from rag.types import Source

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(folder: Path, name: str, content: bytes) -> Source:
    (folder / name).write_bytes(content)
    return read_source(folder / name)


# Rich text


def rtf(body: str) -> bytes:
    head = r"{\rtf1\ansi\ansicpg1252{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}"
    about = r"{\info{\title Child Zed}{\author Jo}{\creatim\yr2019\mo5\dy3}}"
    return f"{head}{about}{body}}}".encode("cp1252")


def test_rich_text_is_read_with_its_headings_lists_and_tables(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "a.rtf",
        rtf(
            r"\pard\s1 \'93Findings\'94\par\pard\outlinelevel1 Fathers\par\pard The caf\'e9"
            r" didn\u8217?t close.\par{\listtext 4.\tab}Share logs.\par{\pntext\'B7\tab}Train.\par"
            r"\trowd\cellx1\cellx2 A\cell B\cell\row\pard End\emdash now.\par"
        ),
    )
    assert source.text.splitlines() == [
        "# “Findings”", "## Fathers", "The café didn’t close.", "4.\tShare logs.", "·\tTrain.",
        "A\tB", "End—now.",
    ]  # fmt: skip
    assert source.properties == (
        ("title", "Child Zed"),
        ("author", "Jo"),
        ("created", "2019-05-03"),
    )
    assert source.warnings == ()


@pytest.mark.parametrize(
    "unseen",
    [r"{\v never }", r"\v never \v0 ", r"{\strike n\'e9ver \u8220?x}", r"\strike never \plain ",
     r"{\deleted never }", r"{\striked1 never }"],
)  # fmt: skip
def test_hidden_struck_and_deleted_words_of_rich_text_are_left_out(
    tmp_path: Path, unseen: str
) -> None:
    source = read(
        tmp_path, "a.rtf", rtf(rf"The nurse {unseen}saw the child in 2019{{\super 1}}.\par")
    )
    assert source.text.split() == "The nurse saw the child in 2019.".split()


def test_notes_and_pictures_of_rich_text_are_told(tmp_path: Path) -> None:
    body = r"One{\footnote Its note}.{\pict\pngblip 8950}{\*\annotation Why?}\par"
    source = read(tmp_path, "a.rtf", rtf(body))
    assert source.text.strip() == "One."
    assert source.warnings == ("2 footnotes and comments are not read", "1 pictures are not read")


def test_what_is_no_rich_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="not a rich text file"):
        read(tmp_path, "a.rtf", b"Just words.")


# OpenDocument

_XMLNS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"),
    )
)  # fmt: skip
_STYLES = """
<office:automatic-styles>
<style:style style:name="H"><style:text-properties text:display="none"/></style:style>
<style:style style:name="S">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="S2" style:parent-style-name="S"/>
<style:style style:name="UP"><style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="N">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."
 text:start-value="4"/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>
</office:automatic-styles>"""


def odt(body: str, *, files: dict[str, str] | None = None) -> bytes:
    content = (
        f"<office:document-content {_XMLNS}>{_STYLES}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        for name, written in ({"content.xml": content} | (files or {})).items():
            parts.writestr(name, written)
    return buffer.getvalue()


@pytest.mark.parametrize("deep", [1500, 3000])
def test_open_document_that_is_nested_too_deep_is_whole(tmp_path: Path, deep: int) -> None:
    nested = "<text:section>" * deep + "<text:p>Seen.</text:p>" + "</text:section>" * deep
    with pytest.raises(UnreadableFile, match=r"hundreds deep.* though it is whole"):
        read(tmp_path, "a.odt", odt(nested))
    shallow = nested.replace("<text:section>" * (deep - 40), "")
    shallow = shallow.replace("</text:section>" * (deep - 40), "")
    assert read(tmp_path, "a.odt", odt(shallow)).text == "Seen."


def test_open_document_is_read_with_headings_lists_and_tables(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "a.odt",
        odt(
            '<text:h text:outline-level="1">Findings</text:h>'
            "<text:p>The nurse<text:s/>saw<text:line-break/>the\n   child.</text:p>"
            '<text:list text:style-name="N"><text:list-item><text:p>Share logs.</text:p>'
            "<text:list><text:list-item><text:p>daily</text:p></text:list-item></text:list>"
            "</text:list-item><text:list-item><text:p>Train.</text:p></text:list-item></text:list>"
            '<text:list text:style-name="B"><text:list-item><text:p>A bullet</text:p>'
            "</text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
            "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"
        ),
    )
    assert source.text.splitlines() == [
        "# Findings", "", "The nurse saw", "the child.", "", "4. Share logs.", "a) daily",
        "5. Train.", "- A bullet", "", "A\tB",
    ]  # fmt: skip


def test_hidden_struck_and_deleted_words_of_open_document_are_left_out(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes><text:p>The nurse "
        '<text:span text:style-name="H">never </text:span><text:span text:style-name="S2">not '
        "</text:span><office:annotation><text:p>Why?</text:p></office:annotation>saw the child in "
        '2019<text:span text:style-name="UP">1</text:span>.<text:note><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>Its note.</text:p></text:note-body>"
        '</text:note></text:p><text:p text:style-name="H">hidden</text:p>'
    )
    source = read(tmp_path, "a.odt", odt(body))
    assert source.text == "The nurse saw the child in 2019.\n\n[^1]: Its note."


def test_open_document_that_is_locked_or_damaged_is_refused(tmp_path: Path) -> None:
    manifest = '<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>'
    with pytest.raises(UnreadableFile, match="locked with a password"):
        read(tmp_path, "a.odt", odt("", files={"META-INF/manifest.xml": manifest}))
    with pytest.raises(UnreadableFile, match="not a complete OpenDocument"):
        read(tmp_path, "a.odt", b"PK\x03\x04 and so on")


def test_entities_of_open_document_are_not_resolved(tmp_path: Path) -> None:
    bomb = f"""<!DOCTYPE x [<!ENTITY a "gone"><!ENTITY b "&a;&a;">]>
<office:document-content {_XMLNS}><office:body><office:text><text:p>One &b;two</text:p>
</office:text></office:body></office:document-content>"""
    source = read(tmp_path, "a.odt", odt("", files={"content.xml": bomb}))
    assert source.text == "One two"


# PowerPoint


def slides() -> bytes:
    show = Presentation()
    one = show.slides.add_slide(show.slide_layouts[1])
    one.shapes.title.text = "Learning from Child Zed"
    one.placeholders[1].text = "Share logs\nTrain staff"
    struck = one.placeholders[1].text_frame.paragraphs[1].add_run()
    struck.text = " never"
    struck._r.get_or_add_rPr().set("strike", "sngStrike")
    one.notes_slide.notes_text_frame.text = "Say hello."
    two = show.slides.add_slide(show.slide_layouts[5])
    two.shapes.title.text = "Recommendations"
    for top, words in ((3, "Lower"), (2, "Upper")):
        box = two.shapes.add_textbox(Inches(1), Inches(top), Inches(5), Inches(0.5))
        box.text_frame.text = words
    table = two.shapes.add_table(1, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Police", "May\n2020"
    hidden = show.slides.add_slide(show.slide_layouts[5])
    hidden.shapes.title.text = "Not for the day"
    hidden.element.set("show", "0")
    buffer = io.BytesIO()
    show.save(buffer)
    return buffer.getvalue()


def test_slides_are_pages(tmp_path: Path) -> None:
    source = read(tmp_path, "a.pptx", slides())
    pages = [source.text[page.start : page.end] for page in source.pages]
    assert [[line for line in page.splitlines() if line] for page in pages] == [
        ["# Learning from Child Zed", "- Share logs", "- Train staff"],
        ["## Recommendations", "Upper", "Lower", "Police\tMay 2020"],
        [],
    ]
    assert source.warnings == (
        "slide 1 has notes of the speaker, which are not read",
        "slide 3 is hidden and is not read",
    )
    units = read_document(tmp_path / "a.pptx").units
    assert {unit.text: unit.page for unit in units}["Upper"] == 2


# Excel


def workbook() -> bytes:
    book = openpyxl.Workbook()
    plan = book.active
    plan.title = "Action plan"
    plan.append(["Multi-agency action plan"])
    plan.merge_cells("A1:D1")
    plan.append(["No", "Action", "Lead", "By when", "Done"])
    plan.append([1, "Share logs\nevery day", "Police", datetime.date(2020, 5, 31), 0.5])
    plan.append([2, "Train all staff", "Health", datetime.datetime(2021, 1, 2, 14, 5), 1234.5])  # noqa: DTZ001 - sheets know no zones
    plan["D3"].number_format, plan["E3"].number_format = "dd/mm/yyyy", "0%"
    plan["D4"].number_format, plan["E4"].number_format = "d mmmm yyyy h:mm", "£#,##0.00"
    plan.append([3, "Hidden row", "Police", None, "=1+1"])
    plan.row_dimensions[5].hidden = True
    plan["F3"] = "hidden column"
    plan.column_dimensions["F"].hidden = True
    book.create_sheet("Notes")["A1"] = "secret"
    book["Notes"].sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_sheets_are_sections_and_their_rows_rows(tmp_path: Path) -> None:
    source = read(tmp_path, "a.xlsx", workbook())
    assert [line for line in source.text.splitlines() if line] == [
        "## Action plan",
        "Multi-agency action plan",
        "No\tAction\tLead\tBy when\tDone",
        "1\tShare logs every day\tPolice\t31/05/2020\t50%",
        "2\tTrain all staff\tHealth\t2 January 2021 14:05\t£1,234.50",
    ]
    told = " ".join(source.warnings)
    assert "the sheet “Notes” is hidden" in told
    assert "hidden rows or columns" in told
    assert "formulas without a saved value (E5)" in told
    rows = [u for u in read_document(tmp_path / "a.xlsx").units if u.kind == "action_row"]
    assert [(row.number, row.agency) for row in rows] == [("1", "Police"), ("2", "Health")]


def test_a_word_in_the_last_place_of_a_sheet_costs_no_room(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Recommendation", "Owner"])
    book.active.cell(5_000, 199, "far away")
    book.active.cell(30_000, 300, "too far away")
    buffer = io.BytesIO()
    book.save(buffer)
    tracemalloc.start()
    try:
        source = read(tmp_path, "a.xlsx", buffer.getvalue())
        assert tracemalloc.get_traced_memory()[1] < 20e6  # a cell for each place takes 200 MB
    finally:
        tracemalloc.stop()
    assert source.text.split() == ["##", "Sheet", "Recommendation", "Owner", "far", "away"]
    assert source.warnings == ("the sheet “Sheet” is read up to row 20000 and column 200",)


@pytest.mark.parametrize("name", ["a.pptx", "a.xlsx"])
def test_damaged_and_old_office_files_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile, match="not a complete"):
        read(tmp_path, name, b"PK\x03\x04 and so on")
    with pytest.raises(UnreadableFile, match=r"an old \w+ file or locked with a password"):
        read(tmp_path, name, OLD_OFFICE)


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.doc", "save it as .docx"), ("a.xls", "save it as .xlsx"), ("a.ppt", "save it as .pptx"),
     ("a.pages", "export it to Word or PDF"), ("a.png", "text recognition"), ("a.xyz", "Word")],
)  # fmt: skip
def test_what_is_not_read_is_named_with_what_to_do(tmp_path: Path, name: str, advice: str) -> None:
    with pytest.raises(UnreadableFile, match=advice):
        read(tmp_path, name, OLD_OFFICE)
