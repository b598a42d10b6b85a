"""A run's fields in, the same without repetition out, and back: what keeps its file small.

How questions and quotations lie in it, rag/run_files.py tells. The figures of types and of other
systems are arrays in the order of `measures`, each `[value, low, high, n]` or null.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from rag.run_files import QUOTATION, Fields, unpack_questions

_OF_THE_FILE = ("documents", "quotations")
"""What a record tells in its rows."""


def pack(fields: Mapping[str, Any]) -> Fields:
    """Of a record as plain lists and mappings."""
    names = [measure["name"] for measure in fields["measures"]]
    places: dict[tuple[str, ...], int] = {}
    documents: dict[str, int] = {}
    columns = _as_columns(fields["rows"], places)
    return {
        **fields,
        "figures": {name: _short(figure) for name, figure in fields["figures"].items()},
        "types": {kind: _as_array(each, names) for kind, each in fields["types"].items()},
        "others": [
            {**other, "figures": _as_array(other["figures"], names)} for other in fields["others"]
        ],
        "gains": [fields["gains"][row["question"]] for row in fields["rows"]],
        "rows": columns,
        "quotations": [
            [documents.setdefault(document, len(documents)), *rest] for document, *rest in places
        ],
        "documents": [*documents],
    }


def unpack(packed: Mapping[str, Any]) -> Fields:
    """What was packed. Raises KeyError, TypeError, ValueError, IndexError or AttributeError where
    it was not."""
    names = [measure["name"] for measure in packed["measures"]]
    return {
        **{name: told for name, told in packed.items() if name not in _OF_THE_FILE},
        **unpack_questions(packed),
        "figures": {name: {"name": name, **each} for name, each in packed["figures"].items()},
        "types": {kind: _by_name(each, names) for kind, each in packed["types"].items()},
        "others": [
            {**other, "figures": _by_name(other["figures"], names)} for other in packed["others"]
        ],
    }


def _short(figure: Mapping[str, Any]) -> Fields:
    return {key: value for key, value in figure.items() if key != "name"}


def _as_array(figures: Mapping[str, Any], names: Sequence[str]) -> list[Any]:
    return [_told(figures[name]) if name in figures else None for name in names]


def _told(figure: Mapping[str, Any]) -> list[float | None]:
    return [_whole(each) for each in (figure["value"], *figure["interval"], figure["n"])]


def _by_name(array: Sequence[Any], names: Sequence[str]) -> Fields:
    return {
        name: {"name": name, "value": told[0], "interval": told[1:3], "n": told[3]}
        for name, told in zip(names, array, strict=True)
        if told is not None
    }


def _as_columns(rows: Sequence[Fields], places: dict[tuple[str, ...], int]) -> Fields:
    """Notes in `places` where each quotation stands."""
    if not rows:
        return {}
    columns: Fields = {name: [row[name] for row in rows] for name in rows[0]}
    columns["shown"] = [
        [places.setdefault(tuple(each[key] for key in QUOTATION), len(places)) for each in shown]
        for shown in columns["shown"]
    ]
    measured = sorted({name for row in rows for name in row["values"]})
    columns["values"] = {
        name: [_whole(row["values"].get(name)) for row in rows] for name in measured
    }
    return columns


def _whole(value: float | None) -> float | None:
    """1 for 1.0, which is shorter by half."""
    return int(value) if value is not None and value == int(value) else value
