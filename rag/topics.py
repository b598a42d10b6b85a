"""What headings of reviews mean: data tables, and the look-ups over them."""

import re

TOPICS: tuple[tuple[str, str], ...] = (
    ("contents", r"^(?:table of )?contents(?: page)?$|^index$"),
    ("measure", r"how (?:will|do|would) (?:we|you|they) know|evidence of impact|success measure"
     r"|measures? of success|expected (?:impact|outcomes?)$|outcome measures?"),
    ("question", r"time to reflect|stop and think|questions? (?:for|to|about)|reflective questions?"
     r"|points? (?:for|to) (?:reflection|reflect|consider)|things to think about"
     r"|^(?:discussion|reflection|reflections|reflective practice)$|key lines of enquiry"
     r"|^questions$|what will you do"),
    ("recommendation", r"\brecommendations?\b|considerations? for the|challenges? to the board"
     r"|(?:actions?|questions) for the (?:board|partnership)|what needs to (?:change|happen)"),
    ("action", r"actions? (?:already )?taken|context ?/ ?actions?|action plan|^actions?$"
     r"|what (?:we|are we|will we|have we|has been|is being)\b.*\b(?:do|done|doing)\b"
     r"|progress (?:to date|since)|what has (?:changed|happened since)|next steps"),
    ("good_practice", r"good practice|what (?:went|worked|is working|was working) well"
     r"|^strengths|positive practice|effective practice|examples of practice"),
    ("indicator", r"\bindicators?\b|risk factors|warning signs|signs and symptoms|vulnerability factors"),
    ("learning_point", r"learning points?|practice points?|points? of learning|key learning"
     r"|what (?:can|have|did|do|should) we learn|^(?:the |main |summary of )?learning$|learning for\b"
     r"|learning themes?|areas? (?:of|for) learning|practice learning|learning identified"),
    ("key_message", r"key messages?|messages? for|key areas|areas? for improvement|take-?aways?"
     r"|key points|what needs to improve|implications for practice|practice implications"
     r"|^what (?:to do|you can do|should you do)"),
    ("lesson", r"\blessons?\b"),
    ("finding", r"\bfindings?\b|what (?:we|did we|the review) f(?:ou|i)nd|issues identified"
     r"|areas? of significant practice"),
    ("theme", r"^(?:key |common |main |emerging |practice )?themes?\b|themes? in common"),
    ("resource", r"did you know|further (?:reading|information|resources|support)|\bresources\b"
     r"|useful (?:links|contacts|information)|^(?:references|bibliography|links)$|find out more"
     r"|more information|read more|where to (?:go|get)"),
    ("summary", r"\bsummary\b|synopsis|^(?:the )?(?:case )?background|what happened|brief outline"
     r"|^(?:the )?(?:story|case|incident|circumstances)$|overview of the case|^at a glance$"
     r"|case (?:details|history|outline)|family (?:history|background|composition|involvement)"),
)  # fmt: skip
"""Kind of what stands under a heading, and how such headings read; the first match holds."""

SUMS_UP = frozenset({"summary"})
OPEN_TOPICS = frozenset(
    {"learning_point", "question", "measure", "action", "key_message", "good_practice",
     "recommendation", "resource", "summary", "indicator"}
)  # fmt: skip
"""A plain paragraph under these is one of them; under others it is narrative."""
INHERITED = frozenset({"recommendation", "lesson", "learning_point", "good_practice", "key_message"})
"""A sub-heading without a topic of its own keeps these."""

