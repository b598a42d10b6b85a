"""The window served on this machine, and a browser to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BOX = "[data-testid=stChatInputTextArea]"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)
START = "import sys; from rag.cli import main; sys.argv[0] = 'rag'; main()"
_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
_ROOT = Path(__file__).resolve().parent.parent
_PATIENCE = 120
"""Seconds until the window must have opened."""


@contextmanager
def serve_window(corpus: Path, data: Path, *, start: str = START) -> Iterator[str]:
    """Its address. `data` is made, and the corpus indexed, where it is empty; `start` is the
    program that takes the arguments of the command line."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data.mkdir(parents=True, exist_ok=True)
    places = {"RAG_CORPUS": str(corpus), "RAG_DATA": str(data), "PYTHONPATH": str(_ROOT)}
    command = [sys.executable, "-c", start, "chat", "--no-browser", "--port", str(port)]
    # From another folder, as people start it.
    with subprocess.Popen(  # our own command
        command, cwd=data, env=os.environ | places, stdout=subprocess.DEVNULL
    ) as running:
        try:
            _wait_for(port, running)
            yield f"http://127.0.0.1:{port}/"
        finally:
            running.terminate()


@contextmanager
def open_browser() -> Iterator["Browser"]:
    if CHROMIUM is None:
        typer.echo("There is no Chromium on this machine: install it.", err=True)
        raise typer.Exit(1)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=[*_FLAGS])
        yield browser
        browser.close()


def wait_until_still(page: "Page") -> None:
    """Until the window has nothing more to show."""
    page.wait_for_selector(".stApp[data-test-script-state='notRunning']", timeout=60_000)


def _wait_for(port: int, running: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and running.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the window did not open")
