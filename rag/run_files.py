"""The files of measured runs, as `rag eval` keeps them and the window shows them: each one JSON,
packed with gzip and named `<id>.json.gz`."""

from pathlib import Path

ENDING = ".json.gz"


def runs_folder(data: Path) -> Path:
    return data / "runs"
