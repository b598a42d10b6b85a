"""What is open while an outline is drawn: the headings, the unit at hand, the sentence that leads
a list in; and the drafts so far."""

from collections.abc import Mapping, Sequence

from rag.outline.drafts import Draft
from rag.outline.levels import ITEM, Heading
from rag.outline.spoken import addressee, demands, kind_led_to
from rag.reading.blocks import Block
from rag.reading.heading_topics import ASKING, ASSESSING
from rag.reading.marks import Mark
from rag.types import Reading


class Opened:
    def __init__(
        self,
        reading: Reading,
        blocks: Sequence[Block],
        headings: Mapping[int, Heading],
        *,
        inspects: bool = False,
    ) -> None:
        self.reading = reading
        self.blocks = blocks
        self.headings = headings
        """By position of their blocks."""
        names = {name for block in blocks if (name := addressee(block.text))}
        self.addressees = names if len(names) > 1 else set[str]()
        """Those to whom sentences before lists part what has to be done; one parts nothing."""
        self.inspects = inspects
        """The document reports an inspection."""
        self.drafts: list[Draft] = []
        self.stack: list[Draft] = []
        """Headings and titled units around what comes next, outermost first."""
        self.label: Draft | None = None
        """The last labelled unit, where nothing has ended it."""
        self.item: Draft | None = None
        """The labelled or numbered unit that the next words may be part of."""
        self.body: Draft | None = None
        """The last unit that a sentence cut by a note or a page may go on in."""
        self.lead_in: Draft | None = None
        self.number = ""
        """That of the last numbered paragraph: "12" or "2.3"."""
        self.columns: dict[int, str] = {}
        """Names of the columns of the last table: one cut by headings goes on without them."""

    def add(self, draft: Draft) -> Draft:
        if self.label is not None and draft.parent is self.label:
            draft.owner = self.label.owner
        self.drafts.append(draft)
        return draft

    @property
    def top(self) -> Draft | None:
        return self.stack[-1] if self.stack else None

    @property
    def topic(self) -> str | None:
        return self.top.topic if self.top else None

    @property
    def topic_of_list(self) -> str | None:
        """The kind that the sentence before a list names, or the heading."""
        led = self.lead_in.topic if self.lead_in else None
        both_ask = led in ASKING and self.topic in ASKING
        return self.topic if both_ask else led or self.topic

    def kind_led_to(self, text: str) -> str | None:
        """As `kind_led_to`, and what somebody must do: an inspection requires it; elsewhere it is a
        recommendation where the words above assess practice."""
        if kind := kind_led_to(text):
            return kind
        if not demands(text) or not (self.inspects or self.topic in ASSESSING):
            return None
        return "required_action" if self.inspects else "recommendation"

    @property
    def agency(self) -> str | None:
        led = addressee(self.lead_in_text() or "")
        if led in self.addressees:
            return led
        return next((d.agency for d in reversed(self.stack) if d.agency), None)

    @property
    def theme(self) -> Draft | None:
        return next((d for d in self.stack if d.kind == "theme"), None)

    @property
    def around(self) -> Draft | None:
        """What a plain paragraph stands under: the labelled unit before it, or the heading."""
        return self.label or self.top

    def after(self, i: int) -> Block | None:
        """The next block of the text, footnotes left aside, where it is no heading."""
        for at in range(i + 1, len(self.blocks)):
            if not self.blocks[at].note:
                return None if at in self.headings else self.blocks[at]
        return None

    def leads_below(self, i: int) -> bool:
        """Is the next block a heading that leads a list in ("Within three months:")?"""
        below = self.headings.get(i + 1)
        return below is not None and below.text.endswith(":")

    def own(self, owner: str | None) -> None:
        """Make this organisation responsible for the last recommendation and all under it."""
        if owner is None:
            return
        for draft in reversed(self.drafts):
            if draft.kind == "section" and not draft.word:
                return
            draft.owner = draft.owner or owner
            if draft is self.label or (self.label is None and draft.number):
                return

    def leave(self, level: int) -> None:
        """Close every heading of this level and below."""
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()

    def hold(self, level: int = ITEM) -> None:
        """Let the last labelled unit enclose what follows."""
        if self.label is not None and self.label not in self.stack:
            self.label.level = level
            self.stack.append(self.label)

    def is_inside_label(self) -> bool:
        return any(d.word and d.kind != "section" for d in self.stack)

    def carries_on(self, mark: Mark) -> bool:
        """Is it 2.3 where the last numbered paragraph was 2.2, or 13 after 12?"""
        if mark.kind not in ("integer", "decimal") or not self.number:
            return False
        section, _, last = self.number.rpartition(".")
        return mark.number == f"{section}.{int(last) + 1}".removeprefix(".")

    def follows_lead_in(self, mark: Mark) -> bool:
        """Is it a paragraph of the count that the sentence before the list belongs to?"""
        lead = self.lead_in
        if lead is None or lead.number is None:
            return False
        if lead.number.isdigit() and mark.number.isdigit():
            return int(mark.number) == int(lead.number) + 1
        return lead.number.count(".") == mark.number.count(".") > 0

    def end_unit(self) -> None:
        self.label = self.item = self.body = self.lead_in = None

    def keep_form(self, form: str) -> bool:
        """Has an item with this in front the form of those before it under the heading?"""
        if self.top is None:
            return True
        self.top.form = self.top.form or form
        return self.top.form == form

    def lead_in_text(self) -> str | None:
        if self.lead_in is None:
            return None
        start, end = self.lead_in.spans[-1]
        return self.reading.text[start:end]
