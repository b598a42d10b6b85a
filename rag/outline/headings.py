"""Blocks in, which of them are headings out, each with its level, topic and owner."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rag.outline.agencies import read_labelled
from rag.outline.contacts import contact_length, reaches_somebody
from rag.outline.contents import Contents, fold, is_listed
from rag.outline.counted_headings import counts_on, parts_a_count, stands_among_no_items
from rag.outline.grades import grade_row_length, is_grade, is_graded
from rag.outline.levels import Heading, describe, is_coded, without_section_number
from rag.outline.shapes import (
    introduces,
    is_all_capitals,
    is_counted,
    is_data,
    is_field,
    is_item,
    names_columns,
)
from rag.outline.signatures import closes_letter, signature_length
from rag.reading.blocks import Block
from rag.reading.heading_topics import DATE, RESOURCE, topic_of
from rag.reading.marks import Mark, read_number

_VERB = re.compile(
    r"\b(?:(?<=I )am|will|have|has|had|is|are|was|were|been|should|must|can|could|would|did|does"
    r"|do|to be|needs?|said|told|felt|received|attended|became|went|made)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
MOST_ALONE = 6
"""Words of a heading that only its place tells."""
MOST_NUMBERED = 10
"""And of one that its number tells too."""
MOST_TOPICAL = 8
"""And of one that names a kind of unit."""
MOST_WORDS = 14
"""And of one whose count or form tells."""
_ASKS = re.compile(r"(?:so,? )?(?:how|what|why|who|when|where|which)\b", re.IGNORECASE)
_SMALL = frozenset(
    "a an and as at by for from in of on or the to with within into vs via &".split()
)


def find_headings(
    blocks: Sequence[Block],
    contents: Contents,
    figures: Mapping[int, int],
    items: Collection[int] = (),
    *,
    first: int = 0,
) -> dict[int, Heading]:
    """Position of each heading block; those of contents pages, tables, charts and counted lists
    (`items`) and before `first` are none."""
    short = (b for i, b in enumerate(blocks) if i not in contents.blocks and len(b.text) < 80)
    repeated = Counter(fold(b.text) for b in short)
    found: dict[int, Heading] = {}
    end = 0
    for i in range(first, len(blocks)):
        if i >= end:
            end = figures.get(i, i + contact_length(blocks, i))
        if (
            i < end
            or i in contents.blocks
            or i in items
            or not _may_be_heading(blocks, i, contents, found)
        ):
            continue
        again = repeated[fold(blocks[i].text)] >= 2
        found[i] = describe(blocks, i, contents, found, comes_again=again)
    return {i: replace(h, listed=_holds_list(blocks, i, found)) for i, h in found.items()}


def _holds_list(blocks: Sequence[Block], i: int, found: Mapping[int, Heading]) -> bool:
    """A label of another kind ends what stands under the heading."""
    for j in range(i + 1, len(blocks)):
        if j in found:
            if found[j].level <= found[i].level:
                return False
        elif label := read_labelled(blocks[j].text):
            return label.kind == found[i].topic
        elif is_item(blocks[j]):
            return not _carries_on(blocks[j].text)
    return False


def _carries_on(text: str) -> bool:
    """ "2.3" goes on with the paragraphs from before the heading."""
    mark = read_number(text)
    return mark is not None and mark.kind == "decimal" and not mark.number.endswith(".1")


def _may_be_heading(
    blocks: Sequence[Block], i: int, contents: Contents, found: dict[int, Heading]
) -> bool:
    block = blocks[i]
    if block.row >= 0 or block.note or block.continues or read_labelled(block.text):
        return False
    if _is_asked(blocks, i, found) or closes_letter(block):
        return False
    if grade_row_length(blocks, i) or _leads_in(blocks, i, found) or signature_length(blocks, i):
        return False
    return block.level > 0 or (
        counts_on(blocks, i, found)
        or (_is_short_line(blocks, i) and _reads_like_heading(blocks, i, contents))
    )


def _is_asked(blocks: Sequence[Block], i: int, found: Mapping[int, Heading]) -> bool:
    """Under "Questions for your team" a line that asks is one of them, without a mark too."""
    at = i
    while at >= 0 and at not in found and blocks[at].text.endswith("?"):
        at -= 1
    above = found.get(at)
    return at < i and above is not None and above.topic == "question" and not blocks[i].level


def _is_short_line(blocks: Sequence[Block], i: int) -> bool:
    """No item, sentence, date, link, row of figures or value with its name."""
    block, text = blocks[i], blocks[i].text
    if block.bullet or block.link or len(text) > 140 or len(text.split()) > 18:
        return False
    if _ends_like_text(blocks, i) or DATE.fullmatch(text.strip(" .")) or is_data(text):
        return False
    if _WEEKDAY.match(text) or reaches_somebody(text):
        return False
    says = RESOURCE.search(text) or is_grade(text) or (names_columns(text) and not block.bold)
    return not says and (not is_field(blocks, i) or is_all_capitals(text))


def _ends_like_text(blocks: Sequence[Block], i: int) -> bool:
    text = blocks[i].text
    if text.rsplit(" ", 1)[-1] in _SMALL and not blocks[i].bold:
        return True
    if text[-1] not in ".;,-–" or text.endswith(".."):
        return False
    numbered = i + 1 < len(blocks) and read_number(blocks[i + 1].text) is not None
    return not (is_graded(blocks[i]) and numbered and read_number(text) is None)


def _leads_in(blocks: Sequence[Block], i: int, found: dict[int, Heading]) -> bool:
    """ "Please click the links below:" right under a heading opens the list, no section; so does
    "1.2 The review considered:"."""
    block = blocks[i]
    after = blocks[i + 1] if i + 1 < len(blocks) else None
    if after is None or not block.text.endswith(":"):
        return False
    if block.level or block.bold or is_all_capitals(block.text):
        return False
    mark = read_number(block.text)
    counted = mark is not None and mark.kind == "decimal"
    if counted and introduces(block.text):
        return True
    topic = topic_of(block.text)
    if topic is not None:
        above = next(reversed(found.values()), None)
        again = above is not None and above.topic == topic
        return again and introduces(block.text) and is_item(after)
    below = read_number(after.text)
    lettered = mark is not None and below is not None and below.kind == "letter"
    listed = after.bullet or (introduces(block.text) and is_item(after))
    return lettered or (listed and (counted or i - 1 in found))


def _reads_like_heading(blocks: Sequence[Block], i: int, contents: Contents) -> bool:
    block, text = blocks[i], blocks[i].text
    mark = read_number(text)
    own = without_section_number(text)
    if mark and mark.kind == "letter":
        return _is_lettered_heading(blocks, i, mark)
    if is_listed(text, contents) or is_all_capitals(own) or block.bold or is_coded(text):
        return True
    if not own[0].isupper() and not own[0].isdigit():
        return False
    if is_graded(block) or _names_topic(blocks, i, own) or is_counted(text):
        return True
    if mark and mark.kind == "integer" and not stands_among_no_items(blocks, i):
        return False
    return _is_phrase(own) or _stands_alone(blocks, i) or parts_a_count(blocks, i)


def _stands_alone(blocks: Sequence[Block], i: int) -> bool:
    """Apart from the sentences above and below it, a few words without a full stop head the text
    even with a verb: "Action should be taken"."""
    block, after = blocks[i], blocks[i + 1] if i + 1 < len(blocks) else None
    most = MOST_ALONE if read_number(block.text) is None else MOST_NUMBERED
    if after is None or not i or len(block.text.split()) > most or block.text[-1] in "?:":
        return False
    told = after.text[-1] in ".:;" and len(after.text.split()) > MOST_ALONE
    if not told or not block.text[-1].isalpha() or is_item(after):
        return False
    apart = blocks[i - 1].text[-1] in ".:;" and block.gap > 0 and after.gap > 0
    return apart or read_number(block.text) is not None


def _is_lettered_heading(blocks: Sequence[Block], i: int, mark: Mark) -> bool:
    """ "(ii) The hospital" over labels or figures of its own: no item of a lettered list."""
    text, after = blocks[i].text[mark.length :], blocks[i + 1] if i + 1 < len(blocks) else None
    below = (read_labelled(after.text) or read_number(after.text)) if after else None
    own = below is not None and below.kind != "letter"
    return own and text[0].isupper() and text[-1] != "?" and _is_phrase(text)


def _names_topic(blocks: Sequence[Block], i: int, text: str) -> bool:
    words = text.split()
    over = i + 1 < len(blocks) and (is_item(blocks[i + 1]) or blocks[i + 1].text[:2] == "1 ")
    return (
        len(words) <= (MOST_WORDS if over else MOST_TOPICAL)
        and topic_of(text) is not None
        and (words[-1] == "made" or not _VERB.search(words[-1]))
    )


def _is_phrase(text: str) -> bool:
    words = text.split()
    asks = text.endswith("?") and _ASKS.match(text) is not None
    if len(words) > (18 if asks else MOST_WORDS) or (text.endswith("?") and not asks):
        return False
    titled = sum(w[0].isupper() or w.lower() in _SMALL or not w[0].isalpha() for w in words)
    if titled == len(words) and len(words) <= 10:
        return True
    return not _VERB.search(text) or bool(_ASKS.match(text))
