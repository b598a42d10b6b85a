""" "Sorry, child K not Q" in, what is meant out: without what is taken back."""

import re

from rag.language.word_classes import words_of

_ONE = words_of("review", "document", "case", "one", forms="plain")
_MEANT = re.compile(
    r"\b(?:i|we) (?:actually |really )?(?:meant|mean)\b(?! (?:it|that|by|is))"
    rf"|^\W*(?:(?:no|sorry|ah|oh)\W+)*(?:oops|typo|wrong (?:{_ONE}|child|baby)"
    r"|my mistake|not that one)\b",
    re.IGNORECASE,
)
_SAID_FIRST = re.compile(
    r"^\W*(?:(?:(?:no|wait)(?=\W*[,.!;–-]| (?:i|we|sorry|no|wait|not)\b)|sorry|oops|oh|ah|actually"
    rf"|hang on|hold on|my mistake|typo|wrong (?:{_ONE}|child|baby)|not that one"
    r"|(?:i|we) (?:actually |really )?(?:meant|mean)(?: to (?:say|ask(?: about)?|write|type))?)"
    r"\b\W*)+",
    re.IGNORECASE,
)
_NOT = r"[,;]?\s*\b(?:not|rather than|instead of)\s+"
_ENDS = r"(?=\s*(?:[,;.!?–-]|$|\b(?i:i|we) (?i:mea)))[,;]?"
_NOT_REVIEW = re.compile(
    rf"{_NOT}(?:(?:the )?(?:(?:baby|child|family|adult)\s+\w{{1,3}}|(?-i:[A-Z]{{1,2}}))"
    rf"(?: {_ONE})?|the [\w'’-]+ {_ONE}){_ENDS}",
    re.IGNORECASE,
)
_NOT_PLACE = re.compile(rf"[,;]\s*not (?:the )?[\w'’-]+{_ENDS}", re.IGNORECASE)
_NOT_TOPIC = re.compile(rf"{_NOT}(?:the )?[\w'’-]+(?: [\w'’-]+)?{_ENDS}", re.IGNORECASE)
_LETTERS = re.compile(r"\W*(?:the )?(?P<code>[A-Z]{1,2})\W*")


def corrects(turn: str) -> bool:
    """It takes back something of the turn before."""
    return any(p.search(turn) for p in (_MEANT, _NOT_REVIEW, _NOT_PLACE))


def without_taken_back(turn: str) -> str:
    """As typed where nothing is left, or nothing is taken back."""
    left = _SAID_FIRST.sub("", turn)
    left = _NOT_PLACE.sub(" ", _NOT_REVIEW.sub(" ", left))
    left = _NOT_TOPIC.sub(" ", left) if _MEANT.search(turn) else left
    left = _SAID_FIRST.sub("", left).strip()
    if letters := _LETTERS.fullmatch(left):
        return f"the {letters['code']} review"
    return left if re.search(r"\w", left) else turn
