"""Units and a question after those for somebody in, the units that name them as who is to act out:
"the LSCB should ...", "Health to ...", where no heading says whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.backends.lexical import stem
from rag.evidence.units.owners import BEHIND, TRAILING
from rag.language.vocabulary import load_vocabulary
from rag.outline.agencies import names_organisation
from rag.questions.kinds.typed_words import terms_between
from rag.questions.query import Focus, Query

_ADDRESSED = re.compile(
    r"\b(?:(?:addressed|directed|aimed|made|given|put) (?:to|at)|(?:is|are|was|were) for) (?:the )?"
    r"(?P<who>.{2,60}?)(?= (?:in|of|by|about|from)\b|[?.!;:,]|$)",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\W*(?:that )?(?P<who>(?:[\w'’&/-]+,? ){1,8}?)"
    r"(?:should|must|needs? to|ought to|(?:is |are )?to|will)\b",
    re.IGNORECASE,
)
"""Whom a recommendation names before what is to be done."""
_EITHER = re.compile(r",| or | and |/|&", re.IGNORECASE)
_GENERAL = frozenset(stem("the all and of local safeguarding"))


@dataclass(frozen=True, slots=True)
class Addressed:
    units: tuple[Focus, ...]
    query: Query
    """Without the words that name the addressees: they are no topic."""


def find_addressed(query: Query, units: Sequence[Focus]) -> Addressed | None:
    """None where the question names nobody, or none of the units names them."""
    phrase, who = _addressees(query.question)
    wanted = [names for each in _EITHER.split(who) for names in _names(each) if names]
    theirs = tuple(f for f in units if any(w <= a for w in wanted for a in _who_act(f.unit.text)))
    if not theirs:
        return None
    named = terms_between(query, phrase)
    terms = tuple(term for term in query.terms if term not in named)
    return Addressed(theirs, replace(query, terms=terms))


def _addressees(question: str) -> tuple[str, str]:
    """The stretch that names them, and they alone; empty where it names none."""
    if found := _ADDRESSED.search(question):
        return found[0], found["who"]
    bodies = (TRAILING.sub("", found[1]).strip() for found in BEHIND.finditer(question))
    who = next((each for each in bodies if names_organisation(each)), "")
    return who, who


def _who_act(text: str) -> tuple[frozenset[str], ...]:
    found = _ACTS.match(text)
    return _names(found["who"]) if found else ()


def _names(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """What somebody is called: the stems, and the terms of the field."""
    terms = (mention.term for mention in load_vocabulary().read(words) if mention.certain)
    return frozenset(stem(words)) - _GENERAL, frozenset(terms)
