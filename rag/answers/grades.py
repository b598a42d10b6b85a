"""A question after an inspection's grade, or one that takes a grade for granted, in; the judgement
as printed out."""

import re
from collections.abc import Sequence

from rag.answers.composing import compose, no_more_than, whole
from rag.answers.evidence import stems
from rag.answers.structure import list_units
from rag.index.library import Library
from rag.questions.query import Focus, Query
from rag.types import Answer

_GRADE = re.compile(
    r"\b(?:inadequate|requires? improvement|RI|good|outstanding|adequate|satisfactory)\b", re.I
)
_ASKS = re.compile(
    r"\b(?:what|which|how)\b.{0,60}?\b(?:grades?|ratings?|judge?ments?|judged|rated|graded)\b"
    r"|\b(?:grades?|overall effectiveness)\W*$|\bwhat did [\w'’ -]{1,60} get\b"
    r"|^(?:is|was|are|were)\b.*\b(?:inadequate|requires? improvement|good|outstanding)\b"
    r"(?: overall)?(?: in \d{4})?\W*$",
    re.I,
)
_EVERY = re.compile(r"\b(?:grades|ratings|judge?ments)\b", re.I)
_WHY = re.compile(r"\b(?:why|how come|reasons?|what made)\b", re.I)
_OVERALL = frozenset({"overal", "effect"})


def answer_grade(library: Library, query: Query) -> Answer | None:
    """Of one document that prints judgements; None where neither is asked for."""
    if query.documents is None or len(query.documents) > 1 or query.asked.units:
        return None
    printed = list_units(library, query.documents, ("judgement",))
    said = _GRADE.search(query.question)
    if not printed:
        return None
    if said and _WHY.search(query.question):
        return _other_grade(library, query, printed, said[0])
    if _ASKS.search(query.question) and not _WHY.search(query.question):
        every = _EVERY.search(query.question) is not None
        return compose(library, query, whole((not every and _about(query, printed)) or printed))
    return None


def _other_grade(
    library: Library, query: Query, printed: Sequence[Focus], said: str
) -> Answer | None:
    """ "Why was it inadequate", where it was good."""
    about = _about(query, printed)
    if not about or any(_is_of_grade(focus, said) for focus in about):
        return None
    remark = f"The document does not print “{said}” here. The judgement that it prints:"
    return no_more_than(compose(library, query, whole(about), remarks=(remark,)))


def _is_of_grade(focus: Focus, said: str) -> bool:
    grade = "requires improvement" if said.casefold() in ("ri", "require improvement") else said
    return grade.casefold() in focus.unit.text.casefold()


def _about(query: Query, printed: Sequence[Focus]) -> list[Focus]:
    """Those that have most of the question's topic, or the overall one; empty where none has."""
    terms = [term for term in query.terms if not _GRADE.search(term.words)]

    def covered(focus: Focus) -> float:
        said = stems(focus.unit.text)
        overall = 0.1 * bool(_OVERALL & said)
        return sum(term.weight for term in terms if term.stands_in(said)) + overall

    best = max(map(covered, printed))
    return [focus for focus in printed if best and covered(focus) == best]
