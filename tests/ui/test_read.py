"""The reader: outline, text, steps, links that last, and pages as printed."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from made_files import pdf_of
from streamlit.testing.v1 import AppTest

from rag import wiring
from rag.assistant import ask
from rag.documents.register import Register
from rag.index.indexing import add
from rag.index.library import Library
from rag.quotes.citations.linked import link_to_words
from rag.quotes.citations.links import Link
from rag.settings import Settings
from ui import session
from ui.outline import outline_html

BULLETIN = """# Learning bulletin: Child Zed

## Findings

- The nursery wrote down <3 bruises & told nobody.
- Housing officers were not asked what they had seen.

## What we learned

Ask the child <script>alert(1)</script> first.
"""
BROWSER = "a" * 32
PDF = ["Serious Case Review: Child Pea", "The landlord reported the window in March."]


@pytest.fixture
def library(data: Path, tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "zed.md").write_text(BULLETIN, encoding="utf-8")
    (tmp_path / "pea.pdf").write_bytes(pdf_of(PDF))
    with wiring.open_library(Settings.load(data=data)) as opened:
        add(opened, [tmp_path / "zed.md", tmp_path / "pea.pdf"], register=Register())
        yield opened


def document_of(library: Library, file: str) -> str:
    return next(r.id for r in library.catalogue.records() if r.file == file)


def link_to(library: Library, file: str, words: str) -> Link:
    document = library.document(document_of(library, file))
    start = document.reading.text.index(words)
    unit = next(unit for unit in document.units if words in unit.text)
    return link_to_words(document, unit, (start, start + len(words)))


def visit(fields: dict[str, str]) -> AppTest:
    """A browser that has never been here, at this address."""

    def page() -> None:
        from ui import read

        read.show()

    window = AppTest.from_function(page, default_timeout=60)
    for name, value in fields.items():
        window.query_params[name] = value
    return window.run()


def shown(window: AppTest) -> str:
    assert not window.exception
    return "\n".join(str(part.proto.body) for part in window.get("html"))


def address(window: AppTest) -> dict[str, str]:
    return {name: str(value) for name, value in window.query_params.items()}


def test_without_an_address_the_documents_held_are_offered(library: Library) -> None:
    page = shown(visit({}))
    for record in library.catalogue.records():
        assert f'<a href="read?doc={record.id}" data-fa-open>' in page


def test_a_link_opens_the_words_marked_in_the_whole_text(library: Library) -> None:
    link = link_to(library, "zed.md", "wrote down <3 bruises")
    page = shown(visit(link.fields))
    assert "The nursery <mark>wrote down &lt;3 bruises</mark> &amp; told" in page
    assert "Housing officers" in page
    assert page.count("<mark>") == page.count('aria-current="true"') == 1
    assert page.count("data-fa-here=") == 1


def test_text_and_address_are_shown_and_never_run(library: Library) -> None:
    link = link_to(library, "zed.md", "Ask the child")
    page = shown(visit({**link.fields, "unit": "<b onclick=alert(1)>"}))
    assert "<script" not in page
    assert "<b onclick" not in page


def test_headings_are_in_order_and_the_outline_leads_to_every_unit(library: Library) -> None:
    identity = document_of(library, "zed.md")
    page = shown(visit({"doc": identity}))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    for unit in library.catalogue.units(identity):
        assert f'href="read?doc={identity}&amp;unit={unit.id}"' in page
        assert f'data-fa-copy="read?doc={identity}&amp;unit={unit.id}"' in page


def test_the_outline_names_a_folded_part_once(data: Path, tmp_path: Path) -> None:
    items = "\n".join(f"- The nurse was not told of visit {n}." for n in range(5))
    (tmp_path / "zed.md").write_text(f"# Child Zed\n\n## Findings\n\n{items}\n", encoding="utf-8")
    with wiring.open_library(Settings.load(data=data)) as library:
        add(library, [tmp_path / "zed.md"], register=Register())
        outline = outline_html(library.document(document_of(library, "zed.md")), None)
    assert outline.count(">Findings") == 1
    assert ">From the beginning<" in outline


def test_steps_lead_from_unit_to_unit(library: Library) -> None:
    identity = document_of(library, "zed.md")
    units = library.catalogue.units(identity)
    window = visit(Link(identity, units[0].id).fields)
    assert window.button(key="unit-before").disabled
    window.button(key="unit-after").click().run()
    assert address(window) == Link(identity, units[1].id).fields
    window.button(key="unit-before").click().run()
    assert address(window) == Link(identity, units[0].id).fields
    assert visit(Link(identity, units[-1].id).fields).button(key="unit-after").disabled


def test_steps_lead_through_the_citations_of_the_answer(library: Library) -> None:
    answer = ask(library, ["What were the findings about Child Zed?"])
    places = [Link.of_citation(citation) for citation in answer.citations]
    assert len(places) > 1
    window = visit({})
    kept = session.shared_history().conversations.begin(BROWSER, answer)
    window.session_state["browser"] = BROWSER
    window.query_params["c"] = kept.id
    window.run().button(key="citation-after").click().run()
    assert address(window) == places[0].fields | {"c": kept.id}
    assert f"Citation 1 of {len(places)}" in shown(window)
    window.button(key="citation-after").click().run()
    assert address(window) == places[1].fields | {"c": kept.id}
    window.button(key="citation-before").click().run()
    assert address(window) == places[0].fields | {"c": kept.id}
    assert window.button(key="citation-before").disabled


def test_another_document_is_chosen_from_the_list(library: Library) -> None:
    window = visit({"doc": document_of(library, "zed.md")})
    window.selectbox(key="reader-document").select(document_of(library, "pea.pdf")).run()
    assert address(window) == {"doc": document_of(library, "pea.pdf")}
    assert "The landlord" in shown(window)


def test_words_that_have_moved_or_gone_are_told(library: Library) -> None:
    link = link_to(library, "zed.md", "Housing officers")
    moved = visit(Link(link.document, link.unit, (0, len("Housing officers")), link.words).fields)
    assert "same words now stand here" in moved.info[0].value
    assert "<mark>Housing officers</mark>" in shown(moved)
    gone = visit({**link.fields, "words": "00000000"})
    assert "has changed since this link" in gone.warning[0].value
    assert "<mark>" not in shown(gone)


def test_an_unknown_document_or_unit_is_one_sentence_beside_what_is_held(library: Library) -> None:
    window = visit({"doc": "*nothing*", "unit": "x"})
    assert [error.value for error in window.error] == [
        r"The library has no document \'\*nothing\*\'\: check the link\, or choose one of those"
        r" held\."
    ]
    assert "data-fa-open" in shown(window)
    window = visit({"doc": document_of(library, "zed.md"), "unit": "x"})
    assert len(window.error) == 1
    assert "The nursery" in shown(window)


def open_page(library: Library, words: str) -> AppTest:
    window = visit(link_to(library, "pea.pdf", words).fields)
    (view,) = window.get("button_group")
    return view.set_value("Page as printed").run()


def test_a_page_is_shown_as_printed_with_the_words_boxed(library: Library) -> None:
    page = shown(open_page(library, "reported the window"))
    assert page.count('<span class="fa-box"') == 1
    assert 'alt="Page 2 of ' in page
    assert 'src="data:image/jpeg;base64,' in page


def test_a_file_that_has_moved_is_told_and_the_text_stays(library: Library) -> None:
    (library.added / "pea.pdf").unlink()
    window = open_page(library, "reported the window")
    assert "no longer in" in window.error[0].value
    assert "<img" not in shown(window)


def test_words_that_cannot_be_located_on_the_page_are_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.quotes.citations.printed.locate_words", lambda *_, **__: ())
    window = open_page(library, "reported the window")
    assert "could not be located" in window.warning[0].value
    assert "<img" in shown(window)
