"""The journeys in a browser are skipped where there is none; one that is asked for is there."""

import importlib.util
import os
import shutil

import pytest


@pytest.mark.skipif(
    os.environ.get("FINDING_AID_BROWSER") != "required", reason="no browser is asked for here"
)
def test_the_browser_is_there() -> None:
    names = ("chromium", "chromium-browser", "chrome")
    assert any(map(shutil.which, names)), f"install one of {', '.join(names)}"
    assert importlib.util.find_spec("playwright"), "install the extra dev"
