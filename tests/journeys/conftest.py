"""One window and one browser for all journeys; each journey is a visit of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from served import served, write_reviews
from serving import open_browser
from visits import PATIENCE, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    pytest.importorskip("playwright.sync_api")
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the corpus and the data of the window."""
    folder = tmp_path_factory.mktemp("window")
    write_reviews(folder / "corpus")
    return folder


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as opened:
        yield opened


@pytest.fixture
def visitor(browser: "Browser", address: str) -> Iterator[Callable[..., "BrowserContext"]]:
    """Makes browsers that have never been here; a page that asks another host for anything, or
    in which a script fails, fails the test."""
    contexts, strange = [], []

    def enter(**options: Any) -> "BrowserContext":
        rights = ["clipboard-read", "clipboard-write"]
        context = browser.new_context(base_url=address, permissions=rights, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        strange.append(watch(context, address))
        return context

    yield enter
    for context in contexts:
        context.close()
    assert [each for found in strange for each in found] == []


@pytest.fixture
def page(visitor: Callable[..., "BrowserContext"]) -> "Page":
    return visitor().new_page()
