"""`rag chat`: what Streamlit is started with. The window itself is tested in tests/ui."""

import socket
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit.web.cli
from fakes import KeywordEmbedding

from rag import cli, wiring

ROOT = Path(__file__).parents[3]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The arguments of every start of Streamlit, which is not really started."""
    starts: list[list[str]] = []
    monkeypatch.setattr(streamlit.web.cli, "main", lambda arguments, **_: starts.append(arguments))
    monkeypatch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())
    return starts


def chat(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *flags: str) -> int:
    folder = tmp_path / "corpus"
    folder.mkdir(exist_ok=True)
    (folder / "zed.md").write_text("# Bulletin: Child Zed\n\nSome words.\n", encoding="utf-8")
    arguments = ["rag", "chat", "--corpus", str(folder), "--data", str(tmp_path / "data"), *flags]
    monkeypatch.setattr(sys, "argv", arguments)
    monkeypatch.chdir(tmp_path)
    for name in ("RAG_CORPUS", "RAG_DATA", "RAG_EMBEDDING_MODEL", "RAG_LLM"):
        # Set first, so that what the command writes into the environment is undone again.
        monkeypatch.setenv(name, "")
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    return int(exit_.value.code or 0)


def test_the_window_is_private_wherever_it_is_started_from(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert chat(monkeypatch, tmp_path, "--no-browser", "--port", "9000") == 0
    ((command, script, *flags),) = started
    assert (command, Path(script).parts[-2:]) == ("run", ("ui", "app.py"))
    assert Path(script).is_file()
    assert set(flags) >= {
        "--server.address=127.0.0.1",
        "--server.port=9000",
        "--server.headless=true",
        "--server.showEmailPrompt=false",
        "--browser.gatherUsageStats=false",
    }
    assert any(flag.startswith("--server.maxUploadSize=") for flag in flags)


def test_streamlit_started_without_us_has_the_same_settings(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chat(monkeypatch, tmp_path, "--no-browser")
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    own = ("--server.port=", "--logger.")
    assert {f for f in started[0][2:] if not f.startswith(own)} == set(flags_of(config))


def flags_of(config: dict[str, Any], section: str = "") -> Iterator[str]:
    for name, value in config.items():
        if isinstance(value, dict):
            yield from flags_of(value, f"{section}{name}.")
        else:
            yield f"--{section}{name}={str(value).lower()}"


def test_the_browser_is_opened_unless_told_otherwise(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert chat(monkeypatch, tmp_path) == 0
    assert "--server.headless=false" in started[0]


def test_the_address_alone_is_told_and_its_port_is_free(
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    chat(monkeypatch, tmp_path, "--no-browser")
    (flag,) = (flag for flag in started[0] if flag.startswith("--server.port="))
    port = int(flag.partition("=")[2])
    assert f"http://127.0.0.1:{port} " in capsys.readouterr().err
    with socket.create_server(("127.0.0.1", port)):
        chat(monkeypatch, tmp_path, "--no-browser")
    assert flag not in started[1]
    assert "--logger.hideWelcomeMessage=true" in started[0]


def test_an_empty_library_is_filled_first_and_a_full_one_left_alone(
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    chat(monkeypatch, tmp_path)
    assert "indexing the corpus folder first" in capsys.readouterr().err
    chat(monkeypatch, tmp_path)
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert len(started) == 2


def test_the_window_gets_the_settings_of_the_flags(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import os

    from rag.settings import Settings

    chat(monkeypatch, tmp_path)
    assert os.environ["RAG_DATA"] == str(tmp_path / "data")
    assert Settings.load().corpus == tmp_path / "corpus"
    assert started
