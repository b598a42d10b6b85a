""" "Which reviews have no recommendations?" in; those that list none, and how many the others list,
out."""

from dataclasses import replace

from rag.answer import Answer, Statement
from rag.answers.counts.count_answer import count_each
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.questions.request import Request
from rag.telling.nouns import noun_of, noun_of_documents
from rag.telling.refusals import name_review


def answer_lacking(library: Library, request: Request) -> Answer | None:
    """None where something else is asked of them: "no recommendations on fathers"."""
    kinds = request.asked.kinds
    if not (request.across and kinds) or request.asked.units or request.terms:
        return None
    if not request.asked.manner.lacking:
        return None
    asked = request.documents or library.reviews
    units = [f for f in list_units(library, asked, kinds, request.agencies) if f.document in asked]
    if not units:
        return None
    having = {f.document for f in units}
    records = [r for r in library.catalogue.records() if r.id in asked]
    without = [name_review(r) for r in records if r.id not in having]
    others = count_each(library, request, units, units[0].unit.kind)
    noun, of_all = noun_of(kinds[0], 2), f"of the {len(records)} {noun_of_documents(records)}"
    do = "list" if len(without) != 1 else "lists"
    whose = f" for {' or '.join(request.agencies)}" if request.agencies else ""
    text = f"{len(without) or 'None'} {of_all} {do} no {noun}{whose}: {'; '.join(without)}"
    told = Statement(f"{text.removesuffix(': ')}.")
    return replace(others, statements=(told, *others.statements[1:]))
