""" "Back to the Baby O one" in, the turn that was about it out, with what is left to ask."""

import re

from rag.conversation.turns import Turn
from rag.index.library import Library
from rag.language.phrases import plain
from rag.language.spans import blank
from rag.questions.forms.answer_form import bare
from rag.questions.understanding import understand

_BACK_TO = re.compile(
    r"\b(?:(?:can|could|shall) we |lets |let us |i want to |id like to )?"
    r"(?:(?:go|going|get|getting|come|coming|jump|switch) )?"
    r"(?:back to|return(?:ing)? to|revisit(?:ing)?)(?: the)?\b",
    re.IGNORECASE,
)
_REST_OF_NAME = re.compile(
    r"^\W*(?:(?:s|one|ones|review|case|report|briefing|bulletin|for a (?:sec|second|minute|moment)"
    r"|please|again|now|then)\b\W*)+",
    re.IGNORECASE,
)
AGAIN = "show that again"
"""What a turn asks that only goes back."""


def go_back(library: Library, turn: str, before: Turn) -> tuple[str, Turn] | None:
    """None where it goes back to no review that the conversation was about."""
    back = _BACK_TO.search(turn)
    named = understand(turn, library).reviews if back else None
    if back is None or named is None or named.documents is None:
        return None
    meant = _last_about(named.documents, before)
    if meant is None:
        return None
    before_it = (0, back.start()) if not bare(plain(turn[: back.start()])) else (0, 0)
    said = blank(turn, [*named.spans, back.span(), before_it])
    left = _REST_OF_NAME.sub("", said).strip(" ,.;:-–")
    return (left if re.search(r"\w", left) else AGAIN), meant


def _last_about(documents: frozenset[str], turn: Turn | None) -> Turn | None:
    while turn is not None and turn.request.documents != documents:
        turn = turn.before
    return turn
