"""Leading from one page to a place on another is one step, and one step back."""

from typing import TYPE_CHECKING

from visits import IN_A_BROWSER, ask, expect, open_window, wait_until_still
from window import QUESTION

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = IN_A_BROWSER


def test_words_of_a_theme_are_read_in_their_place_and_one_step_leads_back(page: "Page") -> None:
    open_window(page)
    page.goto("/themes?theme=father")
    reading = page.get_by_role("button", name="Read in its place").first
    reading.wait_for()
    wait_until_still(page)
    reading.click()
    page.wait_for_selector("mark")
    wait_until_still(page)
    page.go_back()
    page.wait_for_url("**/themes?theme=father")
    reading.wait_for()


def test_the_reader_is_one_step_from_the_words_beside_an_answer(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    page.locator("a.fa-mark").first.click()
    page.wait_for_selector("mark")
    opened = page.url
    page.get_by_role("button", name="Open in the reader").click()
    page.wait_for_selector(".fa-document mark")
    wait_until_still(page)
    page.go_back()
    page.wait_for_selector(".st-key-fa-reader mark")
    expect(page).to_have_url(opened)
