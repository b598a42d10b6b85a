"""A short line in, what its looks say out: capitals, figures, a caption, names of columns, a name
with its value."""

import re
from collections.abc import Sequence

from rag.reading.blocks import Block
from rag.reading.heading_topics import COLUMN, topic_of
from rag.reading.marks import read_number

_FIGURE = re.compile(r"[(<>~£+*-]*\d[\d,.:/]*(?:%|\*|\)|k|m)*|[-–—*]+")
_COUNTED = re.compile(r"[A-Z][a-z]+ \d{1,2}\s*[:–-]\s+[A-Z]")
_AS_FOLLOWS = re.compile(r"\bas follows\W?$", re.IGNORECASE)
_CAPTION = re.compile(r"(?:table|figure|fig\.?|chart|graph|map|diagram)\s+[\dA-Z]", re.IGNORECASE)
_FIELD = re.compile(r"[A-Z][^:.;?!–=]{1,60}(?:: | ?[–=] )(?P<value>\S(?:.*[^.;:?])?)", re.DOTALL)
_INTRODUCES = re.compile(r"\b(?:following|follows?|below|this section)\b", re.IGNORECASE)
MOST_VALUE_WORDS = 16


def is_all_capitals(text: str) -> bool:
    upper, lower = sum(map(str.isupper, text[:200])), sum(map(str.islower, text[:200]))
    return upper + lower > 3 and upper >= 6 * lower


def is_item(block: Block) -> bool:
    return block.bullet or read_number(block.text) is not None


def leads_in(text: str) -> bool:
    """Does it introduce what comes below: "The Board should:", "The concerns are as follows."?"""
    return text.endswith((":", ":-", " -", " –")) or _AS_FOLLOWS.search(text) is not None


def introduces(text: str) -> bool:
    """Does it point at the items to come?"""
    return _INTRODUCES.search(text) is not None


def is_data(text: str) -> bool:
    """Figures alone, or a name and a row of them: "Suicide verdict 48 142 190"."""
    words = text.split()
    figures = [_FIGURE.fullmatch(word) is not None for word in words]
    return all(figures) or (len(words) > 2 and all(figures[-2:]) and text[-1] != ")")


def is_caption(text: str) -> bool:
    """ "Table 1.2, Annual rates" """
    return _CAPTION.match(text) is not None


def is_counted(text: str) -> bool:
    """A label of a document's own, and its title: "Priority 2: Plans are clear"."""
    return _COUNTED.match(text) is not None and not is_caption(text)


def names_columns(text: str) -> bool:
    """ "Requirement Due date", what the header of a table leaves behind."""
    words = text.split()
    enough = len(words) > 2 or (len(words) == 2 and topic_of(text) is None)
    return enough and all(COLUMN.search(word) for word in words)


def is_field(blocks: Sequence[Block], i: int) -> bool:
    """ "Lead inspector: Jo Smith", "MASH – safeguarding hub": one of several such lines, or with a
    figure in its value."""
    found = _FIELD.fullmatch(blocks[i].text) if _is_plain(blocks[i]) else None
    value = found.group("value") if found else ""
    if not value or is_counted(blocks[i].text) or len(value.split()) > MOST_VALUE_WORDS:
        return False
    near = (blocks[j] for j in (i - 1, i + 1) if 0 <= j < len(blocks))
    told = any(map(str.isdigit, value)) and ":" in blocks[i].text
    return told or any(_is_plain(b) and _FIELD.match(b.text) for b in near)


def _is_plain(block: Block) -> bool:
    return not block.level and not block.bullet and block.row < 0
