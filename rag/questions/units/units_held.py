"""What a question asks for in, the kinds of unit and of document that are held for it out; and whom
the units are addressed to."""

import re

from rag.index.library import Library
from rag.questions.units.kind_words import ALIKE, SOME_HAVE
from rag.questions.units.units_asked import Asked

_ADDRESSED = ("recommendation", "concern", "required_action")
_CALLED = re.compile(r"\brec\w*tions?\b|\brecs?\b|\bconcerns\b", re.IGNORECASE)
"""What a coroner did recommend may be said in the text, and be no concern."""
_OF_CORONERS = re.compile(r"\b(?:coroners?|inquests?|pfds?|matters? of concern)\b", re.IGNORECASE)


def agencies_of(library: Library, documents: frozenset[str] | None) -> tuple[str, ...]:
    """Those whom the recommendations, or a coroner's concerns, are addressed to, as printed."""
    find = library.catalogue.find_units
    units = [u for kind in _ADDRESSED for _, u in find(documents, kind=kind)]
    return tuple(dict.fromkeys(unit.agency for unit in units if unit.agency))


def of_kinds_held(
    library: Library,
    asked: Asked,
    documents: frozenset[str] | None,
    question: str,
    talked_of: frozenset[str] | None = None,
) -> Asked:
    """With the kind that the documents have in place of one of its like, and without everyday words
    for kinds that they have none of. `talked_of`: those that a conversation is about."""

    def held(kind: str) -> bool:
        return bool(library.catalogue.find_units(documents, kind=kind))

    alone = documents is None
    documents = talked_of if documents is None else documents
    named = documents is not None or _OF_CORONERS.search(question) is not None
    as_said = documents is None or not _CALLED.search(question)
    kinds = [
        kind if held(kind) or as_said else next(filter(held, ALIKE.get(kind, ())), kind)
        for kind in asked.kinds
    ]
    kept = [k for k in kinds if k not in SOME_HAVE or (named and held(k))]
    # "Number 3" alone is one of those shown before.
    units = tuple(u for u in asked.units if not alone or u.kinds or not (u.number or "").isdigit())
    everyday = [u for u in units if u.kinds and SOME_HAVE.issuperset(u.kinds)]
    units = tuple(u for u in units if u not in everyday or (named and any(map(held, u.kinds))))
    spans = asked.spans if kept or units else ()
    lacking = tuple(kind for kind in asked.kinds if kind not in kinds)
    return Asked(units, tuple(dict.fromkeys(kept)), spans, lacking)
