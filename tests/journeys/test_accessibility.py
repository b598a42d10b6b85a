"""The window for everybody: by the keyboard alone, read out, enlarged, small, dark, and for axe."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from visits import (
    BOX,
    IN_A_BROWSER,
    PHONE,
    ask,
    expect,
    expect_focus,
    open_window,
    read_out,
    wait_in_sight,
    wait_until_still,
)
from window import QUESTION

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

ENLARGED = {"width": 640, "height": 450}
"""What 200 % leave of a window of 1280 by 900."""
DESKTOP = {"width": 1280, "height": 900}
TALL = 6000
"""Pixels in which all of a page stands: axe does not judge what is scrolled out of sight."""
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 28)"}
CONVERSATION = (
    QUESTION,
    "What were the findings about Baby Z?",
    "My neighbour is hitting her baby right now",
    "What did the review of Child Nobody find?",
)
"""Answered from a review, from a digest, with whom to call, and refused."""
GRAVE = ("serious", "critical")
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""What WCAG 2.2 asks for beyond 2.1 is off in axe where nobody asks for it."""
CUT_OFF = Path(__file__).with_name("cut_off.js").read_text(encoding="utf-8")
KEYBOARD = Path(__file__).with_name("keyboard.js").read_text(encoding="utf-8")
pytestmark = IN_A_BROWSER


@pytest.fixture(scope="module")
def axe() -> str:
    base = pytest.importorskip("axe_playwright_python.base")
    return str(base.AXE_SCRIPT)


def states(page: "Page") -> Iterator[str]:
    """Leads through the window, by the name of each state of a page that is worth a look."""
    open_window(page)
    yield "start"
    for turn, question in enumerate(CONVERSATION):
        ask(page, question, turn=turn)
    kinds = page.locator(".fa-card.fa-original, .fa-card.fa-digest, .fa-concern, .fa-help")
    expect(kinds.nth(3)).to_be_attached()
    page.locator("a.fa-mark").first.click()
    page.wait_for_selector("mark")
    yield "conversation, and words beside it"
    page.get_by_role("button", name="Open in the reader").click()
    page.wait_for_selector(".fa-document mark")
    yield "reader"
    page.goto("/themes?theme=father")
    page.wait_for_selector(".fa-quotation")
    yield "themes"
    page.goto("/library")
    page.get_by_role("button", name="Child W").click()
    page.wait_for_selector(".st-key-fa-held")
    yield "library"
    page.get_by_role("tab", name="Add documents").click()
    yield "adding"
    page.get_by_role("tab", name="Try the search").click()
    page.get_by_label("Question to try").fill("fathers")
    page.keyboard.press("Enter")
    page.wait_for_selector(".fa-trial")
    yield "search"


def wait_for_ground(page: "Page", color: str) -> None:
    script = "c => getComputedStyle(document.querySelector('.stApp')).backgroundColor === c"
    page.wait_for_function(script, arg=color)


def grave_faults(page: "Page", axe: str) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    return [
        f"{each['id']} {node['target']}: {node['failureSummary']}"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


def test_axe_finds_nothing_grave_in_light_and_dark_wide_and_narrow(page: "Page", axe: str) -> None:
    found = {}
    for state in states(page):
        wait_until_still(page)
        for width in (DESKTOP["width"], PHONE["width"]):
            page.set_viewport_size({"width": width, "height": TALL})
            for scheme, color in GROUNDS.items():
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                wait_for_ground(page, color)
                wait_until_still(page)
                found[state, scheme, width] = grave_faults(page, axe)
        page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    assert {place: told for place, told in found.items() if told} == {}


def test_nothing_is_cut_off_when_enlarged_or_on_a_phone(page: "Page") -> None:
    found = {}
    for state in states(page):
        for size in (ENLARGED, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            wait_until_still(page)
            found[state, size["width"]] = page.evaluate(CUT_OFF)
        page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    assert {place: told for place, told in found.items() if told} == {}


def test_a_dark_machine_has_a_dark_window(visitor: Callable[..., "BrowserContext"]) -> None:
    page = visitor(color_scheme="dark").new_page()
    open_window(page)
    wait_for_ground(page, GROUNDS["dark"])
    ink = page.locator("h1").evaluate("e => getComputedStyle(e).color.match(/\\d+/g).map(Number)")
    assert min(ink[:3]) > 200


def test_a_phone_asks_and_reads(visitor: Callable[..., "BrowserContext"]) -> None:
    page = visitor(viewport=PHONE, is_mobile=True, has_touch=True).new_page()
    open_window(page)
    page.locator(".st-key-fa-examples button").first.tap()
    page.wait_for_selector(".fa-card")
    wait_until_still(page)
    page.locator(".fa-card a").first.tap()
    page.wait_for_selector("mark")
    wait_until_still(page)
    wait_in_sight(page, ".st-key-fa-reader mark")
    page.get_by_role("button", name="Close").tap()
    page.wait_for_selector("mark", state="detached")
    wait_until_still(page)
    assert page.evaluate(CUT_OFF) == []


def test_the_keyboard_alone_asks_opens_and_closes(page: "Page") -> None:
    open_window(page)
    page.locator("h1").click()
    page.keyboard.press("/")
    expect_focus(page, BOX)
    expect(page.locator(BOX)).to_have_value("")
    page.keyboard.type(f"{QUESTION}\n")
    read_out(page, "The nursery")
    wait_until_still(page)
    page.locator("h2.fa-question").click()
    page.keyboard.press("Tab")
    expect_focus(page, ".fa-mark")
    expect(page.locator("#fa-tip")).to_contain_text("The nursery")
    page.keyboard.press("Escape")
    expect(page.locator("#fa-tip")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_selector("mark")
    read_out(page, "Opened beside the answer")
    page.wait_for_function("document.activeElement.closest('.st-key-fa-reader')")


def test_the_keyboard_reaches_everything_and_shows_where_it_is(page: "Page") -> None:
    found = {}
    for state in states(page):
        wait_until_still(page)
        page.evaluate(f"window.keyboard = {KEYBOARD}")
        count = page.evaluate("keyboard.begin()")
        for _ in range(2 * count):
            page.keyboard.press("Tab")
        found[state] = page.evaluate("keyboard.end()")
    assert {state: told for state, told in found.items() if told} == {}
