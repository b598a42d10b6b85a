"""Blocks of a document in, its units in order out: by pattern and layout, never by document."""

import re
from collections.abc import Sequence

from rag.addresses import address
from rag.blocks import Block
from rag.contents import Contents, find_contents, fold
from rag.drafts import Draft
from rag.front import read_front
from rag.headings import NESTED, PLAIN, Heading, find_headings, is_signature
from rag.marks import Mark, read_label, read_note, read_number
from rag.tables import read_table
from rag.topics import (
    DATE,
    INHERITED,
    OPEN_TOPICS,
    RESOURCE,
    agency_of,
    topic_of,
)
from rag.types import Page, Reading, Unit

MOST_WORDS = 200
"""A labelled unit takes further paragraphs up to this length."""
CONTAINERS = frozenset({"theme", "section"})
_RUN_IN = re.compile(r"\s*([A-Z][\w'’/&, -]{2,48}?)\s*(?::|\s[–—-]\s)\s*\S")
_LINK_LINE = re.compile(r"^(?:\S+://\S+|www\.\S+)$")


def draw_outline(
    reading: Reading, blocks: Sequence[Block], pages: Sequence[Page]
) -> tuple[Unit, ...]:
    """Units in document order, parents before children."""
    contents = find_contents(blocks)
    outline = _Outline(reading, blocks, contents)
    return address(outline.draw(), reading, blocks, pages)


