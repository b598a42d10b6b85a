"""Drafts in document order in, units with id, label, path and page out."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, count, pairwise

from rag.outline.drafts import Draft
from rag.outline.levels import NESTED
from rag.outline.shapes import is_all_capitals
from rag.reading.blocks import Block
from rag.reading.repair import furniture_places, part_at_pages
from rag.reading.sentences import sentence_spans
from rag.types import Page, Reading, Span, Unit

ID_LENGTH = 60
WORDS = {
    "detail": "item", "summary": "paragraph", "key_message": "key message",
    "learning_point": "learning point", "good_practice": "good practice", "action_row": "row",
    "required_action": "required action",
}  # fmt: skip
"""Word for a unit's position where it is not the kind itself."""
_OWN_WORD = frozenset({"section", "paragraph", "summary", "action_row", "question", "resource"})
"""Kinds whose word stays under a heading that names them."""
_ASKS_AT_END = frozenset({"learning_point", "lesson", "key_message", "finding"})
_SMALL = frozenset("a an and as at by for from in of on or the to with".split())


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word's end."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9.]+", plain.replace("'", ""))
    made = "-".join(w.strip(".") for w in words if w.strip("."))
    return made if len(made) <= ID_LENGTH else made[:ID_LENGTH].rsplit("-", 1)[0]


def address(
    drafts: Sequence[Draft], reading: Reading, blocks: Sequence[Block], pages: Sequence[Page]
) -> tuple[Unit, ...]:
    """Units in document order. An id that is taken gets "-2", "-3", ..."""
    desk = _Desk(drafts, reading, blocks, pages)
    units: list[Unit] = []
    for draft in drafts:
        if draft.spans:
            units += desk.write(draft)
    return tuple(units)


