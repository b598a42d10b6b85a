"""Word files made by python-docx in, text with the structure as Markdown out."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from made_files import new_docx, write_docx

from rag.documents.sources import read_source
from rag.errors import UnreadableFile
from rag.types import Source


def read(folder: Path, build: Callable[[Document], None]) -> Source:
    document = new_docx()
    build(document)
    return read_source(write_docx(document, folder / "a.docx"))


def test_headings_paragraphs_and_lists(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Learning from Child A", level=0)
        document.add_heading("Findings", level=1)
        document.add_heading("Fathers", level=2)
        document.add_paragraph("Nobody asked.")
        document.add_paragraph("  ")
        document.add_paragraph("one", style="List Bullet")
        document.add_paragraph("two", style="List Bullet")
        document.add_paragraph("first", style="List Number")
        document.add_paragraph("second", style="List Number")
        document.add_paragraph().add_run("Key message").bold = True
        document.add_page_break()
        document.add_paragraph("The end.")

    assert read(tmp_path, build).text.split("\n") == [
        "# Learning from Child A",
        "",
        "# Findings",
        "",
        "## Fathers",
        "",
        "Nobody asked.",
        "",
        "- one",
        "- two",
        "1. first",
        "2. second",
        "",
        "**Key message**",
        "",
        "The end.",
    ]


def test_partly_bold_is_not_bold(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("Mother: ")
        paragraph.add_run("tired").bold = True

    assert read(tmp_path, build).text == "Mother: tired"


def test_tables_stand_where_they_are_printed(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Before.")
        table = document.add_table(rows=2, cols=3)
        for number, cell in enumerate(table._cells):
            cell.text = f"cell {number}"
        table.cell(1, 1).text = ""
        table.cell(1, 2).add_paragraph("more", style="List Bullet")
        document.add_paragraph("After.")

    assert read(tmp_path, build).text.split("\n") == [
        "Before.",
        "",
        "cell 0\tcell 1\tcell 2",
        "cell 3\t\tcell 5 • more",
        "",
        "After.",
    ]


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table = document.add_table(rows=2, cols=3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
        table.cell(0, 2).merge(table.cell(1, 2)).text = "tall"
        table.cell(1, 0).text = "low"
        table.cell(1, 1).text = "lower"

    assert read(tmp_path, build).text == "wide\ttall\nlow\tlower\t"


def test_a_row_with_one_cell_of_words_is_layout(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        cell = document.add_table(rows=1, cols=2).cell(0, 1)
        cell.text = "A paragraph."
        cell.add_paragraph("a point", style="List Bullet")

    assert read(tmp_path, build).text == "A paragraph.\n\n- a point"


def numbering(document: Document, levels: str) -> None:
    """Gives the list with number 99 the levels described; paragraphs name it by `in_list`."""
    root = document.part.numbering_part.element
    root.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>')
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>')
    )


def level(depth: int, form: str, shown: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def in_list(document: Document, text: str, depth: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="99"/></w:numPr>'
        )
    )


def test_numbers_are_counted_as_word_prints_them(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        numbering(
            document,
            level(0, "decimal", "Recommendation %1:", start=4)
            + level(1, "lowerLetter", "%2)")
            + level(2, "upperRoman", "%1.%3"),
        )
        for text, depth in [("x", 0), ("a", 1), ("b", 1), ("deep", 2), ("y", 0), ("again", 1)]:
            in_list(document, text, depth)

    assert read(tmp_path, build).text.split("\n") == [
        "Recommendation 4: x",
        "a) a",
        "b) b",
        "4.I deep",
        "Recommendation 5: y",
        "a) again",
    ]


@pytest.mark.parametrize(
    ("form", "start", "shown"),
    [("lowerLetter", 27, "aa"), ("upperRoman", 44, "XLIV"), ("decimalZero", 7, "07")],
)
def test_number_formats(tmp_path: Path, form: str, start: int, shown: str) -> None:
    def build(document: Document) -> None:
        numbering(document, level(0, form, "%1", start))
        in_list(document, "x", 0)

    assert read(tmp_path, build).text == f"{shown} x"


def test_words_outside_plain_runs_are_read(tmp_path: Path) -> None:
    """Links, content controls, tracked insertions and text boxes; not tracked deletions."""

    def build(document: Document) -> None:
        w = nsdecls("w")
        paragraph = document.add_paragraph("See ")._p
        for piece in (
            "<w:hyperlink {}><w:r><w:t>the link</w:t></w:r></w:hyperlink>",
            "<w:ins {}><w:r><w:t>, new</w:t></w:r></w:ins>",
            "<w:del {}><w:r><w:delText>, old</w:delText></w:r></w:del>",
            "<w:r {}><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>",
        ):
            paragraph.append(parse_xml(piece.format(w)))
        document.element.body.insert(
            0,
            parse_xml(
                f"<w:sdt {w}><w:sdtContent><w:p><w:r><w:t>Cover</w:t></w:r></w:p>"
                "</w:sdtContent></w:sdt>"
            ),
        )

    assert read(tmp_path, build).text == "Cover\n\nSee the link, new\n\nBoxed."


def test_properties_and_what_is_left_out(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.core_properties.title = "On bruises"
        run = document.add_paragraph("Text").runs[0]._r
        run.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))

    source = read(tmp_path, build)
    assert dict(source.properties)["title"] == "On bruises"
    assert source.warnings == ("a note is not read",)
    assert source.pages == ()


def test_no_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="has no text"):
        read(tmp_path, lambda _: None)


def test_truncated(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    new_docx().save(buffer)
    path = tmp_path / "a.docx"
    path.write_bytes(buffer.getvalue()[:2000])
    with pytest.raises(UnreadableFile, match="not a complete Word document"):
        read_source(path)


def test_broken_xml(tmp_path: Path) -> None:
    document = new_docx()
    document.element.body.remove(document.element.body.find(qn("w:sectPr")))
    path = write_docx(document, tmp_path / "a.docx")
    path.write_bytes(path.read_bytes().replace(b"word/document.xml", b"word/nowhere.xmlx"[:17]))
    with pytest.raises(UnreadableFile):
        read_source(path)
