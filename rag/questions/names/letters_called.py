"""A question and the place of "child t" in it in, whether a letter there is a name or typed for a
word out."""

import re

from rag.language.word_classes import words_of
from rag.questions.names.review_words import NOUN
from rag.types import Span

_CHAT = frozenset("n r s t u w y".split())
"""Letters that are typed for a word: "child n mum"."""
_CALLED = re.compile(
    rf"['’]s\b|\s*$|\s*[,?!;:)]|\.(?:\s|$)|\s+(?:serious |local |safeguarding |practice )*{NOUN}\b"
    r"|\s+(?:is|was|were|did|does|had|has|have|died|die|lived|live|born|known|seen|hurt|killed"
    rf"|injured|abused|neglected|taken|removed|placed|in|from|on|at|when|before|after|{words_of('please')}"
    r"|(?:and|or|vs) (?:baby|child|family|adult|case))\b",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:the|an?|any|each|every|no|this|that|another|one|my|our|her|his|their|some|unborn|other"
    r"|which|whose|non mobile|single)\s+$",
    re.IGNORECASE,
)


def stands_as_name(question: str, span: Span) -> bool:
    """ "tell me about child t" and "was baby ab hurt?" name somebody: "how did the child n mum get
    on" does not."""
    called = _CALLED.match(question, span[1])
    if called is None:
        return False
    of_review = re.match(rf"\s+{NOUN}\b", question[span[1] :], re.IGNORECASE) is not None
    return of_review or _ANY.search(question[: span[0]]) is None


def may_stand_for_word(code: str) -> bool:
    return code in _CHAT
