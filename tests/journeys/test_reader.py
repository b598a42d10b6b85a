"""The reader in a real browser: links that need no reload, copying, words in sight, a phone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from made_libraries import open_faked
from served import SEEN, SENTENCES
from visits import IN_A_BROWSER, PHONE, copy_link, expect, wait_in_sight, wait_until_still

from rag.quotes.citations.linked import link_to_words

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = IN_A_BROWSER


def link(folder: Path, file: str, words: str) -> str:
    with open_faked(folder / "data") as library:
        identity = next(r.id for r in library.catalogue.records() if r.file == file)
        document = library.document(identity)
        start = document.reading.text.index(words)
        unit = next(unit for unit in document.units if words in unit.text)
        return "read" + link_to_words(document, unit, (start, start + len(words))).address


def test_a_link_brings_its_words_into_view_in_a_new_browser(page: "Page", folder: Path) -> None:
    page.goto(link(folder, "child-z.md", SEEN))
    page.wait_for_selector("mark")
    wait_in_sight(page, "mark")
    wait_in_sight(page, '[data-fa-outline] [aria-current="true"]')


def test_the_outline_opens_without_a_reload_and_back_returns(page: "Page", folder: Path) -> None:
    page.goto(link(folder, "child-z.md", SEEN))
    page.wait_for_selector("mark")
    page.evaluate("window.notReloaded = true")
    page.locator("[data-fa-outline] a", has_text=SENTENCES[198]).click()
    page.wait_for_function(
        "words => document.activeElement.dataset.faHere"
        " && document.activeElement.innerText.includes(words)",
        arg=SENTENCES[198],
    )
    assert page.evaluate("window.notReloaded")
    page.go_back()
    page.wait_for_selector("mark")
    wait_in_sight(page, "mark")


def test_a_copied_link_opens_the_same_words(page: "Page", folder: Path) -> None:
    page.goto(link(folder, "child-z.md", SEEN))
    copy_link(page)
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    page.wait_for_selector("mark")
    expect(page.locator("mark")).to_have_text(SEEN)


def test_a_page_of_sixty_is_shown_with_the_words_boxed(page: "Page", folder: Path) -> None:
    page.goto(link(folder, "pea.pdf", "number 47"))
    page.wait_for_selector("mark")
    page.get_by_text("Page as printed").click()
    page.wait_for_selector(".fa-box")
    wait_in_sight(page, ".fa-box")


def test_a_phone_shows_the_words_and_folds_the_outline_away(
    visitor: Callable[..., "BrowserContext"], folder: Path
) -> None:
    page = visitor(viewport=PHONE, is_mobile=True, has_touch=True).new_page()
    page.goto(link(folder, "child-z.md", SEEN))
    page.wait_for_selector("mark")
    wait_in_sight(page, "mark")
    wait_until_still(page)
    page.wait_for_selector("[data-fa-fold]:not([open])", state="attached")
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
