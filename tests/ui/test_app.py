"""The window as a visitor meets it, over a small library of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from fakes import KeywordEmbedding
from made_citations import ORIGINAL
from streamlit.testing.v1 import AppTest

from rag import assistant, wiring
from rag.answers.references import DIGEST_NOTE
from rag.documents.document import DIGEST_MARK
from rag.documents.register import Register
from rag.errors import ModelUnavailable
from rag.index.indexing import add
from rag.index.library import Library
from rag.questions.filters import Filter
from rag.settings import Settings
from rag.types import Answer, Document
from ui import session

APP = Path(__file__).parents[2] / "ui" / "app.py"
BULLETIN = """# Learning bulletin: Child Zed

## Findings

- The nursery wrote down <3 bruises & told nobody.
- Housing officers were not asked what they had seen.
"""
QUESTION = "What were the findings about Child Zed?"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of an empty library; vectors are of keywords."""
    folder = tmp_path / "data"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAG_DATA", str(folder))
    monkeypatch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())
    st.cache_resource.clear()
    yield folder
    session.shared_library().close()
    st.cache_resource.clear()


@pytest.fixture
def window(data: Path, tmp_path: Path) -> AppTest:
    (tmp_path / "zed.md").write_text(BULLETIN, encoding="utf-8")
    with wiring.open_library(Settings.load(data=data)) as library:
        add(library, [tmp_path / "zed.md"], register=Register())
    return AppTest.from_file(str(APP), default_timeout=60)


def shown(window: AppTest) -> str:
    """Everything that stands in the page as a text of ours or of a document."""
    return "\n".join(str(part.proto.body) for part in window.get("html"))


def ask(window: AppTest, question: str) -> AppTest:
    return window.chat_input[0].set_value(question).run()


def test_the_start_offers_questions_that_the_library_answers(window: AppTest) -> None:
    window.run()
    assert not window.exception
    (example,) = window.button
    assert example.label == r"What were the findings about Child Zed\?"
    example.click().run()
    assert "down &lt;3 bruises &amp; told" in shown(window)
    assert not [button for button in window.button if button.label == example.label]


def test_an_answer_has_cards_and_a_card_opens_the_unit_with_its_words_marked(
    window: AppTest,
) -> None:
    ask(window.run(), QUESTION)
    page = shown(window)
    assert "<sup>[1]</sup>" in page
    assert "“The nursery wrote down &lt;3 bruises &amp; told nobody.”" in page
    assert "<mark>" not in page
    window.button(key="citation-0-1").click().run()
    assert "<mark>The nursery" in shown(window)
    assert [*window.query_params] == ["doc", "unit", "start", "end", "words"]
    assert "<sup>[1]</sup>" in shown(window)


