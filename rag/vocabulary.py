"""A text in; the terms of the field that it mentions out, however they are written."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

from rag.errors import BadSettings
from rag.spelling import nearest

Key = tuple[str, ...]
"""The words of a variant without case, plural and possessive."""

_TOKEN = re.compile(
    # "Baby O" and "child k" are names of reviews: one token, which is no term.
    r"\b(?i:baby|child|family|adult|sibling)\s+(?:[A-Z]\d?|[b-hj-z])(?:['’]?s)?(?![\w&/]|\.\w)"
    r"|[^\W_]+(?:['’][^\W_]+)*|&"
)
_GAP = re.compile(r"['’]?(?:[ \t]*\n?[ \t]*|[-‐‑–]\s?|[ ]?/[ ]?|\.)")
"""What may stand between two words of one mention: "non-accidental", "s.47", "parents' views"."""
_IRREGULAR = {"children": "child", "men": "man", "women": "woman", "people": "person", "&": "and"}
_LISTS = ("same", "narrower", "related", "ambiguous")


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the vocabulary; the head of the file says what each field means."""

    name: str
    same: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    theme: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a term; offsets count in that text."""

    term: str
    start: int
    end: int
    words: str
    """As typed."""
    certain: bool = True
    """False where the words have other meanings too: they may widen a search, never decide."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms and the look-ups over them; a name that no term has raises KeyError."""

    terms: Mapping[str, Term]
    spelling: Mapping[str, str]
    index: Mapping[Key, tuple[tuple[str, bool], ...]] = field(repr=False)
    """Variant -> the terms that it may stand for, each with whether it surely does."""
    words: frozenset[str] = field(repr=False)
    """Every word of a name or synonym, in lower case, as written and without its plural."""
    longest: int = field(repr=False)
    """Words in the longest variant."""

    def read(self, text: str) -> tuple[Mention, ...]:
        """The terms mentioned, in order; where several overlap the first, then the longest.

        Words with several meanings give an uncertain mention of each."""
        tokens = list(_TOKEN.finditer(text))
        keys = [_fold(token[0]) for token in tokens]
        mentions: list[Mention] = []
        at = 0
        while at < len(tokens):
            size = self._longest_at(text, tokens, keys, at)
            if size:
                start, end = tokens[at].start(), tokens[at + size - 1].end()
                mentions += (
                    Mention(name, start, end, text[start:end], certain)
                    for name, certain in self.index[tuple(keys[at : at + size])]
                )
            at += size or 1
        return tuple(mentions)

    def _longest_at(self, text: str, tokens: list[re.Match[str]], keys: list[str], at: int) -> int:
        """How many tokens from `at` on make a variant, as many as possible; 0 for none."""
        # A letter on its own is a variant as a capital only: C may be a person, c marks a list.
        lone = len(keys[at]) == 1 and not tokens[at][0].isupper()
        best = 1 if (keys[at],) in self.index and not lone else 0
        for end in range(at + 2, min(at + self.longest, len(tokens)) + 1):
            if not _GAP.fullmatch(text, tokens[end - 2].end(), tokens[end - 1].start()):
                break
            if tuple(keys[at:end]) in self.index:
                best = end - at
        return best

    def same(self, name: str) -> tuple[str, ...]:
        """What stands for the term in any sentence: its name first, then its synonyms."""
        return (name, *self.terms[name].same)

    def narrower(self, name: str) -> tuple[str, ...]:
        """Names of the more particular terms, nearest first, with those below them."""
        found = [name]
        for each in found:  # grows while it is walked
            found += (below for below in self.terms[each].narrower if below not in found)
        return tuple(found[1:])

    def satisfies(self, found: str, asked: str) -> bool:
        """Does a passage that names the term `found` speak of the term `asked`?"""
        return found == asked or found in self.narrower(asked)

    def related(self, name: str) -> tuple[str, ...]:
        """Words that may widen a search and never satisfy it; ambiguous variants come last."""
        return (*self.terms[name].related, *self.terms[name].ambiguous)

    def themes(self) -> tuple[Term, ...]:
        """The terms that people follow across reviews, in the order of the file."""
        return tuple(term for term in self.terms.values() if term.theme)

    def correct(self, word: str, known: Collection[str]) -> str | None:
        """The word probably meant, in lower case; None where it is right or nothing is near.

        `known` holds lower-case words; a mapping gives their counts, which break ties, and a count
        of 0 means "right as it stands, but never a correction". Numbers, codes, capitals, other
        forms of a known word and words of fewer than 4 letters stay as they are, unless the
        file's table of spellings has them. 1 edit is mended, or 2 in words of 8 letters or more."""
        typed = word.casefold().replace("’", "'")
        if word.isupper() or not typed.replace("'", "").isalpha():
            return None
        if typed in self.spelling:
            return self.spelling[typed]
        forms = (typed, _fold(typed), typed + "s")
        right = any(form in known or form in self.words for form in forms)
        if right or len(typed) < 4 or "'" in typed:
            return None
        counts = known if isinstance(known, Mapping) else dict.fromkeys(known, 1)
        offered = chain(self.words, (each for each, count in counts.items() if count))
        # A capital may start a name, which is further from the known words than it looks.
        return nearest(typed, offered, counts, 2 if len(typed) >= 8 and word.islower() else 1)


