"""Conversations: they outlive a reload, and no other browser sees them."""

import re

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from window import QUESTION, address, ask, links, new_visit, shown

from rag.history.feedback import Opinion
from rag.safety.masking import mask
from ui import browser, session

HERE = "0123456789abcdef" * 2


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """One browser, that keeps its name."""
    monkeypatch.setattr(browser, "key", lambda: HERE)


def click(window: AppTest, label: str) -> AppTest:
    return next(button for button in window.button if button.label == label).click().run()


def kept_titles() -> list[str]:
    return [each.title for each in session.shared_history().conversations.of_browser(HERE)]


@pytest.mark.usefixtures("here")
def test_a_reload_and_a_restart_find_the_conversation(window: AppTest) -> None:
    ask(ask(window.run(), QUESTION), "How many findings are there?")
    before = shown(window)
    session.shared_history().close()
    st.cache_resource.clear()
    visit = new_visit(address(window)).run()
    assert not visit.exception
    assert shown(visit).count("fa-question") == 2
    assert links(visit) == links(window)
    assert before.count("<li class=") == shown(visit).count("<li class=")


def test_another_browser_is_shown_nothing_of_it(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    visit = new_visit(address(window)).run()
    assert not visit.exception
    assert "The nursery" not in shown(visit)
    assert "another browser" in visit.info[0].value
    assert re.fullmatch(r"\?c=[0-9a-f]{32}", address(window))
    ask(visit, QUESTION)
    assert address(visit) != address(window)
    assert not visit.info


@pytest.mark.usefixtures("here")
def test_a_conversation_is_renamed_and_deleted_and_another_begun(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    assert kept_titles() == [QUESTION]
    window.text_input[0].set_value("Zed, ring 020 7946 0018")
    click(window, "Rename")
    assert kept_titles() == [mask("Zed, ring 020 7946 0018")] != ["Zed, ring 020 7946 0018"]
    click(window, "New conversation")
    assert not [*window.query_params]
    assert "fa-question" not in shown(window)
    ask(window, "How many findings are there?")
    click(window, "Delete for good")
    assert kept_titles() == [mask("Zed, ring 020 7946 0018")]
    assert "fa-question" not in shown(window)


@pytest.mark.usefixtures("here")
def test_a_conversation_is_taken_along_as_markdown_and_as_word(window: AppTest) -> None:
    assert not window.run().download_button
    ask(window, QUESTION)
    buttons = {button.label: button for button in window.download_button}
    assert [*buttons] == ["Markdown", "Word"]
    assert not any(button.disabled for button in buttons.values())


@pytest.mark.usefixtures("here", "window")
def test_a_filter_outlives_a_reload_a_new_conversation_and_another_page() -> None:
    visit = new_visit("?within=units%3Dfinding").run()
    click(ask(visit, "What do the reviews say about the telephone?"), "New conversation")
    assert address(visit) == "?within=units%3Dfinding"
    del visit.query_params["within"]
    click(visit.run(), r"Kind of unit\: Finding")
    assert not visit.exception
    assert address(visit) == "?"


@pytest.mark.usefixtures("here")
def test_a_thumb_and_its_reason_are_kept_and_shown_again(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    window.feedback[0].set_value(0).run()
    window.button_group[0].select("unsafe").run()
    assert not window.exception
    history = session.shared_history()
    (conversation,) = history.conversations.of_browser(HERE)
    assert history.feedback.of_conversation(conversation) == {0: Opinion("down", "unsafe")}
    visit = new_visit(address(window)).run()
    assert visit.feedback[0].value == 0
    assert history.feedback.count() == 1


@pytest.mark.usefixtures("here")
def test_what_is_kept_is_masked(window: AppTest) -> None:
    ask(window.run(), f"{QUESTION} My number is 020 7946 0018.")
    (row,) = session.shared_history()._database.query("SELECT answer FROM turns")
    assert "0018" not in row[0] + "".join(kept_titles())
    assert "0018" not in shown(window)


def test_a_concern_is_told_in_full_with_nothing_beside_it(window: AppTest) -> None:
    ask(window.run(), QUESTION)
    for name, value in {"doc": "x", "unit": "y"}.items():
        window.query_params[name] = value
    ask(window, "My neighbour is hitting her baby right now")
    page = shown(window)
    assert 'href="tel:999"' in page
    assert 'href="tel:08088005000"' in page
    assert [*window.query_params] == ["c"]
    assert len(window.feedback) == 1
    assert "You could ask next" not in page
    assert window.session_state["news"]["urgent"]


def test_a_refusal_is_help_with_next_steps_and_no_error(window: AppTest) -> None:
    ask(window.run(), "What did the Child Yak review of Otherton find?")
    assert not window.error
    assert "fa-help" in shown(window)
    assert "You could ask next" in shown(window)


@pytest.mark.usefixtures("here")
def test_a_fault_of_ours_is_one_sentence_and_the_conversation_stays(
    window: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(window.run(), QUESTION)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("ui.ask.ask", fail)
        ask(window, "And the second?")
        assert not window.exception
        assert "conversation is kept" in window.error[0].value
    window.run()
    assert not window.error
    assert ">[1]</a>" in shown(window)