class _Outline:
    """Walks over the blocks and holds what is open: headings, the current item, the last unit."""

    def __init__(self, reading: Reading, blocks: Sequence[Block], contents: Contents) -> None:
        self.reading = reading
        self.blocks = blocks
        self.contents = contents
        self.drafts: list[Draft] = []
        self.stack: list[Draft] = []
        self.item: Draft | None = None
        self.body: Draft | None = None
        self.lead_in: Draft | None = None
        self.headings: dict[int, Heading] = {}
        self.titles: list[frozenset[str]] = []

    def draw(self) -> list[Draft]:
        front = read_front(self.blocks, self.contents)
        for kind, positions in front:
            self._take_front(kind, positions)
        done = front[-1][1][-1] + 1 if front else 0
        titles = [" ".join(self.blocks[i].text for i in at) for k, at in front if k == "title"]
        self.titles = [frozenset(fold(t).split()) for t in titles]
        self.headings = find_headings(self.blocks, self.contents, first=done)
        runs = dict(self.contents.runs)
        i = done
        while i < len(self.blocks):
            i = self._take_contents(i, runs[i]) if i in runs else self._take(i)
        return self.drafts

    def _take_front(self, kind: str, positions: list[int]) -> None:
        blocks = [self.blocks[i] for i in positions]
        draft = self._add(Draft(kind, None))
        rowed = kind == "metadata" and len(blocks) > 1 and blocks[0].row >= 0
        draft.heading = blocks[0].text if rowed else ""
        for block in blocks[1:] if rowed else blocks:
            draft.take(block)

    def _take_contents(self, first: int, last: int) -> int:
        draft = self._add(Draft("contents", None, heading="Contents"))
        for block in self.blocks[first : last + 1]:
            draft.take(block)
        return last + 1

    def _take(self, i: int) -> int:
        """Take the block at `i`, or the run that begins there; position of the next."""
        block = self.blocks[i]
        if block.note:
            return self._take_note(i)
        if block.row >= 0:
            drafts, after = read_table(self.blocks, i, self._top())
            self.drafts += drafts
            self.item, self.body = None, drafts[-1] if drafts else None
            return after
        if block.continues and self.body is not None:
            self.body.take(block)
        elif i in self.headings:
            if self._repeats_title(block):
                self._add(Draft("title", None)).take(block)
            else:
                self._open_heading(i, self.headings[i])
        elif is_signature(self.blocks, i) and not block.bullet:
            return self._take_signature(i)
        elif mark := read_label(block.text):
            self._open_labelled(i, mark)
        elif block.bullet:
            self._take_bullet(i)
        elif mark := read_number(block.text):
            self._take_numbered(i, mark)
        else:
            self._take_plain(i)
        return i + 1

    def _add(self, draft: Draft) -> Draft:
        self.drafts.append(draft)
        return draft

    def _top(self) -> Draft | None:
        return self.stack[-1] if self.stack else None

    def _topic(self) -> str | None:
        top = self._top()
        return top.topic if top else None

    def _take_note(self, i: int) -> int:
        block = self.blocks[i]
        mark = read_note(block.text, bare=True)
        draft = self._add(Draft("footnote", None, number=mark.number if mark else None))
        draft.take(block)
        return i + 1

    def _take_signature(self, i: int) -> int:
        draft = self._add(Draft("signature", self._top()))
        last = i + 1
        after = self.blocks[last + 1 : last + 2]
        if after and after[0].gap == 0 and DATE.search(after[0].text):
            last += 1
        for block in self.blocks[i : last + 1]:
            draft.take(block)
        self.item, self.body = None, draft
        return last + 1

    def _open_heading(self, i: int, heading: Heading) -> None:
        block = self.blocks[i]
        self.item = self.lead_in = None
        level = self._level(heading)
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        above = self._topic()
        agency = agency_of(heading.text, above if above != "summary" else None)
        topic = heading.topic
        if topic in (None, "summary") and above in INHERITED and (agency or topic is None):
            topic = above
        draft = Draft(
            "section", self._top(), number=heading.number, agency=None, heading=heading.text,
            topic=topic, topic_by_heading=heading.topic is not None, level=level,
        )  # fmt: skip
        draft.agency = agency if agency and topic in ("recommendation", "lesson", "action") else None
        draft.take(block)
        self.stack.append(self._add(draft))
        self.body = None

    def _repeats_title(self, block: Block) -> bool:
        words = frozenset(fold(block.text).split())
        return len(words) > 3 and not self.stack and any(
            len(words & t) >= 0.75 * max(len(words), len(t)) for t in self.titles
        )  # fmt: skip

    def _level(self, heading: Heading) -> int:
        """Inside a labelled theme, "How will we know" stands under it, whatever its looks."""
        theme = next((d for d in self.stack if d.kind == "theme"), None)
        inside = theme is not None and (heading.level > theme.level or heading.level >= PLAIN)
        return NESTED if inside and heading.topic in ("measure", "action") else heading.level

    def _open_labelled(self, i: int, mark: Mark) -> None:
        block = self.blocks[i]
        level = block.level or PLAIN
        rest = block.text[mark.length :]
        kind = mark.kind
        titled = len(rest.split()) <= 12 and not rest.endswith(".")
        container = kind in CONTAINERS and (titled or not rest)
        while self.stack and (
            self.stack[-1].level >= level if container else self._is_aside(self.stack[-1])
        ):
            self.stack.pop()
        self._leave_sections_below(level, block)
        parent = self._top()
        draft = Draft(
            kind, parent, number=mark.number, word=mark.word, heading=mark.labelled,
            agency=mark.agency or self._agency(), level=level, inline=bool(rest),
        )  # fmt: skip
        draft.take(block, 0 if container else mark.length)
        self._add(draft)
        self.lead_in = None
        if container:
            draft.topic = topic_of(rest) if rest else None
            self.stack.append(draft)
            self.item, self.body = None, None
        else:
            self.item, self.body = draft, draft

    def _is_aside(self, container: Draft) -> bool:
        """A heading such as "How will we know" ends where the next label begins."""
        return container.level == NESTED and any(d.kind == "theme" for d in self.stack)

    def _leave_sections_below(self, level: int, block: Block) -> None:
        if block.level:
            while self.stack and self.stack[-1].level >= level:
                self.stack.pop()

    def _agency(self) -> str | None:
        return next((d.agency for d in reversed(self.stack) if d.agency), None)

    def _take_bullet(self, i: int) -> None:
        block = self.blocks[i]
        item = self.item
        text = block.text
        mark = read_number(text)
        numbered = mark is not None and mark.kind != "letter"
        if item is not None and item.kind == "finding" and item.number and not numbered:
            self._add_item(i, "point", item)
        elif item is not None and not numbered and self._belongs_to(item):
            item.take(block)
            self.body = item
        elif item is not None and not numbered and item.kind == "paragraph":
            self._add_item(i, "detail", item)
        else:
            kind = self._topic() or "detail"
            kind = "detail" if kind in ("summary", "contents") else kind
            if mark is not None and numbered:
                self._add_numbered(i, mark, kind)
            else:
                self._add_item(i, kind, self._top())

    def _belongs_to(self, item: Draft) -> bool:
        """A recommendation or lesson that opens a list owns its bullets."""
        if item.kind not in ("recommendation", "lesson", "learning_point", "action", "theme"):
            return False
        return bool(item.number) and not item.closed and bool(item.word or item.inline)

    def _add_item(self, i: int, kind: str, parent: Draft | None) -> None:
        block = self.blocks[i]
        draft = Draft(kind, parent, agency=self._agency(), inline=True)
        found = _RUN_IN.match(block.text)
        if found and len(found.group(1).split()) <= 6:
            draft.run_in = found.group(1).strip()
        draft.lead_in = self._lead_in_text() if self.lead_in else None
        draft.take(block)
        self._add(draft)
        self.body = draft
        top = self._top()
        if top is not None:
            top.items += 1
        if parent is not self.item:
            self.item = None

    def _lead_in_text(self) -> str:
        assert self.lead_in is not None
        a, b = self.lead_in.spans[-1]
        return self.reading.text[a:b]

    def _take_numbered(self, i: int, mark: Mark) -> None:
        if mark.kind == "letter" and self.item is not None:
            self._add_lettered(i, mark, self.item)
            return
        topic = self._topic()
        narrative = topic in (None, "summary", "contents", "resource")
        if topic == "finding" and mark.kind == "decimal":
            narrative = True
        kind = "paragraph" if narrative or topic is None else topic
        self._add_numbered(i, mark, kind)

    def _add_numbered(self, i: int, mark: Mark, kind: str) -> None:
        draft = Draft(
            kind, self._top(), number=mark.number, agency=self._agency(), inline=True
        )
        draft.lead_in = self._lead_in_text() if self.lead_in else None
        draft.take(self.blocks[i], mark.length)
        self._add(draft)
        self.item = self.body = draft
        top = self._top()
        if top is not None:
            top.items += 1

    def _add_lettered(self, i: int, mark: Mark, item: Draft) -> None:
        block = self.blocks[i]
        if self._belongs_to(item) or item.kind == "recommendation":
            item.take(block)
            return
        parent = item.parent if item.kind == "detail" else item
        draft = Draft("detail", parent, number=mark.number, inline=True)
        draft.take(block, mark.length)
        self._add(draft)
        self.body = draft

    def _take_plain(self, i: int) -> None:
        block = self.blocks[i]
        if self._goes_on(block):
            assert self.item is not None
            self.item.take(block)
            self.item.closed = self.item.words > MOST_WORDS
            self.body = self.item
            return
        following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        opens = block.text.endswith((":", ":-")) and following is not None
        draft = Draft(self._plain_kind(block), self._top(), agency=self._agency())
        if opens and following is not None and (following.bullet or read_number(following.text)):
            if len(block.text.split()) <= 12:
                draft.kind, draft.heading = "section", block.text
            self.lead_in = draft
        else:
            self.lead_in = None
        draft.take(block)
        self._add(draft)
        self.body = draft
        self.item = draft if draft.kind == "paragraph" and opens else None

    def _goes_on(self, block: Block) -> bool:
        """Is a plain paragraph part of the labelled or numbered unit before it?"""
        item = self.item
        if item is None or not item.number or item.closed or self.body is not item:
            return False
        if RESOURCE.search(block.text) and item.words:
            return False
        if item.words == 0 or self._ends_open(item):
            return True
        if item.inline:
            return block.page_break and not item.word and item.words + 1 < MOST_WORDS
        return item.words + block.text.count(" ") < MOST_WORDS

    def _ends_open(self, item: Draft) -> bool:
        text = self.reading.text[item.spans[-1][0] : item.spans[-1][1]]
        return text.endswith((":", ":-", ","))

    def _plain_kind(self, block: Block) -> str:
        topic, top = self._topic(), self._top()
        if block.link or _LINK_LINE.match(block.text):
            return "resource"
        if RESOURCE.search(block.text) and len(block.text.split()) <= 60:
            return "resource"
        if topic in OPEN_TOPICS and topic is not None and not (top and top.items):
            return topic
        return "paragraph"
