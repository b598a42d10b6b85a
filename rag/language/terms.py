"""The vocabulary file in; its terms out, checked, with every variant led to what it stands for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from rag.errors import BadSettings
from rag.language.lexicon import Index, Key, key_of


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the vocabulary; the head of the file says what each field means."""

    name: str
    same: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    everyday: bool = False
    theme: bool = False
    title: str = ""


_TERM = TypeAdapter(Term)
_FIELDS = {each.name for each in fields(Term)}


def load_terms(source: Path | Traversable) -> tuple[dict[str, Term], dict[str, str]]:
    """The terms by name, in the order of the file, and its table of spellings.

    Raises BadSettings, which names the entry, when the file cannot be read or an entry is wrong."""
    try:
        content = tomllib.loads(source.read_text(encoding="utf-8-sig"))  # Notepad writes a mark
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(f"{source} cannot be read as TOML ({error}): correct it.") from error
    tables, spelling = content.get("term", []), content.get("spelling", {})
    tidy = isinstance(tables, list) and all(isinstance(each, dict) for each in (*tables, spelling))
    if set(content) - {"term", "spelling"} or not tidy:
        raise BadSettings(
            f"{source} has {', '.join(content)}: expected [[term]] tables and at most one"
            " [spelling] table; correct it."
        )
    for typed, meant in spelling.items():
        if not isinstance(meant, str):
            raise _wrong(f"spelling of {typed!r}", "is no text", "put the word in quotes")
    terms: dict[str, Term] = {}
    for table in tables:
        term = _term(table)
        if term.name in terms:
            raise _wrong(f"term {term.name!r}", "stands twice", "make one entry of the two")
        terms[term.name] = term
    return terms, spelling


def _term(table: dict[str, Any]) -> Term:
    where = f"term {table.get('name', table)!r}"
    if strange := sorted(set(table) - _FIELDS):
        raise _wrong(where, f"has unknown keys {', '.join(strange)}", "see the head of the file")
    try:
        term = _TERM.validate_python(table)
    except ValidationError as error:
        first = error.errors()[0]
        what = f"has a wrong or missing {first['loc'][0]} ({first['msg']})"
        raise _wrong(where, what, "see the head of the file") from error
    if bool(term.title) != term.theme:
        raise _wrong(where, "has only one of theme and title", "give it both or neither")
    return term


def index_variants(terms: Mapping[str, Term]) -> Index:
    """Raises BadSettings where two terms claim the same words, or a narrower term is missing."""
    index: dict[Key, tuple[tuple[str, bool], ...]] = {}
    for name, term in terms.items():
        for below in term.narrower:
            if below not in terms:
                raise _wrong(f"term {name!r}", f"has narrower {below!r}, no term", "name a term")
        for variant in (name, *term.same):
            owner = index.setdefault(key_of(variant), ((name, True),))[0][0]
            if owner != name:
                raise _wrong(
                    f"term {name!r}", f"claims {variant!r}, as does {owner!r}", "keep it in one"
                )
    for name, term in terms.items():
        for key, variant in {key_of(variant): variant for variant in term.ambiguous}.items():
            others = index.get(key, ())
            if sure := next((owner for owner, certain in others if certain), None):
                what = f"has ambiguous {variant!r}, which is the same as {sure!r}"
                raise _wrong(f"term {name!r}", what, "keep one of the two")
            index[key] = (*others, (name, False))
    return index


def _wrong(where: str, what: str, remedy: str) -> BadSettings:
    return BadSettings(f"In the vocabulary the {where} {what}: {remedy}.")
