"""A bullet, number or letter in, the unit that it opens or belongs to out."""

import re

from rag.outline.abstracts import read_label_kind, read_label_owner
from rag.outline.drafts import Draft
from rag.outline.opened import Opened
from rag.outline.shapes import leads_in
from rag.outline.spoken import speaks_of_others
from rag.reading.blocks import Block
from rag.reading.heading_topics import ADVICE
from rag.reading.marks import Mark, read_number
from rag.reading.sentences import sentence_spans

_RUN_IN = re.compile(r"\s*([A-Z][\w'’/&, -]{2,48}?)\s*(?::|\s[–—-]\s)\s*\S")
_OWNS_BULLETS = frozenset({"recommendation", "lesson", "learning_point", "action", "theme"})
_PARTED = frozenset({"judgement", "concern", "required_action"})
"""Their lettered parts are of the same kind."""
_NARRATIVE = frozenset({"summary", "contents", "resource", "theme"})
"""Numbered units under headings of these topics are paragraphs."""
_DECIMAL_NARRATIVE = frozenset({"finding", "question"})
_LED = ADVICE | {"judgement"}
_TOLD = frozenset(
    {"finding", "good_practice", "indicator", "required_action", "detail", "paragraph"}
)
"""An item that only asks is none of these."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def take_bullet(opened: Opened, block: Block) -> None:
    mark = read_number(block.text)
    if mark is not None and mark.kind == "letter":
        mark = None
    item = opened.item
    if mark is not None:
        _add_numbered(opened, block, mark, _kind_of_bullet(opened, block))
    elif item is not None and item.kind == "finding" and item.number:
        _add_bullet(opened, block, "point", item)
    elif item is not None and _owns_bullets(item) and _is_at_hand(opened, item):
        item.take(block)
        opened.body = item
    elif item is not None and item.number and item.kind in _PARTED:
        _add_bullet(opened, block, "detail", item)
    elif item is not None and item.kind == "paragraph":
        led = _leads(opened, item) and not _explains(opened, item)
        _add_bullet(opened, block, _kind_of_bullet(opened, block) if led else "detail", item)
    elif opened.label is not None:
        _add_bullet(opened, block, "detail", opened.label)
    else:
        _add_bullet(opened, block, _kind_of_bullet(opened, block), opened.top)


def take_numbered(opened: Opened, block: Block, mark: Mark) -> None:
    item = opened.item
    if mark.kind == "letter" and item is not None:
        if _is_lettered(item) and not _opens_roman(item, mark):
            _add_sibling(opened, block, mark, item)
        else:
            _add_lettered(opened, block, mark, item)
        return
    if mark.kind == "decimal" and opened.label is not None:
        _hold_titled(opened, opened.label)
    goes_on = opened.carries_on(mark)
    if goes_on:
        _leave_aside(opened)
    if mark.kind in ("integer", "decimal"):
        opened.number = mark.number
    if opened.lead_in is not None and opened.lead_in.topic and opened.lead_in.number:
        opened.lead_in = None if opened.follows_lead_in(mark) else opened.lead_in
    alike = opened.keep_form(mark.kind) or opened.topic_of_list != opened.topic
    led = opened.kind_led_to(block.text) if leads_in(block.text) else None
    parted = goes_on and _follows_item(opened)
    leads = led is not None or (opened.topic in ADVICE and leads_in(block.text) and not parted)
    topic = opened.topic_of_list
    narrative = leads or not alike or _introduces_list(opened, block)
    kind = "paragraph" if narrative else _kind_of_number(topic, block, mark)
    kind = read_label_kind(block.text[mark.length :]) or kind
    _add_numbered(opened, block, mark, kind)
    if leads and opened.item is not None:
        opened.item.topic = led
        opened.lead_in = opened.item


def _follows_item(opened: Opened) -> bool:
    """The one before is of the kind itself: what it leads to are its parts."""
    before = next((d for d in reversed(opened.drafts) if d.number and d.parent is opened.top), None)
    return before is not None and before.kind == opened.topic


def _introduces_list(opened: Opened, block: Block) -> bool:
    """Does it speak of the items below a heading, before the first of them?"""
    topic, top = opened.topic, opened.top
    if topic is None or not speaks_of_others(topic, block.text):
        return False
    return not any(d.parent is top and d.kind == topic for d in opened.drafts)


def _leads(opened: Opened, item: Draft) -> bool:
    """Is the numbered paragraph the sentence that its bullets or letters complete?"""
    return item is opened.lead_in and (opened.topic in _LED or item.topic is not None)


def _explains(opened: Opened, item: Draft) -> bool:
    """A paragraph behind a numbered concern that leads to points: they are points of that one."""
    return opened.topic == "concern" and item.topic is None and _follows_item(opened)


def number_by_markup(block: Block) -> Mark | None:
    """The number that a list of the file's markup prints before the block: one that its own text
    begins with stands above it. A list inside another counts as lettered, whatever it writes."""
    if not block.number or read_number(block.text) is not None:
        return None
    alone = "integer" if block.number.isdigit() else "code"
    return Mark(alone if block.depth <= 1 else "letter", "", block.number, 0)


def _kind_of_bullet(opened: Opened, block: Block) -> str:
    opened.keep_form("bullet")
    kind = opened.topic_of_list or "detail"
    if _only_asks(kind, block.text):
        return "question"
    return "detail" if kind in ("summary", "contents") else kind


def _only_asks(kind: str, text: str) -> bool:
    return kind in _TOLD and text.endswith("?") and len(sentence_spans(text)) == 1


def _kind_of_number(topic: str | None, block: Block, mark: Mark) -> str:
    if topic is None or topic in _NARRATIVE:
        return "paragraph"
    if mark.kind == "decimal" and topic in _DECIMAL_NARRATIVE:
        return topic if topic == "question" and block.text.endswith("?") else "paragraph"
    return topic


def _hold_titled(opened: Opened, label: Draft) -> None:
    """ "Finding 1: A title", and numbered paragraphs below: they stand under it."""
    text = opened.reading.text[label.spans[0][0] : label.spans[-1][1]] if label.spans else ""
    if text[-1:] not in (".", ";", ":", "?"):
        opened.hold()


def _owns_bullets(item: Draft) -> bool:
    """A recommendation or lesson that opens a list owns its bullets."""
    labelled = bool(item.number) and bool(item.word or item.inline)
    return item.kind in _OWNS_BULLETS and labelled and not item.closed


def _leave_aside(opened: Opened) -> None:
    """A heading such as "Practice learning point" that had its text between two paragraphs of a
    count is over when the count goes on."""
    top, body = opened.top, opened.body
    if top is None or top.number or not top.topic_by_heading or body is None:
        return
    if body.parent is top and body.kind == top.topic and not body.number:
        opened.stack.pop()


def _is_at_hand(opened: Opened, item: Draft) -> bool:
    """No paragraph of its own stands between."""
    return opened.body is item


def _is_lettered(item: Draft) -> bool:
    return not item.word and item.number is not None and item.number.isalpha()


def _opens_roman(item: Draft, mark: Mark) -> bool:
    """ "(i)" after "(a)" begins a list inside; after "(h)" it goes on."""
    roman = mark.number in _ROMAN and item.number not in _ROMAN
    return roman and item.number not in ("h", "u", "w")


def _add_bullet(opened: Opened, block: Block, kind: str, parent: Draft | None) -> None:
    owner = read_label_owner(block.text, kind) or opened.agency
    draft = Draft(kind, parent, agency=owner, inline=True, lead_in=opened.lead_in_text())
    found = _RUN_IN.match(block.text)
    if found and len(found.group(1).split()) <= 6:
        draft.run_in = found.group(1).strip()
    draft.take(block)
    opened.body = opened.add(draft)
    if parent is not opened.item:
        opened.item = None


def _add_numbered(opened: Opened, block: Block, mark: Mark, kind: str) -> None:
    owner = mark.agency or read_label_owner(block.text[mark.length :], kind) or opened.agency
    draft = Draft(
        kind, opened.top, number=mark.number, agency=owner, inline=True,
        lead_in=opened.lead_in_text(),
    )  # fmt: skip
    draft.take(block, mark.length)
    opened.label = None
    opened.item = opened.body = opened.add(draft)


def _add_sibling(opened: Opened, block: Block, mark: Mark, item: Draft) -> None:
    draft = Draft(
        item.kind, item.parent, number=mark.number, agency=item.agency, inline=True,
        lead_in=item.lead_in,
    )  # fmt: skip
    draft.take(block, mark.length)
    opened.item = opened.body = opened.add(draft)


def _add_lettered(opened: Opened, block: Block, mark: Mark, item: Draft) -> None:
    if _owns_bullets(item) or item.kind == "recommendation":
        item.take(block)
        return
    parent = item.parent if item.kind == "detail" and not _is_lettered(item) else item
    own = item.kind if item.kind in _PARTED else "detail"
    kind = _kind_of_bullet(opened, block) if _leads(opened, item) else own
    draft = Draft(kind, parent, number=mark.number, inline=True, lead_in=opened.lead_in_text())
    draft.take(block, mark.length)
    opened.body = opened.add(draft)
