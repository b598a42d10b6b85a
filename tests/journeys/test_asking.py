"""Asking in a real browser: the answer, its words in their place, and the conversation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from served import BROKEN, SLOWLY
from visits import (
    BOX,
    IN_A_BROWSER,
    ask,
    copy_link,
    expect,
    expect_focus,
    open_window,
    read_out,
    wait_for_answer,
    wait_in_sight,
    wait_until_still,
)
from window import QUESTION

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

OTHER = "What were the findings about Baby V?"
pytestmark = IN_A_BROWSER


def test_a_mark_opens_the_words_beside_the_answer_and_the_reader_at_them(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    mark = page.locator("a.fa-mark").first
    mark.hover()
    expect(page.locator("#fa-tip")).to_contain_text("The nursery")
    mark.click()
    page.wait_for_selector(".st-key-fa-reader mark:has-text('The nursery')")
    page.wait_for_url("**doc=*")
    page.get_by_role("button", name="Open in the reader").click()
    page.wait_for_selector(".fa-document mark:has-text('The nursery')")
    wait_in_sight(page, ".fa-document mark")
    page.get_by_role("button", name="Next citation").click()
    page.wait_for_selector(".fa-document mark:has-text('Housing officers')")


def test_back_closes_the_words_and_forward_opens_them(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    page.locator("a.fa-mark").first.click()
    page.wait_for_selector("mark")
    page.go_back()
    page.wait_for_selector("mark", state="detached")
    expect(page.locator("#fa-turn-0")).to_have_count(1)
    page.go_forward()
    page.wait_for_selector("mark:has-text('The nursery')")
    page.get_by_role("button", name="Close").click()
    page.wait_for_selector("mark", state="detached")
    expect_focus(page, ".fa-mark")


def test_a_follow_up_is_read_in_the_light_of_the_question_before(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    ask(page, "And the learning points?", turn=1)
    expect(page.locator(".st-key-fa-turns")).to_contain_text("telephone is no visit")
    wait_in_sight(page, "#fa-turn-1")
    page.locator("[class*=st-key-fa-next-] button").first.click()
    wait_for_answer(page, turn=2)
    expect(page.locator(".fa-panel")).to_have_count(0)


def test_a_permanent_link_opens_the_same_words_in_a_fresh_browser(
    page: "Page", visitor: Callable[..., "BrowserContext"]
) -> None:
    open_window(page)
    ask(page, QUESTION)
    page.locator(".fa-card a").first.click()
    copy_link(page)
    fresh = visitor().new_page()
    fresh.goto(page.evaluate("navigator.clipboard.readText()"))
    fresh.wait_for_selector("mark:has-text('The nursery')")
    wait_in_sight(fresh, "mark")
    expect(fresh.locator(".fa-question")).to_have_count(0)


def test_a_reload_keeps_the_conversation_and_back_leads_through_several(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    page.wait_for_url("**c=*")
    page.reload()
    page.wait_for_selector("#fa-turn-0:has-text('Child Zed')")
    page.get_by_role("button", name="New conversation").click()
    page.wait_for_selector("#fa-turn-0", state="detached")
    wait_until_still(page)
    ask(page, OTHER)
    page.go_back()
    page.go_back()
    page.wait_for_selector("#fa-turn-0:has-text('Child Zed')")
    page.go_forward()
    page.go_forward()
    page.wait_for_selector("#fa-turn-0:has-text('Baby V')")


def test_another_page_is_one_step_and_leads_back_to_the_conversation(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    page.locator("a.fa-mark").first.click()
    page.wait_for_selector("mark")
    opened = page.url
    for name, path in (("Read", "**/read?c=*"), ("Ask", "**/?c=*")):
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(path)
        wait_until_still(page)
        page.reload()
        page.wait_for_selector(".stMainBlockContainer h1")
        wait_until_still(page)
    page.wait_for_selector("#fa-turn-0")
    page.go_back()
    page.wait_for_url("**/read?c=*")
    page.go_back()
    page.wait_for_selector("mark:has-text('The nursery')")
    expect(page).to_have_url(opened)


def test_two_people_at_once_see_nothing_of_each_other(
    visitor: Callable[..., "BrowserContext"],
) -> None:
    one, other = visitor().new_page(), visitor().new_page()
    for page, question in ((one, QUESTION), (other, OTHER)):
        open_window(page)
        page.fill(BOX, question)
    for page in (one, other):
        page.keyboard.press("Enter")
    for page, theirs in ((one, "Baby V"), (other, "Child Zed")):
        wait_for_answer(page)
        page.wait_for_url("**c=*")
        held = page.locator("[class*=st-key-fa-open-], [class*=st-key-fa-go-]")
        expect(held).to_have_count(1)
        for place in (".st-key-fa-turns", ".st-key-fa-conversations"):
            expect(page.locator(place)).not_to_contain_text(theirs)
    other.goto(one.url)
    other.wait_for_selector("text=held in another browser")
    expect(other.locator("#fa-turn-0")).to_have_count(0)


def test_stop_takes_the_question_back_and_leaves_the_conversation_as_it_was(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    page.fill(BOX, f"{SLOWLY} {OTHER}")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Stop answering the question").click()
    read_out(page, "Stopped. Your question is in the box again.")
    page.wait_for_selector("#fa-turn-1", state="detached")
    wait_until_still(page)
    expect(page.locator(".stSpinner")).to_have_count(0)
    expect(page.locator(BOX)).to_have_value(f"{SLOWLY} {OTHER}")
    expect(page.get_by_role("button", name="New conversation")).to_be_visible()
    expect(page.locator(".st-key-fa-turns")).to_contain_text("The nursery")
    ask(page, OTHER, turn=1)
    expect(page.locator(".st-key-fa-turns")).to_contain_text("growth chart")


def test_a_fault_is_one_sentence_and_the_conversation_goes_on(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    page.fill(BOX, f"{BROKEN} {QUESTION}")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-testid=stAlert]:has-text('the conversation is kept')")
    wait_until_still(page)
    told = page.locator("[data-testid=stAlert], [data-testid=stException]")
    expect(told).to_have_count(1)
    expect(page.locator("body")).not_to_contain_text("Traceback")
    expect(page.locator(".st-key-fa-turns")).to_contain_text("The nursery")
    ask(page, "And the learning points?", turn=1)
    expect(told).to_have_count(0)


def test_citations_and_answers_are_copied_with_their_references(page: "Page") -> None:
    open_window(page)
    ask(page, QUESTION)
    page.get_by_role("button", name="Copy citation 1", exact=True).click()
    read_out(page, "Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“The nursery wrote down <3 bruises & told nobody.”")
    page.get_by_role("button", name="Copy answer with its references").click()
    page.wait_for_function("navigator.clipboard.readText().then(t => t.includes('[2]'))")
