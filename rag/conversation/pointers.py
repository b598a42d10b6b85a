"""A turn in plain words in, what it points at of what was shown out: "the third one", "and 3?"."""

import re
from dataclasses import dataclass

from rag.language.numbers import NUMBER_WORDS, ORDINALS
from rag.language.word_classes import words_of
from rag.questions.units.units_asked import LAST

_THING = (
    rf"(?:{words_of('unit', 'one')}|bit|item|\w+ one|option|of (?:those|these|them)|in the list"
    r"|points?|parts?|answers?)"
)
_COUNT = rf"[2-9]|{'|'.join(NUMBER_WORDS)}"
_STEP = re.compile(
    rf"\b(?:(?P<next>next|following)(?: (?P<count>{_COUNT}))?(?: {_THING})?"
    rf"|{_THING} (?P<after>after)\b.*"
    rf"|(?P<previous>previous|preceding)(?: {_THING})?|{_THING} (?P<before>before)\b.*)$"
)
_PLACE = re.compile(
    rf"\b(?P<word>{'|'.join(ORDINALS)}|last|final)(?: {_THING})*"
    rf"(?: (?:say|says|about|{words_of('please')}|then|too|again|for|is|was|of|those|these|them"
    r"|mean|means|cover|covers"
    r"|in full|in more detail))*$"
)
_INSIDE_PLACE = re.compile(
    rf"\b(?:the|that) (?P<word>{'|'.join(ORDINALS)}|last|final)"
    r"(?: (?:ones?|bit|item|option|of (?:those|these|them))\b|$)"
)
_SEVERAL = re.compile(rf"\b(?P<end>first|last) (?!one\b)(?P<count>{_COUNT})(?: {_THING})*$")
_ONE_NUMBER = rf"(?:[a-z]{{0,3}}\d{{1,3}}(?: \d{{1,2}})*|(?:{'|'.join(NUMBER_WORDS)}))"
_NUMBER = re.compile(
    r"^(?:(?:and|what|how|about|explain|describe|outline|wot|does|did|do|is|was|give|show|tell|me|the|whats|its|see|rec"
    r"|for|or|no|number|nr|num|item|point|option|same for|same with"
    r"|go to|now|then|again|just|make that|make it)\s+)*"
    rf"(?P<number>{_ONE_NUMBER}(?: (?:and|or|to) {_ONE_NUMBER})*)"
    rf"(?: (?:say|says|said|{words_of('please')}|then|too|also|as well|again|about|cover|covers))*$"
)
_JOINED = re.compile(r" (and|or|to) ")
MOST_IN_RANGE = 20


@dataclass(frozen=True, slots=True)
class Place:
    """ "The third one": 3; LAST is the last."""

    at: int


@dataclass(frozen=True, slots=True)
class Step:
    """To the next unit (1), the next two (2) or the one before (-1)."""

    by: int


@dataclass(frozen=True, slots=True)
class Several:
    """ "The first two"; below 0 for "the last two"."""

    count: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """ "And 3?", "42 and 43"."""

    numbers: tuple[str, ...]


Pointer = Place | Step | Several | Numbers


def read_pointer(text: str) -> Pointer | None:
    """Of a turn that says nothing else."""
    if several := _SEVERAL.search(text):
        count = int(_read_number(several["count"]))
        return Several(count if several["end"] == "first" else -count)
    if step := _STEP.search(text):
        by = int(_read_number(step["count"] or "1")) if step["next"] else 1
        return Step(by if step["next"] or step["after"] else -1)
    if place := _PLACE.search(text):
        return Place(_read_place(place["word"]))
    number = _NUMBER.match(text)
    return Numbers(_read_numbers(number["number"])) if number else None


def read_place_inside(text: str) -> Place | None:
    """With what is asked of it around: "the deadline for the first one"."""
    found = _INSIDE_PLACE.search(text)
    return Place(_read_place(found["word"])) if found else None


def _read_place(word: str) -> int:
    return LAST if word in ("last", "final") else ORDINALS[word]


def _read_numbers(text: str) -> tuple[str, ...]:
    first, *rest = _JOINED.split(text)
    numbers = [_read_number(first)]
    for by, word in zip(rest[::2], rest[1::2], strict=True):
        number, last = _read_number(word), numbers[-1]
        if by == "to" and last.isdigit() and number.isdigit():
            begin, end = int(last) + 1, int(number)
            numbers += [str(n) for n in range(begin, end) if end - begin < MOST_IN_RANGE]
        numbers.append(number)
    return tuple(numbers)


def _read_number(word: str) -> str:
    return str(NUMBER_WORDS[word]) if word in NUMBER_WORDS else word.replace(" ", ".")
