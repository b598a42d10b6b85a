"""The window in a real browser: what no test of the script alone can see."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from served import CHROMIUM, served
from window import BULLETIN, QUESTION

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BOX = "[data-testid=stChatInputTextArea]"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Of a window over a library of one bulletin."""
    folder = tmp_path_factory.mktemp("window")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "zed.md").write_text(BULLETIN, encoding="utf-8")
    with served(folder) as opened:
        yield opened


@pytest.fixture
def page(browser: "Browser", address: str) -> Iterator["Page"]:
    """Of a browser that has never been here; whoever else is asked for anything fails the test."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    foreign: list[str] = []
    opened.on("request", lambda r: None if r.url.startswith((address, "ws", "data", "blob"))
              else foreign.append(r.url))  # fmt: skip
    opened.goto(address)
    opened.wait_for_selector(BOX, timeout=60_000)
    yield opened
    context.close()
    assert foreign == []


def ask(page: "Page", question: str, *, turn: int = 0) -> None:
    page.fill(BOX, question)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#fa-turn-{turn}", timeout=60_000)
    page.wait_for_selector(f".st-key-fa-under-{turn}", timeout=60_000)
    page.wait_for_function("document.querySelector('#fa-polite').textContent.includes('Answer')")


def test_a_mark_opens_the_words_beside_the_answer_and_back_closes_them(page: "Page") -> None:
    ask(page, QUESTION)
    mark = page.locator("a.fa-mark").first
    mark.hover()
    assert "The nursery" in page.locator("#fa-tip").inner_text()
    mark.click()
    page.wait_for_selector("mark:has-text('The nursery')")
    assert "doc=" in page.url
    page.go_back()
    page.wait_for_selector("mark", state="detached")
    assert page.locator("#fa-turn-0").count() == 1


def test_a_reload_keeps_the_conversation_and_another_browser_has_none(
    page: "Page", browser: "Browser"
) -> None:
    ask(page, QUESTION)
    page.wait_for_url("**c=*")
    page.reload()
    page.wait_for_selector("#fa-turn-0", timeout=60_000)
    stranger = browser.new_page()
    stranger.goto(page.url)
    stranger.wait_for_selector("text=held in another browser", timeout=60_000)
    assert stranger.locator("#fa-turn-0").count() == 0
    stranger.close()


def test_the_keyboard_the_clipboard_and_the_screen_reader_are_served(page: "Page") -> None:
    ask(page, QUESTION)
    assert "The nursery" in page.locator("#fa-polite").inner_text()
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.dataset.testid") == "stChatInputTextArea"
    assert page.input_value(BOX) == ""
    page.get_by_role("button", name="Copy citation 1", exact=True).click()
    page.wait_for_function("document.querySelector('#fa-polite').textContent == 'Copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“The nursery wrote down <3 bruises & told nobody.”")


def test_a_new_answer_begins_at_the_top_of_what_is_seen(page: "Page") -> None:
    ask(page, QUESTION)
    ask(page, "What are the learning points about Child Zed?", turn=1)
    page.wait_for_timeout(1500)
    top = page.locator("#fa-turn-1").bounding_box()
    assert top is not None
    assert 0 <= top["y"] < page.viewport_size["height"]  # type: ignore[index]
