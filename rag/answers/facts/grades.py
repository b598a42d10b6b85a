"""A question after an inspection's grade, or one that takes a grade for granted, in; the judgement
as printed out."""

from collections.abc import Sequence

from rag.answer import Answer
from rag.backends.lexical import stem
from rag.evidence.evidence import stems
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.questions.kinds.grades_asked import grade_in, is_of_grading
from rag.questions.request import Focus, Request
from rag.telling.composing import compose, no_more_than, whole

_OVERALL = frozenset(stem("overall"))
_WHOLE = frozenset(stem("overall inspection ofsted council children services local authority year"))
"""Of what is inspected as a whole."""


def answer_grade(library: Library, request: Request) -> Answer | None:
    """Of one document that prints judgements; None where neither is asked for."""
    if request.documents is None or len(request.documents) > 1 or request.asked.units:
        return None
    judged = list_units(library, request.documents, ("judgement",))
    printed, said = [f for f in judged if grade_in(f.unit.text)], request.said.grade
    if not printed:
        return None
    if said.supposed:
        return _other_grade(library, request, printed, said.supposed, lost=said.lost)
    if not said.asked:
        return None
    about = printed if said.every else _about(request, printed)
    return compose(library, request, whole(about)) if about else None


def _other_grade(
    library: Library, request: Request, printed: Sequence[Focus], said: str, *, lost: bool
) -> Answer | None:
    """ "Why was it inadequate", where it was good; "why did it lose outstanding", where it did
    not."""
    about = _about(request, printed)
    prints = any(grade_in(focus.unit.text) == grade_in(said) for focus in about)
    if not about or prints != lost:
        return None
    remark = f"“{said}” is {'' if lost else 'not '}the grade that the document prints. It prints:"
    return no_more_than(compose(library, request, whole(about), remarks=(remark,)))


def _about(request: Request, printed: Sequence[Focus]) -> list[Focus]:
    """Those that have most of the question's topic; of a question without one the overall one, or
    all; empty where none has any of it."""
    terms = [t for t in request.terms if not is_of_grading(request.as_typed(t))]
    topic = [t for t in terms if not (_WHOLE.issuperset(t.variants[0]) or t.words.isdigit())]
    if not topic:
        return [f for f in printed if _OVERALL & stems(f.unit.text)] or list(printed)

    def covered(focus: Focus) -> float:
        said = stems(focus.unit.text)
        return sum(term.weight for term in terms if term.stands_in(said))

    best = max(map(covered, printed))
    return [focus for focus in printed if best and covered(focus) == best]
