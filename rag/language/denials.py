"""A text in, the same without what it denies out: "no history of domestic violence" does not tell
of any. Only denials that a plain rule can see."""

import re

_NOTHING = r"(?:no|without|not any|never any)"
_TOLD = (
    r"(?:history|evidence|records?|indications?|signs?|suggestions?|reports?|disclosures?"
    r"|allegations?|concerns?|mention|information|incidents?|suspicions?|knowledge|issues?"
    r"|suspicion|experience)"
)
_WHAT_KIND = r"(?:\w+ (?:or |and )?){0,3}?"
_BUT = r"\b(?:but|although|though|however|until|while)\b"
_CLAUSE = rf"(?:(?<![^.;:,])|(?={_BUT}))[^.;:,]*"
"""From where it begins, and from nowhere else."""
_DENIED = re.compile(
    # "There was no known history of ..."
    rf"\b{_NOTHING} {_WHAT_KIND}{_TOLD} (?:or {_TOLD} )?(?:of|about|that|regarding|around"
    rf"|in relation to|relating to|to suggest|to indicate|with)\b[^.;:]*?(?=[.;:]|$|{_BUT})"
    # "... was not a feature of this case", "... did not feature"
    rf"|{_CLAUSE}\b(?:was|were|is|are) not (?:a |an )?(?:feature|factor|issue|concern|present"
    r"|suspected|alleged|reported)\b[^.;:]*"
    rf"|{_CLAUSE}\bdid not feature\b[^.;:]*"
    # "He denied ..."
    r"|\bden(?:ied|ies|ying)\b[^.;:]*",
    re.IGNORECASE,
)


def without_denied(text: str) -> str:
    return _DENIED.sub(" ", text)
