"""Drafts in; where none of them holds text, those of the headings that are the text out."""

from collections.abc import Sequence

from rag.outline.drafts import Draft
from rag.reading.blocks import Block

_HEADS = frozenset({"title", "contents", "section"})


def take_headings_as_text(drafts: Sequence[Draft], blocks: Sequence[Block]) -> list[Draft]:
    """A note may be one line that reads like a heading, or a label with nothing beside it: a person
    who asks for its words must find them. A heading over others stays one."""
    if any(draft.spans and draft.kind not in _HEADS for draft in drafts):
        return [*drafts]
    parents = {id(draft.parent) for draft in drafts}
    found: list[Draft] = []
    label: Draft | None = None
    for draft in drafts:
        if draft.kind != "section" or id(draft) in parents:
            found.append(draft)
            label = draft if draft.word else None
        elif label is not None:
            label.spans += draft.spans
        else:
            found.append(Draft("paragraph", draft.parent, draft.spans, draft.number))
    text = any(draft.spans and draft.kind not in _HEADS for draft in found)
    return found if text else [*found, *_untaken(found, blocks)]


def _untaken(drafts: Sequence[Draft], blocks: Sequence[Block]) -> list[Draft]:
    """What the blocks say that are in no draft, a label by itself."""
    spans = [span for draft in drafts for span in draft.spans]
    rest = Draft("paragraph", None)
    for block in blocks:
        if not any(start <= block.start < end for start, end in spans):
            rest.take(block)
    return [rest] if rest.spans else []
