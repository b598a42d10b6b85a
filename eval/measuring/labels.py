"""Whether a citation's label names the unit that a set's gold stands in.

Sets print a unit as the review does ("HEALTH 4)", "36", "Learning points (Invisible fathers)"),
the system as a person would cite it ("Health, recommendation 4", "Paragraph 36", "Invisible
fathers, learning point 2"). Both are cut into parts, each with heading words, kinds of unit and a
number; every part of the gold's must be met by a part of the label, a path element or the agency.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eval.sets.words import split_words

SAME_HEADING = 0.6
"""Least Jaccard overlap of two headings' words: "Findings" may stand for "Findings from the
review", but "Health" never for "Sexual Health Advisory Service"."""

_KIND = re.compile(
    "finding|lesson|recommendation|paragraph|para|learning|point|item|row|theme|measure|action|"
    "question|footnote|key|message|indicator|detail|asp"
)
_FILLER = re.compile("the|a|of|for|from|to|in|and|or|on")
_SEPARATORS = re.compile(r"[,;()]|:\s")
_NUMBER = re.compile(r"[a-z]{0,3}\d+(?:\.\d+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    heading: frozenset[str]
    kinds: frozenset[str]
    number: str | None


def names_unit(under: str, label: str, path: Sequence[str] = (), agency: str | None = None) -> bool:
    """True when `label`, with its path and agency, names the unit printed as `under`.

    A number counts only beside the kind that `under` gives it ("Finding 1" is not "Finding 5,
    point 1"); a heading without a number is met by any unit under it. An empty `under` is met by
    everything: such gold stands under no heading.
    """
    named = [part for text in (label, *path, agency or "") for part in _cut(text)]
    return all(_is_met(part, named) for part in _cut(under))


def _cut(text: str) -> list[_Part]:
    return [_parse(piece) for piece in _SEPARATORS.split(text) if piece.strip(" .)")]


def _parse(piece: str) -> _Part:
    tokens = piece.replace("/", " ").split()
    numbers = [token.strip(".):") for token in tokens if _NUMBER.fullmatch(token.strip(".):"))]
    words = frozenset(
        _singular(word)
        for token in tokens
        if token.strip(".):") not in numbers
        for word in split_words(token)
    )
    number = numbers[-1].casefold() if numbers else None
    kinds = frozenset(word for word in words if _KIND.fullmatch(word))
    fillers = frozenset(word for word in words if _FILLER.fullmatch(word))
    return _Part(words - kinds - fillers, kinds, number)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _is_met(sought: _Part, named: Sequence[_Part]) -> bool:
    heading = any(_same_heading(sought, part) for part in named)
    number = any(_same_number(sought, part) for part in named)
    kind = any(sought.kinds & part.kinds for part in named)
    return (
        (heading or not sought.heading)
        and (number or sought.number is None)
        and (kind or bool(sought.heading) or sought.number is not None or not sought.kinds)
    )


def _same_heading(sought: _Part, named: _Part) -> bool:
    if not _may_be_same_kind(sought, named):
        return False
    shared = sought.heading & named.heading
    return len(shared) >= SAME_HEADING * len(sought.heading | named.heading)


def _same_number(sought: _Part, named: _Part) -> bool:
    return sought.number == named.number and _may_be_same_kind(sought, named)


def _may_be_same_kind(sought: _Part, named: _Part) -> bool:
    return not sought.kinds or not named.kinds or bool(sought.kinds & named.kinds)
