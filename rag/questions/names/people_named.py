"""A question in, the names of people or places that it calls a review by, and that nothing held
goes by, out: "Star Hobson", "the Zoe review", "learning from Jaydenn"."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rag.backends.lexical import stem
from rag.backends.plain_words import plain_words
from rag.language.spans import overlaps
from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import words_of
from rag.questions.names.pseudonyms import Named
from rag.types import Span

Holds = Callable[[str], bool]
"""Does any document held have this stem?"""

_NAME = r"[^\W\d_][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_LEARNED = words_of("review", "document", "lesson", "finding", "recommendation")
_BEFORE = re.compile(
    rf"\b(?P<name>{_NAME}(?: {_NAME})?)(?:['’]s)?"
    rf" (?P<noun>(?:practice )?{words_of('review', 'case', forms='plain')}|inquiry)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:learning|inquiry|{_LEARNED})"
    rf" (?P<noun>from|of|into|on|for|about) (?:the )?(?P<name>{_NAME}(?: {_NAME})?)",
    re.IGNORECASE,
)
_SUBJECTS_TOO = frozenset({"case", "on", "for", "about"})
"""Beside these a word in small letters is a subject: "any ketamine case", "lessons about ..."."""
_FULL = re.compile(rf"\b(?P<name>(?-i:[A-Z]){_NAME}(?: (?-i:[A-Z]){_NAME})+)")
_FIRST_WORDS = frozenset("what who how did does was were is are the a an in of which when".split())


@dataclass(frozen=True, slots=True)
class Fact:
    """What is told of a case whose pseudonym other areas have used too."""

    name: str
    place: str
    says: tuple[str, ...]


def find_well_known(question: str) -> tuple[Named, ...]:
    text = fold(question)
    if len(text) != len(question):
        return ()
    found = list[Named]()
    for name, said in _well_known_names():
        for m in said.finditer(text):
            if not overlaps(m.span(), (n.span for n in found)):
                found.append(Named(name, m.span(), frozenset()))
    return tuple(found)


def told_fact(question: str, name: str) -> tuple[str, str] | None:
    """The place of another case of this pseudonym, and the fact of it that the question tells."""
    for fact in _well_known()[1]:
        if fold(fact.name) == fold(name):
            for said in fact.says:
                if said in fold(question):
                    return fact.place, said
    return None


def find_called_after(question: str, holds: Holds, taken: Sequence[Span]) -> tuple[Named, ...]:
    """A name before "review" or "case", or after "findings from", none of whose words is held;
    in small letters only where it is no English word either."""
    found = list[Named]()
    # Beside a review that is held, "findings on ..." asks for something in it.
    for pattern in (_BEFORE,) if taken else (_BEFORE, _AFTER):
        for m in pattern.finditer(question):
            name = _name_in(m, holds)
            if name and not overlaps(name.span, taken):
                found.append(name)
    return tuple(found)


def read_full_names(question: str) -> tuple[str, ...]:
    """What may be first and last name: "Arthur Labinjo-Hughes"."""
    names = (m["name"].split() for m in _FULL.finditer(question))
    full = (words[words[0].casefold() in _FIRST_WORDS :] for words in names)
    return tuple(" ".join(words) for words in full if len(words) > 1)


def find_unheld_name(names: Iterable[str], holds: Holds) -> str | None:
    """The first of which a word is neither held nor English."""
    return next((name for name in names if _has_strange(name, holds)), None)


def _has_strange(name: str, holds: Holds) -> bool:
    return any(_is_strange(word, holds) and _is_foreign(word) for word in name.split())


def fold(text: str) -> str:
    """Small letters without accents, of the same length."""
    bare = (unicodedata.normalize("NFKD", c)[0] for c in text)
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in bare)


def _name_in(m: re.Match[str], holds: Holds) -> Named | None:
    words = list(re.finditer(r"\S+", m["name"]))
    capital = m["noun"].casefold() in _SUBJECTS_TOO
    strange = [w for w in words if _is_strange(w[0], holds)]
    if not any(w[0].istitle() or (_is_foreign(w[0]) and not capital) for w in strange):
        return None
    titled = [w for w in words if w[0].istitle() and w[0].casefold() not in _FIRST_WORDS]
    whole = titled if strange[0][0].istitle() else strange
    start, end = m.start("name") + whole[0].start(), m.start("name") + whole[-1].end()
    return Named(m.string[start:end], (start, end), frozenset())


def _is_strange(word: str, holds: Holds) -> bool:
    """Neither held nor a word of the field, and no short form."""
    bare = word.removesuffix("'s").removesuffix("’s")
    if len(bare) < 3 or bare.isupper() or load_vocabulary().read(bare):
        return False
    return not any(map(holds, stem(bare))) and bool(stem(bare))


def _is_foreign(word: str) -> bool:
    parts = re.split(r"[-'’]", word.casefold())
    return not {part for part in parts if len(part) > 1} & plain_words().keys() and len(word) > 3


@cache
def _well_known_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The longest first, each with what finds it in folded text."""
    names = sorted(_well_known()[0], key=len, reverse=True)
    return tuple((n, re.compile(rf"\b{re.escape(fold(n))}(?=['’]?s?\b)")) for n in names)


@cache
def _well_known() -> tuple[tuple[str, ...], tuple[Fact, ...]]:
    content = tomllib.loads(
        files("rag.language").joinpath("words", "well_known.toml").read_text(encoding="utf-8")
    )
    facts = (Fact(f["name"], f["place"], tuple(map(fold, f["says"]))) for f in content["facts"])
    return tuple(name for row in content["names"] for name in row), tuple(facts)
