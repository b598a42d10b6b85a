"""A word and another in, whether sentences say the same, the opposite or something else by them:
data tables of plain words, by their stems."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from rag.backends.lexical import stem
from rag.language.word_classes import entries_of
from rag.language.word_forms import forms_of

Relation = Literal["same", "opposite", "other"]
_UN = ("un", "in", "im", "ir", "dis", "non")
LEAST_STEM = 4
"""Letters of a stem that takes such a syllable in front, or that another form begins with."""
ALIKE = 6
"""Letters that two forms of one word begin with."""
_RELATIVES = (
    "mother", "father", "grandmother", "grandfather", "grandparent", "sibling", "partner",
    "other_relative", "step_relative",
)  # fmt: skip


@lru_cache(maxsize=1 << 17)
def relation(one: str, other: str) -> Relation | None:
    """Of two stems; None where nothing is known. `other`: they exclude each other."""
    if one == other or _is_form(one, other) or _meet(_same(), one, other):
        return "same"
    if sides := _sides_of_one_line(one, other):
        return "same" if sides[0] == sides[1] else "opposite"
    if _is_negated(one, other) or _is_negated(other, one):
        return "opposite"
    return "other" if _meet(_others(), one, other) else None


def words_in(name: str) -> frozenset[str]:
    """A plain list of the file, as written."""
    content = _content()[name]
    return frozenset(content.split() if isinstance(content, str) else content)


@cache
def light_stems() -> frozenset[str]:
    return frozenset(stem(_content()["light"]))


def is_person(word: str) -> bool:
    """A relative, whoever it is; of a stem."""
    return word in _persons()


def _is_form(one: str, other: str) -> bool:
    if other in forms_of(one):
        return True
    shared = min(len(one), len(other)) >= ALIKE and one[:ALIKE] == other[:ALIKE]
    return shared and abs(len(one) - len(other)) <= 2


def _is_negated(plain: str, negated: str) -> bool:
    rests = (negated.removeprefix(un) for un in _UN if negated.startswith(un))
    return any(
        min(len(rest), len(plain)) >= LEAST_STEM
        and (rest.startswith(plain) or plain.startswith(rest))
        for rest in rests
    )


def _sides_of_one_line(one: str, other: str) -> tuple[int, int] | None:
    sides = _sides()
    both = (
        (side, side2)
        for line, side in sides.get(one, ())
        for line2, side2 in sides.get(other, ())
        if line == line2
    )
    return next(both, None)


def _meet(table: dict[str, frozenset[int]], one: str, other: str) -> bool:
    return not table.get(one, frozenset()).isdisjoint(table.get(other, frozenset()))


@cache
def _same() -> dict[str, frozenset[int]]:
    return _lines([*map(stem, _content()["same"]), *_relatives()])


@cache
def _others() -> dict[str, frozenset[int]]:
    relatives = [s for one in _relatives() for s in one]
    return _lines([*map(stem, _content()["others"]), relatives])


@cache
def _sides() -> dict[str, list[tuple[int, int]]]:
    sides: dict[str, list[tuple[int, int]]] = {}
    for line, text in enumerate(_content()["opposite"]):
        for side, words in enumerate(text.split(":")):
            for each in stem(words):
                sides.setdefault(each, []).append((line, side))
    return sides


def _lines(lines: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    table: dict[str, frozenset[int]] = {}
    for number, line in enumerate(lines):
        for each in line:
            table[each] = table.get(each, frozenset()) | {number}
    return table


@cache
def _relatives() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(s for entry in entries_of(name) for word in entry for s in stem(word))
        for name in _RELATIVES
    )


@cache
def _persons() -> frozenset[str]:
    return frozenset(s for one in _relatives() for s in one) | {"parent"}


@cache
def _content() -> dict[str, Any]:
    text = files("rag.language").joinpath("words", "statements.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
