"""Fitted weights in, the TOML that the engine reads them from out."""

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def keep_fitted(path: Path, head: str, weights: Mapping[str, Any]) -> None:
    """Numbers, lists of numbers and, behind these, tables of numbers; to three decimals. `head` is
    the comment on top."""
    tables = {name: of for name, of in weights.items() if isinstance(of, Mapping)}
    plain = {name: value for name, value in weights.items() if name not in tables}
    parts = [_lines(plain), *(f"[{name}]\n{_lines(of)}" for name, of in tables.items())]
    text = textwrap.indent(textwrap.fill(head, 98), "# ") + "\n" + "\n".join(parts)
    path.write_text(text, encoding="utf-8", newline="\n")


def _lines(of: Mapping[str, Any]) -> str:
    return "".join(f"{name} = {_show(value)}\n" for name, value in of.items())


def _show(value: Any) -> str:
    if isinstance(value, int | float):
        return f"{round(value, 3)}"
    rows = textwrap.fill(", ".join(map(_show, value)), 96)
    return "[\n" + textwrap.indent(rows, "    ") + ",\n]"
