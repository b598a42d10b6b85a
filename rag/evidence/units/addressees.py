"""Units and a question after those for somebody in, the units that name them as who is to act out:
"the LSCB should ...", "Health to ...", where no heading says whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.backends.lexical import stem
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.language.vocabulary import load_vocabulary
from rag.questions.request import Focus, Request
from rag.questions.topic.typed_words import terms_between

_ACTS = re.compile(
    r"\W*(?:that )?(?P<who>(?:[\w'’&/-]+,? ){1,8}?)"
    r"(?:should|must|needs? to|ought to|(?:is |are )?to|will)\b",
    re.IGNORECASE,
)
"""Whom a recommendation names before what is to be done."""
_GENERAL = frozenset(stem("the all and of local safeguarding"))
_OF_A_DEATH = frozenset(stem("died dies death dead inquest"))
"""What every report of a coroner is about."""


@dataclass(frozen=True, slots=True)
class Addressed:
    units: tuple[Focus, ...]
    request: Request
    """Without the words that name the addressees: they are no topic."""


def find_addressed(library: Library, request: Request, units: Sequence[Focus]) -> Addressed | None:
    """None where the question names nobody, or neither units nor their report name them."""
    said = request.said.owners
    wanted = [names for each in said.addressees for names in _names(each) if names]
    theirs = tuple(f for f in units if any(w <= a for w in wanted for a in _who_act(f.unit.text)))
    if not theirs:
        return _sent_to(library, request, units)
    named = terms_between(request.terms, said.stretch)
    terms = tuple(term for term in request.terms if term not in named)
    return Addressed(theirs, replace(request, terms=terms))


def _sent_to(library: Library, request: Request, units: Sequence[Focus]) -> Addressed | None:
    """A coroner raises with each of those whom the report is sent to what stands under a heading
    that names them; where none does, all of it."""
    documents = {f.document for f in units}
    if len(documents) != 1 or any(f.unit.kind != "concern" or f.unit.agency for f in units):
        return None
    (document,) = documents
    sent = " ".join(u.text for u in library.catalogue.units(document) if u.key == "addressee")
    said = frozenset(stem(sent))
    named = [term for term in request.terms if term.stands_in(said)]
    rest = [t for t in request.terms if t not in named and not t.stands_in(_OF_A_DEATH)]
    under = tuple(f for f in units if _heads(f, named))
    return Addressed(under or tuple(units), replace(request, terms=tuple(rest))) if named else None


def _heads(focus: Focus, named: Sequence[TopicWord]) -> bool:
    heading = frozenset(stem(" ".join(focus.unit.path[-1:])))
    return all(term.stands_in(heading) for term in named)


def _who_act(text: str) -> tuple[frozenset[str], ...]:
    found = _ACTS.match(text)
    return _names(found["who"]) if found else ()


def _names(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """What somebody is called: the stems, and the terms of the field."""
    terms = (mention.term for mention in load_vocabulary().read(words) if mention.certain)
    return frozenset(stem(words)) - _GENERAL, frozenset(terms)
