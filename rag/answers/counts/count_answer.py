"""Units of a kind in, how many there are out: of one list, by review, by owner. The number comes
first, and each unit is cited with the sentence that it opens with."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.answer import Answer, Statement
from rag.evidence.units.units_named import opens_list
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.reading.sentences import sentence_spans
from rag.telling.composing import Piece, compose
from rag.telling.nouns import noun_of, noun_of_documents, tell_kinds
from rag.telling.refusals import MOST_SUGGESTIONS, name_review
from rag.types import Citation, Unit

MOST_READ_OUT = 12
"""Units of which the number is asked for that are quoted too."""
_LEAST_WORDS = 6


def counts(request: Request) -> bool:
    return request.wants == "count" or request.said.count.most


def counts_by_owner(request: Request) -> bool:
    """ "How many recommendations does each agency have?" """
    return counts(request) and request.said.count.by_owner


def compose_count(library: Library, request: Request, units: Sequence[Focus], kind: str) -> Answer:
    """ "5 findings:", with all of them cited. Many are only counted, by owner, and not read out."""
    listed = compose(library, request, briefly(units))
    kinds = request.asked.kinds if kind in request.asked.kinds else (kind,)
    counted = [c for c in listed.citations if c.kind in kinds]
    if not counted:
        return listed
    of = "" if request.documents else f" of {counted[0].subject or counted[0].title}"
    total = Statement(f"{tell_kinds(c.kind for c in counted)}{of}:", tuple(c.n for c in counted))
    if len(counted) <= MOST_READ_OUT and not counts_by_owner(request):
        return replace(listed, statements=(total, *listed.statements))
    by_owner = _ordered(request, _by_owner(counted, kind))
    lines = [_line(owner, of_one) for owner, of_one in by_owner]
    noun, review = noun_of(kind, 2), counted[0].subject or counted[0].title
    told = [f"List the {noun} for {owner} in {review}" for owner, _ in by_owner]
    return replace(
        listed,
        statements=(total, *lines),
        suggestions=tuple(told[:MOST_SUGGESTIONS]) or (f"List all {noun} of {review}",),
    )


def count_each(library: Library, request: Request, units: Sequence[Focus], kind: str) -> Answer:
    """ "19 findings in 3 reviews:", then the number of each review, or of each owner in it."""
    listed = compose(library, request, briefly(units))
    counted = [c for c in listed.citations if c.kind == kind]
    documents = list(dict.fromkeys(c.document for c in counted))
    records = [r for r in library.catalogue.records() if r.id in documents]
    names = {record.id: name_review(record) for record in records}
    where = f"{len(documents)} {noun_of_documents(records)}"
    text = f"{tell_kinds(c.kind for c in counted)} in {where}:"
    lines = [Statement(text, tuple(c.n for c in counted))]
    by_review = [(d, [c.n for c in counted if c.document == d]) for d in documents]
    for document, of_one in _ordered(request, by_review):
        lines.append(_line(names[document], of_one))
        owned = _by_owner((c for c in counted if c.document == document), kind)
        lines += [_line(o, ns) for o, ns in _ordered(request, owned) if counts_by_owner(request)]
    told = (f"List the {noun_of(kind, 2)} of {names[document]}" for document in documents)
    return replace(listed, statements=tuple(lines), suggestions=tuple(told)[:MOST_SUGGESTIONS])


def briefly(units: Iterable[Focus]) -> list[Piece]:
    return [Piece(f, _opening(f.unit)) for f in units]


def _opening(unit: Unit) -> tuple[tuple[int, int], ...]:
    """Its first sentence, or what it takes to say something: "The Board should:" says nothing."""
    if len(unit.spans) > 1:
        return unit.spans
    start = unit.spans[0][0]
    for _, end in sentence_spans(unit.text):
        said = unit.text[:end]
        if len(said.split()) >= _LEAST_WORDS and not opens_list(replace(unit, text=said)):
            return ((start, start + end),)
    return unit.spans


def _by_owner(citations: Iterable[Citation], kind: str) -> list[tuple[str, list[int]]]:
    """Whom the units are for, as their labels say it; empty where that is one or unknown."""
    found: dict[str, list[int]] = {}
    for citation in citations:
        owner = citation.label.partition(f", {kind.replace('_', ' ')}")[0]
        found.setdefault(owner if citation.agency else "", []).append(citation.n)
    return [*found.items()] if len(found) > 1 and "" not in found else []


def _ordered(
    request: Request, numbered: list[tuple[str, list[int]]]
) -> list[tuple[str, list[int]]]:
    """The most first, where that is asked."""
    by_number = sorted(numbered, key=lambda each: -len(each[1]))
    return by_number if request.said.count.most else numbered


def _line(name: str, citations: Sequence[int]) -> Statement:
    return Statement(f"{name}: {len(citations)}", tuple(citations))
