"""Documents in a real browser: what is added is asked of, what is removed is gone; filters."""

from typing import TYPE_CHECKING

from made_files import pdf_of
from visits import IN_A_BROWSER, ask, expect, open_window, wait_until_still
from window import QUESTION

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAID = "The landlord reported the broken window to the housing officer in March."
ABOUT_IT = "When was the broken window of Child Yarrow reported?"
HOSTILE = "<img src=x onerror=window.ran=1>"
pytestmark = IN_A_BROWSER


def upload(page: "Page", name: str, content: bytes, kind: str) -> None:
    page.get_by_role("tab", name="Add documents").click()
    page.locator("input[type=file]").first.set_input_files(
        {"name": name, "mimeType": kind, "buffer": content}
    )
    page.get_by_role("button", name="Add to the library").click()
    page.wait_for_selector(".st-key-fa-receipts")
    wait_until_still(page)


def remove(page: "Page", review: str) -> None:
    page.get_by_role("tab", name="Documents", exact=True).click()
    page.get_by_role("button", name=review).click()
    page.get_by_role("button", name="Remove", exact=True).click()
    page.get_by_role("button", name="Remove it").click()
    page.wait_for_selector("[data-testid=stAlert]:has-text('is out of the library')")
    wait_until_still(page)


def go(page: "Page", name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()
    wait_until_still(page)


def test_a_pdf_is_added_asked_about_shown_as_printed_removed_and_then_refused(
    page: "Page",
) -> None:
    open_window(page)
    go(page, "Library")
    pdf = pdf_of(["Serious Case Review: Child Yarrow", SAID])
    upload(page, "yarrow.pdf", pdf, "application/pdf")
    expect(page.locator(".st-key-fa-receipts")).to_contain_text("2 pages")
    go(page, "Ask")
    ask(page, ABOUT_IT)
    expect(page.locator(".fa-cards")).to_contain_text(SAID)
    page.locator("a.fa-mark").first.click()
    page.wait_for_selector(f"mark:has-text('{SAID}')")
    page.get_by_text("The page as printed").click()
    page.wait_for_selector(".fa-box")
    go(page, "Library")
    remove(page, "Child Yarrow")
    go(page, "Ask")
    ask(page, ABOUT_IT, turn=1)
    expect(page.locator(".fa-panel.fa-help")).to_have_count(1)
    expect(page.locator("#fa-turn-1 ~ *, .fa-panel").last).not_to_contain_text(SAID)


def test_markup_in_names_texts_and_questions_is_shown_and_never_run(page: "Page") -> None:
    open_window(page)
    go(page, "Library")
    told = f"The **kitchen** was {HOSTILE} cold, [a](javascript:window.ran=1) said."
    pdf = pdf_of([f"Serious Case Review: Child Xanthe {HOSTILE}", told])
    upload(page, f"{HOSTILE}**x**.pdf", pdf, "application/pdf")
    expect(page.locator(".st-key-fa-receipts")).to_contain_text(f"{HOSTILE}**x**.pdf")
    page.get_by_role("tab", name="Documents", exact=True).click()
    page.get_by_role("button", name="Child Xanthe").click()
    page.wait_for_selector(".st-key-fa-held")
    go(page, "Ask")
    ask(page, f"<script>window.ran=1</script> {HOSTILE} **What** was cold?")
    expect(page.locator("#fa-turn-0")).to_contain_text(f"=1</script> {HOSTILE} **What**")
    ask(page, "Was the kitchen of Child Xanthe cold?", turn=1)
    expect(page.locator(".fa-cards").last).to_contain_text(HOSTILE)
    page.locator("a.fa-mark").last.hover()
    expect(page.locator("#fa-tip")).to_contain_text(HOSTILE)
    page.locator("a.fa-mark").last.click()
    page.wait_for_selector("mark:has-text('<img')")
    page.get_by_role("button", name="Open in the reader").click()
    page.wait_for_selector(".fa-document mark:has-text('<img')")
    for name in ("Themes", "Library"):
        go(page, name)
    expect(page.locator("img[src=x], a[href^='javascript:']")).to_have_count(0)
    assert page.evaluate("window.ran") is None
    remove(page, "Child Xanthe")


def test_a_filter_narrows_what_is_asked_and_one_click_clears_it(page: "Page") -> None:
    open_window(page)
    page.locator(".stExpander", has_text="Filters").locator("summary").click()
    box = page.get_by_role("combobox", name="Area")
    box.click()
    page.get_by_role("option", name="Anyshire").first.click()
    page.keyboard.press("Escape")
    active = page.locator(".st-key-fa-active")
    active.wait_for()
    wait_until_still(page)
    ask(page, QUESTION)
    expect(page.locator(".st-key-fa-turns")).not_to_contain_text("The nursery")
    expect(active).to_contain_text("Anyshire")
    active.get_by_role("button").first.click()
    active.wait_for(state="detached")
    wait_until_still(page)
    ask(page, QUESTION, turn=1)
    expect(page.locator(".st-key-fa-turns")).to_contain_text("The nursery")


def test_a_source_page_set_by_hand_is_led_to_and_nothing_is_fetched_from_this_machine(
    page: "Page", address: str
) -> None:
    open_window(page)
    go(page, "Library")
    page.get_by_role("tab", name="Add documents").click()
    page.get_by_label("Add from a web address").fill(f"{address}/report.pdf")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-testid=stAlert]:has-text('this machine or its network')")
    page.get_by_role("tab", name="Documents", exact=True).click()
    page.get_by_role("button", name="Child Zed").click()
    page.get_by_role("button", name="Source page").click()
    page.get_by_label("Source page on the web").fill("https://example.org/zed")
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("[data-testid=stAlert]:has-text('lead to')")
    wait_until_still(page)
    go(page, "Ask")
    ask(page, QUESTION)
    link = page.locator(".fa-cards a.fa-source").first
    expect(link).to_have_attribute("href", "https://example.org/zed")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
