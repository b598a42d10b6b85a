"""A sentence in, the same sentence with one small falsehood out: what every check must notice.

Each corruption is a plain function that changes the first place it can and gives None where it
finds none, so that a text always comes out the same.
"""

import re
from collections.abc import Callable, Mapping

Corrupt = Callable[[str], str | None]

_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = re.compile(rf"\b(?:\d+|{'|'.join(_NUMBER_WORDS[1:])})\b", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|can|could|should|would|will|must|did|does|do)\b(?! not\b)",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|never) ", re.IGNORECASE)
_NAME_GROUPS = (
    ("Baby M", "Baby O", "Child BF", "Child K", "Child Q", "Child D"),
    ("Mother", "Father", "Paternal Grandmother"),
    ("Police", "Health Visitor", "Children's Social Care", "Early Years", "GP", "Coroner"),
    ("January", "March", "June", "August", "October", "December"),
)
_NAME_AFTER = {
    name: names[(place + 1) % len(names)]
    for names in _NAME_GROUPS
    for place, name in enumerate(names)
}
_PARTIES = re.compile(
    r"\b(?:mother|father|parents|professionals?|practitioners|managers|agencies|children|police"
    r"|sibling|health visitors?|social workers?|gp|school|services|staff)\b",
    re.IGNORECASE,
)
_OPPOSITES = (
    "before after|always never|all no|every no|more less|increase decrease|early late|good poor"
    "|strong weak|high low|present absent|included excluded|allowed refused|began ceased"
    "|supported opposed|missed kept|clear unclear|effective ineffective|adequate inadequate"
    "|regularly rarely|often seldom|difficult easy|fully partly"
    "|consistent inconsistent|appropriate inappropriate|known unknown|open closed|limited ample"
)
_OPPOSITE = {
    one: other
    for pair in _OPPOSITES.split("|")
    for one, other in (pair.split(), pair.split()[::-1])
}
_OPPOSITE_WORD = re.compile(rf"\b(?:{'|'.join(_OPPOSITE)})\b", re.IGNORECASE)
_QUALIFIER = re.compile(
    r"[,;:]? (?:but|although|though|unless|except|however|yet|where|when|if|so far as)\b",
    re.IGNORECASE,
)
_ADDED = (
    "which the court had been told at the time",
    "as a similar review had found two years earlier",
    "after the family had made a formal complaint",
)


def change_number(text: str) -> str | None:
    """The first figure, or number word from two on, goes up by one."""
    return _replace_first(_NUMBER, text, _next_number)


def change_name(text: str) -> str | None:
    """The first name of a child, person, agency or month becomes another of its kind."""
    names = re.compile(rf"\b(?:{'|'.join(_NAME_AFTER)})\b")
    return _replace_first(names, text, lambda name: _NAME_AFTER[name])


def turn_negation(text: str) -> str | None:
    """The first "not" or "never" is dropped; without one, the first auxiliary is negated."""
    if _NEGATION.search(text):
        return _NEGATION.sub("", text, count=1)
    return _replace_first(_AUXILIARY, text, lambda word: f"{word} not")


def swap_roles(text: str) -> str | None:
    """The first two different parties change places."""
    found = list(_PARTIES.finditer(text))
    for one in found:
        for other in found:
            if one.end() < other.start() and one[0].casefold() != other[0].casefold():
                between = text[one.end() : other.start()]
                swapped = _as_in(other[0], one[0]) + between + _as_in(one[0], other[0])
                return text[: one.start()] + swapped + text[other.end() :]
    return None


def use_antonym(text: str) -> str | None:
    return _replace_first(_OPPOSITE_WORD, text, lambda word: _OPPOSITE[word.casefold()])


def add_clause(text: str) -> str | None:
    """A clause that nothing supports, at the end; which one depends on the text's length."""
    bare = text.rstrip(". ")
    return f"{bare}, {_ADDED[len(text) % len(_ADDED)]}{text[len(bare) :]}" if bare else None


def drop_qualifier(text: str) -> str | None:
    """All from the first "but", "unless", "where" ... to the end is cut; at least five words
    must stand before it."""
    for found in _QUALIFIER.finditer(text):
        kept = text[: found.start()]
        if len(kept.split()) >= 5:
            return f"{kept}."
    return None


def splice(text: str, other: str) -> str | None:
    """The first half of one sentence run on into the second half of another."""
    words, others = text.split(), other.split()
    if min(len(words), len(others)) < 8:
        return None
    return " ".join([*words[: len(words) // 2], *others[len(others) // 2 :]])


CORRUPTIONS: Mapping[str, Corrupt] = {
    "number": change_number,
    "name": change_name,
    "negation": turn_negation,
    "swapped roles": swap_roles,
    "antonym": use_antonym,
    "added clause": add_clause,
    "dropped qualifier": drop_qualifier,
}
"""Those that need nothing but the sentence, by name."""


def _replace_first(pattern: re.Pattern[str], text: str, change: Callable[[str], str]) -> str | None:
    found = pattern.search(text)
    if found is None:
        return None
    return text[: found.start()] + _as_in(change(found[0]), found[0]) + text[found.end() :]


def _next_number(number: str) -> str:
    if number.isdigit():
        return str(int(number) + 1).zfill(len(number))
    place = _NUMBER_WORDS.index(number.casefold())
    return _NUMBER_WORDS[(place + 1) % len(_NUMBER_WORDS)]


def _as_in(word: str, model: str) -> str:
    """With the capital, or the lower case, that `model` begins with."""
    first = word[0].upper() if model[0].isupper() else word[0].lower()
    return first + word[1:]
