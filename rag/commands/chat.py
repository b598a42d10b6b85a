"""`rag chat`: the window, in a browser on this machine."""

import importlib.util
import os
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from rag.commands.streams import notice

if TYPE_CHECKING:
    from rag.settings import Settings

_ADDRESS = "127.0.0.1"
_FIRST_PORT = 8501
_UPLOAD_LIMIT_MB = 50


def chat(
    settings: "Settings",
    *,
    port: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=65535, help="Port; the first free one from 8501 on."),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the window in the browser.")
    ] = True,
) -> None:
    """Open the chat window; the first run indexes the corpus."""
    from streamlit.web.cli import main as streamlit

    _index_first(settings)
    # The window runs as Streamlit's script, which takes no flags of ours.
    os.environ.update(settings.as_environment())
    port = port or _free_port()
    notice(f"Opening the window at http://{_ADDRESS}:{port} (Ctrl+C ends it).")
    streamlit(["run", _window(), *_flags(port=port, browser=browser)], prog_name="rag chat")


def _index_first(settings: "Settings") -> None:
    from rag.commands.indexing import run_index
    from rag.wiring import open_library

    with open_library(settings) as library:
        empty = not library.catalogue.records()
    if empty:
        notice("The library is empty: indexing the corpus folder first.")
        run_index(settings, [])


def _window() -> str:
    """The path of the window's script, found without importing it."""
    spec = importlib.util.find_spec("ui.app")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("ui.app is not installed beside rag")
    return spec.origin


def _free_port() -> int:
    """As Streamlit would look for one; known before, so that the address can be told."""
    for port in range(_FIRST_PORT, _FIRST_PORT + 100):
        try:
            socket.create_server((_ADDRESS, port)).close()
        except OSError:
            continue
        return port
    return _FIRST_PORT


def _flags(*, port: int, browser: bool) -> list[str]:
    """As flags, because Streamlit reads `.streamlit/config.toml` in the current folder only;
    that file says the same, for who starts Streamlit there without us."""
    options: dict[str, object] = {
        "server.address": _ADDRESS,
        "server.port": port,
        "server.headless": not browser,
        "server.showEmailPrompt": False,
        "server.maxUploadSize": _UPLOAD_LIMIT_MB,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.toolbarMode": "minimal",
        # The address is told above, in one line and without Streamlit's own offers.
        "logger.hideWelcomeMessage": True,
        "logger.level": "warning",
        "theme.light.primaryColor": "#2f5d7c",
        "theme.light.backgroundColor": "#ffffff",
        "theme.dark.primaryColor": "#7fb2d6",
        "theme.dark.backgroundColor": "#12161c",
        "theme.dark.secondaryBackgroundColor": "#1d232c",
    }
    return [f"--{name}={str(value).lower()}" for name, value in options.items()]
