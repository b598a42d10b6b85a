"""The plain words by which people ask, by class: patterns of them for other patterns to be made of,
and whether any stands in a text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from rag.language.lexicon import Index, Key, Lexicon, key_of
from rag.language.tokens import tokenise

Entry = tuple[str, ...]
"""A word or expression in its forms, the plain one first."""
Forms = Literal["all", "plain", "other"]


@cache
def words_of(*classes: str, forms: Forms = "all") -> str:
    """A pattern of any word of the classes, the longest first; "plain": singular or infinitive,
    "other": all forms but that. A name that no class has raises KeyError."""
    written = {word for name in classes for entry in entries_of(name) for word in _of(entry, forms)}
    longest = sorted(written, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_as_pattern, longest))})"


def entries_of(name: str) -> tuple[Entry, ...]:
    """Of a class, in the order of the file."""
    return _classes()[name]


def has_word_of(text: str, *classes: str) -> bool:
    """Does any word of these narrow classes stand there, in any form?"""
    tokens = tokenise(text)
    return any(next(_lexicon().find_in(name, tokens), None) for name in classes)


def _of(entry: Entry, forms: Forms) -> Entry:
    return entry if forms == "all" else entry[:1] if forms == "plain" else entry[1:]


def _as_pattern(word: str) -> str:
    return re.escape(word).replace(r"\ ", " ").replace("'", "['’]")


@cache
def _classes() -> Mapping[str, tuple[Entry, ...]]:
    """Narrow classes and those that they are parts of."""
    classes = dict(_narrow_classes())
    for name, content in _content().items():
        if isinstance(content, dict):
            classes[name] = tuple(entry for part in content for entry in classes[part])
    return classes


def _narrow_classes() -> Iterator[tuple[str, tuple[Entry, ...]]]:
    for name, content in _content().items():
        for part, words in content.items() if isinstance(content, dict) else [(name, content)]:
            yield part, tuple(tuple(word.split("|")) for word in words)


@cache
def _content() -> Mapping[str, Any]:
    source = files("rag.language").joinpath("words", "word_classes.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _lexicon() -> Lexicon:
    classes = {name: _index(entries) for name, entries in _narrow_classes()}
    return Lexicon(classes)


def _index(entries: tuple[Entry, ...]) -> Index:
    index: dict[Key, tuple[tuple[str, bool], ...]] = {}
    for entry in entries:
        for word in entry:
            index.setdefault(key_of(word), ((entry[0], True),))
    return index
