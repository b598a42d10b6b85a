"""A message in, the questions that it holds out, in order."""

import re
from collections.abc import Iterator
from itertools import islice

from rag.language.word_classes import words_of
from rag.questions.kinds.checked_text import read_checked

_WH = r"(?:who|whom|whose|when|where|why|what|which|how)"
_AUX = (
    r"(?:did|do|does|was|were|is|are|has|had|have|should|could|can|would|will"
    r"|didn['’]?t|wasn['’]?t|weren['’]?t|isn['’]?t|aren['’]?t)"
)
_WHOM = r"(?:he|she|they|it|there|the|any\w*|his|her|him|them|their|its|this|that|these|those)"
_FAMILY = rf"(?:{words_of('mother', 'father', forms='plain')}|baby|child|police|social)"
_ASKS = re.compile(rf"(?:{_WH}|{_AUX})\b", re.IGNORECASE)
_TURNED = rf"(?:{_WH}\s+(?:[\w'’-]+\s+){{0,4}}?{_AUX}\b|{_AUX}\s+(?:{_WHOM}|{_FAMILY})\b)"
"""A question of its own has its verb in front: not the "when it was" of "say when it was"."""
_LEFT_OUT = (
    rf"(?:{_WH}\s+(?:[\w'’-]+\s+){{0,3}}?(?:in|at|on|for|with|before|after|by|to|from)\b"
    rf"|who\s+\w+\s+{_WHOM}\b)"
)
"""Or leaves its verb out: "and how long in foster care"."""
_CUTS = re.compile(
    rf"(?P<mark>\?)[\s?!]+(?=\S)"
    rf"|[,;]?\s+(?:(?:and|also|plus)\s+)+(?:then\s+)?(?={_TURNED}|{_LEFT_OUT})"
    rf"|(?P<comma>[,;])\s+(?={_WH}\b)(?={_TURNED})",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_OPENING = re.compile(rf"^\W*(?:{words_of('opening', 'courtesy')}\b\W*)*", re.IGNORECASE)
_IN_FRONT = re.compile(rf"^(?:(?!{_WH}\b)[^,:?]){{1,60}}[,:]\s+(?={_WH}\b|{_AUX}\b)", re.IGNORECASE)
"""What the question is about, before it: "in Child K, how long ..."."""
_BESIDE = re.compile(r"\bcompar|\bdiffer|\bversus\b|\bvs\b|\bin common\b", re.IGNORECASE)
"""One question, however many it is made of."""
_NOTHING_ASKED = frozenset(
    """
    who whom whose when where why what which how did do does was were is are has had have should
    could can would will been be it its that this they he she them him her his their and so then
    exactly there of the an to in on for or if not also please thanks thank you me us we my our
    help know idea ideas tell anyone right ok okay true correct sure about at all else any anything
    come really possible wrong mean see say says said find found show each both put down like
    baby child review reviews report case
    """.split()
)
"""A question of no other words has no topic: it belongs to the one before it."""
MOST = 8
"""Questions of a message that are parted; any more stay with the last."""
LEAST_WORDS = 3
"""Of a question that no word opens: "weekly? monthly?" is one."""
LEAST_BEHIND_COMMA = 2
"""Words of a topic: what follows a comma mostly says more of the same question."""


def split_message(message: str) -> tuple[str, ...]:
    """One, where the message holds no more: questions that end in a question mark, and those that
    "and" joins; a text to be checked is one. Words that ask nothing stay with the question after
    them, or else before."""
    if _BESIDE.search(message) or read_checked(message):
        return (message,)
    cuts = list(islice(_find_cuts(message), MOST - 1))
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(message)]
    return tuple(message[a:b].strip() for a, b in zip(starts, ends, strict=True))


def _find_cuts(message: str) -> Iterator[tuple[int, int]]:
    """Where one question ends, and where the next begins."""
    begin = 0
    for cut in _CUTS.finditer(message):
        end = cut.start() + bool(cut["mark"])
        first = _SENTENCES.split(message[begin:end].rstrip())[-1]
        rest = _SENTENCES.split(message[cut.end() :])[0]
        least = LEAST_BEHIND_COMMA if cut["comma"] else 1
        if not (_asks(first) and _asks(rest, least=least)):
            continue
        if cut["mark"] or _stands_alone(first, is_comma=cut["comma"] is not None):
            yield end, cut.end()
            begin = cut.end()


def _asks(part: str, *, least: int = 1) -> bool:
    """It asks, about `least` words of a topic or more."""
    words = re.findall(r"[\w'’-]+", part.casefold())
    marked = part.rstrip(" \"'”’)").endswith("?") and len(words) >= LEAST_WORDS
    topic = sum(word not in _NOTHING_ASKED and len(word) > 1 for word in words)
    return topic >= least and (marked or _ASKS.match(_asked(part)) is not None)


def _stands_alone(first: str, *, is_comma: bool) -> bool:
    """ "What does it say about who was told", and when: one question with others in it. "When he
    was born, what": one with a condition."""
    asked = _asked(first)
    if re.search(rf"\b{_WH}\b", asked[1:], re.IGNORECASE):
        return False
    return not is_comma or re.match(_TURNED, asked, re.IGNORECASE) is not None


def _asked(part: str) -> str:
    return _IN_FRONT.sub("", _OPENING.sub("", part))
