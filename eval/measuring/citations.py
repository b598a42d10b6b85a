"""Whether the citations of an answer resolve, support it, and name the place where its gold is."""

from collections.abc import Sequence

from eval.measuring.figures import Values, mean, mean_of
from eval.measuring.goals import Goal, Goals
from eval.measuring.held import Held, page_holds
from eval.measuring.shown import citations_showing, names_target, order_shown, read_first_words
from eval.measuring.validity import answer_faults, citation_faults
from eval.sets.targets import Target
from rag.answer import Answer
from rag.types import Citation

FAMILY = "citations"
VALID = "citations valid"
ANSWER_VALID = "answers with valid citations"
PRECISION = "citation precision"
RECALL = "citation recall"
FIRST_DOCUMENT = "first citation: document"
FIRST_UNIT = "first citation: unit"
LABEL = "label right"
UNIT = "unit right"
PAGE = "page right"
ELSEWHERE = "quotations from other documents"


def check_citations(answer: Answer, goals: Goals, held: Held) -> Values:
    shown, documents = order_shown(answer), held.documents
    valid = [not citation_faults(each, documents) for each in shown]
    distinct = {
        (each.document, each.unit, each.spans): (each, is_valid)
        for each, is_valid in zip(shown, valid, strict=True)
    }.values()
    supports = [is_valid and _supports(each, goals.nuggets) for each, is_valid in distinct]
    sound = [each for each, is_valid in distinct if is_valid]
    holding = {target.document for target in goals.gold}
    return {
        VALID: mean_of(valid),
        ANSWER_VALID: float(not answer_faults(answer, documents)) if answer.statements else None,
        PRECISION: mean_of(supports) if goals.nuggets else None,
        RECALL: goals.share([float(_is_cited(goal, sound)) for goal in goals.nuggets]),
        **_check_first(shown, goals),
        **_check_names(shown, goals),
        PAGE: mean_of([r for each in shown if (r := page_holds(each, held)) is not None]),
        ELSEWHERE: mean_of([each.document not in holding for each, _ in distinct if holding]),
    }


def _supports(citation: Citation, goals: Sequence[Goal]) -> bool:
    """It has words of a nugget, or is of the unit that holds one."""
    return any(
        citation.document == goal.target.document
        and (
            citation.unit in goal.units
            or any(a < d and c < b for a, b in citation.spans for c, d in goal.places)
        )
        for goal in goals
    )


def _is_cited(goal: Goal, citations: Sequence[Citation]) -> bool:
    """Its words, at one of its places, lie in the spans of valid citations; a goal that is a
    whole unit, in one of that unit."""
    of_document = [each for each in citations if each.document == goal.target.document]
    if not goal.target.wordings:
        return any(each.unit in goal.units for each in of_document)
    covered = {at for each in of_document for start, end in each.spans for at in range(start, end)}
    # The ends only: between them a page break or a full stop may lie in no span.
    return any({start, end - 1} <= covered for start, end in goal.places)


def _check_first(shown: Sequence[Citation], goals: Goals) -> Values:
    """Whether what is read first is of a right document, and of a right unit."""
    if not goals.gold:
        return {FIRST_DOCUMENT: None, FIRST_UNIT: None}
    right = [(c, gold) for c in shown[:1] for gold in goals.gold if c.document == gold.document]
    units = [_is_of_unit(citation, gold, goals) for citation, gold in right]
    return {FIRST_DOCUMENT: float(bool(right)), FIRST_UNIT: float(any(units))}


def _is_of_unit(citation: Citation, target: Target, goals: Goals) -> bool:
    """Where the set names no unit and no heading, the unit in which the words stand counts."""
    if target.unit or target.under:
        return names_target(citation, target)
    return any(citation.unit in goal.units for goal in goals.nuggets if goal.target == target)


def _check_names(shown: Sequence[Citation], goals: Goals) -> Values:
    """Of the gold that is read: whether a citation of it names its unit, and is of its unit."""
    read = read_first_words(shown)
    labels = [
        any(names_target(citation, target) for citation in owners)
        for target in goals.gold
        if (owners := citations_showing(target, read))
    ]
    units = [
        any(citation.unit in goal.units for citation in owners)
        for goal in goals.nuggets
        if (owners := citations_showing(goal.target, read))
    ]
    return {LABEL: mean_of(labels), UNIT: mean_of(units)}


_BETTER = (ANSWER_VALID, VALID, PRECISION, RECALL, FIRST_DOCUMENT, FIRST_UNIT, LABEL, UNIT, PAGE)
MEASURES = (
    *(mean(name, FAMILY) for name in _BETTER),
    mean(ELSEWHERE, FAMILY, higher_is_better=False),
)
