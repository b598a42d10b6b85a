"""A document by its address, and its source page set by hand, in a real browser."""

from typing import TYPE_CHECKING

from visits import IN_A_BROWSER, expect, open_window, wait_until_still

if TYPE_CHECKING:
    from playwright.sync_api import Page

ADDRESS = "http://127.0.0.1:9/review.pdf"
pytestmark = IN_A_BROWSER


def go_to_library(page: "Page") -> None:
    open_window(page)
    page.get_by_role("link", name="Library", exact=True).click()
    wait_until_still(page)


def test_an_address_that_cannot_be_fetched_is_told_and_stays_to_be_corrected(
    page: "Page",
) -> None:
    """Of this machine, which no address leads to unless it was named."""
    go_to_library(page)
    page.get_by_role("tab", name="Add documents").click()
    page.get_by_label("Add from a web address").fill(ADDRESS)
    page.get_by_role("button", name="Fetch and add").click()
    page.wait_for_selector(".st-key-fa-receipts")
    wait_until_still(page)
    receipts = page.locator(".st-key-fa-receipts")
    expect(receipts).to_contain_text("leads to this machine or its network")
    expect(page.get_by_label("Add from a web address")).to_have_value(ADDRESS)


def test_a_source_page_is_set_refused_and_taken_away_by_hand(page: "Page") -> None:
    go_to_library(page)
    page.get_by_role("tab", name="Documents", exact=True).click()
    page.get_by_role("button", name="Child").first.click()
    wait_until_still(page)
    page.get_by_role("button", name="Source page").click()
    field = page.get_by_label("Source page on the web")
    for given, told in (
        ("not an address", "was not saved"),
        ("https://example.org/reviews/z", "lead to https://example.org/reviews/z"),
        ("", "lead to no page of the web"),
    ):
        field.fill(given)
        page.get_by_role("button", name="Save", exact=True).click()
        page.wait_for_selector(f".st-key-fa-receipts:has-text('{told}')")
        wait_until_still(page)
