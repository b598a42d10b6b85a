"""Word files made by python-docx in, text with the structure as Markdown out."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from made_files import new_docx, write_docx
from made_word import (
    NAMESPACES,
    WITH_MACROS,
    drawing,
    heading,
    notes,
    paragraph,
    row,
    run,
    table,
    word_of,
)

from rag.documents.document import read_document
from rag.documents.sources import read_source
from rag.errors import UnreadableFile
from rag.index.files import find_files
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


def units(folder: Path, content: bytes, name: str = "a.docx") -> list[tuple[str, str]]:
    (folder / name).write_bytes(content)
    return [(unit.id, unit.text) for unit in read_document(folder / name).units]


FINDING = paragraph("Finding 1")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("The trust met in", "<w:r><w:ptab/></w:r>", "May."), "The trust met in May."),
        (paragraph("Nobody asked. ", run("Jane did.", "<w:vanish/>")), "Nobody asked."),
        (paragraph("Nobody ", run("never ", "<w:strike/>"), "asked."), "Nobody asked."),
        (paragraph("At 38", '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "C."), "At 38°C."),
        (
            paragraph("It was ", "<m:oMath><m:r><m:t>3 of 5</m:t></m:r></m:oMath>", " then."),
            "It was 3 of 5 then.",
        ),
        (paragraph("Nobody", "<w:r><w:br/></w:r>", "asked."), "Nobody asked."),
    ],
)
def test_a_finding_has_the_words_that_a_person_sees(tmp_path: Path, body: str, text: str) -> None:
    assert units(tmp_path, word_of(FINDING + body)) == [("finding-1", text)]


def test_notes_are_units_of_their_own(tmp_path: Path) -> None:
    mark = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    body = FINDING + paragraph("It began in 2019", mark, " and ended in May.")
    parts = {"endnotes.xml": notes("endnote", "The log says so.")}
    found = units(tmp_path, word_of(body, parts=parts))
    assert [unit for unit, _ in found] == ["finding-1", "footnote-1"]
    assert found[0][1] == "It began in 2019 and ended in May."


def test_a_table_of_ticks_keeps_them(tmp_path: Path) -> None:
    body = heading("Actions") + table(row("Action", "Done"), row("Flag", "✔"), row("Train", "✘"))
    found = units(tmp_path, word_of(heading("Response to Child A") + body))
    assert [text for _, text in found][-2:] == ["Flag | ✔", "Train | ✘"]


def test_numbered_headings_and_lists_that_start_at_four(tmp_path: Path) -> None:
    def level(start: int) -> str:
        return (
            f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/></w:lvl>'
        )

    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{level(start)}</w:abstractNum>'
        for n, start in ((1, 1), (2, 4))
    ) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))

    def numbered(text: str, entry: int, style: str = "") -> str:
        listed = f'<w:numPr><w:numId w:val="{entry}"/></w:numPr>'
        return paragraph(text, properties=style + listed)

    body = (
        heading("Learning from Child Z")
        + numbered("Recommendations", 1, '<w:pStyle w:val="Heading1"/>')
        + numbered("Flag missed appointments.", 2)
        + numbered("Train staff in bruising.", 2)
    )
    assert units(tmp_path, word_of(body, numbering=numbering))[-2:] == [
        ("recommendation-4", "Flag missed appointments."),
        ("recommendation-5", "Train staff in bruising."),
    ]


def test_a_file_with_macros_is_read_and_found_in_a_folder(tmp_path: Path) -> None:
    content = word_of(FINDING + paragraph("Nobody asked."), main=WITH_MACROS)
    assert units(tmp_path, content, "a.docm") == [("finding-1", "Nobody asked.")]
    assert [file.path.name for file in find_files(tmp_path, "corpus")] == ["a.docm"]


def test_a_document_of_drawings_says_what_is_not_read(tmp_path: Path) -> None:
    chart = f"<c:chartSpace {NAMESPACES}/>"
    body = paragraph(drawing('<c:chart r:id="chart"/>'))
    (tmp_path / "a.docx").write_bytes(word_of(body, parts={"chart.xml": chart}))
    with pytest.raises(UnreadableFile, match=r"has no text \(a chart is not read\)"):
        read_source(tmp_path / "a.docx")
