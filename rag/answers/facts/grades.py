"""A question after an inspection's grade, or one that takes a grade for granted, in; the judgement
as printed out."""

import re
from collections.abc import Sequence

from rag.answer import Answer
from rag.backends.lexical import stem
from rag.evidence.evidence import stems
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.questions.query import Focus, Query
from rag.telling.composing import compose, no_more_than, whole

_GRADES = (
    r"(?P<grade>inadequate|requires? improvement(?: to be good)?|RI|good|outstanding|adequate"
    r"|satisfactory)\b"
)
_GRADE = re.compile(rf"\b{_GRADES}", re.I)
_GRADED = re.compile(
    r"\b(?:rated?|grad(?:ed?|ing)|judged?|found|classed|was|were|is|are|get|got|given|lost|only)\b"
    rf"(?: [\w'’]+){{0,6}}? {_GRADES}",
    re.I,
)
"""Said of a service, not of its support."""
_ASKING = re.compile(r"\b(?:rat(?:ed?|ings?)|grad(?:es?|ed)|judge(?:d|ments?)?|judgments?)\b", re.I)
_ASKS = re.compile(
    r"\b(?:what|which|how)\b.{0,60}?\b(?:grades?|ratings?|judge?ments?|judged|rated|graded)\b"
    r"|\b(?:grades?|overall effectiveness)\W*$|\bwhat did [\w'’ -]{1,60} get\b"
    r"|^(?:is|was|are|were)\b.*\b(?:inadequate|requires? improvement|good|outstanding)\b"
    r"(?: overall)?(?: in \d{4})?\W*$",
    re.I,
)
_EVERY = re.compile(r"\b(?:grades|ratings|judge?ments)\b", re.I)
_WHY = re.compile(r"\b(?:why|how come|reasons?|what made)\b", re.I)
_OVERALL = frozenset(stem("overall effectiveness"))


def answer_grade(library: Library, query: Query) -> Answer | None:
    """Of one document that prints judgements; None where neither is asked for."""
    if query.documents is None or len(query.documents) > 1 or query.asked.units:
        return None
    judged = list_units(library, query.documents, ("judgement",))
    printed = [focus for focus in judged if _grade_in(focus.unit.text)]
    said = _GRADED.search(query.question)
    if not printed:
        return None
    if said and _WHY.search(query.question):
        return _other_grade(library, query, printed, said["grade"])
    if _ASKS.search(query.question) and not _WHY.search(query.question):
        every = _EVERY.search(query.question) is not None
        return compose(library, query, whole((not every and _about(query, printed)) or printed))
    return None


def _other_grade(
    library: Library, query: Query, printed: Sequence[Focus], said: str
) -> Answer | None:
    """ "Why was it inadequate", where it was good."""
    about = _about(query, printed)
    if not about or any(_grade_in(focus.unit.text) == _grade_in(said) for focus in about):
        return None
    remark = f"“{said}” is not the grade that the document prints. It prints:"
    return no_more_than(compose(library, query, whole(about), remarks=(remark,)))


def _grade_in(text: str) -> str | None:
    """The last one, in the words of today."""
    found = [m["grade"].casefold() for m in _GRADE.finditer(text)]
    if not found:
        return None
    return "requires improvement" if found[-1].startswith("r") else found[-1]


def _about(query: Query, printed: Sequence[Focus]) -> list[Focus]:
    """Those that have most of the question's topic, or the overall one; empty where none has."""
    asking = (_GRADE, _ASKING)
    terms = [t for t in query.terms if not any(words.search(t.words) for words in asking)]

    def covered(focus: Focus) -> float:
        said = stems(focus.unit.text)
        overall = 0.1 * bool(_OVERALL & said)
        return sum(term.weight for term in terms if term.stands_in(said)) + overall

    best = max(map(covered, printed))
    return [focus for focus in printed if best and covered(focus) == best]
