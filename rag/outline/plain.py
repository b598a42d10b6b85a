"""A block without number, bullet or label in, the unit that it is or goes on with out."""

import re

from rag.outline.abstracts import read_label_kind, read_label_owner, split_abstract
from rag.outline.drafts import Draft
from rag.outline.fields import read_line
from rag.outline.opened import Opened
from rag.outline.shapes import introduces, is_field, is_item, leads_in, names_columns
from rag.reading.blocks import Block
from rag.reading.heading_topics import ADVICE, DATE, OPEN_TOPICS, RESOURCE
from rag.reading.sentences import sentence_spans

MOST_WORDS = 200
"""A labelled unit takes further paragraphs up to this length."""
LEAD_IN_WORDS = 12
"""A line of so many words that opens a list is a heading of it."""
RESOURCE_WORDS = 60
ADDRESS_WORDS = 30
"""A longer paragraph only names an address on the web."""
LEAD_WORDS = range(3, 9)
"""Words of a short sentence that says what the rest of a paragraph explains."""
STATEMENT_WORDS = range(6, 46)
_ANSWERS = frozenset({"action", "measure"})
"""Under a recommendation these say what became of it."""
_COPYRIGHT = re.compile(r"©|(?:crown )?copyright\b", re.IGNORECASE)
_LINK_LINE = re.compile(r"^(?:\S+://\S+|www\.\S+)$")
_TALKS_OF_REVIEW = re.compile(
    r"\b(?:reviews?|panel|findings?|following|below|section|report|author)\b", re.IGNORECASE
)


def take_plain(opened: Opened, i: int) -> None:
    block = opened.blocks[i]
    item = opened.item
    if item is not None and _goes_on(opened, item, block):
        item.take(block)
        item.closed = item.words > MOST_WORDS
        opened.body = item
    elif not _take_abstract(opened, block):
        _add_paragraph(opened, i)


def _goes_on(opened: Opened, item: Draft, block: Block) -> bool:
    """Is a plain paragraph part of the labelled or numbered unit before it?"""
    if not item.number or item.closed or opened.body is not item:
        return False
    if item.words and (RESOURCE.search(block.text) or read_label_kind(block.text)):
        return False
    if item.kind == "question" and item.words and _ends_asked(opened, item):
        return False
    if item.words == 0 or _ends_open(opened, item):
        return True
    if item.inline:
        return block.page_break and not item.word and item.words + 1 < MOST_WORDS
    return item.words + block.text.count(" ") < MOST_WORDS


def _ends_open(opened: Opened, item: Draft) -> bool:
    start, end = item.spans[-1]
    return opened.reading.text[start:end].endswith((":", ":-", ","))


def _ends_asked(opened: Opened, item: Draft) -> bool:
    start, end = item.spans[-1]
    return opened.reading.text[start:end].endswith("?")


def _take_abstract(opened: Opened, block: Block) -> bool:
    parts = split_abstract(block.text)
    for part in parts:
        start, end = part.span
        answers = part.kind in _ANSWERS and opened.label is not None
        parent = opened.around if answers else opened.top
        draft = Draft(part.kind or "paragraph", parent, agency=opened.agency, inline=True)
        draft.spans = [(block.start + start, block.start + end)]
        opened.body = opened.add(draft)
        opened.label = opened.label if answers else None
        opened.item = opened.lead_in = None
    return bool(parts)


def _add_paragraph(opened: Opened, i: int) -> None:
    block, following = opened.blocks[i], opened.after(i)
    kind = _kind(opened, i)
    acting = opened.label or opened.topic in ("recommendation", "action")
    field = read_line(block.text) if acting else None
    kind = field.kind if field else kind
    parent = opened.top if kind == "resource" else _parent(opened, block, kind)
    leads = leads_in(block.text) and (opened.leads_below(i) or _is_listed(following))
    opened.lead_in = None
    draft = Draft(kind, parent, agency=read_label_owner(block.text, kind) or opened.agency)
    if leads:
        draft.leads = len(block.text.split()) <= LEAD_IN_WORDS
        draft.kind = "section" if draft.leads else "paragraph"
        draft.topic = opened.kind_led_to(block.text)
    draft.take(block)
    opened.body = opened.add(draft)
    opened.own(field.owner if field else None)
    opened.lead_in = draft if leads else None
    opened.item = draft if leads and draft.kind == "paragraph" else None


def _parent(opened: Opened, block: Block, kind: str) -> Draft | None:
    """Right below a numbered lesson or learning point stands what explains it."""
    item = opened.item
    below = kind == "paragraph" and block.gap == 0 and opened.body is item
    explains = item is not None and item.number is not None and item.kind != "paragraph"
    return item if below and explains else opened.around


def _is_listed(block: Block | None) -> bool:
    return block is not None and is_item(block)


def _kind(opened: Opened, i: int) -> str:
    block = opened.blocks[i]
    kind = _kind_by_words(block) or _kind_by_place(opened, i)
    dated = DATE.search(block.text)
    told = is_field(opened.blocks, i) and (kind == "paragraph" or dated)
    told = told or names_columns(block.text)
    return "detail" if told or (dated and dated.group() == block.text) else kind


def _kind_by_words(block: Block) -> str | None:
    text = block.text
    if _COPYRIGHT.match(text):
        return "metadata"
    told = RESOURCE.search(text)
    most = ADDRESS_WORDS if told and told.group().startswith(("http", "www")) else RESOURCE_WORDS
    if block.link or _LINK_LINE.match(text) or (told and text.count(" ") < most):
        return "resource"
    return read_label_kind(text)


def _kind_by_place(opened: Opened, i: int) -> str:
    """Under a heading that names a kind, a paragraph is of that kind only where no list is."""
    topic, top = opened.topic, opened.top
    if opened.around is not top or topic is None or top is None:
        return "paragraph"
    block, following = opened.blocks[i], opened.after(i)
    led = topic in ADVICE and introduces(block.text)
    if topic == "summary" or (topic in OPEN_TOPICS and not top.listed and not led):
        return topic
    if topic != "finding" or top.listed:
        return "paragraph"
    states = _is_statement(opened, block, following) or _has_lead(opened, block, following)
    return "finding" if states else "paragraph"


def _has_lead(opened: Opened, block: Block, following: Block | None) -> bool:
    """ "Advice was given once. Most parents ...": one of several paragraphs that open like this."""
    if not _opens_short(block.text):
        return False
    body = opened.body
    if body is not None and body.kind == "finding":
        start, end = body.spans[-1]
        return _opens_short(opened.reading.text[start:end])
    first = body is None or body.parent is not opened.top
    return first and following is not None and _opens_short(following.text)


def _opens_short(text: str) -> bool:
    sentences = sentence_spans(text)
    first = text[slice(*sentences[0])]
    short = len(sentences) > 1 and len(first.split()) in LEAD_WORDS and first.endswith(".")
    return short and not _TALKS_OF_REVIEW.search(first)


def _is_statement(opened: Opened, block: Block, following: Block | None) -> bool:
    """A finding as one full sentence, set above the paragraph that explains it."""
    after_statement = opened.body is not None and opened.body.kind == "finding"
    if after_statement or following is None or not following.text[0].isupper():
        return False
    if len(block.text.split()) not in STATEMENT_WORDS or not block.text.endswith("."):
        return False
    return len(sentence_spans(block.text)) == 1 and not _TALKS_OF_REVIEW.search(block.text)
