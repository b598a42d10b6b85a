"""Drafts in, those in which lines that look like headings over nothing are joined out."""

from collections.abc import Sequence

from rag.outline.drafts import Draft

FEWEST = 3
"""Headings in a row that nothing stands under: the cells of a table, the boxes of a chart."""
SHORT = 25
"""Characters; of such lines two are enough."""


def join_empty(drafts: Sequence[Draft]) -> list[Draft]:
    """A run of sections that enclose nothing becomes one detail."""
    parents = {id(draft.parent) for draft in drafts}
    joined: list[Draft] = []
    run: list[Draft] = []
    for draft in drafts:
        if _is_empty(draft, parents):
            run.append(draft)
            continue
        joined += _join(run)
        run = []
        joined.append(draft)
    return joined + _join(run)


def _is_empty(draft: Draft, parents: set[int]) -> bool:
    heads = draft.kind == "section" and not draft.word and not draft.leads and not draft.inline
    return heads and draft.number is None and not draft.marked and id(draft) not in parents


def _join(run: list[Draft]) -> list[Draft]:
    short = sum(end - start < SHORT for draft in run for start, end in draft.spans[:1])
    if len(run) < FEWEST and short < 2:
        return run
    spans = [span for draft in run for span in draft.spans]
    return [Draft("detail", run[0].parent, spans=spans)]
