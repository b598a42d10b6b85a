"""What a person does in the window with a real browser."""

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from serving import BOX, CHROMIUM, wait_until_still

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

IN_A_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
PATIENCE = 90_000
"""Milliseconds: a busy machine of two cores draws a page in seconds, not in moments."""
PHONE = {"width": 390, "height": 844}


def watch(context: "BrowserContext", address: str) -> list[str]:
    """Fills with what the pages ask of any other host, and with what fails in them."""
    host = urlsplit(address).netloc
    strange: list[str] = []

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != host:
            strange.append(url)

    context.on("request", lambda request: note(request.url))
    context.on("weberror", lambda fault: strange.append(str(fault.error)))
    context.on("page", lambda page: page.on("websocket", lambda socket: note(socket.url)))
    return strange


def expect(found: "Locator | Page") -> Any:
    """Playwright's assertions, which wait: a page may still be about to show what is asked for."""
    from playwright.sync_api import expect as waiting

    waiting.set_options(timeout=PATIENCE)
    return waiting(found)


def expect_focus(page: "Page", selector: str) -> None:
    page.wait_for_function("at => document.activeElement?.matches(at)", arg=selector)


def open_window(page: "Page", address: str = "/") -> None:
    page.goto(address)
    page.wait_for_selector(BOX)
    wait_until_still(page)


def ask(page: "Page", question: str, *, turn: int = 0) -> None:
    page.fill(BOX, question)
    page.keyboard.press("Enter")
    page.wait_for_function(
        "([turn, text]) => document.getElementById(turn)?.textContent === text",
        arg=[f"fa-turn-{turn}", f"You asked: {question}"],
    )
    wait_until_still(page)


def wait_for_answer(page: "Page", *, turn: int = 0) -> None:
    page.wait_for_selector(f"#fa-turn-{turn}")
    wait_until_still(page)


def read_out(page: "Page", words: str) -> None:
    """Waits until a screen reader is told."""
    page.wait_for_function(
        f"[...document.querySelectorAll('#fa-polite, #fa-urgent, [role=status]')]"
        f".some(region => region.textContent.includes({json.dumps(words)}))"
    )


def copy_link(page: "Page") -> None:
    """To the words marked in the reader, as soon as the page listens to its buttons."""
    page.wait_for_selector("[data-fa-listening]", state="attached")
    page.get_by_role("button", name="Copy link to the words").click()
    read_out(page, "copied")


def wait_in_sight(page: "Page", selector: str) -> None:
    page.wait_for_function(
        "selector => { const box = document.querySelector(selector)?.getBoundingClientRect();"
        " return box && box.top > 60 && box.bottom < innerHeight; }",
        arg=selector,
    )
