"""What Markdown, HTML and Word files say of themselves: a unit where printed, or a property."""

from pathlib import Path

import docx
import pytest

from rag.documents.document import read_document
from rag.documents.front.properties import unprinted_properties
from rag.types import Document

PARAGRAPH = "This review was asked for after a child was hurt, and tells what agencies learned."


def markdown(folder: Path, author: str, words: str) -> Path:
    path = folder / "a.md"
    path.write_text(
        f"---\ntitle: Review of Child Z\nauthor: {author}\ndate: 2019-05-03\n---\n\n{words}\n",
        encoding="utf-8",
    )
    return path


def page(folder: Path, author: str, words: str) -> Path:
    path = folder / "a.html"
    path.write_text(
        f"<html><head><title>Review of Child Z</title><meta name=author content='{author}'></head>"
        f"<body><h1>Review of Child Z</h1><p>{words}</p></body></html>",
        encoding="utf-8",
    )
    return path


def word(folder: Path, author: str, words: str) -> Path:
    made = docx.Document()
    made.add_heading("Review of Child Z", 0)
    made.add_paragraph(words)
    made.core_properties.author = author
    path = folder / "a.docx"
    made.save(str(path))
    return path


def authors(document: Document) -> list[str]:
    return [unit.text for unit in document.units if unit.key == "author"]


@pytest.mark.parametrize("make", [markdown, page, word])
def test_an_author_whom_a_passage_names_becomes_a_unit_there(make: object, tmp_path: Path) -> None:
    assert callable(make)
    words = f"I am Jane Green and Tom Brown worked with me. {PARAGRAPH}"
    document = read_document(make(tmp_path, "Jane Green, Tom Brown", words))
    assert authors(document) == ["Jane Green", "Tom Brown"]
    assert all(document.reading.text[u.start : u.end] == u.text for u in document.units if u.key)
    assert unprinted_properties(document) == ()


@pytest.mark.parametrize("make", [markdown, page, word])
def test_an_author_whom_nothing_names_stays_a_property(make: object, tmp_path: Path) -> None:
    assert callable(make)
    document = read_document(make(tmp_path, "Jane Green", f"Greenwich said so. {PARAGRAPH}"))
    assert authors(document) == []
    assert unprinted_properties(document) == (("author", "Jane Green"),)


def test_what_is_no_name_becomes_no_author(tmp_path: Path) -> None:
    document = read_document(word(tmp_path, "Review Team", f"The Review Team met. {PARAGRAPH}"))
    assert authors(document) == []


def test_a_part_of_a_longer_name_is_no_author(tmp_path: Path) -> None:
    document = read_document(word(tmp_path, "Jane Green", f"Jane Greenwood met. {PARAGRAPH}"))
    assert authors(document) == []


def test_an_author_with_a_label_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\nauthor: Tom Brown\n---\n\n# Review of Child Z\n\nAuthor: Jane Green\n\n"
        f"Tom Brown took part. {PARAGRAPH}\n",
        encoding="utf-8",
    )
    document = read_document(path)
    assert [text.removeprefix("Author: ") for text in authors(document)] == ["Jane Green"]