@cache
def load_vocabulary(path: Path | None = None) -> Vocabulary:
    """The vocabulary in a file, by default the one that comes with the project.

    Raises BadSettings, which names the entry, when it cannot be read or contradicts itself."""
    source = path or files("rag").joinpath("vocabulary.toml")
    try:
        content = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(f"{source} cannot be read as TOML ({error}): correct it.") from error
    tables, spelling = content.get("term", []), content.get("spelling", {})
    _expect(not set(content) - {"term", "spelling"} and isinstance(tables, list), source.name,
            "something else than [[term]] tables and one [spelling] table")  # fmt: skip
    _expect(all(isinstance(each, str) for each in spelling.values()), "[spelling]", "no text")
    terms = {term.name: term for term in map(_term, tables)}
    _expect(len(terms) == len(tables), source.name, "two terms of one name")
    index = _index(terms)
    written = {word.casefold() for term in terms.values() for each in (term.name, *term.same)
               for word in re.findall(r"[^\W\d_]+", each)}  # fmt: skip
    words = frozenset(written | {_fold(word) for word in written})
    return Vocabulary(terms, spelling, index, words, max(map(len, index), default=0))


def _term(table: dict[str, Any]) -> Term:
    name = table.get("name")
    _expect(isinstance(name, str) and bool(name), f"the entry {table}", "no name")
    where = f"the term {name!r}"
    strange = set(table) - {"name", "theme", "title", *_LISTS}
    _expect(not strange, where, f"unknown keys {sorted(strange)}")
    lists = {key: tuple(table.get(key, [])) for key in _LISTS}
    for key, values in lists.items():
        right = isinstance(table.get(key, []), list) and all(isinstance(v, str) for v in values)
        _expect(right, where, f"{key} that is no list of texts")
    theme, title = table.get("theme", False), table.get("title", "")
    _expect(isinstance(theme, bool) and isinstance(title, str), where, "a wrong theme or title")
    _expect(bool(title) == theme, where, "a theme without a title, or a title without theme = true")
    return Term(name=str(name), theme=theme, title=title, **lists)


def _index(terms: Mapping[str, Term]) -> dict[Key, tuple[tuple[str, bool], ...]]:
    index: dict[Key, tuple[tuple[str, bool], ...]] = {}
    for term in terms.values():
        for below in term.narrower:
            _expect(below in terms, f"the term {term.name!r}", f"narrower {below!r}, not a term")
        for variant in (term.name, *term.same):
            owner = index.setdefault(_key(variant), ((term.name, True),))[0][0]
            _expect(owner == term.name, f"the term {term.name!r}",
                    f"{variant!r}, which is also the same as {owner!r}")  # fmt: skip
    for term in terms.values():
        for variant in term.ambiguous:
            others = index.get(_key(variant), ())
            _expect(not any(certain for _, certain in others), f"the term {term.name!r}",
                    f"ambiguous {variant!r}, which is surely {others[:1]}")  # fmt: skip
            index[_key(variant)] = (*others, (term.name, False))
    return index


def _expect(right: bool, where: str, wrong: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not right:
        raise BadSettings(f"In the vocabulary, {where} has {wrong}: its first lines say how; mend it.")


def _key(variant: str) -> Key:
    return tuple(_fold(token[0]) for token in _TOKEN.finditer(variant))


@lru_cache(maxsize=1 << 16)
def _fold(word: str) -> str:
    """Lower case, without possessive and plural; the same for both, not always a real word."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _IRREGULAR.get(word, word)
