"""What headings of reviews mean: data tables, and the look-ups over them."""

import re
from functools import lru_cache

TOPICS: tuple[tuple[str, str], ...] = (
    (
        "contents",
        r"^(?:(?:table of )?contents|contents page|index|(?:table|list) of (?:figures|tables)"
        r"|in this (?:issue|bulletin|edition))$",
    ),
    (
        "measure",
        r"how (?:will|do|would|can|should) (?:we|you|they|(?:the|our) (?:\w+ )?\w+)"
        r" (?:know(?! (?:it|this|that) is)|measure|test|check|be sure|tell)"
        r"|how (?:we|you|they|(?:the|our) (?:\w+ )?\w+) (?:will|would)"
        r" (?:know|measure|test|check|be sure|tell)"
        r"|how (?:\w+ )+(?:will|is to) be (?:measured|tested|checked|known|monitored)"
        r"|what (?:success|good|better) (?:will )?looks? like|what will be different"
        r"|(?:evidence|signs|tests?|measures) of (?:impact|success|progress|change)"
        r"|(?:success|outcome) (?:measures?|criteria)|(?:expected|intended) (?:impact|outcomes?)$",
    ),
    (
        "question",
        r"time to reflect|stop and think|^(?:\w+ )?questions?(?: (?:for|to|about)\b|$)"
        r"|^reflecti(?:ve|ons?)\b|for (?:reflection|discussion)$|^discussion(?: points)?$"
        r"|(?:things|points) to (?:think about|consider|discuss)|lines? of enquiry"
        r"|^(?:ask yourself|think about|over to you|what would you)"
        r"|talk(?:ing)? (?:about it|points?)"
        r"|(?:take|taking) (?:\w+ )?(?:back )?to your team|^for (?:your )?(?:team|supervision)\b",
    ),
    (
        "recommendation",
        r"^(?:[\w'’-]+ ){0,4}recommendations?\b(?! for action)|considerations? for the"
        r"|(?:challenges?|actions?|issues) (?:to|for) the (?:\w+ )*(?:board|partnership)"
        r"|what (?:needs to|should|must|has to) (?:change|happen|be done)|^considerations?$"
        r"|what (?:we|the (?:review|panel)) (?:recommends?|asks?|proposes?|advises?)\b"
        r"|^recommended actions?|calls? (?:to|for) action|^(?:our )?(?:asks|proposals)$"
        r"|what (?:should|must|can) the (?:\w+ )+do\b"
        r"|(?:strategies|proposals) for (?:improv\w+|change|action)"
        r"|improving systems and practice",
    ),
    (
        "required_action",
        r"^(?!key )(?:\w+ )?areas? (?:for|of|requiring) (?:improvement|development|priority action)"
        r"|needs? to (?:do to )?improve|needs? to do better|even better if"
        r"|^(?:statutory )?requirements?$|^priority actions?$"
        r"|^actions? (?:the|that) .* (?:must|should) take"
        r"|required (?:improvements|actions?)$|improvements required$",
    ),
    (
        "judgement",
        r"\bjury\b|(?:narrative )?conclusions? (?:of|at) the inquest|^narrative conclusion",
    ),
    ("concern", r"^(?:the )?(?:coroner['’]s |(?:areas?|matters?) of )+concerns?\b"),
    (
        "action",
        r"actions? (?:already )?taken|context ?/ ?actions?|action plan|^(?:key )?actions?$"
        r"|^(?:improvement|agreed|further|planned|proposed|immediate"
        r"|(?:single |multi-)?agency) actions?$|what (?:will )?happens? next"
        r"|what (?:the|each|every) (?:\w+ ){1,4}(?:is|are|has|have|will)\b.*\b(?:do|done|doing)\b"
        r"|what (?:is|has been) (?:in place|late|under ?way|planned|put in place)"
        r"|^(?:our )?priorities (?:for|in)\b|^(?:our )?commitments$|^(?:agreed )?remed(?:y|ies)$"
        r"|^(?:developments|improvements|changes) (?:since|so far|made)"
        r"|^work (?:under ?way|in progress)"
        r"|what (?:we|are we|will we|have we|has been|is being|will be)\b.*\b(?:do|done|doing)\b"
        r"|what has (?:changed|happened since)|^next steps|actions? (?:required|agreed|completed)",
    ),
    (
        "good_practice",
        r"(?:good|best|outstanding|excellent|strong|positive|effective|notable) practice"
        r"|(?:went|works?|worked|working|done) well"
        r"|\b(?:do|does|did|doing) (?:\w+ )?(?:well|(?:that|which) is effective)\b"
        r"|what (?:helped|worked|went right|is good|was good)|^(?:key |areas of )?strengths"
        r"|^positives$",
    ),
    (
        "indicator",
        r"\bindicators?\b|(?:risk|vulnerability|modifiable) factors|warning signs|red flags"
        r"|what to look (?:out )?for|signs (?:and symptoms|to look|of (?:abuse|neglect|harm))"
        r"|what (?:might|may|could) you (?:see|notice)",
    ),
    (
        "learning_point",
        r"(?:learning|practice) points?|(?:points?|areas?) (?:of|for) learning|learning for\b"
        r"|(?:key|practice|organi[sz]ational) learning|^(?:the |main |summary of )?learning$"
        r"|learning (?:themes?|identified|opportunities)"
        r"|what could (?:be|have been|we do|we have) (?:done )?(?:better|differently)"
        r"|^learning(?: \d+)?\s*[:,–-]|considerations? for practi|what is the learning"
        r"|^learning (?:that|from|about|across|arising)\b|what to do (?:instead|differently)"
        r"|what (?:this|the (?:case|review|story)|it) (?:teaches|taught|tells|shows)"
        r"|(?:things|what) we got wrong|what we (?:would|could|should|will) do differently"
        r"|what (?:can|have|did|do|should|could) (?:we|i|you|others) (?:\w+ )?learn"
        r"|what we(?:['’]ve| have)? learn(?:ed|t)",
    ),
    (
        "key_message",
        r"key (?:messages?|areas|considerations|points)|messages? (?:for|to)\b|take-?aways?"
        r"|(?:practice|top) tips?|(?:things|points) to (?:remember|do|know)"
        r"|implications for practice"
        r"|take[- ]home|in a nutshell|^remember\b|^dos? (?:and|&) don['’]?ts?\b"
        r"|^(?:so,? )?what (?:do|should|can|could|must)"
        r" (?:you|i|we|practitioners|professionals|staff) (?:need to )?(?:do|know|remember)\b"
        r"|^what to do\b|^what you (?:can|should|need to) (?:do|know)"
        r"|what (?:does )?this means?",
    ),
    ("lesson", r"\blessons?\b(?: to be)?(?: learn(?:ed|t))?"),
    (
        "finding",
        r"\bfindings?\b|what (?:we|did we|the review|did the review) f(?:ou|i)nd"
        r"|issues (?:identified|arising)|practice issues|areas? of significant practice"
        r"|missed (?:opportunities|chances)|^(?:the |key |main |our )?headlines$"
        r"|^(?:key |main )?(?:gaps|weaknesses|shortcomings|failings|barriers)$"
        r"|what (?:we|inspectors|the review|the panel) (?:saw|noticed|identified)"
        r"|what (?:went wrong|got in the way|was missed|we missed|are we worried about)"
        r"|what (?:is not|isn['’]t|did not|didn['’]t) work",
    ),
    ("theme", r"^(?:[\w-]+ )?themes?\b"),
    (
        "resource",
        r"did you know|further (?:reading|information|resources|support)|\bresources$"
        r"|^useful \w+$|^(?:references|links|bibliography|(?:key )?contacts?)$"
        r"|^(?:contact us|get in touch)|related documentation|find out more|where to go for"
        r"|want to know more|where (?:can|do) (?:i|you|we) (?:find|get)"
        r"|more information$|^dates for (?:your|the) diary|helplines?|who to (?:call|contact|ask)"
        r"|^(?:read(?:ing)? (?:more|list)|see also|training|events)$|you may also like",
    ),
    (
        "summary",
        r"\bsummary\b|synopsis|what happened|brief outline|background of the family"
        r"|(?:case|family) (?:background|details|history|involvement|outline|overview|study)"
        r"|^(?:the )?(?:story|case)$",
    ),
)
"""Kind of what stands under a heading, and how such headings read; the first match holds."""

