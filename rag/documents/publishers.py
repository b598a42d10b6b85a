"""A document's text in, its publisher's printed name and the publisher's area out."""

import re
from collections import Counter

from rag.documents.places import areas_named, known_area

_LINK = r"(?:of|with|and|upon|on|the|&|under|by|in)"
_PLACE = rf"[A-Z][\w’'.-]*(?:,?[ \n](?:{_LINK}[ \n])*[A-Z][\w’'.-]*){{0,8}}"
_CAPITAL = r"(?:[A-Z][\w’'-]*|and|&)"
_BODY = (
    r"(?i:(?:(?:local|regional|multi-agency|area)\s+)?"
    rf"(?:safeguarding\s+(?-i:{_CAPITAL}\s+|children\s+){{0,4}}?"
    r"|child(?:ren[’']s)?\s+(?:protection|safeguarding)\s+(?:assurance\s+)?"
    r"|community\s+safety\s+)"
    r"(?:board|partnership|committee|executive)\b(?:\s+board\b"
    r"|\s+for\s+children(?:\s+and\s+young\s+people)?\b)?)"
)
_NAMED = re.compile(rf"\b(?P<place>{_PLACE}?)\s+(?P<body>{_BODY})")
_SHORT = (
    r"(?:[A-Z][A-Za-z]{1,14}\s(?:LSCB|LSCP|SCB|SCP)"
    r"|[A-Z][A-Za-z&]{0,6}(?:SCB|SCP|SVPP|SCMP|SCPB)|SVPP)\b"
)
_SHORTENED = re.compile(rf"\b{_SHORT}")
_GENERIC = {"LSCB", "LSCP", "SCB", "SCP", "RSCB", "The LSCB", "The LSCP"}
_STATED = re.compile(
    r"\b(?:publi(?:shed|cation)|produced|issued|prepared)\s+by\s+(?:the\s+)?"
    rf"(?P<name>{_PLACE}?\s+{_BODY}|{_SHORT})"
    rf"|\bresponse\s+(?:from|by|of)\s+(?:the\s+)?(?P<answering>{_PLACE}?\s+{_BODY}|{_SHORT})",
)
_NO_PLACE = frozenset(
    "serious case review reviews committee board partnership chair independent response report "
    "reports publication published submission learning lessons practice briefing bulletin summary "
    "executive overview from by the this our your their its local regional safeguarding children "
    "child baby family member members agencies services service author when where while if as at "
    "in on for to and of with national multi-agency january february march april may june july "
    "august september october november december since following both all each new former "
    "commissioned prepared led conducted undertaken agreed approved".split()
)
_COVER = 1200
"""Characters of the opening in which a name counts as printed on the cover."""


def stated_publisher(text: str, opening: str) -> str | None:
    """The board or partnership that is said to have published it, else one named on the cover; in
    full where the document spells it out."""
    names = _all_names(text)
    for found in _STATED.finditer(opening):
        stated = found["name"] or found["answering"]
        spelled = _NAMED.search(stated)
        if name := (spelled and _full_name(spelled)) or _spelled_out(stated, names):
            return name
        if stated not in _GENERIC:
            return _flat(stated)
    return next(iter(_all_names(opening[:_COVER])), None)


def board_of_area(text: str, area: str | None) -> str | None:
    """The board or partnership whose full name the text uses most, where it is that of the area
    which the document is about."""
    most = next(iter(Counter(_all_names(text)).most_common(1)), None)
    return most[0] if most and area and publisher_area(most[0]) == area else None


def most_named_board(text: str) -> str | None:
    """The name or abbreviation of a board or partnership that the text uses most."""
    names = _all_names(text)
    shorts = Counter(
        short for found in _SHORTENED.finditer(text) if (short := _flat(found[0])) not in _GENERIC
    )
    full = Counter(names).most_common(1)
    if shorts:
        short, count = shorts.most_common(1)[0]
        if name := _spelled_out(short, names):
            return name
        if not full or count > full[0][1]:
            return short
    return full[0][0] if full else None


def _all_names(text: str) -> list[str]:
    return [name for found in _NAMED.finditer(text) if (name := _full_name(found))]


def publisher_area(publisher: str) -> str | None:
    """The place in the name of a board or partnership; never read out of an abbreviation."""
    named = _NAMED.search(publisher)
    if named and (place := _place(named["place"])):
        return known_area(place) or place
    return known_area(re.sub(r"\s(?:LSCB|LSCP|SCB|SCP)$", "", publisher))


def most_named_area(text: str, *, least: int = 1) -> str | None:
    """The one area that the text speaks of most, at least so many times and as many times more than
    of the next; None where there is no such area."""
    spoken_of = Counter(areas_named(text)).most_common(2)
    if not spoken_of or spoken_of[0][1] < least:
        return None
    second = spoken_of[1][1] if len(spoken_of) > 1 else 0
    return spoken_of[0][0] if spoken_of[0][1] >= second + least else None


def _spelled_out(short: str, names: list[str]) -> str | None:
    wanted = re.sub(r"[^a-z]", "", short.casefold())
    for name in names:
        words = re.findall(r"\w+", name)
        every = "".join(word[0] for word in words).casefold()
        main = "".join(word[0] for word in words if not re.fullmatch(_LINK, word)).casefold()
        if wanted in (every, main):
            return name
    return None


def _full_name(found: re.Match[str]) -> str | None:
    place = _place(found["place"])
    return f"{place} {_flat(found['body'])}" if place else None


def _place(words: str) -> str | None:
    """The place at the end of a run of capitalised words; None when no place is left."""
    tokens = _flat(words).split()
    if known_area(" ".join(tokens)):
        return " ".join(tokens)
    last = max(
        (n for n, token in enumerate(tokens)
         if token[0].isupper() and token.casefold().strip(",.") in _NO_PLACE),
        default=-1,
    )  # fmt: skip
    tokens = tokens[last + 1 :]
    while tokens and not tokens[0][0].isupper():
        tokens = tokens[1:]
    if not tokens:
        return None
    parts = re.split(r", | and | & ", " ".join(tokens))
    if not all(known_area(part) for part in parts):
        for start in range(len(tokens)):
            if known_area(" ".join(tokens[start:])):
                return " ".join(tokens[start:])
    return " ".join(tokens)


def _flat(words: str) -> str:
    return " ".join(words.split())
