"""Blocks of a document in, its units in order out: by pattern and layout, never by document."""

from collections.abc import Sequence

from rag.outline.addresses import address
from rag.outline.agencies import read_code, read_labelled, read_short_label
from rag.outline.bare_counts import find_bare_counts
from rag.outline.contacts import contact_length
from rag.outline.contents import Contents, find_contents, fold
from rag.outline.drafts import Draft
from rag.outline.empty import join_empty
from rag.outline.figures import find_figures, is_wordless
from rag.outline.front import read_front
from rag.outline.grades import grade_row_length, is_grade, is_graded
from rag.outline.headings import find_headings
from rag.outline.headings_alone import take_headings_as_text
from rag.outline.labelled import open_labelled
from rag.outline.listed import number_by_markup, take_bullet, take_numbered
from rag.outline.named_lists import concerns_beside_the_list
from rag.outline.opened import Opened
from rag.outline.plain import take_plain
from rag.outline.sections import open_heading
from rag.outline.signatures import closes_letter, signature_length
from rag.outline.spoken import DENIED, advises, is_mixed, says_none
from rag.outline.tables import read_table
from rag.reading.blocks import Block
from rag.reading.marks import read_note, read_number
from rag.types import Page, Reading, Unit

FRONT = 6
"""Blocks at the head that tell of an inspection, where there is less front matter."""
DIGEST_MARK = "Digest: Finding Aid's own summary"
"""Stands in every digest. A text that carries it is never taken for a review's own words,
whatever a register says."""


def draw_outline(
    reading: Reading, blocks: Sequence[Block], pages: Sequence[Page]
) -> tuple[Unit, ...]:
    """Units in document order, parents before children."""
    own = [b for b in blocks if DIGEST_MARK not in b.text]
    drafts = _Outline(reading, own, find_contents(own)).draw()
    for block in blocks:
        if DIGEST_MARK in block.text:
            _add_digest_mark(drafts, block)
    return address(drafts, reading, own, pages)


def _add_digest_mark(drafts: list[Draft], block: Block) -> None:
    draft = Draft("metadata", None, heading="Digest")
    draft.take(block)
    after = (i for i, d in enumerate(drafts) if d.spans and d.spans[0][0] > block.start)
    drafts.insert(next(after, len(drafts)), draft)


