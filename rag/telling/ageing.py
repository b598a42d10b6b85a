"""An answer in, the same answer with a remark where it quotes what may be out of date out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Answer, Statement
from rag.types import Citation

_PHONE = re.compile(
    r"(?<![\w.+/-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0(?=[1-378]))\d{2,4}\)?(?:[ -]?\d{2,4}){2,3}"
    r"(?![\w/-])"
)
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
CONTACTS = "contact details"
_DIGITS = range(10, 14)
"""Of a telephone number, with or without the 44."""
_PROCEDURE = (
    r"(?:protocols?|procedures?|procedures? manual|polic(?:y|ies)|pathways?|threshold"
    r" (?:documents?|guidance|criteria|matrix|tool)|guidance|guidelines?)"
)
_STALE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "links",
        re.compile(
            r"\bhttps?://|\bwww\.\w|(?<!@)\b[\w-]+\.(?:org|gov|co|nhs|police|ac)\.uk\b",
            re.IGNORECASE,
        ),
    ),
    (
        "law",
        re.compile(
            r"\b(?:Act|Regulations|Order),? \(?(?:19|20)\d\d\b"
            r"|\b[Ss](?:ection|\.) ?\d+\w* (?:of the|,) (?:[A-Z][\w’']+ )+Act\b"
        ),
    ),
    (
        "guidance",
        re.compile(
            r"\bWorking Together to Safeguard\b|\bKeeping Children Safe in Education\b"
            r"|\bWorking Together,?['’”\"]? ?\(?(?:DfE\w*,? )?(?:19|20)\d\d"
            r"|\bFramework for the Assessment of Children\b"
            r"|\bWhat to [Dd]o [Ii]f [Yy]ou['’]re [Ww]orried\b"
            r"|\bNICE (?:clinical )?guid(?:ance|elines?)\b"
            r"|\b[Gg]uidance,? \((?:[A-Z]\w+,? )*(?:19|20)\d\d\)"
        ),
    ),
    (
        "procedures",
        re.compile(
            r"\b(?:must|should|needs? to|required to|have to|ensure|please)\b[^.;\n]{0,90}?"
            r"\b(?:follow|adhere to|comply with|use|consult|refer to"
            r"|aware of|familiar with|compliant with|in (?:line|accordance) with|according to)\b"
            rf"[^.;\n]{{0,80}}?\b{_PROCEDURE}\b"
            rf"|(?<!failure to )(?<!failed to )(?<!not )\bfollow (?:\w+ ){{0,4}}{_PROCEDURE}\b"
            rf"|\b{_PROCEDURE} (?:now )?(?:states?|says?|requires?|sets? out|advises?|stipulates?"
            r"|specif(?:y|ies)|makes? (?:it )?clear|is clear)\b"
            r"|\bthreshold (?:document|guidance|matrix)\b",
            re.IGNORECASE,
        ),
    ),
)


_ORDER = (CONTACTS, *(thing for thing, _ in _STALE))


def mark_stale(answer: Answer) -> Answer:
    """Telephone numbers, links, named law and guidance, and procedures to follow; a mere
    mention of a procedure, or of a section 47 enquiry that was held, is none of these."""
    found = [(things, c) for c in answer.citations if (things := _stale(c.quote))]
    if not found:
        return answer
    named = {thing for things, _ in found for thing in things}
    quoted = _and([thing for thing in _ORDER if thing in named])
    remark = (
        f"{quoted.capitalize()} quoted here: as printed{_when([c for _, c in found])};"
        " check your local procedures."
    )
    return replace(answer, statements=(*answer.statements, Statement(remark)))


def _stale(quote: str) -> tuple[str, ...]:
    phone = any(
        len(re.sub(r"\D", "", number.group())) in _DIGITS for number in _PHONE.finditer(quote)
    )
    things = tuple(thing for thing, pattern in _STALE if pattern.search(quote))
    return (CONTACTS, *things) if phone or _E_MAIL.search(quote) else things


def _when(citations: Sequence[Citation]) -> str:
    """ " in 2010 and 2016"; nothing where no document says its year."""
    years = sorted({c.published[:4] for c in citations if c.published})
    undated = ["an undated document"] if any(not c.published for c in citations) else []
    return f" in {_and([*years, *undated])}" if years else ""


def _and(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
