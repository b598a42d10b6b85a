"""Units that were shown and a pointer into them in, those that it means out."""

from collections.abc import Sequence
from dataclasses import replace

from rag.backends.lexical import stem
from rag.conversation.operations import Pick, Swap
from rag.conversation.pointers import Numbers, Place, Pointer, Several, Step
from rag.evidence.units.units_named import list_units, with_children
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.asked_of import of_documents
from rag.questions.facts.answer_types import carries_all
from rag.questions.request import Focus, Request
from rag.questions.units.units_asked import LAST, Asked, UnitAsked


def pick(
    library: Library, told: Request, shown: Sequence[Focus], pointer: Pointer
) -> Pick | Swap | None:
    """Of the list that was shown, or of the list that the unit shown stands in; `shown` are the
    heads of what was shown to the question `told`."""
    if told.wants == "theme" and isinstance(pointer, Place):
        return _pick_review(shown, pointer)
    listed = [f for f in shown if f.unit.kind in told.asked.kinds] or list(shown)
    match pointer:
        case Numbers(numbers):
            return _ask_numbers(listed[0], numbers)
        case Several(count):
            return _picked(library, listed[:count] if count > 0 else listed[count:])
        case Step(by):
            return _step(library, listed, by)
        case Place(at):
            whole = listed if len(listed) > 1 else _list_of(library, listed[0])
            return _at(library, whole, listed[0], place_of(at, len(whole)))


def look_into(
    request: Request, own: Sequence[TopicWord], picked: Pick | Swap | None
) -> Pick | None:
    """ "The deadline for the first one": the unit, where it says what is asked."""
    if not isinstance(picked, Pick) or not picked.units:
        return None
    words = " ".join(f.unit.text for f in picked.units)
    said = frozenset(stem(words))
    spoken = any(t.stands_in(said) for t in own)
    states = carries_all(request.said.facts, words) if request.said.facts else spoken
    return replace(picked, own=True) if states else None


def place_of(at: int, count: int) -> int:
    """0-based; of `count` or more where there is none."""
    return count - 1 if at == LAST else at - 1


def _pick_review(shown: Sequence[Focus], place: Place) -> Swap | None:
    """ "What does the first one say", after "which reviews mention fathers"."""
    reviews = list(dict.fromkeys(f.document for f in shown))
    at = place_of(place.at, len(reviews))
    return Swap(of_documents([reviews[at]])) if at < len(reviews) else None


def _step(library: Library, listed: Sequence[Focus], by: int) -> Pick:
    beside = listed[-1 if by > 0 else 0]
    whole = _list_of(library, beside)
    here = next(i for i, f in enumerate(whole) if f.unit.id == beside.unit.id)
    if by > 1 and (after := whole[here + 1 :][:by]):
        return _picked(library, after)
    return _at(library, whole, listed[0], here + (1 if by > 0 else -1))


def _list_of(library: Library, focus: Focus) -> list[Focus]:
    """All units of its kind and owner in its review."""
    owner = (focus.unit.agency,) if focus.unit.agency else ()
    return list_units(library, frozenset({focus.document}), (focus.unit.kind,), owner)


def _at(library: Library, whole: Sequence[Focus], like: Focus, at: int) -> Pick:
    return _picked(library, [whole[at]]) if 0 <= at < len(whole) else _ask_place(like, at + 1)


def _picked(library: Library, units: Sequence[Focus]) -> Pick:
    return Pick(units[0], tuple(inside for f in units for inside in with_children(library, f)))


def _ask_numbers(like: Focus, numbers: Sequence[str]) -> Pick:
    kind = like.unit.kind
    asked = [UnitAsked((kind,), n, None, f"{kind.replace('_', ' ')} {n}") for n in numbers]
    return Pick(like, (), Asked(tuple(asked), (), ()))


def _ask_place(like: Focus, place: int) -> Pick:
    kind = like.unit.kind
    typed = f"{kind.replace('_', ' ')} {place if place > 0 else 'before that'}"
    return Pick(like, (), Asked((UnitAsked((kind,), None, max(place, 0), typed),), (), ()))
