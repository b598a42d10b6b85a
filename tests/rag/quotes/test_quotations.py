"""Quotations in texts and files."""

from pathlib import Path

import docx
import pptx
import pytest
from made_files import pdf_of
from pptx.util import Inches

from rag.errors import UnreadableFile
from rag.quotes.quotations import find_quotations, read_quotations

QUOTE = "the nursery wrote down three bruises"
TEXT = f"We read that “{QUOTE}” and “told nobody” of it.\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TEXT, (QUOTE,)),
        (f'It says "{QUOTE}", and "it told nobody else".', (QUOTE, "it told nobody else")),
        ("A 5\" by 6\" card with some words and 7\" more.", ()),
        (f"As ‘{QUOTE}’, it was. The child’s and the workers’ views differ.", (QUOTE,)),
        ("The workers’ views on the children’s and parents’ wishes were heard.", ()),
        ("“the one said ‘not that’ again and again”", ("the one said ‘not that’ again and again",)),
        ("“one mark too few for these\n\n“but it was closed here”",
         ("one mark too few for these", "but it was closed here")),
        ('An open " mark\n\nand a later " one do not join paragraphs.', ()),
    ],
)  # fmt: skip
def test_quotation_marks(text: str, found: tuple[str, ...]) -> None:
    assert find_quotations(text) == found


def test_block_quotes_of_markdown() -> None:
    text = f"Intro\n\n> The nursery wrote\n> it down.\n>\n> — Child A review\n\nThen “{QUOTE}”.\n"
    assert find_quotations(text, markdown=True) == ("The nursery wrote\nit down.", QUOTE)
    assert find_quotations(text) == (QUOTE,)


def test_a_block_quote_in_marks_is_found_once() -> None:
    assert find_quotations(f"> “{QUOTE}”\n", markdown=True) == (QUOTE,)


def test_every_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.md").write_text(f"> {QUOTE}\n", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(pdf_of([f'We read that "{QUOTE}" here.']))
    word = docx.Document()
    word.add_paragraph(TEXT)
    word.save(str(tmp_path / "a.docx"))
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    slide.shapes.add_textbox(0, 0, Inches(4), Inches(1)).text_frame.text = TEXT
    table = slide.shapes.add_table(1, 1, 0, 0, Inches(4), Inches(1)).table
    table.cell(0, 0).text = "“and then it told nobody”"
    slide.notes_slide.notes_text_frame.text = "“as the notes of it say”"
    show.save(str(tmp_path / "b.pptx"))
    for suffix in ("txt", "md", "pdf", "docx"):
        assert read_quotations(tmp_path / f"a.{suffix}") == (QUOTE,), suffix
    assert read_quotations(tmp_path / "b.pptx") == (
        QUOTE, "and then it told nobody", "as the notes of it say",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["a.xlsx", "a.pptx", "missing.pptx", "a.docx"])
def test_files_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(b"PK no archive")
    with pytest.raises(UnreadableFile, match=name):
        read_quotations(tmp_path / name)
