"""A question that points at units already shown in, its answer out."""

from collections.abc import Callable, Mapping, Sequence

from rag.answer import Answer, refused
from rag.answers.counts.count_answer import compose_count
from rag.backends.lexical import stem
from rag.conversation.shortening import shorten
from rag.conversation.turns import heads
from rag.evidence.choosing import worth
from rag.evidence.looking import look
from rag.evidence.sufficiency import speaks
from rag.evidence.units.units_named import with_children
from rag.index.library import Library
from rag.questions.facts.answer_types import carries_all
from rag.questions.lists.owners_named import owners_named
from rag.questions.request import Focus, Points, Request
from rag.telling.composing import Piece, compose, whole
from rag.telling.refusals import not_stated

NO_MORE = "Nothing more was found about this than these passages, here in full."


def answer_pointing(library: Library, request: Request) -> Answer | None:
    """None where it points at none, or they do not answer and the documents have to be searched."""
    answer = _BY_POINT.get(request.points)
    return answer(library, request) if answer else None


def _show_again(library: Library, request: Request) -> Answer:
    return _show(library, request, request.focus, heads(request.focus)[0].unit.kind)


def _answer_aspect(library: Library, request: Request) -> Answer:
    telling = [f for f in request.focus if _tells(request, f)]
    if not telling:
        return not_stated(library, request, heads(request.focus))
    return compose(library, request, whole(telling))


def _show(library: Library, request: Request, units: Sequence[Focus], kind: str) -> Answer:
    if request.wants == "count":
        return compose_count(library, request, units, kind)
    if request.points == "shorter":
        return compose(library, request, shorten(library, request))
    return compose(library, request, whole(units))


def _tells(request: Request, focus: Focus) -> bool:
    if request.wants == "who" and focus.unit.agency:
        return True
    return carries_all(request.said.facts, focus.unit.text)


def _answer_among(library: Library, request: Request) -> Answer | None:
    """Those of a list that the question's words are about, whole."""
    top = heads(request.focus)
    fitting = (
        _owned(request, top) or _speaking(library, request, top) or _nearest(library, request, top)
    )
    if fitting:
        shown = [inside for f in fitting for inside in with_children(library, f)]
        return _show(library, request, shown, fitting[0].unit.kind)
    if not request.asked.kinds:
        return None
    told = f"None of the {len(top)} that were shown says so."
    return refused("not_stated", told)


def _owned(request: Request, units: Sequence[Focus]) -> list[Focus]:
    owners = dict.fromkeys(f.unit.agency for f in units if f.unit.agency)
    named = owners_named(request, owners)
    return [f for f in units if f.unit.agency in named] if len(owners) > 1 else []


def _speaking(library: Library, request: Request, units: Sequence[Focus]) -> list[Focus]:
    """Those that have every subject of the question, in their own words or their points'."""

    def speaks_of_all(focus: Focus) -> bool:
        said = {s for f in with_children(library, focus) for s in stem(f.unit.text)}
        return all(term.stands_in(said) for term in request.terms)

    return [f for f in units if request.terms and speaks_of_all(f)]


def _nearest(library: Library, request: Request, units: Sequence[Focus]) -> list[Focus]:
    """Those that a search for the question brings out."""
    places = {(f.document, f.unit.id) for f in request.focus}
    found = [
        e for e in look(library, request).evidence
        if (e.focus.document, e.focus.unit.id) in places
    ]  # fmt: skip
    if not speaks(request, found):
        return []
    near = [e.focus for e in worth(found)]
    at = {(f.document, id_) for f in near for id_ in (f.unit.id, f.unit.parent)}
    return [f for f in units if (f.document, f.unit.id) in at]


def _answer_more(library: Library, request: Request) -> Answer | None:
    """What is said besides; the units shown in full where that is all."""
    seen = {(f.document, f.unit.id) for f in request.focus}
    found = [
        e for e in look(library, request).evidence
        if (e.focus.document, e.focus.unit.id) not in seen
    ]  # fmt: skip
    if not speaks(request, found):
        return compose(library, request, whole(request.focus), remarks=[NO_MORE])
    return compose(library, request, [Piece(e.focus, e.spans) for e in worth(found)])


_BY_POINT: Mapping[Points, Callable[[Library, Request], Answer | None]] = {
    "again": _show_again, "shorter": _show_again, "inside": _show_again,
    "among": _answer_among, "aspect": _answer_aspect, "more": _answer_more,
}  # fmt: skip
