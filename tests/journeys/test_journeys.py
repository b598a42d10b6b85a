"""From a file of each kind to a cited answer, with the real store and the real model."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from made_files import new_docx, pdf_of, write_docx
from made_libraries import digest, review

from rag.assistant import ask
from rag.documents.register import Entry, Register
from rag.index.indexing import add, sync
from rag.index.library import Library
from rag.settings import Settings
from rag.types import Citation
from rag.wiring import open_library

pytestmark = pytest.mark.slow

SAID = "The landlord reported the broken window to the housing officer in March."
QUESTION = "When was the broken window reported?"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(Settings.load(data=tmp_path / "data")) as opened:
        yield opened


def make_pdf(folder: Path) -> Path:
    pages = ["Serious Case Review: Child Z", SAID]
    path = folder / "child-z.pdf"
    path.write_bytes(pdf_of(pages, labels="0 << /S /D /St 7 >>"))
    return path


def make_word(folder: Path) -> Path:
    document = new_docx()
    document.add_heading("Serious Case Review: Child Z", level=1)
    document.add_heading("Findings", level=2)
    document.add_paragraph(SAID)
    return write_docx(document, folder / "child-z.docx")


def make_html(folder: Path) -> Path:
    body = f"<h1>Serious Case Review: Child Z</h1><h2>Findings</h2><p>{SAID}</p>"
    path = folder / "child-z.html"
    path.write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
    return path


def cited(library: Library) -> Citation:
    answer = ask(library, [QUESTION])
    assert answer.status == "answered"
    found = next(citation for citation in answer.citations if SAID in citation.quote)
    assert any(found.n in statement.citations for statement in answer.statements)
    return found


def linked_words(library: Library, citation: Citation) -> str:
    """What stands where the link leads, inside the unit that it names."""
    place = {name: values[0] for name, values in parse_qs(citation.link.lstrip("?")).items()}
    unit = library.catalogue.unit(place["doc"], place["unit"])
    start, end = int(place["start"]), int(place["end"])
    assert unit.start <= start < end <= unit.end
    return library.document(place["doc"]).reading.text[start:end]


def test_a_pdf_is_cited_by_position_and_printed_number_of_its_page(
    library: Library, tmp_path: Path
) -> None:
    add(library, [make_pdf(tmp_path)], register=Register())
    citation = cited(library)
    assert (citation.page, citation.page_label, citation.match) == (2, "8", "exact")
    assert linked_words(library, citation) == citation.quote


@pytest.mark.parametrize("make", [make_word, make_html])
def test_a_file_without_pages_is_cited_by_its_unit(
    library: Library, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    add(library, [make(tmp_path)], register=Register())
    citation = cited(library)
    assert (citation.page, citation.page_label) == (None, None)
    assert citation.path == ("Findings",)
    assert citation.match in ("exact", "layout")
    assert linked_words(library, citation) == citation.quote


def test_an_original_takes_over_from_its_digest_and_is_quoted(
    library: Library, tmp_path: Path
) -> None:
    entry = Entry(
        file="child-z.md", id="child-z-anyshire", title="Serious Case Review: Child Z",
        kind="overview_report", provenance="digest", subject="Child Z",
    )  # fmt: skip
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "child-z.md").write_text(digest(SAID), encoding="utf-8")
    sync(library, corpus, register=Register((entry,)))
    first = cited(library)
    assert (first.document, first.provenance, first.match) == (entry.id, "digest", None)
    (corpus / "review.md").write_text(review("Nothing else.", SAID), encoding="utf-8")
    sync(library, corpus, register=Register((entry,)))
    second = cited(library)
    assert (second.document, second.provenance, second.match) == (entry.id, "original", "exact")
    assert linked_words(library, second) == second.quote
