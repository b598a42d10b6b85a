""" "Sorry, child K not Q" in, what is meant out: without what is taken back."""

import re

_TAKES_BACK = re.compile(
    r"^\W*(?:(?:no|sorry|oops|wait|actually|ah|oh|hang on|hold on|my mistake|typo|wrong one)\b\W*)+"
    r"|\b(?:i )?(?:meant|mean)\b|\b(?:wrong|mixed up|muddled)\b",
    re.IGNORECASE,
)
_NAME = r"(?:the )?(?:(?:baby|child|family|adult)\s+)?[\w'’-]+(?: (?:one|review|case|report))?"
_TAKEN_BACK = re.compile(
    rf"[,;]?\s*\b(?:not|rather than|instead of)\s+{_NAME}(?=\s*(?:[,;.!?]|[-–]|$|i mean))[,;]?",
    re.IGNORECASE,
)
_SAID_FIRST = re.compile(
    r"^\W*(?:(?:no|sorry|oops|wait|actually|ah|oh|hang on|hold on|my mistake|typo|wrong one"
    r"|(?:i|we) (?:meant|mean)(?: to (?:say|ask(?: about)?|write))?)\b\W*)+",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\w")


def corrects(turn: str) -> bool:
    """It may take back something of the turn before."""
    return _TAKES_BACK.search(turn) is not None


def without_taken_back(turn: str) -> str:
    """As typed where nothing is left, or nothing is taken back."""
    if not corrects(turn) and not _TAKEN_BACK.search(turn):
        return turn
    left = _SAID_FIRST.sub("", _TAKEN_BACK.sub(" ", turn)).strip()
    return left if _GIVEN.search(left) else turn
