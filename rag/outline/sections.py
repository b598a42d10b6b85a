"""A heading block in, the section that it opens out."""

import re
from itertools import dropwhile

from rag.outline.agencies import OWNED, agency_of, names_addressee
from rag.outline.drafts import Draft
from rag.outline.levels import ITEM, NESTED, PLAIN, Heading
from rag.outline.opened import Opened
from rag.reading.blocks import Block
from rag.reading.heading_topics import INHERITED

_FRAME = re.compile(
    r"introduction|background|conclusions?\b|method|process|context|scope|terms of|the review"
    r"|appendi|analysis|reasons?\b|circumstances",
    re.IGNORECASE,
)
"""Headings of a report's own sections."""
_AREAS = re.compile(r"\bareas? (?:for|of) (?:improvement|development)", re.IGNORECASE)
"""What an inspection requires; elsewhere these are findings."""
_TITLED = frozenset({"key_message", "finding", "good_practice"})
"""Numbered headings under these are units of the kind, as under those that are inherited."""
_KEPT_INSIDE = frozenset({"key_message", "good_practice", "question", "measure", "indicator"})
"""A sub-heading that says that it is one keeps these too."""
_HAVE_ASIDES = frozenset({"recommendation", "finding"})
_ASIDES = frozenset({"measure", "action"})
"""Inside a labelled unit, "How will we know" stands under it, whatever its looks."""


def open_heading(opened: Opened, block: Block, heading: Heading) -> None:
    if kind := _kind_of_titled_item(opened, heading):
        _add_titled_item(opened, block, heading, kind)
        return
    level = _level(opened, block, heading)
    while opened.stack and opened.stack[-1].level >= level:
        if _names_owner(opened.stack[-1], heading):
            level = opened.stack[-1].level
            break
        ended = opened.stack.pop()
        if ended.kind == "theme" and not heading.marked and _holds_themes_only(opened):
            opened.stack.pop()
    draft = _section(opened, heading, level)
    draft.take(block)
    opened.stack.append(opened.add(draft))
    lead_in = opened.lead_in if heading.text.endswith(":") else None
    opened.end_unit()
    opened.lead_in = lead_in


def _holds_themes_only(opened: Opened) -> bool:
    """Is the heading above there for the labelled themes alone? It ends with the last of them."""
    top = opened.top
    if top is None or top.word or top.topic or top.number:
        return False
    return all(d.kind == "theme" for d in opened.drafts if d.parent is top)


def _kind_of_titled_item(opened: Opened, heading: Heading) -> str | None:
    """ "1. Animals as part of the assessment" under "Learning points" is a learning point."""
    top, number = opened.top, heading.number
    if number is None or not number.isdigit() or heading.marked or top is None:
        return None
    count = [h for h in opened.headings.values() if h.number and h.number.isdigit()]
    sections = top.number is not None or any(h.topic or _FRAME.match(h.text) for h in count)
    titled = top.topic in INHERITED or top.topic in _TITLED
    return top.topic if titled and not sections else None


def _add_titled_item(opened: Opened, block: Block, heading: Heading, kind: str) -> None:
    draft = Draft(
        kind, opened.top, number=heading.number, agency=opened.agency, level=ITEM, inline=True
    )
    draft.take(block, len(block.text) - len(heading.text))
    opened.end_unit()
    opened.label = opened.body = opened.add(draft)


def _level(opened: Opened, block: Block, heading: Heading) -> int:
    advice = _regroups(opened, heading)
    if advice is not None:
        return advice.level + 1
    label, theme = opened.label, opened.theme
    apart = heading.repeats and label is not None and heading.topic != label.kind
    aside = heading.topic in _ASIDES or apart
    if theme is not None:
        inside = heading.level > theme.level or heading.level >= PLAIN
        return NESTED if aside and inside else heading.level
    if label is not None and block.level > label.level > 0:
        opened.hold(label.level)
    elif aside and _goes_with_label(opened, heading):
        opened.hold()
        return NESTED
    return heading.level


def _regroups(opened: Opened, heading: Heading) -> Draft | None:
    """The open heading of conclusions or advice under which an earlier heading comes again, to sort
    them by what they are about. Labels between the two say that they part those instead."""
    if heading.topic or heading.number or heading.marked or _FRAME.match(heading.text):
        return None
    since = dropwhile(lambda d: d.heading.casefold() != heading.text.casefold(), opened.drafts)
    again = [*since]
    if any(d.word for d in again):
        return None
    advice = (d for d in opened.stack if d.topic in INHERITED and d.topic_by_heading)
    return next(advice, None) if again else None


def _goes_with_label(opened: Opened, heading: Heading) -> bool:
    """Is it one of the headings that come again under each recommendation?"""
    label = opened.label
    if opened.is_inside_label():
        return True
    return label is not None and label.kind in _HAVE_ASIDES and heading.repeats


def _names_owner(container: Draft, heading: Heading) -> bool:
    """An organisation's name below "Recommendations" stands under it even where both look alike."""
    owned = container.topic_by_heading and container.topic in OWNED and not container.agency
    alike = not heading.marked or container.level == heading.level
    unnumbered = heading.number is None and container.kind == "section"
    named = heading.topic is None and names_addressee(heading.text, container.topic)
    return owned and alike and unnumbered and named


def _section(opened: Opened, heading: Heading, level: int) -> Draft:
    above = opened.topic
    agency = agency_of(heading.text, above if above != "summary" else None)
    topic = heading.topic
    if topic == "required_action" and not opened.inspects and _AREAS.search(heading.text):
        topic = "finding"
    if topic in (None, "summary") and above in INHERITED and (agency or topic is None):
        topic = above
    if topic is None and (heading.marked or heading.number) and above in _KEPT_INSIDE:
        topic = above
    return Draft(
        "section", opened.top, number=heading.number, heading=heading.text, level=level,
        agency=agency if topic in OWNED else None, topic=topic,
        topic_by_heading=heading.topic is not None, repeats=heading.repeats, listed=heading.listed,
        marked=heading.marked,
    )  # fmt: skip
