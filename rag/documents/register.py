"""The corpus folder's register.toml in, what it says of each document out."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from rag.errors import BadSettings
from rag.types import Provenance

FILE = "register.toml"
KINDS = (
    "learning_bulletin", "briefing", "executive_summary", "overview_report", "response",
    "inspection_report", "coroner_report", "inquiry_report", "guidance", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One [[document]] table; the keys are the fields."""

    file: str
    """Name inside the corpus folder."""
    id: str
    title: str
    kind: str
    provenance: Provenance
    subject: str | None = None
    publisher: str | None = None
    area: str | None = None
    published: str | None = None
    """ISO at the printed precision."""
    checksum: str | None = None
    """SHA-256 of `file`, hexadecimal, as of every checksum."""
    original_checksum: str | None = None
    """Of the review itself, where `file` is a digest of it."""
    original_file: str | None = None
    source_url: str | None = None


_NAMES = tuple(field.name for field in fields(Entry))
_REQUIRED = ("file", "id", "title", "kind", "provenance")
_CHOICES = {"kind": KINDS, "provenance": get_args(Provenance)}
_Key = Literal["file", "id", "checksum", "original_checksum"]
_UNIQUE: tuple[_Key, ...] = ("file", "id", "checksum", "original_checksum")


@dataclass(frozen=True, slots=True)
class Register:
    entries: tuple[Entry, ...] = ()
    """In the order of the file."""

    def by_file(self, file: str) -> Entry | None:
        return self._find("file", file)

    def by_checksum(self, checksum: str) -> Entry | None:
        return self._find("checksum", checksum)

    def by_original_checksum(self, checksum: str) -> Entry | None:
        """The entry of the digest whose original has this checksum."""
        return self._find("original_checksum", checksum)

    def _find(self, key: _Key, value: str) -> Entry | None:
        return next((entry for entry in self.entries if getattr(entry, key) == value), None)


def load_register(folder: Path) -> Register:
    """Empty when the folder has no register; raises BadSettings naming the file and the key."""
    path = folder / FILE
    if not path.is_file():
        return Register()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(
            f"{path} cannot be read as TOML ({error}): correct it or remove it."
        ) from error
    strange = sorted(set(content) - {"document"})
    tables = content.get("document", [])
    if strange or not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise BadSettings(
            f"{path} has {', '.join(strange) or 'a single document table'}:"
            " expected nothing but [[document]] tables; correct it."
        )
    entries = tuple(_entry(path, number, table) for number, table in enumerate(tables, start=1))
    _check_unique(path, entries)
    return Register(entries)


def _entry(path: Path, number: int, table: dict[str, Any]) -> Entry:
    where = f"{path}, document {number} ({table.get('file', 'no file')})"
    for key, value in table.items():
        if key not in _NAMES:
            raise BadSettings(
                f"{where}: unknown key {key}; expected one of {', '.join(_NAMES)}; correct it."
            )
        if not isinstance(value, str) or not value.strip():
            raise BadSettings(f"{where}: {key} is {value!r}; expected text in quotes; correct it.")
        if key in _CHOICES and value not in _CHOICES[key]:
            raise BadSettings(
                f"{where}: {key} is {value!r}; expected one of {', '.join(_CHOICES[key])};"
                " correct it."
            )
    if missing := [key for key in _REQUIRED if key not in table]:
        raise BadSettings(
            f"{where}: {', '.join(missing)} missing; expected in every table; add it."
        )
    return Entry(**table)


def _check_unique(path: Path, entries: tuple[Entry, ...]) -> None:
    for key in _UNIQUE:
        values = [value for entry in entries if (value := getattr(entry, key))]
        for value in values:
            if values.count(value) > 1:
                raise BadSettings(
                    f"{path}: two documents have the {key} {value!r};"
                    " expected a different one each; correct it."
                )
