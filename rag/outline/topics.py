"""What headings of reviews mean: data tables, and the look-ups over them."""

import re

TOPICS: tuple[tuple[str, str], ...] = (
    (
        "contents",
        r"^(?:table of )?contents(?: page)?$|^index$",
    ),
    (
        "measure",
        r"how (?:will|do|would) (?:we|you|they|the \w+) (?:know|measure)|evidence of impact"
        r"|success (?:measures?|criteria)|measures? of success|expected (?:impact|outcomes?)$"
        r"|outcome measures?|what (?:will )?success looks? like|intended outcomes?",
    ),
    (
        "question",
        r"time to reflect|stop and think|questions? (?:for|to|about|that)"
        r"|reflective questions?|points? (?:for|to) (?:reflection|reflect|consider|discuss)"
        r"|things to (?:think about|consider)"
        r"|^(?:discussion|reflection|reflections|reflective practice|consider|ask yourself)$"
        r"|key lines of enquiry|^questions$|what will you do|discussion (?:points|questions)"
        r"|ask(?:ing)? yourself|^think(?:ing)? about\b",
    ),
    (
        "recommendation",
        r"\brecommendations?\b|considerations? for the|challenges? (?:to|for) the board"
        r"|(?:actions?|questions|issues|challenges) for the (?:\w+ )*(?:board|partnership)"
        r"|what needs to (?:change|happen)|improving systems and practice"
        r"|proposals? for (?:change|action)|strategies for improv\w+|required improvements"
        r"|suggestions? for improvement",
    ),
    (
        "action",
        r"actions? (?:already )?taken|context ?/ ?actions?|action plan|^(?:key )?actions?$"
        r"|what (?:we|are we|will we|have we|has been|is being)\b.*\b(?:do|done|doing)\b"
        r"|progress (?:to date|since|made)|what has (?:changed|happened since)|^next steps"
        r"|actions? (?:required|needed|agreed|completed)|changes (?:made|since)"
        r"|improvements made|developments since"
        r"|work (?:already )?(?:done|completed|under ?way)|what happens next",
    ),
    (
        "good_practice",
        r"good practice|what (?:\w+ )?(?:went|works?|worked|is working|was working) well"
        r"|^(?:key )?strengths|positive practice|effective practice|examples of practice"
        r"|notable practice|practice that (?:helped|worked)|positive learning"
        r"|what was done well",
    ),
    (
        "indicator",
        r"\bindicators?\b|risk factors|warning signs|signs and symptoms|vulnerability factors"
        r"|signs (?:to look|of abuse|of neglect)|what to look (?:out )?for|red flags",
    ),
    (
        "learning_point",
        r"learning points?|practice points?|points? of learning|key learning"
        r"|what (?:can|have|did|do|should) we (?:\w+ )?learn"
        r"|^(?:the |main |summary of )?learning$|learning (?:for|from|about)\b"
        r"|learning (?:themes?|outcomes?|opportunities)|areas? (?:of|for) learning"
        r"|(?:practice|organisational|organizational) learning|opportunities for learning"
        r"|learning (?:identified|arising)|what (?:was|is|has been) learn",
    ),
    (
        "key_message",
        r"key messages?|messages? (?:for|to)\b|key (?:areas|considerations|points)"
        r"|areas? (?:for|of) (?:improvement|development)|take-?aways?"
        r"|(?:top|practice|handy) tips?|what needs to improve|implications for"
        r"|practice implications|what (?:does )?this means?"
        r"|^what (?:to do|you can do|can you do|should you do|you need to (?:do|know)"
        r"|do (?:i|you) need to do|(?:should )?practitioners (?:should|need to|can) do)"
        r"|(?:things|points) to remember|^remember$|action points|practice reminders?"
        r"|best practice|what (?:can|should|could) (?:be done|practitioners)"
        r"|could (?:have been|be) done differently"
        r"|what (?:could|would) (?:have been|be) (?:better|different)",
    ),
    (
        "lesson",
        r"\blessons?\b(?: to be)?(?: learn(?:ed|t))?",
    ),
    (
        "finding",
        r"\bfindings?\b|what (?:we|did we|the review|did the review) f(?:ou|i)nd"
        r"|issues (?:identified|arising|raised)|areas? of significant practice"
        r"|missed opportunities|what went wrong|areas? of concern"
        r"|what (?:did not|didn['’]t) go (?:so )?well",
    ),
    (
        "theme",
        r"^(?:key |common |main |emerging |practice |the )*themes?\b|themes? in common"
        r"|cross[- ]cutting themes",
    ),
    (
        "resource",
        r"did you know|further (?:reading|information|resources|support|guidance|training)"
        r"|\bresources\b|useful (?:links|contacts|information|reading|websites)"
        r"|^(?:references|links)$|bibliography|find out more|more information|read more"
        r"|where to (?:go|get)|contact us|get in touch"
        r"|^(?:training|(?:key |useful )?contacts?|contact details|help and support|support)$"
        r"|training available",
    ),
    (
        "summary",
        r"\bsummary\b|synopsis|^(?:the )?(?:case |family )?background|what happened"
        r"|brief outline|^(?:the )?(?:story|case|incident|circumstances)$|overview of the case"
        r"|^at a glance$|case (?:details|history|outline|overview|study)"
        r"|circumstances (?:leading|surrounding|of|that)"
        r"|family (?:history|background|composition|involvement|structure)"
        r"|(?:child|baby)['’]s (?:story|experience)",
    ),
)
"""Kind of what stands under a heading, and how such headings read; the first match holds."""

