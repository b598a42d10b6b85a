"""A document's title, opening and front matter in, its kind out."""

import re

from rag.documents.front.matter import FrontMatter

_BRIEFING = (
    r"\b(?:briefings?|learning (?:from|summary|points|lessons|brief)|lessons from"
    r"|(?:one|1|7|seven)[ -]minute|practice note|leaflet|learning review summary)\b"
)
_BY_TITLE = (
    ("inquiry_report", r"\binquiry\b"),
    ("executive_summary", r"\b(?:executive summary|exec(?:utive)? sum)"),
    ("response", r"\b(?:response|action plan|improvement (?:report|plan))\b"),
    ("learning_bulletin", r"\b(?:bulletin|newsletter)\b"),
    ("briefing", _BRIEFING),
    ("inspection_report", r"\binspection (?:report|of)\b"),
)
_GUIDANCE = re.compile(
    r"\b(?:guidance|guide|protocol|procedures?|policy|thresholds?|framework|toolkit|handbook"
    r"|information pack|manual|code of practice)\b",
    re.IGNORECASE,
)
_BY_SELF = re.compile(
    r"\bthis\s+(?:short\s+|learning\s+|practice\s+|7[ -]minute\s+|seven[ -]minute\s+)*"
    r"(?P<kind>executive summary|response|bulletin|newsletter|briefing|leaflet|overview report)\b",
    re.IGNORECASE,
)
_SELF_KINDS = {
    "executive summary": "executive_summary",
    "response": "response",
    "bulletin": "learning_bulletin",
    "newsletter": "learning_bulletin",
    "briefing": "briefing",
    "leaflet": "briefing",
    "overview report": "overview_report",
}
_REVIEW = re.compile(
    r"\b(?:overview report|(?:serious|significant) case review|practice review|case management"
    r" review|homicide review|safeguarding review|learning review|thematic review|LCSPR|CSPR)\b",
    re.IGNORECASE,
)
_OF_REVIEW = re.compile(rf"{_REVIEW.pattern}|\b(?:SCR|rapid review|(?:Child|Baby) [A-Z]\b)")
_INQUIRY = re.compile(r"\b(?:the|this) Inquiry\b")
_INQUIRY_SAID = 3


def document_kind(title: str, opening: str, front: FrontMatter) -> str:
    """One of the kinds of the interface, "other" where nothing says."""
    if front.coroner:
        return "coroner_report"
    if front.inspection:
        return "inspection_report"
    named = (k for k, pattern in _BY_TITLE if re.search(pattern, title, re.IGNORECASE))
    return next(named, None) or _kind_by_words(title, opening)


def _kind_by_words(title: str, opening: str) -> str:
    found = _BY_SELF.search(opening)
    said = _SELF_KINDS[found["kind"].casefold()] if found else None
    if _REVIEW.search(title):
        return said or "overview_report"
    if _GUIDANCE.search(title) or opening.lstrip().casefold().startswith("guidance\n"):
        return "guidance"
    if len(_INQUIRY.findall(opening)) >= _INQUIRY_SAID:
        return "inquiry_report"
    return said or "other"


def is_review(kind: str, title: str, opening: str) -> bool:
    """Is it about the review of a case: the review itself, or what was made of it?"""
    said = kind not in ("inspection_report", "coroner_report", "inquiry_report", "guidance")
    return said and bool(_OF_REVIEW.search(title) or _OF_REVIEW.search(opening))