class _Outline:
    """Walks over the blocks, from each to the step that knows what to do with it."""

    def __init__(self, reading: Reading, blocks: Sequence[Block], contents: Contents) -> None:
        self.blocks = blocks
        self.contents = contents
        self.front = read_front(blocks, contents)
        self.begin = self.front[-1][1][-1] + 1 if self.front else 0
        self.figures = find_figures(blocks, contents, first=self.begin)
        self.counts = find_bare_counts(blocks)
        self.headings = find_headings(
            blocks, contents, self.figures, self.counts.keys(), first=self.begin
        )
        inspects = any("inspection" in b.text.casefold() for b in blocks[: max(FRONT, self.begin)])
        self.opened = Opened(reading, blocks, self.headings, inspects=inspects)
        titles = [" ".join(blocks[i].text for i in at) for k, at in self.front if k == "title"]
        self.titles = [frozenset(fold(t).split()) for t in titles]

    def draw(self) -> list[Draft]:
        for kind, positions in self.front:
            self._take_front(kind, [self.blocks[i] for i in positions])
        runs = dict(self.contents.runs)
        i = self.begin
        while i < len(self.blocks):
            i = self._take_contents(i, runs[i]) if i in runs else self._take(i)
        for draft in self.opened.drafts:
            self._hear(draft)
        for draft in concerns_beside_the_list(self.opened.drafts):
            draft.kind = "paragraph"
        return take_headings_as_text(join_empty(self.opened.drafts), self.blocks)

    def _hear(self, draft: Draft) -> None:
        """What an item's own words say of its kind stands above what its heading says."""
        advice = draft.kind == "recommendation" and not draft.agency
        mixed = advice and any(is_mixed(d.heading) for d in draft.enclosing())
        if draft.word or not draft.spans or not (mixed or draft.kind in DENIED):
            return
        text = self.opened.reading.text[draft.spans[0][0] : draft.spans[-1][1]]
        if says_none(draft.kind, text) or (mixed and not advises(text)):
            concludes = mixed and (draft.number or "").isdigit()
            draft.kind = "finding" if concludes else "paragraph"

    def _take_front(self, kind: str, blocks: Sequence[Block]) -> None:
        if kind == "metadata" and is_graded(blocks[-1]):
            self._take_judgement(blocks)
            return
        draft = self.opened.add(Draft(kind, None))
        rowed = kind == "metadata" and len(blocks) > 1 and blocks[0].row >= 0
        draft.heading = blocks[0].text if rowed else ""
        for block in blocks[1:] if rowed else blocks:
            draft.take(block)

    def _take_judgement(self, blocks: Sequence[Block]) -> None:
        """What was graded and its grade, which may stand on the next line."""
        mark = read_number(blocks[0].text)
        draft = Draft("judgement", self.opened.top, number=mark.number if mark else None)
        for block in blocks:
            draft.take(block, mark.length if mark and block is blocks[0] else 0)
        self.opened.add(draft)

    def _take_contents(self, first: int, last: int) -> int:
        draft = self.opened.add(Draft("contents", None, heading="Contents"))
        for block in self.blocks[first : last + 1]:
            draft.take(block)
        return last + 1

    def _take(self, i: int) -> int:
        """Take the block at `i`, or the run that begins there; position of the next."""
        block, opened = self.blocks[i], self.opened
        if length := grade_row_length(self.blocks, i):
            self._take_judgement(self.blocks[i : i + length])
            return i + length
        if block.row >= 0:
            return read_table(opened, i)
        if length := self._take_run(i):
            return i + length
        if is_wordless(block.text):
            return i + 1
        if block.note:
            self._take_note(block)
        elif block.continues and opened.body is not None:
            opened.body.take(block)
        elif i in self.headings:
            self._take_heading(i)
        elif i - 1 in self.headings and opened.top is not None and is_grade(block.text):
            opened.top.take(block)
        else:
            self._take_text(block, i)
        return i + 1

    def _take_text(self, block: Block, i: int) -> None:
        if mark := read_labelled(block.text):
            open_labelled(self.opened, block, mark)
        elif mark := read_code(block.text, self.opened.topic) or number_by_markup(block):
            take_numbered(self.opened, block, mark)
        elif mark := read_short_label(block.text):
            open_labelled(self.opened, block, mark)
        elif block.bullet:
            take_bullet(self.opened, block)
        elif mark := read_number(block.text) or self.counts.get(i):
            take_numbered(self.opened, block, mark)
        else:
            take_plain(self.opened, i)

    def _take_heading(self, i: int) -> None:
        if self._repeats_title(self.blocks[i]):
            self.opened.add(Draft("title", None)).take(self.blocks[i])
        else:
            open_heading(self.opened, self.blocks[i], self.headings[i])

    def _repeats_title(self, block: Block) -> bool:
        words = frozenset(fold(block.text).split())
        return len(words) > 3 and not self.opened.stack and any(
            len(words & t) >= 0.75 * max(len(words), len(t)) for t in self.titles
        )  # fmt: skip

    def _take_note(self, block: Block) -> None:
        mark = read_note(block.text, bare=True)
        draft = Draft("footnote", None, number=mark.number if mark else block.number or None)
        self.opened.add(draft).take(block)

    def _take_run(self, i: int) -> int:
        """How many blocks the table, address or signature takes that begins at `i`."""
        runs = (
            ("detail", self.figures.get(i, i) - i),
            ("resource", contact_length(self.blocks, i)),
            ("signature", signature_length(self.blocks, i) or closes_letter(self.blocks[i])),
        )
        kind, length = next((run for run in runs if run[1]), ("", 0))
        if not length or i in self.headings or self.blocks[i].note or self.blocks[i].continues:
            return 0
        run = self.blocks[i : i + length]
        if all(is_wordless(block.text) for block in run):
            return length
        draft = Draft(kind, self.opened.top)
        for block in run:
            draft.take(block)
        self.opened.end_unit()
        self.opened.body = self.opened.add(draft)
        return length
