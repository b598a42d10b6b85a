"""The blocks of a memo or letter in, what its subject line says out: "Re: Safer sleeping"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from rag.reading.blocks import Block

_HEAD = 25
"""Blocks that a head has at most, with the address."""
_PARAGRAPH = 250
"""Characters; the head ends where the letter begins to tell."""
_SUBJECT = re.compile(
    r"(?:re|subject(?: line)?|regarding)\s*(?:[:|]|[–—-](?=\s)|$)\s*", re.IGNORECASE
)
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw)\s*:\s*)+", re.IGNORECASE)
_SALUTATION = re.compile(
    r"(?:dear|to whom)\b[^.?!]{0,80}[,:]?$|(?:dear all|hello|hi)\b.{0,40}$", re.IGNORECASE
)
_TO_WHOM = re.compile(r"(?:to|from|cc|sent)\s*(?::|$)", re.IGNORECASE)
_MEMO = re.compile(
    r"(?:(?:internal|office|staff|urgent|confidential|private and) )*"
    r"(?:memo(?:randum)?|letter|e-?mail|circular|notice|confidential)s?|subject|re",
    re.IGNORECASE,
)
"""What such a paper is called, which says nothing of what is in it."""
_LONGEST = 200


def subject_line(blocks: Sequence[Block], printed: str) -> str:
    """ "" for what is no memo or letter, and for one whose `printed` title says more than what sort
    of paper it is; a letter has none, unless it has a heading: its first lines are an address."""
    head = [*takewhile(lambda block: len(block.text) < _PARAGRAPH, blocks[:_HEAD])]
    at = next((i for i, block in enumerate(head) if _SUBJECT.match(block.text)), None)
    if at is None:
        return ""
    is_letter = any(_SALUTATION.match(block.text) for block in head)
    if not is_letter and not any(_TO_WHOM.match(block.text) for block in head):
        return ""
    if any(block.level and _says_something(block.text) for block in head[:at]):
        return ""
    return _words(head, at) if is_letter or not _says_something(printed) else ""


def _says_something(title: str) -> bool:
    parts = re.split(r":\s+", title)
    named = bool(_SALUTATION.match(title) or _SUBJECT.match(title) or _TO_WHOM.match(title))
    return not named and not all(_MEMO.fullmatch(part.strip()) for part in parts)


def _words(head: Sequence[Block], at: int) -> str:
    """What stands behind the label, or in the next block where that stands alone."""
    for text in _candidates(head, at):
        words = " ".join(_ANSWERED.sub("", text, count=1).split()).strip(" .:–—-")
        if words:
            return words if len(words) <= _LONGEST else ""
    return ""


def _candidates(head: Sequence[Block], at: int) -> Iterator[str]:
    yield _SUBJECT.sub("", head[at].text, count=1)
    yield from (block.text for block in head[at + 1 : at + 2])