_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in TOPICS)
_AGENCY = re.compile(
    r"\b(?:police|constabulary|health|nhs|trusts?|ccg|icb|pct|hospitals?|gps?|general practi\w+"
    r"|children['’]?s (?:services|social care|centres?)|social (?:care|services|work)|early (?:years"
    r"|help)|education|schools?|college|nursery|housing|probation|yot|youth (?:justice|offending)"
    r"|cafcass|council|county|borough|city|authority|boards?|lscb|cscp|partnership|ambulance"
    r"|midwifery|maternity|health visiting|camhs|mental health|advisory|provider|multi[- ]agency"
    r"|barnardo['’]?s|nspcc|prisons?|department|services?|agenc(?:y|ies)|team|sub-?groups?"
    r"|commission\w*|ofsted|home office|government|charity|legal|adult)\b",
    re.IGNORECASE,
)  # fmt: skip
_AUDIENCE = re.compile(
    r"\b(?:managers?|practitioners?|staff|professionals?|workers?|frontline|front-line|everyone|all"
    r"|supervisors?|leaders|you|me|parents|think child|trainers?|teams)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(?:single agency )?(?:recommendations?|actions?|learning|lessons?|findings?)\s*"
    r"(?:for|to|[:–—-])\s*(?:the )?(?P<who>.+)$",
    re.IGNORECASE,
)
_OF = re.compile(r"^(?P<who>.+?)['’]?s?\s*[:–—-]?\s+(?:recommendations?|actions?)$", re.IGNORECASE)
OWNER = re.compile(
    r"owner|lead\b|responsib|\bagency|agencies|by whom|\bwho\b|sub-?group|organisation|accountable",
    re.IGNORECASE,
)
ACTION_TABLE = re.compile(
    r"action|recommendation|owner|deadline|time-?scale|target date|by when|lead\b|by whom|outcome"
    r"|impact|responsib|progress|status|\brag\b",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:chair|reviewer|director|author|manager|chief|inspector|officer|hmi|commander|head of"
    r"|superintendent|coordinator|consultant)\b",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:review|bulletin|briefing|report|response|inspection|summary|learning|SCR|LCSPR|CSPR|DHR"
    r"|lessons|minute|baby|child(?:ren)?|family|respect of)\b",
    re.IGNORECASE,
)
METADATA = re.compile(
    r"\b(?:author|written by|report(?:ed)? (?:by|author|published)|reviewer|chair|publi(?:shed|cation)"
    r"|submi(?:ssion|tted)|date|version|status|draft|confidential|official|inspection dates?|lead "
    r"inspector|re-?consideration|commissioned|prepared (?:by|for)|ref(?:erence)?|dob|completed"
    r"|approved|signed off|compiled)\b",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d)",
    re.IGNORECASE,
)
RESOURCE = re.compile(
    r"(?:can|may) be (?:accessed|found|downloaded|read|viewed)\b|available (?:at|from|on) (?:https?|www|the (?:\w+ )?website)|available here|https?://"
    r"|www\.|(?:report|plan|response) will be published|for (?:more|further) information|click (?:the|here)|more information about",
    re.IGNORECASE,
)


def topic_of(heading: str) -> str | None:
    """Kind of the units that stand under a heading with this text, None if it names none."""
    text = heading.strip().rstrip(":.… ").strip()
    if len(text.split()) > 12:
        return None
    return next((kind for kind, pattern in _COMPILED if pattern.search(text)), None)


def is_all_topic(heading: str) -> bool:
    """Do the words that name the topic make up half of the heading or more?"""
    text = heading.strip().rstrip(":.… ").strip()
    found = (pattern.search(text) for _, pattern in _COMPILED)
    return any(m is not None and 2 * (m.end() - m.start()) >= len(text) for m in found)


def agency_of(heading: str, topic: str | None) -> str | None:
    """The organisation that a heading names as owner of what stands under it, as printed.

    `topic` is that of the headings above: outside of recommendations, lessons and actions a bare
    name is a subject, not an owner. Audiences ("for managers") are no agencies."""
    text = heading.strip().rstrip(": ").strip()
    named = _FOR.match(text) or _OF.match(text)
    who = named.group("who") if named else text
    if _AUDIENCE.search(who) or not _AGENCY.search(who) or len(who.split()) > 9:
        return None
    owned = named is not None or topic in ("recommendation", "action", "lesson")
    return who if owned and topic_of(who) in (None, "summary") else None
