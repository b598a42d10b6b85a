"""The reader in a real browser: links that need no reload, copying, words in sight, a phone."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from made_files import pdf_of
from made_libraries import NOTHING, open_faked, review, write
from served import CHROMIUM, served

from rag.answers.linked import link_to_words
from rag.index.indexing import sync

SENTENCES = [f"Sentence number {n} tells of a visit that nobody made." for n in range(1, 301)]
SEEN = "The father was not seen by anyone until March."

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a review of 301 paragraphs and of a PDF of 60 pages."""
    folder = tmp_path_factory.mktemp("reader")
    corpus = write(folder / "corpus", child_z=review(*SENTENCES[:200], SEEN, *SENTENCES[200:]))
    pages = ["Serious Case Review: Child Pea", *SENTENCES[:59]]
    (corpus / "pea.pdf").write_bytes(pdf_of(pages))
    with open_faked(folder / "data") as library:
        sync(library, corpus, register=NOTHING)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as opened:
        yield opened


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(
        base_url=address, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def link(folder: Path, file: str, words: str) -> str:
    with open_faked(folder / "data") as library:
        identity = next(r.id for r in library.catalogue.records() if r.file == file)
        document = library.document(identity)
        start = document.reading.text.index(words)
        unit = next(unit for unit in document.units if words in unit.text)
        return "read" + link_to_words(document, unit, (start, start + len(words))).address


def in_sight(page: Any, selector: str) -> bool:
    return bool(
        page.evaluate(
            f"(() => {{ const box = document.querySelector({json.dumps(selector)})"
            ".getBoundingClientRect(); return box.top > 60 && box.bottom < innerHeight; })()"
        )
    )


def wait_in_sight(page: Any, selector: str) -> None:
    until = time.monotonic() + 10
    while not in_sight(page, selector):
        assert time.monotonic() < until, f"{selector} is not in sight"
        time.sleep(0.1)


def test_a_link_brings_its_words_into_view_in_a_new_browser(page: Any, folder: Path) -> None:
    page.goto(link(folder, "child-z.md", SEEN))
    page.wait_for_selector("mark")
    wait_in_sight(page, "mark")
    wait_in_sight(page, '[data-fa-outline] [aria-current="true"]')


def test_the_outline_opens_without_a_reload_and_back_returns(page: Any, folder: Path) -> None:
    page.goto(link(folder, "child-z.md", SEEN))
    page.wait_for_selector("mark")
    page.evaluate("window.notReloaded = true")
    began = time.monotonic()
    page.locator("[data-fa-outline] a", has_text=SENTENCES[198]).click()
    page.wait_for_function("document.activeElement.dataset.faHere")
    assert time.monotonic() - began < 3
    assert page.evaluate("window.notReloaded")
    assert SENTENCES[198] in page.evaluate("document.activeElement.innerText")
    page.go_back()
    page.wait_for_selector("mark")
    wait_in_sight(page, "mark")


def test_a_copied_link_opens_the_same_words(page: Any, folder: Path) -> None:
    page.goto(link(folder, "child-z.md", SEEN))
    page.get_by_role("button", name="Copy link to the words").click()
    page.wait_for_function("document.querySelector('[role=status]').textContent.includes('copied')")
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    page.wait_for_selector("mark")
    assert page.locator("mark").inner_text() == SEEN


def test_a_page_of_sixty_is_shown_with_the_words_boxed(page: Any, folder: Path) -> None:
    page.goto(link(folder, "pea.pdf", "number 47"))
    page.wait_for_selector("mark")
    began = time.monotonic()
    page.get_by_text("Page as printed").click()
    page.wait_for_selector(".fa-box")
    assert time.monotonic() - began < 3
    wait_in_sight(page, ".fa-box")


def test_a_phone_shows_the_words_and_folds_the_outline_away(
    browser: Any, address: str, folder: Path
) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.goto(link(folder, "child-z.md", SEEN))
    page.wait_for_selector("mark")
    wait_in_sight(page, "mark")
    assert page.evaluate("document.querySelector('[data-fa-fold]').open") is False
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