OPEN_TOPICS = frozenset(
    {"learning_point", "question", "measure", "action", "key_message", "good_practice",
     "recommendation", "resource", "summary", "indicator"}
)  # fmt: skip
"""A plain paragraph under these is one of them; under others it is narrative."""
INHERITED = frozenset(
    {"recommendation", "lesson", "learning_point", "good_practice", "key_message"}
)
"""A sub-heading without a topic of its own keeps these."""

_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in TOPICS)
ACTION_TABLE = re.compile(
    r"action|recommendation|owner|deadline|time-?(?:scale|frame)|target date|by when|lead\b|by whom"
    r"|outcome|impact|responsib|progress|status|\brag\b|^(?:what|who|when|how|date|measures?|agency"
    r"|agencies|update|complet\w+|scope|due)\b|milestone|evidence|success|completion|monitor"
    r"|how will (?:we|you)|objective",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:chair|reviewer|director|author|manager|chief|inspector|officer|hmi|commander|head of"
    r"|superintendent|coordinator|consultant|scrutineer|convener|president|partner|nurse|doctor"
    r"|practitioner|lead|commissioner|secretary|deputy)\b",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:review|bulletin|briefing|report|response|inspection|summary|learning|SCR|LCSPR|CSPR|DHR"
    r"|lessons|minute|baby|child(?:ren)?|family|respect of)\b",
    re.IGNORECASE,
)
METADATA = re.compile(
    r"\b(?:author|written by|report(?:ed)? (?:by|author|published)|reviewer|chair"
    r"|publi(?:shed|cation)"
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
DATED = re.compile(rf"[A-Z][\w ]{{2,30}}: {DATE.pattern}", re.IGNORECASE)
""" "Review date: April 2025" """
HELD_BY = re.compile(
    r"(?:[A-Z]\w+ ){0,3}(?:inspectors?|analysts?|reviewers?|author|managers?|chair): \S",
    re.IGNORECASE,
)
""" "Lead inspector: ..." """
RESOURCE = re.compile(
    r"(?:can|may) be (?:accessed|found|downloaded|read|viewed)\b|available here|https?://|www\."
    r"|available (?:at|from|on) (?:https?|www|the (?:\w+ )?website)|click (?:the|here)"
    r"|(?:report|plan|response) will be published|for (?:more|further) information"
    r"|more information about",
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
