"""Ages, dates and other times that a question may ask for, and what carries them: data tables."""

from rag.language.numbers import MONTH, NUMBER
from rag.language.word_classes import words_of
from rag.questions.facts.answer_type import answer_type

_DURATION = (
    rf"\b{NUMBER}[- ](?:(?:full|more|further|next|or (?:more|{NUMBER})) )?"
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|nights?)\b(?![- ](?:old|of age)\b)"
)
_DAY = rf"\b{MONTH}\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b"

_AGE = (
    rf"(?:\b{NUMBER}[- ](?:and a half[- ])?(?:years?|months?|weeks?|days?)(?:[- ]old\b| of age\b)"
    rf"|\baged? (?:of )?{NUMBER}\b|\b(?:at|was|turned|reached|of) (?:sixteen|seventeen|eighteen"
    r"|nineteen|fourteen|fifteen)\b)"
)
_BORN = (
    r"\b(?:born|(?:gave )?birth|pregnan\w+|had (?:her|his|their|a|the)"
    r" (?:first|second|baby|child|son))\b"
)

_TO_COME = (
    r"\bwhen (?:will|shall|is|are|does|do)\b.{1,80}\b(?:be|again|next|due|planned|coming|going to"
    r"|plan to|start\w*|expected|repeat\w*|publish\w*|happen\w*|take place|held|done|doing"
    r"|having)\b"
)
"""What is still to come is told by other words than what was: "before" its day says nothing."""

HOW_EARLY = "how early or late it was in the pregnancy"

