"""A question after the recommendations of some organisation in, whose there are out."""

from rag.backends.lexical import stem
from rag.evidence.units.units_named import list_units
from rag.index.library import Library
from rag.questions.request import Query


def unknown_owner(library: Library, query: Query) -> str | None:
    """The organisation whose units are asked for, where the documents have none for it."""
    held = [set(stem(owner)) for owner in owners(library, query)]
    if query.agencies or not held:
        return None
    for who in (query.owner,) if query.owner else query.said.owners.organisations:
        asked = any(t.words.lower() in who.lower() for t in query.terms)
        # "The CSCP Board" of several owners that share an action.
        one_of_several = any(stems >= set(stem(who)) for stems in held)
        if asked and not one_of_several:
            return who
    return None


def owners(library: Library, query: Query) -> tuple[str, ...]:
    """Those whom the documents' units of the kinds asked for are addressed to, as printed."""
    kinds = query.asked.kinds or query.asked.units[0].kinds
    units = list_units(library, query.documents, kinds)
    return tuple(dict.fromkeys(f.unit.agency for f in units if f.unit.agency))