def test_a_permanent_link_opens_the_words_in_a_new_visit(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    window.button(key="citation-0-1").click().run()
    visit = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in window.query_params.items():
        visit.query_params[name] = value
    visit.run()
    assert "<mark>The nursery" in shown(visit)
    assert "<sup>" not in shown(visit)


@pytest.mark.parametrize("figure", ["", "-1", "x", "9" * 5000, "²"])
def test_a_damaged_link_shows_a_sentence_or_the_unit_unmarked(window: AppTest, figure: str) -> None:
    window.query_params["doc"] = "nothing"
    window.query_params["unit"] = "findings-item-1"
    window.query_params["start"] = window.query_params["end"] = figure
    window.run()
    assert not window.exception
    assert "nothing" in window.error[0].value
    with wiring.open_library(Settings.load()) as library:
        window.query_params["doc"] = library.catalogue.records()[0].id
    window.run()
    assert not window.exception
    assert not window.error
    assert "The nursery" in shown(window)
    assert "<mark>" not in shown(window)


def test_markup_in_a_question_is_shown_and_never_run(window: AppTest) -> None:
    ask(window.run(), f"<img src=x onerror=alert(1)> {QUESTION}")
    assert "&lt;img src=x" in shown(window)
    assert "<img" not in shown(window)


def test_the_next_question_is_read_in_the_light_of_the_earlier_ones(
    window: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    answer = assistant.ask

    def listen(library: Library, turns: Sequence[str], *, within: Filter) -> Answer:
        asked.append([*turns])
        return answer(library, turns, within=within)

    monkeypatch.setattr("ui.ask.ask", listen)
    ask(ask(window.run(), QUESTION), "And the second?")
    assert asked == [[QUESTION], [QUESTION, "And the second?"]]


def test_an_error_is_a_sentence_and_the_conversation_stays(
    window: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(window.run(), QUESTION)

    def fail(*_: object, **__: object) -> Answer:
        raise ModelUnavailable("The *model* is gone: install it again.")

    monkeypatch.setattr("ui.ask.ask", fail)
    ask(window, "And the second?")
    assert not window.exception
    assert [error.value for error in window.error] == [
        r"The \*model\* is gone\: install it again\."
    ]
    assert "<sup>[1]</sup>" in shown(window)


def test_an_empty_library_says_what_to_do(data: Path) -> None:
    window = ask(AppTest.from_file(str(APP), default_timeout=60).run(), QUESTION)
    assert data.is_dir()
    assert not window.exception
    assert "rag index" in window.error[0].value


def open_card(window: AppTest) -> AppTest:
    """A new visit by the link of the first citation."""
    ask(window.run(), QUESTION)
    window.button(key="citation-0-1").click().run()
    visit = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in window.query_params.items():
        visit.query_params[name] = value
    return visit


def test_a_link_to_words_that_have_changed_marks_none_and_says_so(
    window: AppTest, tmp_path: Path
) -> None:
    visit = open_card(window)
    changed = BULLETIN.replace("The nursery wrote down <3", "A childminder had seen four")
    (tmp_path / "zed.md").write_text(changed, encoding="utf-8")
    with wiring.open_library(Settings.load()) as library:
        add(library, [tmp_path / "zed.md"], register=Register())
    visit.run()
    assert not visit.exception
    assert "has changed since this link" in visit.warning[0].value
    assert "A childminder had seen four bruises" in shown(visit)
    assert "<mark>" not in shown(visit)


def test_a_unit_whose_words_are_not_in_its_document_is_not_shown(
    window: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = open_card(window)
    read = Library.document

    def spoilt(library: Library, id_: str) -> Document:
        document = read(library, id_)
        text = document.reading.text.replace("told nobody", "told police")
        return replace(document, reading=replace(document.reading, text=text))

    monkeypatch.setattr(Library, "document", spoilt)
    visit.run()
    assert not visit.exception
    assert "were not found in its document" in visit.error[0].value
    assert "The nursery" not in shown(visit)


def test_an_answer_of_both_has_the_reviews_words_alone_in_quotation_marks() -> None:
    def page() -> None:
        from dataclasses import replace

        from made_citations import DIGEST, ORIGINAL

        from rag.types import Answer, Statement
        from ui import render

        statements = (
            Statement(ORIGINAL.quote, (1,), verbatim=True),
            Statement("Nobody looked at a room.", (2,)),
        )
        citations = (ORIGINAL, replace(DIGEST, n=2))
        render.show_answer(Answer("Why?", "answered", None, statements, citations))

    window = AppTest.from_function(page, default_timeout=60).run()
    assert not window.exception
    assert f"“{ORIGINAL.quote}” <sup>[1]</sup>" in shown(window)
    assert ">Nobody looked at a room. <sup>[2]</sup>" in shown(window)


def test_a_digest_is_marked_and_never_in_quotation_marks(data: Path, tmp_path: Path) -> None:
    digest = BULLETIN.replace("## Findings", f"*{DIGEST_MARK} of it.*\n\n## Findings", 1)
    (tmp_path / "zed.md").write_text(digest, encoding="utf-8")
    with wiring.open_library(Settings.load(data=data)) as library:
        add(library, [tmp_path / "zed.md"], register=Register())
    window = AppTest.from_file(str(APP), default_timeout=60)
    ask(window.run(), QUESTION)
    note = DIGEST_NOTE.replace("'", "&#x27;")
    assert shown(window).count(note) == len(window.button)
    window.button(key="citation-0-1").click().run()
    assert not window.exception
    assert shown(window).count(note) == 1 + len([b for b in window.button if b.key])
    assert "<mark>The nursery" in shown(window)
    assert "“" not in shown(window)
