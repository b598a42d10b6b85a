"""A heading right above a list in, the kind that one of its words gives the items out."""

from collections.abc import Mapping, Sequence

from rag.outline.shapes import leads_in
from rag.reading.blocks import Block
from rag.reading.marks import read_number

FAMILIES: Mapping[str, str] = {
    "learning_point": "learning learn learned learnt lessons teaches taught",
    "recommendation": "recommendation recommendations recommend recommends recommended",
    "action": "actions commitments improvements steps priorities agreed promised",
    "question": "question questions discuss discussion reflect reflection",
    "key_message": "message messages remember tips takeaways",
    "good_practice": "strengths strength positives helped",
    "finding": "findings gaps weaknesses barriers shortcomings failings wrong",
    "indicator": "indicators",
    "resource": "links helplines",
    "measure": "measured",
}
"""Words that say by themselves what a list holds, by kind. Everyday words ("reading", "signs",
"missed") do so in longer phrases alone: those are topics."""
_KINDS = {word: kind for kind, words in FAMILIES.items() for word in words.split()}
_OTHER_THINGS = frozenset(
    "disability disabilities difficulties difficulty support event log mentor needs skills act"
    " education".split()
)
"""Beside "learning", these make another thing of it."""
MOST_WORDS = 12


def family_of(blocks: Sequence[Block], i: int) -> str | None:
    """Of the heading at `i`, where its words belong to one family alone and a list begins below."""
    words = [word.strip(".,:;?!()‘’“”'\"") for word in blocks[i].text.casefold().split()]
    if (
        len(words) > MOST_WORDS
        or not _OTHER_THINGS.isdisjoint(words)
        or not _opens_list(blocks, i + 1)
    ):
        return None
    found = {_KINDS[word] for word in words if word in _KINDS}
    return found.pop() if len(found) == 1 else None


def _opens_list(blocks: Sequence[Block], i: int) -> bool:
    if i < len(blocks) and leads_in(blocks[i].text):
        i += 1
    if i >= len(blocks) or blocks[i].row >= 0:
        return False
    mark = read_number(blocks[i].text)
    return blocks[i].bullet or (mark is not None and mark.number in ("1", "a", "i"))
