""" "Was it mum or dad who left him" in, which of the two it was, as a fact asked for, out."""

import re
from dataclasses import dataclass

from rag.language.vocabulary import load_vocabulary

_THE = r"(?:the |her |his |their |a )?"
_ASKS = re.compile(
    rf"\b(?:was it|is it|did|was|were|had|has|or) {_THE}(?P<one>[\w'’]+(?: [\w'’]+)?) or {_THE}"
    r"(?P<other>[\w'’]+(?: [\w'’]+)?)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|neither)\b(?= (?:of them|agenc|services|were|had|was|did|have|has|parents?\b))",
    re.IGNORECASE,
)
_PARENTS = frozenset({"mother", "father"})
_PEOPLE = frozenset(
    {
        "mother", "father", "grandmother", "grandfather", "stepfather", "stepmother", "sibling",
        "aunt or uncle", "social worker", "health visitor", "general practitioner", "midwife",
        "school nurse", "paediatrician", "police", "school", "nursery", "hospital", "brother",
        "sister", "mother's partner", "paternal grandmother", "maternal grandmother",
        "children's social care", "teacher", "neighbour", "childminder", "babysitter", "lodger",
        "dentist", "ambulance", "probation", "coroner",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AskedWhich:
    one: str
    other: str
    """As typed."""
    carries: tuple[re.Pattern[str], re.Pattern[str]]
    share: float = 0.4
    of_person: bool = False
    wish: str = ""

    @property
    def name(self) -> str:
        return f"which of them it was, {self.one} or {self.other}"

    def carried_by(self, text: str) -> tuple[int, ...]:
        """Said of one of them, or of both by that word; where both are named it is open of whom."""
        named = [found for each in self.carries if (found := each.search(text))]
        if len(named) == 1:
            return (named[0].start(),)
        both = _BOTH.search(text)
        if both is None:
            return ()
        of_parents = text[both.end() :].lstrip().casefold().startswith("parent")
        fits = not of_parents or {self.one, self.other} == _PARENTS
        return (both.start(),) if fits else ()


def which_asked(question: str) -> AskedWhich | None:
    """None where what stands beside "or" are no people: "was it the day or the night"."""
    found = _ASKS.search(question)
    if found is None:
        return None
    one, other = _person(found["one"]), _person(found["other"])
    if one is None or other is None or one == other:
        return None
    return AskedWhich(one, other, (_words(one), _words(other)))


def _person(words: str) -> str | None:
    """The term at the end of what stands before "or", at the start of what stands behind it."""
    named = [m.term for m in load_vocabulary().read(words) if m.certain and m.term in _PEOPLE]
    return named[0] if named else None


def _words(term: str) -> re.Pattern[str]:
    same = "|".join(map(re.escape, load_vocabulary().same(term)))
    return re.compile(rf"\b(?:{same})(?:s|['’]s)?\b", re.IGNORECASE)
