"""What a question may ask for (a date, an age, who it was) and what carries it: data tables."""

import re
from dataclasses import dataclass

from rag.questions.numbers import MONTH, NUMBER
from rag.questions.roles import PERSON_NAMED, POST, ROLE

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


@dataclass(frozen=True, slots=True)
class AnswerType:
    name: str
    """As a reader would call what is missing: "the date"."""
    asks: re.Pattern[str]
    carries: re.Pattern[str]
    share: float = 0.0
    """Least share of the question's topic that the sentence which carries it must speak of."""
    of_person: bool = False
    """It must be said of the very person who is asked about: mother's age is not the child's."""

    def carried_by(self, question: str, text: str) -> tuple[int, ...]:
        """Where the text carries it. The question's own words do not count as the answer: "who
        was the expert witness" is not answered by "an expert witness"."""
        said = {word.casefold() for word in re.findall(r"\w+", question)}
        return tuple(
            found.start()
            for found in self.carries.finditer(text)
            if found[0].casefold() not in said
        )


_WHAT_SENTENCE = re.compile(
    r"\b(?:what|which|long a) sentence\b|\bhow long (?:was|were|is) [\w'’ ]{1,40}\bsentence\b",
    re.IGNORECASE,
)
_WHAT_OUTCOME = re.compile(r"\b(?:outcome|result|verdict)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Outcome(AnswerType):
    def carried_by(self, question: str, text: str) -> tuple[int, ...]:
        """ "Who was prosecuted" is answered by "was prosecuted"; "what sentence" is not."""
        found = list(self.carries.finditer(text))
        if _WHAT_OUTCOME.search(question):
            return tuple(f.start() for f in found if not f[0].casefold().startswith("arrest"))
        if _WHAT_SENTENCE.search(question):
            return tuple(f.start() for f in found if f["sentence"])
        said = {word.casefold()[:5] for word in re.findall(r"\w+", question)}
        return tuple(f.start() for f in found if f[0].casefold()[:5] in said)


def _type(
    name: str,
    asks: str,
    carries: str | re.Pattern[str],
    *,
    share: float = 0.0,
    of_person: bool = False,
) -> AnswerType:
    asked = re.compile(asks, re.IGNORECASE)
    carried = re.compile(carries, re.IGNORECASE) if isinstance(carries, str) else carries
    return AnswerType(name, asked, carried, share, of_person)


ANSWER_TYPES = (
    _type(
        "the amount of money",
        r"\bhow much (?:did|does|was|were|is|money|will|would)\b"
        r".*\b(?:cost|pay|paid|spen[dt]|fund|fine|money)"
        r"|\b(?:what|any)\b.{0,40}\b(?:costs?|price|budget|fees?|funding|salary|wages?)\b"
        r"|\bhow much (?:was|were|is|are) (?:the|his|her|their|its) "
        r"|\bhow much (?:is|was|are|were)\b.*\bworth\b|\bwhat (?:is|was)\b.*\bworth\b",
        r"£ ?\d|\b(?:\d|hundred|thousand|million)[\w ,.]*\bpounds?\b"
        r"|\b\d[\d,.]* ?(?:k|m|million)\b",
        share=0.3,
    ),
    _type(
        "the telephone number",
        r"\b(?:phone|telephone|contact|mobile|helpline|what) (?:number|no)\b"
        r"|\bnumber (?:to|do \w+|should \w+) (?:ring|call|phone)\b",
        r"\d[\d ]{8,}\d",
    ),
    _type(
        "the number",
        r"\b(?:case|reference|order|crime|log|nhs|ppo) number\b",
        r"\b\d{3,}\b",
    ),
    _type(
        "the address",
        r"\be-?mail\b|\bweb ?(?:site )?(?:address|link|page)\b|\burl\b|\bthe link\b",
        r"\w@\w|\bhttps?://|\bwww\.|\.(?:org|gov|nhs|com)\b",
    ),
    _type(
        "the age",
        r"\bhow old\b|\bwhat age\b|\bage of\b|['’]s age\b|\bhow young\b",
        rf"{_AGE}|\b(?:under|over) (?:{NUMBER}|the age)\b|\bteenage(?!rs)"
        rf"|\bborn\b[\w ,]{{0,40}}\b(?:19|20)\d\d\b|\b(?:he|she) was {NUMBER}\b",
        share=0.3,
        of_person=True,
    ),
    _type(
        "the age when the child was born",
        r"\bhow (?:old|young)\b.{0,60}\bwhen (?:she|he|they|mum|mother|dad|father)"
        r" (?:had|gave birth|became|fell|got pregnant)\b",
        rf"{_AGE}[^.]{{0,80}}{_BORN}|{_BORN}[^.]{{0,80}}{_AGE}"
        r"|\bteenage (?:mother|father|parent)s?\b",
    ),
    _type(
        "the month",
        r"\b(?:what|which) month\b|^\W*(?:the )?month (?:(?:and|n|&|or) year|of|when|that)\b",
        rf"\b{MONTH}\b",
        share=0.4,
        of_person=True,
    ),
    _type(
        "the day",
        r"\b(?:what|which) (?:exact )?day\b(?! of the week)|\bexact (?:date|day)\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|\b{MONTH} \d{{1,2}}\b(?!\d)"
        r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
        r"|\b(?:next|same|following) day\b",
    ),
    _type(
        "the date",
        r"\b(?:what|which) (?:exact )?(?:date|year|day)\b|\bdeadline\b|\bdate of\b"
        r"|\bwhat (?:was|is) .{0,40}\bdate\b(?! (?:from|to|back))"
        r"|^\W*(?:the )?(?:exact )?(?:date|year|day) (?:the|it|they|that|when|for|(?:baby|child) )",
        rf"{_DAY}|\b(?:next|same|following) day\b"
        rf"|\b\d+ (?:months?|weeks?|days?|years?)\b|\bwithin (?:the )?(?:next )?{NUMBER}\b",
        share=0.4,
        of_person=True,
    ),
    _type(
        "when it was",
        r"(?:^|[,;:–-] *|\b(?:and|so|but|ok|was it) )when(?:'s|s|d)?\b"
        r"|\bwhen (?:did|was|were|is|are|will|does)\b|\bwhat time of year\b"
        r"|\b(?:by|since|until) when\b|\bhow long ago\b",
        rf"{_DAY}|\b(?:next|same|following) day\b|\buntil\b"
        r"|\b\d+ (?:months?|weeks?|days?|years?)\b"
        r"|\b(?:within|after|before|during|following|since|aged|later|earlier|ago)\b",
        share=0.4,
        of_person=True,
    ),
    _type(
        "the cause of death",
        r"\bhow (?:did|was) .{1,40} (?:die|killed)\b|\bwhat .{1,60} (?:die[ds]?|dead) (?:of|from)\b"
        r"|\bcause of .{0,30}death\b|\bwhat killed\b",
        r"\bdied?,? (?:of|from|as)\b|\bcauses? of\b|\bdrown\w*|\bkilled\b|\bsuffocat\w*"
        r"|\binconclusive\b|\bdeath (?:was|by|from)\b|\bfatal\b|\bunresponsive\b|\bhang\w+"
        r"|\boverdose\b|\bcardiac arrest\b|\bhead injur\w+",
        of_person=True,
    ),
    _type(
        "whether they died",
        r"\b(?:did|has|have) (?!any(?:one|body))[\w'’]+(?: [\w'’]+){0,3} (?:die|died|survive)\b"
        r"|\b(?:is|was) (?:the )?[\w'’]+(?: [\w'’]+){0,3} (?:dead|killed|still alive|alive)\b"
        r"|\b(?:when|where|why) did .{1,40} die\b",
        r"\b(?:die[ds]?|dead|deaths?|fatal|killed|pronounced|passed away|inquest|post[- ]?mortem"
        r"|survived?|alive)\b",
        of_person=True,
    ),
    _type(
        "which injury",
        r"\b(?:what|which) (?:was|were|is) .{0,30}\binjur(?:y|ies)\b"
        r"|\b(?:what|which) (?:kind of |sort of |type of )?injur(?:y|ies)\b",
        r"\b(?:bruis\w+|fractur\w+|broken|burn\w*|scald\w*|bleed\w*|haemorrhage\w*|scratch\w*"
        r"|cuts?|swelling|wounds?|head injur\w+|bites?|lacerat\w+|shak\w+|marks?)\b",
    ),
    _type(
        "the time of day",
        r"\bwhat time\b(?! of year)",
        r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|hours|hrs)\b|\b\d\d[:.]\d\d\b|o['’]clock"
        r"|\b(?:midnight|noon|midday|morning|afternoon|evening|night|lunch\w*|early hours)\b",
        share=0.2,
    ),
    _type(
        "how long it was",
        r"\bhow long\b(?! ago)",
        rf"{_DURATION}|\b(?:next|same|following) day\b|\buntil\b"
        r"|\b(?:over|almost|nearly|about) (?:a|an|\d+)\b|\bwithin\b|\b(?:several|some|few) "
        r"(?:years|months|weeks|days|hours|minutes)\b|\bperiod\b",
        share=0.3,
    ),
    _type(
        "how soon",
        r"\bhow (?:soon|quickly|fast|promptly)\b",
        rf"{_DURATION}|\b(?:next|same|following) day\b|\bwithin\b|\b(?:timely|timeliness|promptly?"
        r"|urgent(?:ly)?|immediate(?:ly)?|early|earlier|straight away|as soon as|without delay"
        r"|days?|weeks?|months?)\b",
        share=0.3,
    ),
    _type(
        "how often",
        r"\bhow (?:often|frequently|regularly)\b",
        r"\b(?:daily|weekly|fortnightly|monthly|quarterly|annually|yearly|once|twice)\b"
        rf"|\b{NUMBER} times\b|\b(?:a|per|every|each|{NUMBER}) (?:\w+ )?(?:day|week|fortnight"
        r"|month|year)s?\b|\b(?:frequent|regular|infrequent|rare|seldom|often)(?:ly)?\b",
        share=0.6,
    ),
    _type(
        "the share",
        r"\bwhat (?:percentage|proportion|share)\b|\bhow (?:common|likely)\b|\bper ?cent\b",
        rf"%|\bper ?cent\b|\b{NUMBER} (?:in|out of) {NUMBER}\b|\b(?:half of|an? (?:third|quarter)"
        r"|two[- ]thirds|the majority)\b",
        share=0.3,
    ),
    _type(
        "who it was",
        r"\bwho(?:'s|s|m|se)?\b(?! (?:are you|made you|chaired|chairs|wrote|authored"
        r"|led the review))"
        r"|\bwhich (?:agency|service|team|professional|person|worker|organisation)\b|\bby whom\b",
        re.compile(
            rf"(?i:\b{ROLE}\b)|\b(?!SCR|CAF|GCP|PLO|ICPC|LCSPR|CIN)(?:[A-Z]{{3,}}|Mr|Mrs|Ms|Dr)\b"
            rf"|{PERSON_NAMED}"
        ),
    ),
    _type(
        "who it was",
        r"\bwho (?:chaired|chairs|wrote|authored|led the review)\b|\bwho(?:'s|s| is| was) the"
        rf" (?:\w+ ){{0,2}}{POST}",
        re.compile(
            rf"(?i:written|{POST})\w*[^.\n]{{0,30}}?{PERSON_NAMED}"
            rf"|{PERSON_NAMED}[^.]{{0,30}}(?i:wrote|{POST})"
            r"|(?i:\b(?:written|chaired|authored|(?:review|report|panel) (?:was )?led) by\b)"
        ),
    ),
    _type(
        "who found them",
        r"\bwho (?:first |actually )?(?:found|discovered) (?:her|him|them|the (?:baby|child|body)"
        r"|(?:baby|child) [a-z]{1,2})\b(?! (?:to|was|were|had))",
        rf"\b(?:found|discovered)(?: \w+){{0,6}} by\b|\b{ROLE} (?:\w+ )?(?:found|discovered)\b",
    ),
    _Outcome(
        "the outcome in court",
        re.compile(
            r"\b(?:what|which|long a) sentence\b(?! (?:is|does|says?|in the|about|mentions?))"
            r"|\bhow long (?:was|were|is) [\w'’ ]{1,40}\bsentence\b"
            r"|\b(?:charged?|convicted|sentenced|guilty|jail(?:ed)?|prison|imprison\w*|acquitted"
            r"|prosecut\w+|arrested)\b"
            r"|\b(?:outcome|result|verdict) (?:of|in|at) .{0,30}"
            r"\b(?:trial|prosecution|investigation)",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:charged|convict\w+|(?P<sentence>sentenced|jail\w*|prison\w*|imprison\w*"
            r"|suspended|community order)|guilty|acquitt\w+|prosecut\w+|arrest\w*|pleaded)\b",
            re.IGNORECASE,
        ),
    ),
    _type(
        "what it found",
        r"\bwhat (?:did|does|has|have)\b.{0,80}\b(?:audit|survey|evaluation|study|test"
        r"|toxicology)\b.{0,80}\b(?:find|show|say|conclude|reveal|found)"
        r"|\b(?:audit|survey|evaluation|test) (?:results?|findings?|outcomes?)\b"
        r"|\bresults? of\b.{0,80}\b(?:audit|survey|evaluation|test)",
        r"\b(?:audit|survey|evaluation|study|test|results?|it|this)s?\b[^.]{0,60}\b(?:found|showed"
        r"|shows|revealed|identified|concluded|highlighted|positive(?:ly)?|negative(?:ly)?"
        r"|per cent)\b|%",
        share=0.3,
    ),
)
"""The most particular first."""
