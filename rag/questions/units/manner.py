"""A question and where it asks for units in, how it asks for them out: for one, for every one, for
documents without any."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.types import Span

_ONE = re.compile(
    r"\b(?:recom\w+tion|rec|finding|lesson|point|message|indicator|theme|action|row|question)$",
    re.IGNORECASE,
)
_IS_THERE = re.compile(r"\bis there\b[^,.;:?]* recommended\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:every|all|any|each|which|how many|list(?: of)?)(?: of)?(?: the)?(?: [\w'’]+){0,2} *$",
    re.IGNORECASE,
)
_LIST = r"(?:have|has|had|got|make|made|list|contain|include|give|gave|set out|come with)s?"
_LACKS = re.compile(
    rf"\b(?:{_LIST}|with) no\b|\bwithout\b"
    rf"|\b(?:do|does|did|have|has|had)(?:n['’]?t| not) (?:actually |even )?{_LIST}\b"
    r"|\black(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\b(?:rec+om+[ae]n?dations?|recs?|actions?|action plan)\b", re.IGNORECASE)
_DEEDS = re.compile(
    r"\b(?:t(?:ake|akes|aken|aking|ook)|should|could|need\w*|legal|court|immediate|did|further)\b",
    re.IGNORECASE,
)
"""Of the case, or of the asker: "what action was taken"."""
_ASKED_FOR = re.compile(
    r"(?:^\W*(?:[\w'’]+ ){0,3}|\b(?:there|what|which|any|list|all|every|each|give|show|find|many"
    r"|have|has|had|do|does|did|makes?|made|lists|contains?)\b(?: [\w'’]+){0,3} *)$",
    re.IGNORECASE,
)
"""In front of the noun. Not "will they track whether the recommendations worked"."""


@dataclass(frozen=True, slots=True)
class Manner:
    one: bool = True
    """ "The rec on safe sleep"; not "every rec", nor "the recs"."""
    every: bool = False
    """All that are of it, or which: "any recommendation on recording"."""
    lacking: bool = False
    """Documents without such a unit are asked for."""
    by_noun: bool = False
    """Recommendations or actions are asked for by their noun."""
    of_deeds: bool = False
    """It speaks of what was or is done."""


UNSAID = Manner()
"""Of units that no word of the question asks for."""


def read_manner(question: str, spans: Sequence[Span]) -> Manner:
    """`spans` are where it asks for units."""
    before = [question[:a] for a, _ in spans]
    said = [question[:b].rstrip() for _, b in spans]
    every = [_EVERY.search(words) is not None for words in before]
    one = all(_ONE.search(s) and not each for s, each in zip(said, every, strict=True))
    nouns = [question[:a] for a, b in spans if _NOUN.search(question[a:b])]
    return Manner(
        one or _IS_THERE.search(question) is not None,
        any(every),
        any(_LACKS.search(words) for words in before),
        any(_ASKED_FOR.search(words) for words in nouns),
        _DEEDS.search(question) is not None,
    )
