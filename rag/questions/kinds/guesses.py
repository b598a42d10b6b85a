"""A question that guesses whom a pseudonym stands for ("was Child Q Sarah Jones?") in, told so."""

import re

from rag.backends.lexical import stem
from rag.language.vocabulary import load_vocabulary
from rag.questions.names.people_named import Holds

_NAME = r"(?P<name>[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)? [A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?)\b"
_PSEUDONYM = r"\b(?i:baby|child|adult|sibling) (?:[A-Z]{1,2}|[b-hj-z])"
_REALLY = r"(?:(?:really|actually|called|named|in fact|maybe|probably) )*"
_IS = r"(?i:is|was|=|must be|aka|may be|might be|could be)"
_GUESSES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PSEUDONYM},? {_IS} {_REALLY}{_NAME}",
        rf"\b(?i:is|was) {_PSEUDONYM},? {_REALLY}{_NAME}",
        rf"\b(?i:is|was) {_NAME},? {_REALLY}{_PSEUDONYM}",
        rf"{_NAME},? (?:is|was) {_REALLY}{_PSEUDONYM}",
        rf"\b(?i:her|his|their|\w+['’]s) (?i:(?:real )?names? (?:is|was|are)) {_REALLY}{_NAME}",
    )
)


def guesses_identity(question: str, holds: Holds) -> bool:
    """A name of which the library has a word is that of a place, a service or an author."""
    return any(
        not any(map(holds, stem(m["name"]))) and not load_vocabulary().read(m["name"])
        for guess in _GUESSES
        for m in guess.finditer(question)
    )
