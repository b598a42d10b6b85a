"""Drafts in; the concerns out that stand under a heading which does not name them, beside a list
that does: before "The matters of concern are as follows" stand other people's cases."""

from collections.abc import Sequence

from rag.outline.agencies import names_addressee
from rag.outline.drafts import Draft

_KIND = "concern"
"""Of other kinds a list is parted by headings of any words."""


def concerns_beside_the_list(drafts: Sequence[Draft]) -> list[Draft]:
    """In order. Headings that name who is to act part a list and count as part of it."""
    outer = {id(around) for d in drafts if _names_kind(d) and (around := _around(d))}
    return [d for d in drafts if d.kind == _KIND and _stands_beside(d, outer)]


def _names_kind(draft: Draft) -> bool:
    return draft.kind == "section" and draft.topic == _KIND and draft.topic_by_heading


def _around(section: Draft) -> Draft | None:
    return next((d for d in section.enclosing() if _names_kind(d)), None)


def _stands_beside(item: Draft, outer: set[int]) -> bool:
    above = [d for d in item.enclosing() if d.kind == "section"]
    places = [i for i, d in enumerate(above) if id(d) in outer]
    inside = above[places[0] + 1 :] if places else []
    named = any(_names_kind(d) or names_addressee(d.heading, d.topic) for d in inside)
    return bool(inside) and not named and not item.word
