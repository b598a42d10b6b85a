"""How numbers and months are written: the numbers that words stand for, and patterns for other
patterns to be made of."""

from rag.reading.dates import MONTHS

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
NUMBER_WORDS = {
    **{word: n for n, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **_TENS,
    **{f"{ten}{by}{unit}": tens + n for ten, tens in _TENS.items() for by in " -"
       for n, unit in enumerate(_UNITS, start=1)},
}  # fmt: skip
"""Up to ninety-nine."""
MONTH = rf"(?:{'|'.join(MONTHS)})"
_WORD_NUMBER = (
    rf"(?:{'|'.join((*_UNITS, *_TEENS, *_TENS))}|hundreds?|thousands?|both|single|twice|once"
    r"|couple of|dozens?(?: of)?|half|none|no|neither)"
)
NUMBER = rf"(?:\d[\d,.]*|{_WORD_NUMBER})"
