"""A turn that asks in the past about the family of a child whom a held review calls by a code in,
the same with the child's name in full out: "could BF's parents get to her" is of Child BF.

BF is somebody's boyfriend as well, so that nothing is changed in a turn that has the asker in it,
that speaks of now, or that does not ask."""

import re
from collections.abc import Iterable

from rag.language.word_classes import words_of

_ASKS_OF_PAST = re.compile(
    r"\W*(?:(?:so|and|ok|but|also) )*(?:(?:why|how|when|where|who|what) )?"
    r"(?:could(?:n['’]?t)?|did(?:n['’]?t)?|was(?:n['’]?t)?|were(?:n['’]?t)?|had(?:n['’]?t)?)\b",
    re.IGNORECASE,
)
_OF_NOW = re.compile(
    r"\b(?:i|me|my|mine|we|us|our|i['’]?(?:m|ve|d|ll)|now|rn|today|tonight|tonite|yesterday"
    r"|just|this (?:morning|afternoon|evening|week)|last (?:night|nite|week)|again|ago|help)\b",
    re.IGNORECASE,
)
_FAMILY = (
    rf"(?=['’]?s (?:{words_of('relative', 'review', 'case')}|family"
    r"|carers?|injur\w+|social worker|health visitor)\b)"
)
_CODED = re.compile(r"(?:Baby|Child|Adult|Family) (?P<code>[A-Z]{2,3}\d?)")


def name_in_full(turn: str, subjects: Iterable[str | None]) -> str:
    if _ASKS_OF_PAST.match(turn) is None or _OF_NOW.search(turn):
        return turn
    for coded in filter(None, (_CODED.fullmatch(subject or "") for subject in subjects)):
        said = rf"\b(?<!\bher )(?<!\bhis )(?<!\bthe )(?<!['’]s )(?<!\ba )(?<!Child ){coded['code']}"
        turn = re.sub(rf"{said}{_FAMILY}", coded[0], turn)
    return turn
