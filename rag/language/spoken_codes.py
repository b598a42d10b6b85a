"""A question in, the same with the codes that are said in words written as printed out: "BF four
point two" is BF4.2, "paragraph two point nine" is paragraph 2.9."""

import re

from rag.language.numbers import NUMBER_WORDS

_NUMBER = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|\d{{1,3}})"
_POINT = r"\s+(?:point|dot)\s+"
_POINTED = re.compile(
    rf"\b(?:(?P<letters>(?-i:[A-Z]{{1,3}}))\s+)?(?P<numbers>{_NUMBER}(?:{_POINT}{_NUMBER})+)\b",
    re.IGNORECASE,
)
_NAMED = "|".join(word for word in NUMBER_WORDS if word != "one")
"""Not "the BF one", which is the review."""
_LETTERED = re.compile(rf"\b(?P<letters>[A-Z]{{2,3}}) (?P<number>{_NAMED})\b")
_BETWEEN = re.compile(_POINT, re.IGNORECASE)


def write_codes(question: str) -> str:
    """Words for numbers stand elsewhere for what they say: "two points", "one of them"."""
    question = _POINTED.sub(
        lambda m: (m["letters"] or "") + ".".join(map(_digits, _BETWEEN.split(m["numbers"]))),
        question,
    )
    return _LETTERED.sub(lambda m: m["letters"] + _digits(m["number"]), question)


def _digits(word: str) -> str:
    return str(NUMBER_WORDS.get(word.casefold(), word))
