"""A file of phrases in, patterns that find them in what people type out."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import words_of

_SLOT = re.compile(r"\{([a-z]\w*)\}")
_GAP = re.compile(r"\{\.\.(\d+)\}")
# "Baby O", "child k": but not "child a", "baby i", which are sentences.
_PSEUDONYM = re.compile(
    r"\b(?i:baby|child|children|adult)\s+(?!I\b)(?:[A-Z]{1,3}\d?|[b-hj-z]|[a-z]{1,2}\d)(?:['’]?s)?\b"
)
_APOSTROPHE = re.compile(r"(?<=\w)['’`](?=\w)|(?<=s)['’](?=\s)")
_STOP = re.compile(r"[.?!;:\n\r]+(?=\s|$)|…|\.{3}")
_MARK = re.compile(r"[^\w\s]+")


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Lower case without apostrophes and marks, words apart by one space, sentences by " . ",
    everyday spellings mended.

    A pseudonym becomes "pseudonym": "Is Baby O's nan here?" is " . is pseudonym nan here . "."""
    text = _PSEUDONYM.sub(" pseudonym ", _APOSTROPHE.sub("", text))
    spelling = _spelling()
    sentences = (
        " ".join(spelling.get(word, word) for word in _MARK.sub(" ", part).lower().split())
        for part in _STOP.split(text)
    )
    return " . " + "".join(f"{sentence} . " for sentence in sentences if sentence)


@cache
def _spelling() -> Mapping[str, str]:
    return {typed: meant.replace("'", "") for typed, meant in load_vocabulary().spelling.items()}


class Phrases:
    """The lists of a file: `words` are slots, `lists` are patterns by name.

    In a pattern "{kin}" is any entry of the slot `kin`, or of that class of words where the file
    has no such slot, and "{..4}" up to four words of one sentence, none of which is in the slot
    `frame`. Patterns match whole words of `plain` text."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._slots = {name: "|".join(entries) for name, entries in content["words"].items()}
        self._lists: Mapping[str, list[str]] = content["lists"]
        self._compiled: dict[str, re.Pattern[str]] = {}
        self.content = content

    def pattern(self, name: str) -> re.Pattern[str]:
        """Of the list of that name, any entry."""
        if name not in self._compiled:
            self._compiled[name] = self.compile(*self._lists[name])
        return self._compiled[name]

    def compile(self, *patterns: str) -> re.Pattern[str]:
        """Any of the patterns."""
        return re.compile(rf"(?<= )(?:{'|'.join(map(self._fill, patterns))})(?= )")

    def _fill(self, pattern: str) -> str:
        while _SLOT.search(pattern):
            pattern = _SLOT.sub(lambda found: self._entries(found[1]), pattern)
        gap = rf"(?:(?!(?:{self._slots.get('frame', '(?!)')}) )\w+ ){{0,%s}}"
        return _GAP.sub(lambda found: gap % found[1], pattern)

    def _entries(self, slot: str) -> str:
        return f"(?:{self._slots[slot]})" if slot in self._slots else words_of(slot)


@cache
def load_phrases(name: str) -> Phrases:
    """Of the file `name` that comes with the project."""
    content = files("rag.language").joinpath("words", f"{name}.toml").read_text(encoding="utf-8")
    return Phrases(tomllib.loads(content))
