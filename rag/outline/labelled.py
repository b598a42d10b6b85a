"""A block that opens with a printed label in, the unit or container of that label out."""

from rag.outline.agencies import OWNED, names_agency
from rag.outline.drafts import Draft
from rag.outline.levels import ITEM, NESTED, PLAIN, TOP
from rag.outline.opened import Opened
from rag.reading.blocks import Block
from rag.reading.heading_topics import topic_of
from rag.reading.marks import Mark

CONTAINERS = frozenset({"theme", "section"})
TITLE_WORDS = 14
"""Words that a titled label has at most: "Finding 1: Sharing what is known"."""
_ASIDES = frozenset({"learning_point", "question", "good_practice", "key_message", "measure"})
"""What stands under a heading of its own below each of a count of labelled units."""
_OUTERMOST = frozenset({"section"})


def open_labelled(opened: Opened, block: Block, mark: Mark) -> None:
    rest = block.text[mark.length :]
    container = mark.kind in CONTAINERS and (not rest or is_titled(rest))
    level = _level(block, mark, container=container)
    _leave(opened, block, mark.kind, level, container=container)
    _stand_beside(opened, mark)
    word = mark.word
    if mark.kind == "section":
        word = mark.labelled.rpartition(" ")[0].lower() or word
    owner = rest.strip(" :") if mark.kind in OWNED and names_agency(rest.strip(" :")) else None
    draft = Draft(
        mark.kind, opened.top, number=mark.number, word=word, heading=mark.labelled,
        agency=owner or mark.agency or opened.agency, level=level, inline=bool(rest and not owner),
    )  # fmt: skip
    if owner is None:
        draft.take(block, 0 if container else mark.length)
    opened.add(draft)
    opened.end_unit()
    if container:
        draft.topic = topic_of(rest) if rest else None
        draft.topic_by_heading = draft.topic is not None
        opened.stack.append(draft)
    else:
        opened.label = opened.item = opened.body = draft


def _stand_beside(opened: Opened, mark: Mark) -> None:
    """Where the count of a label goes on, what was opened below the one before is over."""
    top = opened.top
    aside = top is not None and top.topic in _ASIDES and top.topic_by_heading
    if not aside or not mark.number.isdigit() or (top and top.topic == mark.kind):
        return
    before = (d for d in reversed(opened.drafts) if d.word == mark.word and d.kind == mark.kind)
    last = next(before, None)
    if last is not None and last.number == str(int(mark.number) - 1):
        opened.stack = last.enclosing()


def is_titled(words: str) -> bool:
    """Are the words beside a label a title, and no sentence?"""
    return len(words.split()) <= TITLE_WORDS and words[-1:] not in ".;:"


def _level(block: Block, mark: Mark, *, container: bool) -> int:
    if block.level or not container:
        return block.level or ITEM
    return TOP if mark.word in _OUTERMOST else PLAIN


def _leave(opened: Opened, block: Block, kind: str, level: int, *, container: bool) -> None:
    """A label ends the one of its kind that is open, and whatever stands inside that."""
    if container or block.level:
        opened.leave(level)
    while opened.top is not None and opened.top.level == NESTED and opened.top.topic != kind:
        opened.stack.pop()
    alike = next((i for i, d in enumerate(opened.stack) if d.word and d.kind == kind), None)
    if alike is not None and not container:
        del opened.stack[alike:]
