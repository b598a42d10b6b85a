"""The words of an item in, what they say of its kind out: that there is none, that more of it
follow, that somebody has to act."""

import re

from rag.reading.sentences import sentence_spans

_NAMES = {
    "recommendation": r"recommendations",
    "concern": r"concerns",
    "lesson": r"lessons",
    "finding": r"findings",
    "learning_point": r"learning points|lessons",
    "action": r"actions",
    "required_action": r"areas for improvement|requirements|priority actions",
    "good_practice": r"(?:examples|areas) of (?:good|outstanding|notable) practice|strengths",
    "key_message": r"key messages",
    "question": r"questions",
}
"""How a sentence speaks of several items of a kind."""
_NONE = {
    kind: re.compile(
        rf"\b(?:no|not \w+ any|n['’]t \w+ any)(?: \w+){{0,3}} (?:{names})\b", re.IGNORECASE
    )
    for kind, names in (
        ("required_action", r"areas for|priority actions?|requirements?|recommendations?"),
        ("recommendation", r"recommendations?"),
        ("concern", r"(?:matters of )?concerns?"),
        ("action", r"actions"),
    )
}
DENIED = frozenset(_NONE)
"""Kinds that a document may say there are none of."""
_MIXED = re.compile(
    r"\b(?:conclusions?|findings|analysis|lessons|discussion|learning)\b", re.IGNORECASE
)
_NIL = re.compile(r"(?:none|nil|not applicable|n/a)\b[^.]{0,30}\.?", re.IGNORECASE)
_OTHERS = {
    kind: re.compile(
        rf"\b(?:identif\w+|dr[ae]w\w*|makes?|made|agreed|sets? out|grouped)\b"
        rf"(?: \w+){{0,4}} (?:{names})\b",
        re.IGNORECASE,
    )
    for kind, names in _NAMES.items()
}
_LEADS = {
    kind: re.compile(
        rf"\b(?:following|these|below)(?: \w+){{0,3}} (?:{names})\b"
        rf"|\b(?:{names})\b[^.]{{0,40}}(?:as follows|below|following|including\W*$|were\W*$)",
        re.IGNORECASE,
    )
    for kind, names in _NAMES.items()
}
_ADVISES = re.compile(
    r"\b(?:should|must|needs? to|ought to|recommend(?:s|ed)?"
    r"|(?:is|are|be) (?:asked|required|advised)"
    r"|to (?:be )?(?:ensure|review|agree|consider|make|provide|seek))\b",
    re.IGNORECASE,
)
_PROMISES = re.compile(r"\b(?:agreed|undertaken|promised|committed) to\W*$", re.IGNORECASE)
_DEMANDS = re.compile(
    r"\b(?:must|should|needs? to|required to)(?: also)?(?: ensure(?: that)?)?\W*$", re.IGNORECASE
)
MOST_WORDS = 40
MOST_ADDRESSED = 8
"""Words of a name that a sentence before a list addresses."""


def says_none(kind: str, text: str) -> bool:
    """ "Inspectors did not find any areas for priority action." """
    if _NIL.fullmatch(text):
        return True
    pattern = _NONE.get(kind)
    short = len(text.split()) <= MOST_WORDS
    return pattern is not None and short and pattern.search(text) is not None


def speaks_of_others(kind: str, text: str) -> bool:
    """ "The panel identified lessons in three areas." is no lesson, but leads to them."""
    pattern = _OTHERS.get(kind)
    if pattern is None or len(sentence_spans(text)) > 1 or advises(text):
        return False
    return pattern.search(text) is not None or kind_led_to(text) == kind


def kind_led_to(text: str) -> str | None:
    """Kind of the items that a sentence points at: "The review makes these recommendations:"."""
    if _PROMISES.search(text):
        return "action"
    return next((kind for kind, pattern in _LEADS.items() if pattern.search(text)), None)


def addressee(text: str) -> str | None:
    """Who is asked, where a line before a list says no more: "Chief constables should:"."""
    found = _DEMANDS.search(text) if text.endswith(":") else None
    who = text[: found.start()].strip() if found else ""
    return who if who and len(who.split()) <= MOST_ADDRESSED and "," not in who else None


def demands(text: str) -> bool:
    """Does it lead to what somebody has to do: "In addition the trust should:"?"""
    return _DEMANDS.search(text) is not None


def is_mixed(heading: str) -> bool:
    """ "Conclusions and recommendations": what stands under it may be either."""
    return _MIXED.search(heading) is not None and " and " in heading.casefold()


def advises(text: str) -> bool:
    return _ADVISES.search(text) is not None
