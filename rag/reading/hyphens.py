"""Two lines that follow each other in, how their words join out."""

import re
from collections.abc import Sequence
from typing import Literal

from rag.reading.scan import Line

Joint = Literal["space", "nothing", "no hyphen"]

_HEADS = frozenset(
    "ad ante anti bi check child co counter cross day de decision drop e early end evidence ex "
    "extra face family follow front full half hands hard high home ill in inter intra key lead "
    "life long low mid multi needs neo non off on one out over para part peer person post pre pro "
    "re reach relationship risk run self semi short single small solution staying step strength "
    "strengths sub supra team three time tri two ultra un under up user value ward well whole "
    "wide work year young zero".split()
)
"""First halves of compounds that keep their hyphen."""
_ENDING = re.compile(
    r"(?:a|i|ta|ti|si|ca|ri|li)?(?:ments?|[ts]ions?|ing|ings|ty|ties|ness|ble|nce|nces|lly|ly|ful"
    r"|tives?|ous|ual|ial|cial|ed|er|ers|es)"
)
"""Last parts of words that are no words."""
_AND = frozenset({"and", "or", "to", "nor"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Words:
    """The words of a document, gathered when first asked for; parts of words at line ends do not
    count."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._known: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._known is None:
            self._known = frozenset(self._gather())
        return word.lower() in self._known

    def _gather(self) -> set[str]:
        known: set[str] = set()
        after_hyphen = False
        for line in self._lines:
            found = _WORD.findall(line.text.lower())
            ends = line.text.endswith("-")
            known.update(found[1 if after_hyphen else 0 : -1 if ends else None])
            after_hyphen = ends
        return known | {half for word in known if "-" in word for half in word.split("-")}


def joint(last: str, following: str, words: Words, *, parted: bool = False) -> Joint:
    """`parted`: a soft hyphen stood at the end of `last`.

    A hyphen goes only where the word without it is known or its halves are not: "post-" and
    "adoption" become "post-adoption"."""
    if parted:
        return "nothing"
    if last[-1:] not in ("-", "‐", "‑") or not last[-2:-1].isalnum() or not following[0].isalnum():
        return "space"
    first = following.split(maxsplit=1)[0].lower()
    if first in _AND:
        return "space"
    head = re.split(r"[^\w-]", last[:-1])[-1].lower()
    tail = re.match(r"[\w-]+", first)
    one = following[0].islower() and tail and _is_one_word(head, tail.group(), words)
    return "no hyphen" if one else "nothing"


def _is_one_word(head: str, tail: str, words: Words) -> bool:
    if not head.isalpha() or head + "-" + tail in words:
        return False
    if head + tail in words:
        return True
    if head in _HEADS or tail in words:
        return False
    if _ENDING.fullmatch(tail):
        return True
    return head not in words and not tail.endswith(("ing", "ed"))
