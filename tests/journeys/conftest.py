"""One browser for all journeys."""

from collections.abc import Iterator
from typing import Any

import pytest
from served import CHROMIUM, FLAGS


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
        yield opened
        opened.close()
