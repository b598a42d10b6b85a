"""A heading, a label or the name of a column in, the organisation that it makes the owner out."""

import re
from dataclasses import replace

from rag.reading.heading_topics import topic_of
from rag.reading.marks import Mark, read_label, read_number

OWNED = frozenset({"recommendation", "lesson", "action", "concern"})
"""Under headings of these topics, what stands under an organisation's name is its own."""
OWNER = re.compile(
    r"owner|lead\b|responsib|\bagency|agencies|by whom|\bwho\b|sub-?group|organisation|accountable",
    re.IGNORECASE,
)
"""Names of the column that says who has to act."""
MOST_WORDS = 9

_WORDS = re.compile(
    r"\b(?:police|constabulary|health|nhs|trusts?|ccg|icb|pct|hospitals?|gps?|general practi\w+"
    r"|children['’]?s (?:services|social care|centres?)|social (?:care|services|work)"
    r"|early (?:years|help)|education|schools?|college|nursery|housing|probation|yot"
    r"|youth (?:justice|offending)|cafcass|council|county|borough|city|authority|boards?|lscb"
    r"|cscp|partners(?:hip)?|ambulance|transport|wellbeing"
    r"|midwifery|maternity|health visiting|camhs|mental health|advisory|provider|multi[- ]agency"
    r"|barnardo['’]?s|nspcc|prisons?|department|services?|agenc(?:y|ies)|team|sub-?groups?"
    r"|commission\w*|ofsted|home office|government|charity|legal|adult|association|society"
    r"|fire and rescue|women['’]?s aid|refuge|victim support|action for children|cps|courts?"
    r"|crown prosecution|safer neighbourhoods?|childminder\w*)\b",
    re.IGNORECASE,
)
_PROFESSION = re.compile(
    r"\b(?:midwi(?:fe|ves)|nurses?|doctors?|paediatricians?|health visitors?|social workers?"
    r"|teachers?|fire)\b",
    re.IGNORECASE,
)
_OTHER_WORD = re.compile(
    r"(?<![\w'’])(?!(?:and|of|the|for|in|with|on|to|or|at|s|social|care|visiting|safeguarding|safer|mental"
    r"|public|primary|secondary|acute|local|support|family|families|young|people|youth|justice|children"
    r"|offending|protection|drugs?|alcohol|domestic|abuse|violence|sexual|community|communities|centres?"
    r"|adults?|early|years|practices?|surger(?:y|ies)|visitors?|nursing|officers?|head|director|chief"
    r"|executive|designated|named|lead|safety|rescue|fire|learning|disabilit\w+|crime|national|county)\b)"
    r"[a-z]+"
)
"""A word in small letters that is no part of an organisation's name."""
_ANY_AGENCY = re.compile(
    r"(?:the )?(?:(?:single|individual|all|each|other|both|partner|specific)[ -]+)?agenc(?:y|ies)",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"[A-Z][A-Za-z]?[A-Z&]{1,6}(?: (?:and|&) [A-Z]{2,7})?")
