"""How numbers and months are written: the numbers that words stand for, and patterns for other
patterns to be made of."""

import re

from rag.language.word_classes import entries_of
from rag.reading.dates import MONTHS

_WORDS = tuple(word for (word,) in entries_of("number"))
_UNITS, _TEENS = _WORDS[:9], _WORDS[9:19]
_TENS = dict(zip(_WORDS[19:], range(20, 100, 10), strict=True))
NUMBER_WORDS = {
    **{word: n for n, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **_TENS,
    **{f"{ten}{by}{unit}": tens + n for ten, tens in _TENS.items() for by in " -"
       for n, unit in enumerate(_UNITS, start=1)},
}  # fmt: skip
"""Up to ninety-nine."""
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def _ordinal(word: str) -> str:
    *before, last = re.split(r"(?<=[ -])", word)
    ended = _IRREGULAR.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return "".join([*before, ended])


def _suffix(n: int) -> str:
    return "th" if 10 < n % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


ORDINALS = {
    **{_ordinal(word): n for word, n in NUMBER_WORDS.items()},
    **{f"{n}{_suffix(n)}": n for n in NUMBER_WORDS.values()},
}
"""Up to the ninety-ninth, in words and in figures."""
MONTH = rf"(?:{'|'.join(MONTHS)})"
_WORD_NUMBER = (
    rf"(?:{'|'.join((*_UNITS, *_TEENS, *_TENS))}|hundreds?|thousands?|both|single|twice|once"
    r"|couple of|dozens?(?: of)?|half|none|no|neither)"
)
NUMBER = rf"(?:\d[\d,.]*|{_WORD_NUMBER})"
