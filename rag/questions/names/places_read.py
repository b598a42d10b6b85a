"""Places and publishers in the question in, which reviews agree with them out."""

import re

from rag.language.word_classes import words_of
from rag.questions.names.names_read import NamesRead
from rag.questions.names.places_named import Places
from rag.questions.names.pseudonyms import Named
from rag.questions.names.review_words import compares, is_called_review, names_a_review
from rag.types import Record

MOST_BETWEEN = 40
"""Characters between the names of two reviews that are joined."""
_JOINS = re.compile(r"\b(?:and|or|vs|versus|with|than)\b|[&,/]", re.IGNORECASE)
_IN_HERE = re.compile(
    r"\b(?:(?:do|have) you (?:have|got|hold)|(?:is|are) there|any(?:thing)?|got)\b", re.IGNORECASE
)
_OF_INSPECTORS = re.compile(
    r"\b(?:ofsted|ilacs|jtai|inspect\w*)\b"
    r"|\b(?:what|which|how) (?:was |did )?(?:\w+ )?(?:grade|rat)\w*\b",
    re.IGNORECASE,
)
"""What inspectors say of a place stands in a document of its own."""
_BOARD = re.compile(
    r"(?:['’]?s)?\s+(?:(?:local|safeguarding|child|childrens?|children['’]s|adults?|and|council)\s+)*"
    r"(?:board|partnership|[ls]scb|lscp)\b",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|relocat\w+|transfer\w*|went|go|going|came|liv(?:e|es|ed|ing)|placed"
    r"|born|grew up)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a place: where somebody was, not where the review is from."""
_ASKER = re.compile(
    rf"(?:^|[.!?;] )\W*(?:{words_of('greeting', 'opening')}\b\W*)*(?:i|we)"
    r"(?:['’]?(?:m|re|ve)| am| are| work\w*| live| have| had| run)\b"
    rf"(?:(?!\b(?:{words_of('review', 'document', 'case')}|look\w*|search\w*|want\w*"
    r"|need\w*|after|interested|find\w*|got|about|on)\b)[^.?!,;])*$",
    re.IGNORECASE,
)
"""Before a place: where the asker is, "I'm a teacher in Leeds, what do reviews say ..."."""


def read_places(so_far: NamesRead, places: Places) -> NamesRead:
    """Each place narrows the names that go with it; with none that does, it contradicts them,
    unless their text speaks of it or it stands beside them as another review."""
    subjects = bool(so_far.groups)
    for place in sorted(places.held, key=lambda p: not _is_called(so_far, p)):
        narrowed = so_far.narrowed_by(place)
        if narrowed:
            so_far = narrowed
        elif not so_far.groups or _stands_apart(so_far, place):
            so_far = so_far.with_group(place)
        elif subjects:
            so_far = _contradict(so_far, place)
        elif not any(_is_called(so_far, group) for group in so_far.groups):
            so_far = so_far.with_group(place)
    asked = names_a_review(so_far.question) or _IN_HERE.search(so_far.question) is not None
    for place in places.elsewhere:
        so_far = _read_elsewhere(so_far, place, subjects=subjects, asked=asked)
    return so_far


def _read_elsewhere(so_far: NamesRead, place: Named, *, subjects: bool, asked: bool) -> NamesRead:
    before = so_far.question[: place.span[0]]
    if _WENT.search(before) or _ASKER.search(before):
        return so_far
    apart = _stands_apart(so_far, place)
    if subjects and not apart:
        return _contradict(so_far, place)
    inspected = _OF_INSPECTORS.search(so_far.question) is not None
    if (
        _is_called(so_far, place)
        or ((asked or inspected) and not so_far.groups)
        or (apart and so_far.groups)
    ):
        return so_far.lacking(place.text)
    return so_far


def _is_called(so_far: NamesRead, place: Named) -> bool:
    board = _BOARD.match(so_far.question, place.span[1]) is not None
    return board or is_called_review(so_far.question, place.span)


def _contradict(so_far: NamesRead, place: Named) -> NamesRead:
    """It belongs to the nearest name in front; a place that is in their text contradicts none."""
    if _WENT.search(so_far.question[: place.span[0]]):
        return so_far
    named = {d for g in so_far.groups for d in g.documents}
    if any(so_far.says(d, place.text) for d in named):
        return so_far
    if any(_may_be_of(r, place.text) for r in so_far.records if r.id in named):
        return so_far
    before = [g for g in so_far.groups if g.span[0] < place.span[0]]
    groups = before or list(so_far.groups)
    if not groups:
        return so_far
    return so_far.without(groups[-1], f"{groups[-1].text} in {place.text}")


def _stands_apart(so_far: NamesRead, place: Named) -> bool:
    """ "Compare Baby M and the Oxfordshire one", "the Oxfordshire review and Baby M": another
    review, not the place of the one beside it."""
    if compares(so_far.question):
        return True
    start, end = place.span
    before = [g.span[1] for g in so_far.groups if g.span[1] <= start]
    after = [g.span[0] for g in so_far.groups if g.span[0] >= end]
    between = [
        *([so_far.question[max(before) : start]] if before else []),
        *([so_far.question[end : min(after)]] if after else []),
    ]
    return _is_called(so_far, place) and any(
        len(words) < MOST_BETWEEN and _JOINS.search(words) for words in between
    )


def _may_be_of(record: Record, place: str) -> bool:
    """Of a card without an area only the initials of its board may be known: "SSCB"."""
    board = re.fullmatch(r"[A-Z]{1,3}(?:SCB|SCP)", record.publisher or "")
    return record.area is None and board is not None and board[0][0] == place[0].upper()
