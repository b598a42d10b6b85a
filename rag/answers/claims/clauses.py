"""A claim that says several things in, each of them as a sentence of its own out."""

import re

_VERB = (
    r"(?:was|were|is|are|had|has|have|did|does|do|could|would|should|can|will|must|never|\w{3,}ed"
    r"|went|made|took|gave|left|saw|told|said|knew|kept|found|led)"
)
_WHO = (
    r"(?:the|a|an|his|her|their|its|this|that|these|no|both|all|some|most|one|two|she|he|they|it)"
)
_JOINED = re.compile(
    rf"(?:[,;]\s*(?:and|but|while|whereas|although)?\s*|\s+(?:and|but|while|whereas|although)\s+)"
    rf"(?=(?:{_WHO}|[A-Z][\w'’]+)\s+(?:[\w'’-]+\s+){{0,5}}?{_VERB}\b)"
)
_HAS_VERB = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
_SHARED = re.compile(rf",?\s+(?:and|but)\s+(?={_VERB}\b)")
_SUBJECT = re.compile(rf"^(?P<who>(?:[\w'’-]+\s+){{1,6}}?)(?={_VERB}\b)", re.IGNORECASE)


def split_clauses(claim: str) -> tuple[str, ...]:
    """One where it says one thing; a second verb has the subject of the first."""
    parts = _JOINED.split(claim)
    if not all(_HAS_VERB.search(part) for part in parts):
        parts = [claim]
    return tuple(part for whole in parts for part in _with_subject(whole))


def _with_subject(clause: str) -> list[str]:
    first, *others = _SHARED.split(clause)
    subject = _SUBJECT.match(first)
    if subject is None or not others:
        return [clause]
    return [first, *(f"{subject['who']}{other}" for other in others)]
