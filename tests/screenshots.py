"""`make screenshots`: pictures of the window's main pages, light and dark.

The library is that of the bundled digests, so that they show words of our own alone.
"""

import io
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from PIL import Image
from serving import BOX, open_browser, serve_window, wait_until_still

from eval.asking.bench import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUESTION = "What went wrong when the family of Child Q moved?"
THEME = "father"
_OUT = ROOT / "screenshots"
_WIDTH, _HEIGHT = 1280, 900
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main(
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", file_okay=False)] = _OUT,
) -> None:
    """Write a picture of each page in light and in dark to DIR."""
    out.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(prefix="finding-aid-") as data,
        serve_window(ROOT / "corpus", Path(data)) as address,
        open_browser() as browser,
    ):
        for scheme in _SCHEMES:
            size = {"width": _WIDTH, "height": _HEIGHT}
            page = browser.new_page(base_url=address, color_scheme=scheme, viewport=size)  # type: ignore[arg-type]
            for name, lead in _PAGES.items():
                lead(page)
                path = out / f"{name}-{scheme}.png"
                path.write_bytes(take(page))
                typer.echo(f"{path}, {path.stat().st_size // 1000} kB")
            page.close()


def take(page: "Page") -> bytes:
    """A picture in as few bytes as its flat colours need."""
    wait_until_still(page)
    page.mouse.move(_WIDTH - 2, _HEIGHT // 2)
    page.wait_for_timeout(800)  # until what moved has come to rest
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = io.BytesIO()
    picture.quantize(256, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def _ask(page: "Page") -> None:
    page.goto("/")
    page.wait_for_selector(BOX, timeout=60_000)
    wait_until_still(page)
    page.fill(BOX, QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(".fa-card", timeout=60_000)
    wait_until_still(page)
    page.locator("a.fa-mark").first.click()
    page.wait_for_selector("mark")
    wait_until_still(page)
    page.wait_for_timeout(2000)  # until the text has narrowed beside the words
    page.locator("h2.fa-question").evaluate("element => element.scrollIntoView()")


def _read(page: "Page") -> None:
    page.get_by_role("button", name="Open in the reader").click()
    page.wait_for_selector(".fa-document mark")


def _themes(page: "Page") -> None:
    page.goto(f"/themes?theme={THEME}")
    page.wait_for_selector(".fa-quotation", timeout=60_000)


def _library(page: "Page") -> None:
    page.goto("/library")
    page.locator("tbody th button").first.click()
    page.wait_for_selector(".st-key-fa-held")


_PAGES: dict[str, Callable[["Page"], None]] = {
    "ask": _ask,
    "read": _read,
    "themes": _themes,
    "library": _library,
}
"""Each goes on from the one before."""


if __name__ == "__main__":
    typer.run(main)