class _Desk:
    """Holds the counts that positions and collisions need."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        reading: Reading,
        blocks: Sequence[Block],
        pages: Sequence[Page],
    ) -> None:
        self.reading = reading
        self.pages = pages
        self.furniture = furniture_places(reading)
        self.page_starts = [p.start for p in pages]
        self.numbers = Counter((d.kind, d.number) for d in drafts if d.number and not d.agency)
        self.positions: Counter[tuple[str, str]] = Counter()
        self.taken: set[str] = set()
        self.written: dict[int, Unit] = {}
        text = "\n".join(b.text for b in blocks if not is_all_capitals(b.text))
        words = frozenset(re.findall(r"\b[a-z]+\b", text))
        capitals = frozenset(re.findall(r"\b[A-Z]{2,}s?\b", text))
        self.capitals = frozenset(word for word in capitals if word.lower() not in words)

    def write(self, draft: Draft) -> list[Unit]:
        ident, label = self._name(draft)
        question = self._question_start(draft)
        spans = tuple(draft.spans)
        if question:
            spans = ((spans[0][0], question[0]),)
        unit = self._unit(draft, ident, label, self._parted(spans))
        self.written[id(draft)] = unit
        if not question:
            return [unit]
        asked = Draft("question", draft, agency=draft.agency)
        pieces = self._parted([(question[1], draft.spans[0][1])])
        label = f"{unit.label}, question"
        return [unit, self._unit(asked, f"{unit.id}-question", label, pieces)]

    def _parted(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(
            piece for span in spans for piece in part_at_pages(self.reading, span, self.furniture)
        )

    def _unit(self, draft: Draft, ident: str, label: str, spans: tuple[Span, ...]) -> Unit:
        parent = self._parent(draft)
        page = self._page(spans[0][0])
        return Unit(
            self._free(ident), draft.kind, label, draft.number, draft.agency or draft.owner,
            parent.id if parent else None, (*parent.path, parent.label) if parent else (),
            span_text(self.reading.text, spans), draft.lead_in, page.number if page else None,
            page.label if page else None, spans[0][0], spans[-1][1], spans,
        )  # fmt: skip

    def _free(self, ident: str) -> str:
        numbered = (f"{ident}-{n}" for n in count(2))
        free = next(i for i in chain([ident], numbered) if i not in self.taken)
        self.taken.add(free)
        return free

    def _page(self, start: int) -> Page | None:
        at = bisect_right(self.page_starts, start) - 1
        return self.pages[at] if at >= 0 else None

    def _parent(self, draft: Draft) -> Unit | None:
        above = draft.parent
        while above is not None:
            unit = self.written.get(id(above))
            if unit is not None and unit.kind != "title":
                return unit
            above = above.parent
        return None

    def _question_start(self, draft: Draft) -> tuple[int, int] | None:
        """End of the statement and start of the questions that close a learning point."""
        if draft.kind not in _ASKS_AT_END or len(draft.spans) != 1:
            return None
        start, end = draft.spans[0]
        text = self.reading.text[start:end]
        sentences = sentence_spans(text)
        told = [i for i, span in enumerate(sentences) if not text[slice(*span)].endswith("?")]
        if not told or told[-1] == len(sentences) - 1:
            return None
        return start + sentences[told[-1]][1], start + sentences[told[-1] + 1][0]

    def _name(self, draft: Draft) -> tuple[str, str]:
        """(id, label) before collisions are counted."""
        number = draft.number or ""
        match draft.kind:
            case "title" | "contents" | "signature":
                return draft.kind, draft.kind.capitalize()
            case "footnote":
                return f"footnote-{number or 'note'}", f"Footnote {number}".strip()
            case "metadata":
                words = draft.heading or " ".join(self._text(draft).split()[:5])
                return f"metadata-{slug(words)}", self._tidy(draft.heading) or "Metadata"
            case "section" if not draft.word and not draft.leads:
                return slug(draft.heading) or "section", self._tidy(draft.heading)
        return self._name_unit(draft)

    def _name_unit(self, draft: Draft) -> tuple[str, str]:
        if not draft.number or draft.kind == "action_row":
            return self._name_by_position(draft)
        return self._name_labelled(draft) if draft.word else self._name_numbered(draft)

    def _text(self, draft: Draft) -> str:
        return span_text(self.reading.text, tuple(draft.spans))

    def _name_labelled(self, draft: Draft) -> tuple[str, str]:
        ident = f"{slug(draft.word)}-{str(draft.number).lower()}"
        label = " ".join(
            w.capitalize() if w.isupper() and w.lower() in draft.word.split() else w
            for w in draft.heading.split()
        )
        if draft.agency and slug(draft.agency) not in slug(draft.heading):
            return f"{slug(draft.agency)}-{ident}", f"{self._tidy(draft.agency)}, {label.lower()}"
        if draft.agency:
            return f"{slug(draft.agency)}-{ident}", label
        return ident, label

    def _name_numbered(self, draft: Draft) -> tuple[str, str]:
        number = str(draft.number)
        word = "paragraph" if draft.kind == "detail" else WORDS.get(draft.kind, draft.kind)
        if number.isalpha() and draft.parent is not None and id(draft.parent) in self.written:
            above = self.written[id(draft.parent)]
            return f"{above.id}-{number.lower()}", self._label_nested(above, word, number)
        ident = f"{slug(word)}-{number.lower()}"
        base = draft.agency
        if not base and self.numbers[draft.kind, number] > 1:
            base = self._base(draft)[0]
        if base:
            return f"{slug(base)}-{ident}", f"{self._tidy(base)}, {word} {number}"
        return ident, f"{word.capitalize()} {number}"

    def _label_nested(self, above: Unit, word: str, number: str) -> str:
        """ "Paragraph 3(vii)", "Concern A(ii)", "Coroner's concerns, concern (i)"."""
        if above.kind != "section":
            return f"{above.label}({number})"
        if above.number:
            return f"{word.capitalize()} {above.number}({number})"
        return f"{above.label}, {word} ({number})"

    def _name_by_position(self, draft: Draft) -> tuple[str, str]:
        base, own = self._base(draft)
        word = "lead-in" if draft.kind == "section" else WORDS.get(draft.kind, draft.kind)
        if own and draft.kind not in _OWN_WORD:
            word = "item"
        self.positions[base, word] += 1
        n = self.positions[base, word]
        label = f"{self._tidy(base)}, {word} {n}"
        if draft.run_in:
            label = f"{label}: {draft.run_in}"
        return f"{slug(base)}-{slug(word)}-{n}", label

    def _base(self, draft: Draft) -> tuple[str, bool]:
        """Heading or label that counts the draft's position; whether it names the kind itself."""
        above = draft.parent
        if draft.agency and above is not None and above.agency == draft.agency:
            return draft.agency, False
        while above is not None and self._stands_for_kind(above):
            above = above.parent
        if above is None:
            return "Opening", False
        if above.kind == "section" and not above.word:
            return above.heading, above.topic_by_heading
        unit = self.written.get(id(above))
        return (unit.label if unit else above.heading), False

    def _stands_for_kind(self, container: Draft) -> bool:
        """ "Learning points" under "Invisible fathers": the position counts under the latter."""
        again = container.repeats or container.level == NESTED
        under = container.parent is not None and container.kind == "section"
        return again and container.topic_by_heading and under

    def _tidy(self, text: str) -> str:
        """A heading as a person would write it in a reference."""
        text = text.strip().rstrip(":.… ").strip()
        if not is_all_capitals(text):
            return text
        words = []
        for i, word in enumerate(text.split()):
            bare = re.sub(r"\W", "", word)
            small = bare.lower() in _SMALL and i > 0
            keep = bare in self.capitals or (len(bare) == 1 and bare not in ("A", "I"))
            words.append(word if keep else word.lower() if small else word.capitalize())
        return " ".join(words)


def span_text(text: str, spans: Sequence[Span]) -> str:
    """The words of several spans. What lies between them stays if it is white space; else there
    is a blank line after the end of a sentence, nothing after a hyphen, or a space."""
    joined = text[slice(*spans[0])]
    for (_, before), (start, end) in pairwise(spans):
        part = text[start:end]
        between = text[before:start]
        if between.strip():
            ended = joined.rstrip()[-1:] in ".?!:;" or part[:1].isupper()
            between = "\n\n" if ended else "" if joined.endswith("-") else " "
        joined += between + part
    return joined
