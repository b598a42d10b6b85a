"""A unit and its document's card in, who is speaking in it out, only as far as that is certain."""

import re
from collections.abc import Iterator

from rag.types import Record, Unit

UNCERTAIN = frozenset({"the review", "the document"})
"""Where nothing says more of who speaks."""
_BY_KIND = {
    "finding": "finding of the review",
    "point": "finding of the review",
    "lesson": "lesson",
    "learning_point": "learning point",
    "key_message": "key message",
    "good_practice": "good practice",
    "question": "question for reflection",
}
_NARRATIVE = "narrative of events"
_PLANNED = frozenset({"action", "action_row", "measure"})
_TOLD = frozenset({"paragraph", "detail", "summary", "section"})
_BACKGROUND = re.compile(
    r"^(?:the )?(?:case (?:summary|details?|history|background|outline)|background|what happened"
    r"|(?:family|social|case) (?:history|background|composition)|key events|(?:the )?chronology"
    r"|(?:brief |short )?(?:summary|outline|history|chronology|overview|narrative)"
    r" of (?:the )?(?:key |significant )?(?:case|events?|facts|circumstances|agency involvement)"
    r"|(?:the )?circumstances|narrative|the (?:facts|story)|brief facts)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:analys\w+|apprais\w+|findings?|learning|learn(?:t|ed)?|lessons?|conclusions?"
    r"|recommendations?|evaluat\w+|themes?|practice)\b",
    re.IGNORECASE,
)
_FAMILY_HEADING = re.compile(
    r"\b(?:famil(?:y|ies)|parents?|mothers?|fathers?|carers?|grandparents?)\b(?:['’]s?)?"
    r".{0,20}\b(?:involvement|contribution|views?|voices?|perspectives?|engagement|experience"
    r"|participation)\b"
    r"|\b(?:involvement|contribution|views?|voices?|perspectives?|engagement|participation)"
    r" (?:of|from|by) (?:the )?(?:famil|parents?|mother|father|carers?)",
    re.IGNORECASE,
)
_CHILD_HEADING = re.compile(
    r"\b(?:child|children|young person|young people)(?:['’]s?|s['’])? (?:voices?|views?|wishes"
    r"|perspectives?)\b|\b(?:voices?|views?|wishes|perspectives?) (?:and feelings )?of (?:the )?"
    r"(?:child|young)",
    re.IGNORECASE,
)
_FAMILY = (
    r"(?:(?:the |(?:his|her|their) )?(?:maternal |paternal |step-?)?(?:mother|father|parents|family"
    r"|grandmother|grandfather|grandparents|aunt|uncle|carers?))"
)
_CHILD = r"(?:(?:the )?(?:child|young person|children|young people)|(?:Child|Baby) [A-Z]{1,3}\d?)"
_SAID = (
    r"(?:have |has |had |also |both |clearly |later |then ){0,3}(?:said|felt|feels?|told|expressed"
    r"|believe[ds]?|thought|stated|explained|described|recalled|wanted|wished|wrote|spoke of|says"
    r"|commented|considered|would have (?:liked|wanted))\b"
)
_COMMON_NOUN = re.compile(
    r"^(?!.*['’]s ).*(?:police|provider|services?|board|partnership|trust|department|council|team"
    r"|school)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ALWAYS = {
    "inspection_report": "the inspectors",
    "coroner_report": "the coroner",
    "inquiry_report": "the inquiry",
    "guidance": "the guidance",
}
"""Documents in which one body speaks throughout."""


def speaker(unit: Unit, record: Record) -> str:
    if record.kind in _ALWAYS:
        return _ALWAYS[record.kind]
    if unit.kind == "recommendation":
        return f"recommendation to {_addressed(unit)}" if unit.agency else "recommendation"
    if unit.kind in _BY_KIND:
        # A response prints the findings and lessons of the review that it responds to.
        return _BY_KIND[unit.kind]
    if record.kind == "response":
        return f"response of {record.publisher or unit.agency or 'the agencies'}"
    if unit.kind in _PLANNED:
        return "action plan"
    told = _teller(unit) if unit.kind in _TOLD else None
    return told or ("the document" if record.kind == "other" else "the review")


def _addressed(unit: Unit) -> str:
    """As the label prints it where that has the name in mixed case; "the" before common nouns."""
    agency = unit.agency or ""
    if re.fullmatch(r"multi[- ]agency|all agencies|(?:all )?partners?(?: agencies)?", agency, re.I):
        return "several agencies" if agency.lower().startswith("multi") else agency.lower()
    for above in (unit.label, *reversed(unit.path)):
        if (at := above.casefold().find(agency.casefold())) >= 0:
            agency = above[at : at + len(agency)]
            break
    return f"the {agency}" if _COMMON_NOUN.search(agency) else agency


def _teller(unit: Unit) -> str | None:
    """By the nearest heading that says whose words stand below it, else by the words alone."""
    for heading in _headings(unit):
        if _FAMILY_HEADING.search(heading):
            return "the family's view" if _reports(unit.text, _FAMILY, "they|she|he") else None
        if _CHILD_HEADING.search(heading):
            return "the child's voice" if _reports(unit.text, _CHILD, "they|she|he|I") else None
        if _BACKGROUND.search(heading):
            return _NARRATIVE
        if _JUDGES.search(heading):
            return None
    return _NARRATIVE if unit.kind == "summary" else None


def _headings(unit: Unit) -> Iterator[str]:
    if unit.kind == "section":
        yield unit.label
    yield from reversed(unit.path)


def _reports(text: str, who: str, pronouns: str) -> bool:
    """Every sentence tells what they said: a judgement among them is not theirs."""
    said = re.compile(rf"\b(?i:{who}|{pronouns}) (?i:{_SAID})")
    sentences = [s for s in _SENTENCE.split(text) if s]
    return bool(sentences) and all(said.search(sentence) for sentence in sentences)
