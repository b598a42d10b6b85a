"""Quotations of web pages and Markdown: what stands in the file with tags between is layout, and
struck words are never passed over inside a piece."""

from pathlib import Path

import pytest

from rag.documents.document import read_document
from rag.quotes.check import check_quote
from rag.quotes.citations.citing import unfounded_units
from rag.quotes.occurrences import find_words, want
from rag.types import Document


def document(folder: Path, text: str, name: str = "a.html") -> Document:
    (folder / name).write_text(text, encoding="utf-8")
    return read_document(folder / name)


@pytest.mark.parametrize(
    ("page", "given", "match"),
    [
        ("The nurse saw the child.", "The nurse saw the child.", "exact"),
        ("The <b>nurse</b> saw<br>the child.", "nurse saw the child", "layout"),
        ("in 2019<sup>1</sup> and May", "in 2019 and May", "layout"),
        ("10<sup>6</sup> people", "10⁶ people", "layout"),
        ("&pound500 for the nurse&rsquo;s car", "£500 for the nurse’s car", "layout"),
        ("of AT&ampT in", "of AT&T in", "layout"),
        (f'see <a href="https://a.example/{"x" * 900}?b>c">the guide</a> now', "see the guide now",
         "layout"),
        ("Name: <input value='Smith'> of Leeds", "Name: Smith of Leeds", "layout"),
        ("A<span style='display:inline-block'>b</span> c", "b c", "layout"),
        ("The nurse <del>never</del> often saw the child.", "nurse often saw the child", "layout"),
        ("It was foot<s>x</s>ball.", "It was football.", "layout"),
    ],
)  # fmt: skip
def test_words_of_a_page(tmp_path: Path, page: str, given: str, match: str) -> None:
    found = document(tmp_path, f"<h1>Child Zed</h1><h2>Finding 1</h2><p>{page}</p>")
    assert not unfounded_units(found)
    occurrences = find_words(found, want(given))
    assert [occurrence.match for occurrence in occurrences] == [match]


def test_struck_words_are_passed_over_in_no_piece(tmp_path: Path) -> None:
    found = document(tmp_path, "<h1>Child Zed</h1><p>The nurse <del>never</del> saw the child.")
    text = found.reading.text
    start = text.index("The nurse")
    assert check_quote(found, [(start, len(text))], text[start:]) is None
    cut = text.index(" saw")
    assert check_quote(found, [(start, cut), (cut + 1, len(text))], text[start:]) == "layout"


def test_words_of_markdown(tmp_path: Path) -> None:
    text = "# Child Zed\n\n## Finding 1\n\nThe [nurse][1] ~~never~~ saw\\\n"
    text += "\\*all\\* in 2019[^1]. End.\n"
    found = document(tmp_path, f"{text}\n[1]: https://a.example\n", "a.md")
    assert not unfounded_units(found)
    (occurrence,) = find_words(found, want("saw *all* in 2019. End."))
    assert occurrence.match == "layout"
