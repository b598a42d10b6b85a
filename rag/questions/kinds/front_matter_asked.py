"""A question in, the line of a document's front matter that it asks for out: who the coroner was,
when the inspection was, by when a reply is due."""

import re
from dataclasses import dataclass
from types import MappingProxyType

from rag.language.word_classes import words_of

_WHO = (
    r"(?:who(?:['’]?s| is| was| were| are)(?: the)?|(?:sur)?names? of(?: the)?) "
    r"(?:(?!did|does|was|is)[\w'’-]+ ){0,2}?"
)
_CALLED = words_of("review", "document", "beside_review", forms="plain")
_DOCUMENT = rf"(?:{_CALLED}|audit|letter|pfd|it)\b"
_RELATIVE = words_of("relative")
_ASKED: MappingProxyType[str, str] = MappingProxyType(
    {
        "coroner": rf"(?:{_WHO}|^\W*)(?:assistant |area |senior |acting )*coroner\b(?!['’]s)"
        r"|who (?:held|heard|conducted|opened) (?:the |this )?(?:[\w'’-]+ ){0,3}?inquest\b"
        r"|which coroner (?:wrote|made|issued|signed|sent|held)\b|coroner['’]s name",
        "author": rf"{_WHO}author\b|^\W*authors?\b|(?:wrote|written|compiled|prepared) by wh"
        rf"|by whom (?:was|were|is) .{{0,40}}\b(?:written|compiled|prepared|drafted)\b"
        r"|who (?:wrote|compiled|prepared|drafted) (?:the |this |that )?(?:[\w'’-]+ ){0,4}?"
        + _DOCUMENT,
        "chair": rf"{_WHO}chair(?:person|man|woman)?\b|\bchair\W+name\b"
        r"|who chaired (?:the |this |that )?(?:[\w'’-]+ ){0,3}?(?:review|panel|inquiry|board)\b",
        "reviewer": rf"{_WHO}(?:lead |independent )?reviewers?\b|who led the review\b",
        "inspector": rf"(?:{_WHO}|^\W*)(?:lead )?inspectors?\b"
        r"(?! (?:say|said|found|find|think|judge|rate))"
        r"|who (?:inspected|(?:led|headed(?: up)?|ran|carried out|conducted|was in charge of)\b"
        r"(?: [\w'’-]+){0,5} inspection)\b",
        "manager": rf"{_WHO}(?:registered |home['’]?s )manager\b(?!['’]s)"
        r"|(?:was|is) there a registered manager\b|^\W*registered manager\b",
        "addressee": rf"who\b.{{0,40}}\b{_DOCUMENT}.{{0,20}}\b(?:sent|addressed) to\b"
        rf"|(?:to whom|who) .{{0,30}}\b(?:send|sent|address\w*) .{{0,20}}\b{_DOCUMENT}(?: to)?\b"
        r"|\baddressees?\b",
        "reference": r"\b(?:reference|ref)(?: number| no\b| code)|\burn\b|unique reference",
        "date_of_death": rf"when did (?:the |(?!(?:his|her|their|my) ))"
        rf"(?:(?!{_RELATIVE}\b)[\w'’-]+ ){{1,3}}die\b|date of (?:the )?death\b",
        "date_of_inspection": r"when (?:was|were|did) (?:[\w'’:-]+ ){1,6}?"
        r"(?:inspected|inspect(?:ors)? (?:visit|come)|(?:last |latest )?inspection(?! report))\b"
        r"|(?:date|day)s? of (?:the |their |its )?inspection|inspection dates?",
        "reply_by": r"(?:repl(?:y|ies)|responses?) (?:[\w'’-]+ ){0,3}?(?:due|deadline|by when)\b"
        r"|(?:by when|deadline|due|when (?:must|should|do|does)|how long (?:do|have))\b.{0,50}"
        r"\b(?:repl(?:y|ies)|respond|response)\b"
        r"|(?:when|what date|how long)\b.{0,80}\b(?:have|had|has|got|needs?|needed) to"
        r" (?:repl(?:y|ies)|respond|answer)\b",
    }
)
"""Key of the front matter -> how it is asked for."""
_PATTERNS = {key: re.compile(rf"\b(?:{asks})", re.IGNORECASE) for key, asks in _ASKED.items()}

_SPEAKS_OF = re.compile(
    r"\b(?:names?|authors?|chair|coroner|inspectors?|manager|publish\w*|dated?|reference)\b", re.I
)


_SIGNED = re.compile(
    r"\bwho(?:se|m)?\b.{0,80}\bsign(?:ed|s|ature)\b(?! (?:off|up|on|posted))|\bsignator(?:y|ies)\b"
    r"|\bwhose name is (?:on|at|under)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FrontMatterAsked:
    keys: tuple[str, ...]
    """As in `Unit.key`, in the order of the table; none for any other question."""
    spoken_of: bool
    """It may ask for what stands there, in words of which the table does not know."""
    signatures: bool
    """Who signed is asked."""


def read_front_matter(question: str) -> FrontMatterAsked:
    return FrontMatterAsked(
        tuple(key for key, asks in _PATTERNS.items() if asks.search(question)),
        _SPEAKS_OF.search(question) is not None,
        _SIGNED.search(question) is not None,
    )
