"""Words in, whether they are a person's name or an organisation's out."""

import re

from rag.outline.agencies import names_organisation
from rag.reading.heading_topics import topic_of

_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Reverend|Canon"
    r"|Cllr|Councillor|Judge|HHJ|His Honour|Her Honour|Justice|The Rt Hon|Rt Hon)\b\.?\s+)"
)
_WORD = r"(?:(?:d|O|D)[’'])?[A-Z](?:[a-z’'.-]*(?:[A-Z][a-z]+)?(?:-[A-Z][a-z]+)?)(?!\w)"
_LINK = r"(?:de|van|der|den|la|le|al|el|bin|von|du|ap)"
_NAME = (
    rf"(?:{_TITLE}{{0,2}}{_WORD}(?:\s(?:{_LINK}\s)*{_WORD}){{0,4}}\s(?:{_LINK}\s)*"
    rf"(?:{_WORD}|[A-Z]{{4,}}\b)|{_TITLE}{_WORD}"
    rf"|{_TITLE}[A-Z]{{2,3}}\b)"
)
_STARTS = re.compile(_NAME)
_TITLED = re.compile(_TITLE)
_NO_NAME = re.compile(
    r"\b(?:review|report|author|chair|inspector|inspection|coroner|manager|director|officer|head"
    r"|service|services|social|public|health|research|data|local|authority|safeguarding|children"
    r"|child|young|family|families|partnership|board|committee|council|county|borough|unit|team"
    r"|department|ministry|institute|university|trust|national|independent|contents|introduction"
    r"|summary|executive|appendix|page|section|part|version|final|draft|the|this|all|our|your|date"
    r"|age|group|good|outstanding|inadequate|adequate|requires|improvement|learning|lessons"
    r"|january|february|march|april|june|july|august|september|october|november|december|serious"
    r"|case|practice|learning|response|protection|home|homes|school|project|programme|policy"
    r"|guidance|framework|strategy|not|post|vacant|interim|registered|responsible|key|findings"
    r"|recommendations|background|methodology|scope|figure|table|chart|great|britain|new|north|judgement|grade|baby|easy|read"
    r"|south|east|west|house|street|road|lane|gate|special|advisers?|life|care|end|work|working"
    r"|together|mental|quality|information|transparency|main|house)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"^(?:the )?(?:department|office|ministry|institute|university|college|centre|academy)"
    r" (?:of|for)\b"
    r"|\b(?:council|board|partnership|committee|institute|university|unit|trust|commission"
    r"|inspectorate|agency|association|society|foundation|government|ofsted|nspcc"
    r"|constabulary|consortium|authority|home office|cabinet office|office|department|tribunal"
    r"|ombudsman|police|centre|executive)(?: \([A-Z]{2,8}\))?$",
    re.IGNORECASE,
)
_SMALL = frozenset("of for and the in on with to & at upon a s".split())
_DOCUMENT = re.compile(
    r"\b(?:reviews?|bulletin|briefing|reports?|response|inspections?|effectiveness|meeting"
    r"|published|copyright)\b",
    re.IGNORECASE,
)
MOST_WORDS = 12
_SHORT = 8
"""Words of a line that may be anybody."""
_OFFICE = re.compile(
    r"\b(?:secretary|minister|chief|director|chair|manager|head|president|commissioner|officer"
    r"|lead|professor|governor)\b",
    re.IGNORECASE,
)


def name_length(text: str) -> int:
    """Characters of the name of a person that the text begins with, title included; 0 for none."""
    found = _STARTS.match(text)
    while found:
        name = found[0]
        bare = _TITLED.sub("", name) or name
        if not _NO_NAME.search(name) and topic_of(name) is None and not _is_shouted(bare):
            return found.end()
        shorter = name.rpartition(" ")[0]
        found = _STARTS.fullmatch(shorter)
    return 0


def names_people(text: str) -> bool:
    """Is it one name or several, each perhaps with a role: "A. Person, Reviewer and B. Person"?"""
    text = text.strip()
    if text.isupper() and len(text.split()) <= 4:
        text = text.title()
    if not text or len(text.split()) > 40 or not (length := name_length(text)):
        return False
    rest = text[length:].strip(" .")
    return not rest or bool(re.match(r"[,;(–—&/-]|and\b|[A-Z]{2,}|[A-Z]\w+", rest))


def names_body(text: str) -> bool:
    """Is the line an organisation's name and nothing else?"""
    text = text.strip()
    words = re.findall(r"[\w’'&.-]+", text)
    if not 0 < len(words) <= MOST_WORDS or text[-1] in ".:;,?" or not _BODY.search(text):
        return False
    titled = all(w[0].isupper() or w.lower() in _SMALL for w in words)
    return titled and not _DOCUMENT.search(text)


def is_role(text: str) -> bool:
    """ "Chief Executive, Anyshire NHS Trust", "The Home Secretary": can they be written to?"""
    words = text.split()
    if not words or not words[0][0].isupper() or text.rstrip().endswith((".", "?")):
        return False
    named = names_organisation(text) or name_length(text) > 0 or _OFFICE.search(text) is not None
    return named or len(words) <= _SHORT


def _is_shouted(name: str) -> bool:
    """A heading in capitals; initials are none."""
    return name.isupper() and len(name.replace(" ", "")) > 5
