"""The plain words by which people ask, by class: patterns of them for other patterns to be made of,
and where they stand in a text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from rag.language.matching import match_entries
from rag.language.terms import Key, key_of
from rag.language.tokens import read_tokens
from rag.language.vocabulary import load_vocabulary

Entry = tuple[str, ...]
"""A word or expression in its forms, the plain one first."""
Forms = Literal["all", "plain", "other"]
VOCABULARY = "vocabulary"
"""The table that terms of the field are matched from."""


@dataclass(frozen=True, slots=True)
class Match:
    table: str
    """The class, the narrowest that has the entry, or VOCABULARY."""
    entry: str
    """In its plain form; of the vocabulary, the name of the term."""
    start: int
    end: int
    certain: bool = True
    """False where the words mean other things too."""


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


def find_classes(text: str) -> tuple[Match, ...]:
    """In order. Classes and vocabulary are matched as one table (see `match_entries`): the longest
    entry at a word stands, whichever table has it, and nothing begins within it; where both have
    the same words there is a match of each, that of the class first."""
    index, longest = _index()
    return tuple(
        Match(table, entry, start, end, certain)
        for key, start, end in match_entries(text, read_tokens(text), index, longest)
        for table, entry, certain in index[key]
    )


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
    source = files("rag.language").joinpath("words", "lexicon.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _index() -> tuple[Mapping[Key, tuple[tuple[str, str, bool], ...]], int]:
    """Key -> table, entry and certainty of each that has it; words in the longest key."""
    index: dict[Key, dict[tuple[str, str, bool], None]] = {}
    for name, entries in _narrow_classes():
        for entry in entries:
            for word in entry:
                index.setdefault(key_of(word), {})[name, entry[0], True] = None
    for key, terms in load_vocabulary().index.items():
        for term, certain in terms:
            index.setdefault(key, {})[VOCABULARY, term, certain] = None
    return {key: tuple(found) for key, found in index.items()}, max(map(len, index))
