"""A question in, the line of a document's front matter that it asks for out: who the coroner was,
when the inspection was, by when a reply is due."""

import re
from types import MappingProxyType

_WHO = (
    r"(?:who(?:['’]?s| is| was| were| are)(?: the)?|which|(?:sur)?names? of(?: the)?) "
    r"(?:(?!did|does|was|is)[\w'’-]+ ){0,2}?"
)
_ASKED: MappingProxyType[str, str] = MappingProxyType(
    {
        "coroner": rf"(?:{_WHO}|^\W*)(?:assistant |area |senior |acting )*coroner\b"
        r"(?!['’]s)|coroner['’]s name",
        "author": rf"{_WHO}author\b|^\W*authors?\b|who (?:wrote|compiled|prepared|drafted)\b"
        r"|(?:wrote|written|compiled|prepared) by wh",
        "chair": rf"{_WHO}chair(?:person|man|woman)?\b|\bchair\W+name\b|who chaired\b",
        "reviewer": rf"{_WHO}(?:lead |independent )?reviewers?\b"
        r"|who led the review\b",
        "inspector": rf"(?:{_WHO}|^\W*)(?:lead )?inspectors?\b"
        r"(?! (?:say|said|found|find|think|judge|rate))"
        r"|who (?:inspected|(?:led|headed(?: up)?|ran|carried out|conducted|was in charge of)\b"
        r"(?: [\w'’-]+){0,5} inspection)\b",
        "manager": rf"{_WHO}(?:registered |home['’]?s )manager\b(?!['’]s)"
        r"|(?:was|is) there a registered manager\b",
        "addressee": r"who (?:was|is|were) (?:[\w'’]+ ){0,4}?(?:sent|addressed) to\b"
        r"|(?:to whom|who) (?:[\w'’]+ ){0,4}?(?:send|sent|address\w*)(?: \w+){0,2} to\b"
        r"|\baddressees?\b",
        "reference": r"\b(?:reference|ref)\b(?: number| no\b)?|\burn\b|unique reference",
        "date_of_death": r"when did (?:[\w'’-]+ ){1,3}die\b|date of (?:[\w'’]+ )?death\b",
        "date_of_inspection": r"when (?:was|were|did) (?:[\w'’:-]+ ){1,6}?"
        r"(?:inspected|inspect(?:ors)? (?:visit|come)|(?:last |latest )?inspection(?! report))\b"
        r"|(?:date|day)s? of (?:the |their |its )?inspection|inspection dates?",
        "reply_by": r"(?:when|deadline|how long)\b.{0,60}\b(?:repl(?:y|ies)|respond|response)\b"
        r"|(?:repl(?:y|ies)|respond|response)\b.{0,30}\b(?:due|deadline|by when)",
    }
)
"""Key of the front matter -> how it is asked for."""
_PATTERNS = {key: re.compile(rf"\b(?:{asks})", re.IGNORECASE) for key, asks in _ASKED.items()}


def front_matter_asked(question: str) -> tuple[str, ...]:
    """Keys as in `Unit.key`, in the order of the table; none for any other question."""
    return tuple(key for key, asks in _PATTERNS.items() if asks.search(question))
