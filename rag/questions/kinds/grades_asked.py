"""A question in, the grade of an inspection that it asks for, or takes for granted, out."""

import re
from dataclasses import dataclass

_GRADES = (
    r"(?P<grade>inadequate|requires? improvement(?: to be good)?|RI|good|outstanding|adequate"
    r"|satisfactory)\b"
)
_GRADE = re.compile(rf"\b{_GRADES}", re.I)
_ENDS = (
    r"(?=\W*(?:$|[?.,;:]|(?:rating|grade|judge?ments?|status|overall|in|for|at|from|by|after|when"
    r"|while|since|as|and|or|but|despite|last|this|though|although)\b))"
)
_LOST = r"lost|los(?:e|ing)|miss(?:ed|ing)? out on|fail(?:ed|ing)? to (?:get|be|become)"
_GRADED = re.compile(
    rf"\b(?:(?P<lost>{_LOST})|rated?|grad(?:ed?|ing)|judged?|found|classed|was|were|is|are|get|got"
    r"|given|only|c(?:a|o)me out|mark(?:ed)?|lifted|raised|had|have)\b"
    rf"(?: [\w'’]+){{0,8}}? {_GRADES}{_ENDS}",
    re.I,
)
"""Said of a service, not of its support: the grade ends what is said of it."""
_GRADING = re.compile(
    r"\b(?:rat(?:ed?|ings?)|grad(?:es?|ed)|judge(?:d|ments?)?|judgments?|mark(?:s|ed)?|lift(?:ed)?"
    rf"|raised|c[ao]me(?: out)?|{_LOST})\b",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:what|which|how)\b.{0,60}?\b(?:grades?|ratings?|judge?ments?|judged|rated|graded)\b"
    r"|\b(?:grades?|overall effectiveness)\W*$"
    r"|\bwhat did [\w'’ -]{1,60} get(?=\W*$| (?:at|in|from|overall)\b)"
    r"|^(?:is|was|are|were)\b.*\b(?:inadequate|requires? improvement|good|outstanding)\b"
    r"(?: overall)?(?: in \d{4})?\W*$",
    re.I,
)
_EVERY = re.compile(r"\b(?:grades|ratings|judge?ments)\b", re.I)
_WHY = re.compile(
    r"\b(?:why|how come|reasons?|what (?:made|lifted|raised|took|got|led|brought)"
    r"|what did [\w'’ ]{1,40} do to)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class GradeAsked:
    asked: bool
    """What the grade is, or whether it is the one said."""
    every: bool
    supposed: str | None
    """As typed, where the question asks why it is so."""
    lost: bool = False
    """It asks why it is that no more."""


def read_grade(question: str) -> GradeAsked:
    graded = _GRADED.search(question)
    if _WHY.search(question):
        supposed = graded["grade"] if graded else None
        lost = graded is not None and graded["lost"] is not None
        return GradeAsked(asked=False, every=False, supposed=supposed, lost=lost)
    asked = _ASKS.search(question) is not None
    return GradeAsked(asked, _EVERY.search(question) is not None, None)


def grade_in(text: str) -> str | None:
    """The last one that the text has, in the words of today."""
    found = [m["grade"].casefold() for m in _GRADE.finditer(text)]
    if not found:
        return None
    return "requires improvement" if found[-1].startswith("r") else found[-1]


def is_of_grading(words: str) -> bool:
    """They say that something was graded, or how: no subject of it."""
    return any(pattern.search(words) for pattern in (_GRADE, _GRADING))
