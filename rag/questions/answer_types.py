"""What kind of answer a question asks for, and whether a sentence carries one: data tables.

Near misses have the right subject and lack the fact, so that no similarity can see them; the
kind of answer asked for can (a date, a number, a person, an outcome).
"""

import re
from dataclasses import dataclass

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_WORD_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|twenty|thirty|forty|fifty|hundred|both|single|once|twice|several|couple|half|none)"
)
_ROLE = (
    r"(?:police|officers?|nurses?|midwi(?:fe|ves)|health visitors?|gps?|doctors?|paediatricians?"
    r"|social workers?|workers?|managers?|teachers?|schools?|nursery|chairs?|reviewers?|mother"
    r"|father|parents?|grand(?:mother|father|parents?)|sibling|partners?|relatives?|practitioners?"
    r"|professionals?|staff|agenc(?:y|ies)|board|partnership|panel|committee|coroner|court|ofsted"
    r"|nspcc|subgroup|office|teams?|providers?|trust|council|neighbour|carers?|inspectors?"
    r"|headteacher|consultants?|pathologist|trainers?|social care|children['’]s services"
    r"|(?:early years|advisory|visiting) service)"
)


@dataclass(frozen=True, slots=True)
class AnswerType:
    name: str
    asks: re.Pattern[str]
    carries: re.Pattern[str]


def _type(name: str, asks: str, carries: str, *, exact: bool = False) -> AnswerType:
    flags = re.NOFLAG if exact else re.IGNORECASE
    return AnswerType(name, re.compile(asks, re.IGNORECASE), re.compile(carries, flags))


ANSWER_TYPES = (
    _type(
        "amount of money",
        r"\bhow much (?:did|does|was|were|is|money|will|would)\b"
        r".*\b(?:cost|pay|paid|spen[dt]|fund|fine)"
        r"|\b(?:cost|price|budget|fee|fees|funding)\b.*\?"
        r"|\bwhat (?:was|is|did) the (?:cost|budget|fee)",
        r"£|\b(?:pounds?|thousand|million)\b",
    ),
    _type(
        "telephone number",
        r"\b(?:phone|telephone|contact|what) number\b"
        r"|\bnumber (?:to|do i|should i) (?:ring|call)\b",
        r"\d[\d ]{8,}\d",
    ),
    _type(
        "age",
        r"\bhow old\b|\bwhat age\b|\bage of\b",
        rf"\b(?:\d+|{_WORD_NUMBER})[- ]?(?:and a half )?(?:years?|months?|weeks?|days?)"
        r"(?:[- ]old\b|\s+of age|\b)|\baged?\b|\bborn\b|\bsixteen|\bteenage|\bunder \w+\b",
    ),
    _type(
        "date",
        r"(?:^|[,;:–-] *|\b(?:and|so|but|ok|was it) )when(?:'s|s|d)?\b"
        r"|\bwhen (?:did|was|were|is|are|will|does)\b|\bwhat (?:date|year|month|day|time of year)\b"
        r"|\bwhich (?:date|year|month|day)\b|\bdeadline\b|\bby when\b|\bdate of\b|\bhow long ago\b",
        rf"{_MONTH}\b|\b(?:19|20)\d\d\b|\b(?:next|same|following) day\b|\buntil\b"
        r"|\b\d+ (?:months?|weeks?|days?|years?)\b"
        r"|\b(?:within|after|before|during|following|since|aged|later|earlier|ago)\b",
    ),
    _type(
        "length of time",
        r"\bhow long\b|\bhow soon\b|\bhow quickly\b",
        rf"\b(?:\d+|{_WORD_NUMBER})[- ](?:(?:full|more|further|next) )?"
        r"(?:years?|months?|weeks?|days?|hours?|minutes?|nights?)\b|\bnext day\b|\buntil\b"
        r"|\b(?:over|almost|nearly|about) (?:a|an|\d+)\b|\bperiod\b|\bwithin\b|\bdelay",
    ),
    _type(
        "number",
        r"\bhow many\b|\bnumber of\b|\bwhat percentage\b|\bhow often\b",
        rf"\d|\b{_WORD_NUMBER}\b",
    ),
    _type(
        "person or body",
        r"\bwho(?:'s|s|m|se)?\b(?! (?:are you|made you))"
        r"|\bwhich (?:agency|service|team|professional|person|worker|organisation)\b|\bby whom\b",
        rf"(?i:\b{_ROLE}\b)|\b(?!SCR|CAF|GCP|PLO|ICPC|LCSPR|CIN)(?:[A-Z]{{3,}}|Mr|Mrs|Ms|Dr)\b",
        exact=True,
    ),
    _type(
        "outcome in court",
        r"\b(?:what|which|long a) sentence\b"
        r"|\b(?:charged|convicted|sentenced|guilty|jail(?:ed)?|prison|imprison\w*|acquitted"
        r"|prosecut\w+|trial|arrested)\b",
        r"\b(?:charged|convict\w+|sentenced|guilty|jail\w*|prison\w*|acquitt\w+|prosecut\w+|trial"
        r"|arrest\w*|pleaded)\b",
    ),
    _type(
        "result of a study",
        r"\bwhat (?:did|does|has|have)\b.*\b(?:audit|survey|evaluation|study)\b"
        r".*\b(?:find|show|say|conclude|reveal|found)"
        r"|\b(?:audit|survey|evaluation) (?:results?|findings?|outcomes?)\b"
        r"|\bresults? of\b.*\b(?:audit|survey|evaluation)",
        r"\b(?:found|showed|shows|revealed|identified|concluded|highlighted|per cent)\b|%",
    ),
)
"""The most particular first."""


def types_asked(question: str) -> tuple[AnswerType, ...]:
    """In the order of the table, the most particular first."""
    return tuple(kind for kind in ANSWER_TYPES if kind.asks.search(question))


def carries_all(question: str, text: str) -> bool:
    """Does the text carry something of every kind that the question asks for?

    The question's own words do not count as the answer: "who was the expert witness" is not
    answered by "an expert witness"."""
    asked = types_asked(question)
    said = {w.casefold() for w in re.findall(r"\w+", question)}
    return all(
        any(f.group().casefold() not in said for f in kind.carries.finditer(text))
        or (kind.name == "outcome in court" and _same_outcome(kind, question, text))
        for kind in asked
    )


def _same_outcome(kind: AnswerType, question: str, text: str) -> bool:
    """ "Who was prosecuted" is answered by "was prosecuted"; "what sentence" is not."""
    asked = {f.group().casefold()[:5] for f in kind.asks.finditer(question)}
    return any(f.group().casefold()[:5] in asked for f in kind.carries.finditer(text))