TIMES = (
    answer_type(
        "the age",
        r"\bhow old\b|\bwhat age\b|\bage of\b|['’]s age\b|\bhow young\b",
        rf"{_AGE}|\b(?:under|over) (?:{NUMBER}|the age)\b|\bteenage(?!rs)"
        rf"|\bborn\b[\w ,]{{0,40}}\b(?:19|20)\d\d\b|\b(?:he|she) was {NUMBER}\b",
        share=0.3,
        of_person=True,
    ),
    answer_type(
        "the age when the child was born",
        r"\bhow (?:old|young)\b.{0,60}"
        rf"\bwhen (?:(?:she|he|they|{words_of('mother', 'father', forms='plain')})"
        r" (?:had|gave birth|became|fell|got pregnant)\b|.{1,30}\bborn\b)"
        r"|\b(?:what )?age\b.{0,60}\bwhen .{1,30}\bborn\b",
        rf"{_AGE}[^.]{{0,80}}{_BORN}|{_BORN}[^.]{{0,80}}{_AGE}"
        rf"|\bteenage {words_of('mother', 'father', 'parent')}\b",
    ),
    answer_type(
        "the month",
        r"\b(?:what|which) month\b|^\W*(?:the )?month (?:(?:and|n|&|or) year|of|when|that)\b",
        rf"\b{MONTH}\b",
        share=0.4,
        of_person=True,
    ),
    answer_type(
        "the day",
        r"\b(?:what|which) (?:exact )?day\b(?! of the week)|\bexact (?:date|day)\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|\b{MONTH} \d{{1,2}}\b(?!\d)"
        r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
        r"|\b(?:next|same|following) day\b",
    ),
    answer_type(
        "the date",
        r"\b(?:what|which) (?:exact )?(?:date|year|day)\b|\bdeadline\b|\bdate of\b"
        r"|\bwhat (?:was|is) .{0,40}\bdate\b(?! (?:from|to|back))"
        r"|^\W*(?:the )?(?:exact )?(?:date|year|day) (?:the|it|they|that|when|for|(?:baby|child) )",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|{_DAY}|\b(?:next|same|following) day\b"
        rf"|\b\d+ (?:months?|weeks?|days?|years?)\b|\bwithin (?:the )?(?:next )?{NUMBER}\b",
        share=0.4,
        of_person=True,
    ),
    answer_type(
        "when it will be",
        _TO_COME,
        rf"{_DAY}|\b(?:within|in|for|by|after|every) (?:the )?(?:next )?{NUMBER} (?:\w+ )?"
        r"(?:days?|weeks?|months?|years?)\b"
        r"|\b(?:annually|yearly|quarterly|monthly|weekly|fortnightly|regularly)\b"
        r"|\b(?:this|next|coming|by|in|following) (?:the )?(?:end of )?(?:the )?(?:spring|summer"
        r"|autumn|winter|day|week|month|quarter|year|term|meeting|conference)\b"
        r"|\b(?:soon|shortly|in due course|immediately|at once)\b"
        r"|\b(?:following|after|once|until|before|when)\b[^.]{0,40}\b(?:publi\w+|review|inspection"
        r"|meeting|approv\w+|complet\w+|agreed|signed)\b",
        share=0.4,
    ),
    answer_type(
        "when it was",
        r"(?:^|[,;:–-] *|\b(?:and|so|but|ok|was it) )when(?:'s|s|d)?\b"
        r"(?! (?:should|must|ought|shall|can|could|do we|do i|do you|would)\b)"
        # "When teachers spot marks, what are they to do" tells of a case, and asks no time.
        r"(?! (?!(?:did|was|were|is|are|will|does|has|had|have)\b)[^?]*"
        r"\b(?:what|how|who|which|why|where)\b)"
        r"|\bwhen (?:did|was|were|is|are|will|does)\b|\bwhat time of year\b"
        r"|\b(?:by|since|until) when\b|\bhow long ago\b",
        rf"{_DAY}|\b(?:next|same|following) day\b|\buntil\b"
        r"|\b\d+ (?:months?|weeks?|days?|years?)\b"
        r"|\b(?:within|after|before|during|following|since|aged|later|earlier|ago)\b",
        share=0.4,
        of_person=True,
    ),
    answer_type(
        "the time of day",
        r"\bwhat time\b(?! (?:of year|period|frame|scale|span))",
        r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|hours|hrs)\b|\b\d\d[:.]\d\d\b|o['’]clock"
        r"|\b(?:midnight|noon|midday|morning|afternoon|evening|night|lunch\w*|early hours)\b",
        share=0.4,
    ),
    answer_type(
        "the period",
        r"\b(?:what|which) (?:(?:time ?)?(?:period|frame|scale|span)|dates|years)\b"
        r"|\bhow far back\b|\bfrom when to when\b",
        rf"\bperiod\b|\b(?:between|from)\b[^.]{{0,40}}(?:{_DAY})|{_DURATION}",
    ),
    answer_type(
        HOW_EARLY,
        r"\bhow (?:many (?:weeks|months|days) )?(?:early|premature\w*|overdue)\b.{0,20}"
        r"\b(?:was|were|is|born)\b|\bhow (?:many (?:weeks|months) )?(?:pregnant"
        r"|far (?:along|gone|on)|(?:into|through) (?:the|her) pregnancy)\b"
        r"|\bhow many weeks['’]? gestation\b",
        rf"{_DURATION}[^.;,]{{0,25}}\b(?:early|premature\w*|pre-?term|pregnan\w+|gestation\w*|overdue|late"
        rf"|before (?:her|his|the|their) due|in(?:to)?(?: the| her)? pregnancy)\b"
        rf"|\b(?:at|by|until|born)(?: (?:about|around|only|just|approximately))? {NUMBER}"
        r"(?:\+\d)?[- ]weeks?\b(?! (?:old|of age|after|later))"
        rf"|\b{NUMBER}[- ]weeks?\b[^.]{{0,20}}\b(?:gestation|pregnan\w+)"
        rf"|\b{NUMBER}[- ](?:weeks?|months?)[- ](?:premature|early|pregnant)\b"
        r"|\b(?:first|second|third|last) trimester\b",
    ),
    answer_type(
        "how long it lasted",
        r"\bhow long (?:(?:was|were) (?!(?:it|that|this)\b|(?:\w+ ){0,3}(?:delay|gap|wait|time"
        r"|interval)\b).{1,40}?\b(?:in|on|under|with|away)\b"
        r"|did (?!it\b).{1,40}?\b(?:last|stay|live|remain|spend)\b)",
        rf"\bfor (?:\w+ ){{0,2}}{_DURATION}"
        rf"|{_DURATION}(?! (?:after|later|ago|earlier|prior|since)\b)"
        r"|\b(?:over|almost|nearly|about) (?:a|an|\d+)\b|\b(?:several|some|few) "
        r"(?:years|months|weeks|days|hours|minutes)\b|\b(?:period|throughout|until|overnight)\b",
        share=0.3,
    ),
    answer_type(
        "how long it was",
        r"\bhow long\b(?! ago)",
        rf"{_DURATION}|\b(?:next|same|following) day\b|\buntil\b"
        r"|\b(?:over|almost|nearly|about) (?:a|an|\d+)\b|\bwithin\b|\b(?:several|some|few) "
        r"(?:years|months|weeks|days|hours|minutes)\b|\bperiod\b",
        share=0.3,
    ),
    answer_type(
        "how soon",
        r"\bhow (?:soon|quickly|fast|promptly)\b",
        rf"{_DURATION}|\b(?:next|same|following) day\b|\bwithin\b|\b(?:timely|timeliness|promptly?"
        r"|urgent(?:ly)?|immediate(?:ly)?|early|earlier|straight away|as soon as|without delay"
        r"|days?|weeks?|months?)\b",
        share=0.3,
    ),
    answer_type(
        "how often",
        r"\bhow (?:often|frequently|regularly)\b",
        r"\b(?:daily|weekly|fortnightly|monthly|quarterly|annually|yearly|once|twice)\b"
        rf"|\b{NUMBER} times\b|\b(?:a|per|every|each|{NUMBER}) (?:\w+ )?(?:day|week|fortnight"
        r"|month|year)s?\b|\b(?:frequent|regular|infrequent|rare|seldom|often)(?:ly)?\b",
        share=0.6,
    ),
)
"""The most particular first."""
TIME_NAMES = frozenset(time.name for time in TIMES)