_AUDIENCE = re.compile(
    r"\b(?:managers?|practitioners?|staff|professionals?|workers?|frontline|front-line|everyone|all"
    r"|supervisors?|leaders|you|your|me|parents|think child|trainers?|teams|individual)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(?:for|to|(?:(?:single|individual) agency |local |further |additional )?"
    r"(?:recommendations?|actions?|learning|lessons?|findings?)\s*"
    r"(?:(?:for|to|from|by|[:–—-])(?=\s)|\((?=[^()]+\)$)))\s*(?:the )?"
    r"(?:(?:two|three|four|five|six) )?(?P<who>[^()]+)\)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"^(?P<who>.+?)['’]?s?\s*[:–—-]?\s+(?:recommendations?|actions?)$", re.IGNORECASE)
_OWNED_LABEL = re.compile(
    r"(?P<label>[A-Z][A-Za-z ]{2,40} [A-Z]{0,2}\d[\d.]*[a-z]?)\s*"
    r"(?:\((?P<bracket>[^():]{2,60})\)|(?:for|to) (?:the )?(?P<named>[A-Z][^():.;]{2,60}))"
    r"(?:\s*[:–—]\s*|\s*$)"
)
_CODES = {
    "R": "recommendation",
    "F": "finding",
    "KF": "finding",
    "L": "lesson",
    "LP": "learning_point",
    "KL": "learning_point",
    "KM": "key_message",
    "Q": "question",
}
_CAPITAL = re.compile(r"(?P<code>[A-K])\.\s+(?=[A-Z])")
_CODE = re.compile(
    rf"(?P<code>(?P<letters>{'|'.join(_CODES)})\d{{1,2}}(?:\.\d{{1,2}})?)(?:\s*[.:)–-])?\s+(?=[A-Z])"
)
_SHORT_LABEL = re.compile(
    r"(?P<code>(?P<letters>R|Q|LP|KF|KL|KM)\d{1,2}(?:\.\d{1,2})?)\s*[.:)]\s+(?=[A-Z])"
)
_ANY_CODE = re.compile(r"(?P<code>[A-Z]{1,4}\d{1,2}(?:\.\d{1,2})?)(?:\s*[.:)–-])?\s+(?=[A-Z][a-z])")
_AGENCY_CODE = re.compile(r"(?P<who>[A-Z][A-Za-z]+) (?P<code>\d{1,2})\s*[.:–]\s+(?=[A-Z])")
_LETTERED_PART = re.compile(
    r"(?:Table|Box|Card|Point|Item|Topic|Area|Aspect|Issue|Strand|Step|Stage|Task|Option|Aim|Goal"
    r"|Objective|Outcome|Priority|Principle|Proposal|Standard|Measure) (?P<code>[A-K])"
    r"\s*[.:–]\s+(?=[A-Z])"
)
"""Behind any other word a letter may belong to a pseudonym: "Child A", "School B"."""
CODED = frozenset({"recommendation", "finding", "lesson", "learning_point", "required_action"})
"""Under headings of these topics a code before an item is its number, whatever its letters."""
_BRACKETED = re.compile(r"(?P<label>[^()]{4,40}?)\s+\([^()]+\)$")
_LETTERED_LABEL = re.compile(r"(?P<front>[A-Z][a-z]+(?: [a-z]+){0,2} )[A-K](?=\s*[:–—])")


def agency_of(heading: str, topic: str | None) -> str | None:
    """The organisation that a heading names as owner of what stands under it, as printed.

    `topic` is that of the headings above: outside of recommendations, lessons and actions a bare
    name is a subject, not an owner. Audiences ("for managers") are no agencies."""
    text = heading.strip().rstrip(": ").strip()
    named = _FOR.match(text) or _OF.match(text)
    who = named.group("who").strip() if named else text
    if not names_agency(who) or (text.isupper() and not _WORDS.search(who)):
        return None
    owned = named is not None or topic in OWNED
    return who if owned and topic_of(who) in (None, "summary") else None


def names_addressee(heading: str, topic: str | None) -> bool:
    """Does it say whom the items below are for: an organisation, or "For all managers"?"""
    return heading.startswith(("For ", "To ")) or agency_of(heading, topic) is not None


def names_agency(text: str) -> bool:
    """Is the text the name or the abbreviation of an organisation or service?"""
    if len(text.split()) > MOST_WORDS or _AUDIENCE.search(text) or _ANY_AGENCY.fullmatch(text):
        return False
    named = _WORDS.search(text) is not None and not _OTHER_WORD.search(_WORDS.sub("", text))
    return named or _SHORT_NAME.fullmatch(text.strip()) is not None


def read_labelled(text: str) -> Mark | None:
    """As `read_label`, and labels that name their owner ("Recommendation 3 (Police): ") or have a
    letter for a number ("Theme B: "). What stands before the word is an organisation or nothing."""
    mark = _read_label(text)
    if mark is None and (number := read_number(text)) and number.kind == "decimal":
        label = _read_label(text[number.length :])
        mark = replace(label, length=number.length + label.length) if label else None
    if mark is not None and mark.agency and not names_agency(mark.agency):
        return replace(mark, agency=None)
    return mark


def _read_label(text: str) -> Mark | None:
    return read_label(text) or _read_owned(text) or _read_lettered(text) or _read_dated(text)


def _read_dated(text: str) -> Mark | None:
    """ "Key Episode One (January to March 2015)" """
    found = _BRACKETED.match(text)
    mark = read_label(found.group("label")) if found else None
    return mark if mark is not None and mark.length == len(mark.labelled) else None


def read_short_label(text: str) -> Mark | None:
    """ "Q1. Who knew the family?", "R2: The Board ...": a code that says its kind by itself."""
    found = _SHORT_LABEL.match(text)
    if not found:
        return None
    kind = _CODES[found.group("letters")]
    code = found.group("code")
    return Mark(kind, kind.replace("_", " "), code, found.end(), None, code)


def read_code(text: str, topic: str | None) -> Mark | None:
    """ "R1 The Board ..." where the heading above says that these are recommendations; "A. Calls
    from families ..." where it names any kind."""
    if topic is not None and (letter := _CAPITAL.match(text)):
        return Mark("code", "", letter.group("code"), letter.end())
    own = read_short_label(text) is None
    if own and topic in CODED and (code := _ANY_CODE.match(text) or _AGENCY_CODE.match(text)):
        who = code.groupdict().get("who")
        if not who or names_agency(who):
            return Mark("code", "", code.group("code"), code.end(), who)
    if topic in CODED and (part := _LETTERED_PART.match(text)):
        return Mark("code", "", part.group("code"), part.end())
    found = _CODE.match(text)
    if not found or _CODES[found.group("letters")] != topic:
        return None
    return Mark("code", "", found.group("code"), found.end())


def _read_owned(text: str) -> Mark | None:
    found = _OWNED_LABEL.match(text)
    who = (found.group("bracket") or found.group("named")) if found else None
    if not found or not who or not names_agency(who):
        return None
    mark = read_label(f"{found.group('label')}:")
    return replace(mark, agency=who.strip(), length=found.end()) if mark else None


def _read_lettered(text: str) -> Mark | None:
    found = _LETTERED_LABEL.match(text)
    if not found:
        return None
    end = found.end()
    mark = read_label(f"{text[: end - 1]}1{text[end:]}")
    return replace(mark, number=text[end - 1], labelled=text[:end]) if mark else None


def names_organisation(words: str) -> bool:
    """Is there a word of an organisation or a profession in them?"""
    return _WORDS.search(words) is not None or _PROFESSION.search(words) is not None
