"""A question after the recommendations of some organisation in, whose there are out."""

from rag.backends.lexical import stem
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.questions.request import Request


def unknown_owner(library: Library, request: Request) -> str | None:
    """The organisation whose units are asked for, where the documents have none for it."""
    held = [set(stem(owner)) for owner in owners(library, request)]
    if request.agencies or not held:
        return None
    for who in (request.owner,) if request.owner else request.said.owners.organisations:
        asked = any(t.words.lower() in who.lower() for t in request.terms)
        # "The CSCP Board" of several owners that share an action.
        one_of_several = any(stems >= set(stem(who)) for stems in held)
        if asked and not one_of_several:
            return who
    return None


def owners(library: Library, request: Request) -> tuple[str, ...]:
    """Those whom the documents' units of the kinds asked for are addressed to, as printed."""
    kinds = request.asked.kinds or request.asked.units[0].kinds
    units = list_units(library, request.documents, kinds)
    return tuple(dict.fromkeys(f.unit.agency for f in units if f.unit.agency))
