""" "Back to the Baby O one" in, the turn that was about it out, with what is left to ask."""

import re

from rag.conversation.turns import Turn
from rag.index.library import Library
from rag.language.phrases import plain
from rag.language.spans import blank
from rag.language.word_classes import words_of
from rag.questions.documents.names_typed import read_names
from rag.questions.forms.answer_form import bare

_BACK_TO = re.compile(
    r"\b(?:(?:can|could|shall) we |lets |let us |i want to |id like to )?"
    r"(?:(?:go|going|get|getting|come|coming|jump|switch) )?"
    r"(?:back to|return(?:ing)? to|revisit(?:ing)?)(?: the)?\b",
    re.IGNORECASE,
)
_REST_OF_NAME = re.compile(
    rf"^\W*(?:(?:s|{words_of('review', 'document', 'case', 'one')}"
    rf"|for a (?:sec|second|minute|moment)|{words_of('please')}|again|now|then)\b\W*)+",
    re.IGNORECASE,
)
_LIST = re.compile(r"^\W*(?:(?:whole|full|complete|first|original) )?list\W*$", re.IGNORECASE)
_FIRST = re.compile(
    r"^\W*(?:my |our )?(?:first|original) (?:question|answer|thing)\W*$", re.IGNORECASE
)


def go_back(library: Library, turn: str, before: Turn) -> tuple[str, Turn] | None:
    """With nothing left where it only goes back; None where it goes back to nothing that the
    conversation was about."""
    back = _BACK_TO.search(turn)
    if back is None:
        return None
    to = turn[back.end() :]
    if _LIST.search(to):
        return _found("", _last_list(before))
    if _FIRST.search(to):
        return "", _chain(before)[-1]
    question, named = read_names(turn, library)
    if named.documents is None:
        return None
    back = _BACK_TO.search(question) or back
    in_front = (0, back.start()) if not bare(plain(question[: back.start()])) else (0, 0)
    said = blank(question, [*named.spans, back.span(), in_front])
    left = _REST_OF_NAME.sub("", said).strip(" ,.;:-–")
    return _found(left if re.search(r"\w", left) else "", _last_about(named.documents, before))


def _found(left: str, turn: Turn | None) -> tuple[str, Turn] | None:
    return (left, turn) if turn else None


def _chain(turn: Turn) -> list[Turn]:
    """The turn and all before it, the latest first."""
    return [turn, *(_chain(turn.before) if turn.before else [])]


def _last_about(documents: frozenset[str], before: Turn) -> Turn | None:
    return next((turn for turn in _chain(before) if turn.request.documents == documents), None)


def _last_list(before: Turn) -> Turn | None:
    """The latest that asked for a list and for nothing in it."""
    asks = (t for t in _chain(before) if t.request.asked.kinds and not t.request.points)
    return next(asks, None)