OPEN_TOPICS = frozenset(
    {"learning_point", "question", "measure", "action", "key_message", "good_practice", "concern",
     "judgement", "required_action", "recommendation", "resource", "summary", "indicator"}
)  # fmt: skip
"""A plain paragraph under these is one of them; under others it is narrative."""
ADVICE = frozenset({"recommendation", "required_action", "concern"})
"""What is addressed to somebody, who has to answer."""
ASKING = ADVICE | {"action"}
"""What somebody has to do."""
ASSESSING = frozenset({"good_practice", "finding", "judgement", "indicator"})
"""What somebody has done."""
INHERITED = frozenset(
    {"recommendation", "lesson", "learning_point", "required_action", "concern", "action"}
)
"""A sub-heading without a topic of its own keeps these."""

MOST_WORDS = 12
"""A longer line says something itself."""
_DASH = re.compile(r"\s[-–—]\s")
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in TOPICS)
COLUMN = re.compile(
    r"action|recommendation|owner|deadline|time-?(?:scale|frame)|target date|by when|lead\b|by whom"
    r"|outcome|impact|responsib|progress|status|\brag\b|^(?:what|who|when|how|date|measures?|agency"
    r"|agencies|update|complet\w+|scope|due|type|grade)\b|milestone|evidence|success|completion"
    r"|monitor|how will (?:we|you)|objective|requirement|judge?ment",
    re.IGNORECASE,
)
"""Words in the names of a table's columns."""
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
    r"|submi(?:ssion|tted)|date|updated|version|status|draft|confidential|official"
    r"|(?:inspection|review) by|inspection dates?|lead inspector|re-?consideration|commissioned"
    r"|prepared (?:by|for)"
    r"|ref(?:erence)?|dob|completed|approved|signed off|compiled)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:from|to|cc|sent|(?:(?:lead|report|independent|review) )?authors?"
    r"|(?:report |publication |review )?date)\s*:",
    re.IGNORECASE,
)
"""How a line of a memo's or a report's head begins that says who, to whom or when."""
DATE = re.compile(
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:(?:spring|summer|autumn|winter)\s+)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
RESOURCE = re.compile(
    r"(?:can|may) be (?:accessed|found|downloaded|read|viewed)\b|available here|https?://|www\."
    r"|available (?:at|from|on) (?:https?|www|the (?:\w+ )?website)|click (?:the|here)"
    r"|(?:report|plan|response) will be published|for (?:more|further) information"
    r"|more information about",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def topic_of(heading: str) -> str | None:
    """Kind of the units that stand under a heading with this text, None if it names none."""
    text = heading.strip().rstrip(":.… ").strip()
    if len(text.split()) > MOST_WORDS:
        text = _DASH.split(text, maxsplit=1)[0]  # "Matters of concern - 2. Chief Executive, ..."
    if len(text.split()) > MOST_WORDS:
        return None
    return next((kind for kind, pattern in _COMPILED if pattern.search(text)), None)


def is_all_topic(heading: str) -> bool:
    """Do the words that name the topic make up half of the heading or more?"""
    text = heading.strip().rstrip(":.… ").strip()
    found = (pattern.search(text) for _, pattern in _COMPILED)
    return any(m is not None and 2 * (m.end() - m.start()) >= len(text) for m in found)
