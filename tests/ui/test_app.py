"""The page of questions as a visitor meets it, over a small library of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from made_citations import ORIGINAL
from streamlit.testing.v1 import AppTest
from window import BULLETIN, QUESTION, ask, at, links, new_visit, shown

from rag import assistant, wiring
from rag.answer import Answer
from rag.answers.filters import Filter
from rag.documents.document import DIGEST_MARK
from rag.documents.register import Register
from rag.errors import ModelUnavailable
from rag.index.indexing import add
from rag.index.library import Library
from rag.quotes.citations.references import DIGEST_NOTE
from rag.settings import Settings
from rag.types import Document


def test_the_start_offers_questions_that_the_library_answers(window: AppTest) -> None:
    window.run()
    assert not window.exception
    example = next(
        b for b in window.button if b.label == r"What were the findings about Child Zed\?"
    )
    example.click().run()
    assert "down &lt;3 bruises &amp; told" in shown(window)
    assert "For example" not in shown(window)


def test_what_could_be_asked_next_is_answered(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    further = next(b for b in window.button if "learning points" in b.label)
    further.click().run()
    assert not window.exception
    assert "voice on the telephone" in shown(window)


def test_how_a_question_was_read_is_folded_away_under_its_answer(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    (folded,) = (each for each in window.expander if each.label == "How this question was read")
    assert not folded.proto.expanded
    assert f"<dt>Read as</dt><dd>{QUESTION}</dd>" in shown(window)


def test_an_answer_has_cards_and_a_link_opens_the_unit_with_its_words_marked(
    window: AppTest,
) -> None:
    ask(window.run(), QUESTION)
    page = shown(window)
    assert ">[1]</a>" in page
    assert "“The nursery wrote down &lt;3 bruises &amp; told nobody.”" in page
    assert "<mark>" not in page
    at(window, links(window)[0]).run()
    assert "<mark>The nursery" in shown(window)
    assert set(window.query_params) == {"doc", "unit", "start", "end", "words", "c"}
    assert ">[1]</a>" in shown(window)


def test_a_row_is_shown_in_cells_and_copied_as_quoted(window: AppTest, tmp_path: Path) -> None:
    rows = "| No | Recommendation | Agency |\n|---|---|---|\n| 1 | Ring the & nursery. | Police |\n"
    (tmp_path / "tab.md").write_text(f"# Child Tab\n\n## Recommendations\n\n{rows}")
    with wiring.open_library(Settings.load(data=tmp_path / "data")) as library:
        add(library, [tmp_path / "tab.md"], register=Register())
    page = shown(ask(window.run(), "What were the recommendations about Child Tab?"))
    cell = '<span class="fa-cell"> | </span>'
    assert f"“1{cell}Ring the &amp; nursery.{cell}Police”" in page
    assert quote("1 | Ring the & nursery. | Police") in page


def test_closing_the_unit_leaves_the_conversation(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    at(window, links(window)[0]).run()
    next(button for button in window.button if button.label == "Close").click().run()
    assert [*window.query_params] == ["c"]
    assert "<mark>" not in shown(window)
    assert ">[1]</a>" in shown(window)


def test_a_permanent_link_opens_the_words_in_a_new_visit(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    visit = new_visit(links(window)[0]).run()
    assert "<mark>The nursery" in shown(visit)
    assert ">[1]</a>" not in shown(visit)


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

    def listen(library: Library, turns: Sequence[str], *, within: Filter, explain: bool) -> Answer:
        asked.append([*turns])
        return answer(library, turns, within=within, explain=explain)

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
    assert ">[1]</a>" in shown(window)


def test_an_empty_library_says_what_to_do(data: Path) -> None:
    window = new_visit().run()
    assert data.is_dir()
    assert window.chat_input[0].disabled
    assert "add reviews on the page Library" in window.info[0].value
    next(each for each in window.button if each.label == "Go to the library").click().run()
    assert not window.exception
    assert not window.error
    assert window.title[0].value == "Library"


def open_card(window: AppTest) -> AppTest:
    """A new visit by the link of the first citation."""
    return new_visit(links(ask(window.run(), QUESTION))[0])


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


def test_an_answer_of_both_has_the_reviews_words_alone_in_quotation_marks(
    window: AppTest,
) -> None:
    def page() -> None:
        from dataclasses import replace

        from made_citations import DIGEST, ORIGINAL

        from rag.answer import Answer, Statement
        from rag.history.standing import Standing
        from ui import answers, session

        statements = (
            Statement(ORIGINAL.quote, (1,), verbatim=True),
            Statement("Nobody looked at a room.", (2,)),
        )
        citations = (ORIGINAL, replace(DIGEST, n=2))
        answer = Answer("Why?", "answered", None, statements, citations)
        answers.show_answer(session.shared_library(), Standing(answer), "some")

    window = AppTest.from_function(page, default_timeout=60).run()
    assert not window.exception
    assert f"“{ORIGINAL.quote}” <a" in shown(window)
    assert ">Nobody looked at a room. <a" in shown(window)


def test_an_answer_of_several_reviews_has_a_heading_for_each(data: Path, tmp_path: Path) -> None:
    files = [tmp_path / "zed.md", tmp_path / "yan.md"]
    for file in files:
        text = BULLETIN.replace("Zed", file.stem.title())
        file.write_text(text, encoding="utf-8")
    with wiring.open_library(Settings.load(data=data)) as library:
        add(library, files, register=Register())
    window = ask(new_visit().run(), "What do the reviews say about the nursery?")
    headings = re.findall(r"<h(\d)[^>]*>(.*?)</h", shown(window))
    assert {"Child Zed", "Child Yan"} <= {text for level, text in headings if level == "3"}
    assert [level for level, _ in headings][:2] == ["2", "3"]


def test_a_digest_is_marked_and_never_in_quotation_marks(data: Path, tmp_path: Path) -> None:
    digest = BULLETIN.replace("## Findings", f"*{DIGEST_MARK} of it.*\n\n## Findings", 1)
    (tmp_path / "zed.md").write_text(digest, encoding="utf-8")
    with wiring.open_library(Settings.load(data=data)) as library:
        add(library, [tmp_path / "zed.md"], register=Register())
    window = new_visit()
    ask(window.run(), QUESTION)
    note = DIGEST_NOTE.replace("'", "&#x27;")
    cards = shown(window).count("<li class=")
    assert shown(window).count(note) == cards > 0
    at(window, links(window)[0]).run()
    assert not window.exception
    assert shown(window).count(note) == 1 + cards
    assert "<mark>The nursery" in shown(window)
    assert "“" not in shown(window)


def test_a_text_that_is_checked_shows_each_claim_above_its_verdict(window: AppTest) -> None:
    claim = "The nursery wrote down 5 bruises & told nobody."
    ask(window.run(), f"Is this consistent with the Child Zed review? '{claim}'")
    assert not window.exception
    page = shown(window)
    above = '<span class="fa-claim">The nursery wrote down 5 bruises &amp; told nobody.</span>'
    assert f"{above}\nContradicted. The review has 3, not 5:" in page
    assert "“The nursery wrote down &lt;3 bruises &amp; told nobody.”" in page
