"""The page of runs in a real browser: from a run to a figure, to its questions, to one of them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from made_runs import answered, record, refused
from visits import IN_A_BROWSER, expect, open_window, wait_until_still

from eval.measuring.headline import GROUNDED
from eval.telling.records import write_record

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = IN_A_BROWSER
ASKED = "who met the father?"


def keep(folder: Path, day: int, grounded: float) -> None:
    rows = [
        answered("q1", grounded, turns=(ASKED,)),
        answered("q2", 0.9, turns=("what of the dog?",)),
        refused("r1"),
    ]
    made = record(rows, name=f"202611{day:02}T100000Z-abc")
    made = replace(made, made=f"2026-11-{day:02}T10:00:00+00:00")
    write_record(made, folder / "data" / "runs")


def test_runs_over_time_lead_from_a_figure_to_a_question(page: "Page", folder: Path) -> None:
    keep(folder, 3, 0.2)
    keep(folder, 9, 0.4)
    open_window(page)
    page.get_by_role("link", name="Runs", exact=True).click()
    page.wait_for_selector("text=Run of 2026-11-09 10:00")
    wait_until_still(page)
    page.get_by_role("button", name="Open the run of 2026-11-03 10:00").click()
    page.wait_for_selector("text=Run of 2026-11-03 10:00")
    wait_until_still(page)
    page.get_by_role("button", name=GROUNDED).first.click()
    page.wait_for_selector(f"h3:has-text('{GROUNDED}')")
    wait_until_still(page)
    expect(page.locator("svg circle").nth(1)).to_be_attached()
    page.get_by_role("button", name=ASKED).click()
    page.wait_for_selector("text=that <nobody> rang")
    expect(page.locator(".st-key-fa-run-questions")).to_contain_text("Nobody <asked> him.")
    page.wait_for_url("**question=q1*")
