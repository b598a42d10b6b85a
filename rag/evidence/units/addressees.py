"""Units and a question after those for somebody in, the units that name them as who is to act out:
"the LSCB should ...", "Health to ...", where no heading says whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.backends.lexical import stem
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


@dataclass(frozen=True, slots=True)
class Addressed:
    units: tuple[Focus, ...]
    request: Request
    """Without the words that name the addressees: they are no topic."""


def find_addressed(request: Request, units: Sequence[Focus]) -> Addressed | None:
    """None where the question names nobody, or none of the units names them."""
    said = request.said.owners
    wanted = [names for each in said.addressees for names in _names(each) if names]
    theirs = tuple(f for f in units if any(w <= a for w in wanted for a in _who_act(f.unit.text)))
    if not theirs:
        return None
    named = terms_between(request.terms, said.stretch)
    terms = tuple(term for term in request.terms if term not in named)
    return Addressed(theirs, replace(request, terms=terms))


def _who_act(text: str) -> tuple[frozenset[str], ...]:
    found = _ACTS.match(text)
    return _names(found["who"]) if found else ()


def _names(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """What somebody is called: the stems, and the terms of the field."""
    terms = (mention.term for mention in load_vocabulary().read(words) if mention.certain)
    return frozenset(stem(words)) - _GENERAL, frozenset(terms)
