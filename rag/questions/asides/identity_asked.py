"""A question in, whether it asks who somebody is, or guesses whom a pseudonym stands for ("was
Child Q Sarah Jones?"), out."""

import re
from dataclasses import dataclass

from rag.backends.lexical import stem
from rag.language.phrases import load_phrases, plain
from rag.language.vocabulary import load_vocabulary
from rag.questions.names.people_named import Holds

_NAME = r"(?P<name>[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)? [A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?)\b"
_NAMED = re.compile(_NAME)
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


@dataclass(frozen=True, slots=True)
class IdentityAsked:
    asked: bool
    """Somebody's name, address or number is wanted. Authors, chairs and agencies are not somebody:
    they are named in public."""
    guesses: tuple[str, ...]
    """Names that a pseudonym is guessed to stand for."""

    def is_wanted(self, holds: Holds) -> bool:
        """A name of which the library has a word is that of a place, a service or an author."""
        return self.asked or any(_is_somebody(name, holds) for name in self.guesses)


def read_identity(question: str) -> IdentityAsked:
    asked = load_phrases("asides").pattern("identity").search(plain(question)) is not None
    # Few questions have a name at all, and the guesses take a while.
    guesses = _GUESSES if _NAMED.search(question) else ()
    names = (m["name"] for guess in guesses for m in guess.finditer(question))
    return IdentityAsked(asked, tuple(names))


def _is_somebody(name: str, holds: Holds) -> bool:
    return not any(map(holds, stem(name))) and not load_vocabulary().read(name)
