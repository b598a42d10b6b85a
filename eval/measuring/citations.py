"""Whether the citations of an answer resolve, support it, and name the place where its gold is."""

from collections.abc import Callable, Iterator, Sequence

from eval.measuring.figures import mean
from eval.measuring.goals import Goal, Goals
from eval.measuring.held import Held
from eval.measuring.shown import citations_showing, names_target, order_shown, read_first_words
from eval.measuring.sources import page_holds
from eval.measuring.validity import answer_faults, citation_faults
from eval.sets.targets import Target
from rag.types import Answer, Citation, Span

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


def check_citations(answer: Answer, goals: Goals, held: Held) -> dict[str, float | None]:
    shown, documents = order_shown(answer), held.documents
    distinct = {(each.document, each.unit, each.spans): each for each in shown}
    valid = {place: not citation_faults(each, documents) for place, each in distinct.items()}
    sound = [each for place, each in distinct.items() if valid[place]]
    supports = [valid[at] and _supports(each, goals.nuggets) for at, each in distinct.items()]
    return {
        VALID: share([not citation_faults(each, documents) for each in shown]),
        ANSWER_VALID: float(not answer_faults(answer, documents)) if answer.statements else None,
        PRECISION: share(supports) if goals.nuggets else None,
        RECALL: goals.share([float(_is_cited(goal, sound)) for goal in goals.nuggets]),
        FIRST_DOCUMENT: _first_is_right(shown, goals, _is_of_document),
        FIRST_UNIT: _first_is_right(shown, goals, _is_of_unit),
        LABEL: share(list(_labels(shown, goals.gold))),
        UNIT: share(list(_units(shown, goals.nuggets))),
        PAGE: share([r for each in shown if (r := page_holds(each, held)) is not None]),
        ELSEWHERE: share([_is_elsewhere(c, goals) for c in distinct.values() if goals.gold]),
    }


def share(rights: Sequence[bool]) -> float | None:
    return sum(rights) / len(rights) if rights else None


def _supports(citation: Citation, goals: Sequence[Goal]) -> bool:
    """It has words of a nugget, or is of the unit that holds one."""
    return any(
        citation.document == goal.target.document
        and (citation.unit in goal.units or _meet(citation.spans, goal.places))
        for goal in goals
    )


def _meet(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in places)


def _is_cited(goal: Goal, citations: Sequence[Citation]) -> bool:
    """Its words, at one of its places, lie in the spans of valid citations; a goal that is a
    whole unit, in one of that unit."""
    of_document = [each for each in citations if each.document == goal.target.document]
    if goal.target.words is None:
        return any(each.unit in goal.units for each in of_document)
    covered = {at for each in of_document for start, end in each.spans for at in range(start, end)}
    return any(_ends_are_in(place, covered) for place in goal.places)


def _ends_are_in(place: Span, covered: set[int]) -> bool:
    """The ends only: between them a page break or a full stop may lie in no span. The stretch of
    a word may end with punctuation that a quotation leaves out."""
    return all(at in covered for at in (place[0], place[1] - 1))


def _is_elsewhere(citation: Citation, goals: Goals) -> bool:
    """Of a document that holds none of the gold."""
    return all(citation.document != target.document for target in goals.gold)


def _first_is_right(
    shown: Sequence[Citation], goals: Goals, is_right: Callable[[Citation, Target, Goals], bool]
) -> float | None:
    if not goals.gold:
        return None
    return float(
        any(is_right(first, target, goals) for first in shown[:1] for target in goals.gold)
    )


def _is_of_document(citation: Citation, target: Target, _: Goals) -> bool:
    return citation.document == target.document


def _is_of_unit(citation: Citation, target: Target, goals: Goals) -> bool:
    """Where the set names no unit and no heading, the unit in which the words stand counts."""
    if citation.document != target.document:
        return False
    if target.unit or target.under:
        return names_target(citation, target)
    return any(citation.unit in goal.units for goal in goals.nuggets if goal.target == target)


def _labels(shown: Sequence[Citation], gold: Sequence[Target]) -> Iterator[bool]:
    """For each gold sentence that is read: whether a citation of it names its unit."""
    read = read_first_words(shown)
    for target in gold:
        if owners := citations_showing(target, read):
            yield any(names_target(citation, target) for citation in owners)


def _units(shown: Sequence[Citation], goals: Sequence[Goal]) -> Iterator[bool]:
    """For each nugget that is read: whether a citation of it is of a unit that holds it."""
    read = read_first_words(shown)
    for goal in goals:
        if owners := citations_showing(goal.target, read):
            yield any(citation.unit in goal.units for citation in owners)


_BETTER = (ANSWER_VALID, VALID, PRECISION, RECALL, FIRST_DOCUMENT, FIRST_UNIT, LABEL, UNIT, PAGE)
MEASURES = (
    *(mean(name, FAMILY) for name in _BETTER),
    mean(ELSEWHERE, FAMILY, higher_is_better=False),
)
