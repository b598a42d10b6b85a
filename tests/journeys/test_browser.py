"""The journeys in a browser are skipped where there is none; one that is asked for is there."""

import importlib.util
import os

import pytest
from serving import CHROMIUM


@pytest.mark.skipif(
    os.environ.get("FINDING_AID_BROWSER") != "required", reason="no browser is asked for here"
)
def test_the_browser_is_there() -> None:
    assert CHROMIUM, "install Chromium"
    for module in ("playwright", "axe_playwright_python"):
        assert importlib.util.find_spec(module), "install the extra dev"
