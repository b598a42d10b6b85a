"""The window, served to a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
_PATIENCE = 120
"""Seconds until the window must have opened."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a window over `folder`/corpus, with its data in `folder`/data."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = "import sys; from rag.cli import main; sys.argv[0] = 'rag'; main()"
    flags = ["chat", "--no-browser", "--port", str(port)]
    root = str(Path(__file__).parents[1])
    places = {"RAG_CORPUS": str(folder / "corpus"), "RAG_DATA": str(folder / "data"),
              "PYTHONPATH": root}  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-c", code, *flags], cwd=folder, env=os.environ | places
    ) as running:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            running.terminate()


def _wait_for(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.5)
    raise AssertionError("the window did not open")
