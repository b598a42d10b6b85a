""" "Which agencies did the review look at" in, the list that the review announces ("the work of
the following agencies:") out."""

from rag.backends.lexical import stem
from rag.evidence.units.units_named import opens_list, with_children
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.reading.sentences import sentence_spans

_TAKING_PART = frozenset(
    stem(
        "look looked part took take taking involve involved cover covered scrutinise scrutinised"
        " include included consider considered contribute contributed examine examined"
    )
)
"""Said of agencies and a review, they are no topic: the list is what is asked for."""
LEAST_SHARED = 0.5
"""Share of the topic, by weight, that the announcing sentence must have."""


def find_announced(library: Library, request: Request) -> list[Focus]:
    """The announcing unit and its list; empty unless one alone fits."""
    things = request.said.things
    if request.documents is None or not things or request.asked.kinds:
        return []
    fitting = [
        Focus(document, unit)
        for document in sorted(request.documents)
        for unit in library.catalogue.units(document)
        if opens_list(unit) and _announces(unit.text, things, request)
    ]
    return _with_list(library, fitting[0]) if len(fitting) == 1 else []


def _with_list(library: Library, announcing: Focus) -> list[Focus]:
    """A list stands in the unit that announces it, or behind it under the same heading."""
    text, parent = announcing.unit.text, announcing.unit.parent
    behind = [
        Focus(announcing.document, unit)
        for unit in library.catalogue.units(announcing.document)
        if unit.lead_in and unit.parent == parent and text.endswith(unit.lead_in)
    ]
    return [*with_children(library, announcing), *behind]


def _announces(text: str, things: frozenset[str], request: Request) -> bool:
    a, b = sentence_spans(text)[-1]
    said = set(stem(text[a:b]))
    if things.isdisjoint(said):
        return False
    topic = [
        t for t in request.terms
        if not things.issuperset(t.variants[0]) and not _TAKING_PART.issuperset(t.variants[0])
    ]  # fmt: skip
    shared = sum(t.weight for t in topic if t.stands_in(frozenset(said)))
    return shared >= LEAST_SHARED * sum(t.weight for t in topic)
