"""A question with what the asker remembers of the reviews in, the same without that out:
"thought one of the reviews said something on it" is no topic."""

import re

from rag.language.word_classes import words_of

_OPENS = (
    r"(?<![\s,;:.?!(–-])[\s,;:.?!(–-]{0,4}\b(?:(?:i|we|im|i['’]m|ive|i['’]ve|am|but|and|cos|as|also|just|pretty|fairly"
    r"|quite|kind of|seem to|vaguely|could have|could['’]?ve|do|have) ){0,6}"
)
_THINKS = (
    r"(?:thought|think|remember(?:ed)?|recall|sure|believe|reckon|swear|sworn|heard|read|seen|saw"
    r"|guess(?:ing)?)\b"
    r"(?: (?:that|there (?:was|were|is)|something|it|i|we|saw|read|seen|somewhere|reading"
    r"|seeing)){0,4}"
)
_A_REVIEW = (
    r" ?(?:in |from )?(?:(?:one|some|any|a few|a couple) of )?(?:the|these|those|your|our|a)"
    rf" {words_of('review', 'document', 'case', 'one')}\b"
)
_SAYS = (
    r"(?: (?:had|has|have|might have|may have|did|would have))?"
    rf"(?: (?:{words_of('say', 'treat')}|went))?"
    r"(?: (?:something|anything|a bit|sth|a lot|stuff))?"
    r"(?: (?:on|about|like|to do with|along the lines of|into))?"
    r"(?: (?:it|this|that|these|those|them))?\W*$"
)
_REMEMBERS = re.compile(_OPENS + _THINKS + _A_REVIEW + _SAYS, re.IGNORECASE)
_LEAST_LEFT = 3


def without_memory(question: str) -> str:
    """As it was where little else is asked."""
    asked = _REMEMBERS.sub("", question).rstrip(" ,;:-–(")
    return asked if len(asked.split()) >= _LEAST_LEFT else question
