"""A question that wants a thing named in ("which hospital", "what was the tool called"), what
would name it out: data tables."""

import re
from dataclasses import dataclass

from rag.language.numbers import MONTH
from rag.language.role_words import PERSON_NAMED
from rag.language.word_classes import words_of
from rag.questions.facts.answer_type import AnswerType

_PROPER = (
    r"(?<![.!?] )(?<!^)\b"
    rf"(?!(?:The|This|In|At|Baby|Child|Mother|Father|NHS|(?i:{MONTH}))\b)"
)
_NAMES = rf"{_PROPER}[A-Z][\w'’]+(?: (?:and|of|the|with|[A-Z][\w'’]+))*"
_GENERIC = r"(?:Hospitals?['’]?s?|Local|Primary|Care|NHS|Early|Public|Initial|Special|Young)"
_TITLE = r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor|Judge|Sir) [A-Z]"
_CALLED = r"(?:called|named|known as|entitled|titled)"
_QUOTED = r"[‘“\"']\[?[A-Z][\w ]+"


@dataclass(frozen=True, slots=True)
class AskedName:
    """The name of whatever the question says: "what was the ... called", "name of the ..."."""

    thing: str
    carries: re.Pattern[str]
    share: float = 0.3
    of_person: bool = False
    wish: str = ""

    @property
    def name(self) -> str:
        return f"the name of the {self.thing}"

    def carried_by(self, text: str) -> tuple[int, ...]:
        return tuple(found.start() for found in self.carries.finditer(text))


_WHOSE = r"baby|child|mental|[\w'’]+['’]s|\w+s"
_NO_REVIEWS = (
    r"(?!(?:of )?(?:the |these |your )?"
    rf"{words_of('review', 'document', 'case', 'one')}\b)"
)
"""Asked which reviews mention drugs, a review is wanted, not the name of a drug."""


def _thing(
    nouns: str, carries: str, *, asks: str = "", exact: bool = False, share: float = 0.0
) -> AnswerType:
    """`exact`: capitals matter, as the name itself is wanted: "what was the school's part" is not
    such a question, "what was his religion" is."""
    flags = re.NOFLAG if exact else re.IGNORECASE
    between = "" if exact else rf"(?:(?:was|is|were|the|his|her|their|{_WHOSE}) ){{0,4}}"
    either = rf"\b(?:what|which|wot|name of the) {_NO_REVIEWS}{between}(?:\w+ )?(?:{nouns})\b"
    either += f"|{asks}" * bool(asks)
    name = "which " + nouns.partition("|")[0].removesuffix("?")
    return AnswerType(name, re.compile(either, re.IGNORECASE), re.compile(carries, flags), share)


def _place(nouns: str, ends: str) -> AnswerType:
    """Where a name stands before or after the noun: "Northfield Hospital", "Ward 6"."""
    return _thing(
        nouns, rf"{_PROPER}(?!{_GENERIC}\b)[A-Z][\w'’]+ (?:[A-Z][\w'’]+ )*(?:{ends})\b"
        rf"|\b(?:{ends})(?: of)? (?:[A-Z][a-z]+|\d+)\b|\b{_CALLED} [A-Z]", exact=True,
    )  # fmt: skip


_ILL = r"ill|illness|disease|condition|diagnos\w+|died? (?:of|from)|disorder"
_OF_BODY = (
    r"(?:pneumonia|cancer|epilepsy|asthma|diabet\w+|\w{3,}itis|\w{3,}osis|\w{3,}aemia|syndrome"
    r"|stroke|infection|palsy|cardiac|heart|hiv|tumou?r)"
)
_OF_MIND = r"(?:depress\w+|anxiety|schizo\w+|bipolar|psychosis|(?<!or )disorder)"
""" "The illness" of somebody who is low as well is not that; a condition may be."""

NAMED_THINGS = (
    _place("hospital|infirmary|clinic", "Hospital|Infirmary|Clinic"),
    _place("ward", "[Ww]ard"),
    _place("school|nursery|college", "School|Academy|College|Nursery"),
    _place("police force|constabulary|force", "Police|Constabulary"),
    _place("court", "Court"),
    _place("prison", "HMP|Prison"),
    _thing(
        "(?:police )?officers?",
        r"\b(?:PC|DC|DS|DI|DCI|Sergeant|Constable|Detective|Inspector"
        rf"|[Oo]fficer [A-Z])\b|{_TITLE}",
        exact=True,
    ),
    _place("housing association|landlord|hostel|refuge", "Homes|Housing|Association|House"),
    _place("church|mosque|temple", "Church|Mosque|Temple|Chapel"),
    _place("surgery|(?<!good )(?<!best )(?<!poor )practice", "Surgery|Practice|Medical Centre"),
    _thing("judge|solicitor|barrister|lawyer", _TITLE, exact=True),
    _thing(
        "towns?|cit(?:y|ies)|villages?|count(?:y|ies)|countr(?:y|ies)|streets?|roads?|estates?"
        "|boroughs?|suburbs?|address(?:es)?",
        rf"\b(?:in|at|to|from|near|of) (?:the )?(?:town|city|village|estate) of [A-Z]"
        rf"|\b(?:live[ds]?|living|moved|born|home|house|flat|address|resid\w+)\b[\w ]{{0,25}}"
        rf" (?:in|at|to|from|near) {_NAMES}|[A-Z]\w+ (?:Street|Road|Avenue|Close|Lane)\b",
        exact=True,
    ),
    _thing(
        "disease|(?<!mental )illness(?:es)?|cancer",
        rf"\b(?:{_ILL}|suffer\w*)\b[^.]{{0,60}}\b{_OF_BODY}\b|\b(?:{_ILL})\b[^.]{{0,60}}\b{_OF_MIND}\b",
    ),
    _thing(
        "mental illness|condition|diagnosis",
        rf"\b(?:{_ILL}|suffer\w*|experience[sd]?|became)\b[^.]{{0,60}}\b(?:{_OF_BODY}|{_OF_MIND})\b",
    ),
    _thing(
        "medications?|medicines?"
        "|drugs?(?! (?:and|or|&) (?:alcohol|drink)| (?:misuse|problem|worker|service|test))"
        "|antidepressants?|tablets?|pills?|prescription",
        r"\b(?:antidepressants?|fluoxetine|sertraline|citalopram|mirtazapine|methadone|subutex"
        r"|buprenorphine|diazepam|insulin|paracetamol|ibuprofen|antibiotics?|amoxicillin|lithium"
        r"|heroin|cocaine|cannabis|amphetamines?|crack|ketamine|inhalers?|steroids?|painkillers?"
        r"|antipsychotics?|sedatives?|opiates?|morphine|codeine|\w{4,}(?:oxetine|azepam|prazole"
        r"|cillin|olol|pril|statin|azole|idone|apine))\b",
    ),
    _thing(
        "operations?(?! (?-i:[A-Z]))|surgery|surgical procedure",
        r"\b(?:hernia|appendi\w+|tonsil\w*|grommets?|shunt|stents?|transplant|graft|caesarean"
        r"|c-section|amputat\w+|bypass|\w{4,}(?:ectomy|otomy|ostomy|plasty)|(?:heart|bowel|brain"
        r"|eye|spinal|cleft|hip) (?:surgery|operation)|(?:surgery|operation|operated) (?:on|to|for)"
        r" (?:his|her|the|a|an|correct|repair|remove))\b",
    ),
    _thing(
        "religion|faith",
        r"\b(?:muslim|islam\w*|christian\w*|catholic|hindu|sikh|jewish|buddhist|jehovah\w*"
        r"|church|mosque|pentecostal|methodist|baptist|no religion)\b",
    ),
    _thing(
        "languages?",
        r"\b(?:english|polish|urdu|punjabi|bengali|arabic|somali|welsh|french|spanish|portuguese"
        r"|romanian|turkish|kurdish|pashto|farsi|dari|tamil|gujarati|hindi|mandarin|cantonese"
        r"|russian|ukrainian|lithuanian|hungarian|swahili|yoruba|sign language)\b",
    ),
    _thing(
        "ethnicity|ethnic|race|nationality|heritage|colour was",
        r"\b(?:white|black|asian|mixed|dual|british|african|caribbean|pakistani|indian|bangladeshi"
        r"|polish|romany|gypsy|traveller|chinese|arab|irish|european|somali)\b",
    ),
    _thing(
        "job|occupation|profession|line of work|work did",
        r"\bunemployed\b|\bself-employed\b|\bemployed (?:as|by|at)\b|\bworked (?:as|for|at|in)\b"
        r"|\bworking as\b|\bjob as\b|\boccupation\b|\bout of work\b|\bapprentic\w+",
        asks=r"\b(?:do|did|does) for a living\b|\bjob did\b",
    ),
    _thing(
        "weight|birth ?weight|height|length was",
        r"\b\d[\d.]* ?(?:kgs?|g|grams?|lbs?|pounds|oz|ounces|cm|stone)\b|\bcentile|\bpounds\b"
        r"|\bweigh(?:ed|ing)\b|\bbirth ?weight of\b",
        asks=r"\bhow (?:heavy|tall)\b|\b(?:how much|what) (?:did|does|was|is)\b.*\bweigh"
        r"|\bwhat (?:was|is) (?:\w+ ){0,2}\w+['’]?s? (?:birth ?)?(?:weight|height)\b",
    ),
    _thing(
        "temperature|temp",
        r"\b\d+ ?(?:°|degrees?\b|[cC]\b)|°",
        asks=r"\bhow (?:hot|cold|warm) (?:was|is|had|did)\b",
    ),
    _thing(
        "depth|size|width",
        r"\b\d[\d.,]* ?(?:cm|mm|metres?|m|inch(?:es)?|feet|foot|ft)\b",
        asks=r"\bhow (?:deep|wide|high|big|large|thick|shallow) (?:was|were|is|did|had)\b",
    ),
    _thing(
        "colour|color",
        r"\b(?:red|blue|green|yellow|black|white|brown|purple|grey|gray|pink|orange)\b",
    ),
    _thing(
        "distance",
        r"\b\d[\d,.]* ?(?:miles?|km|kilomet\w+|metres?|yards?|feet)\b|\bmiles (?:away|from|off)\b",
        asks=r"\bhow far (?:away|was|is|from|did)\b",
    ),
    _thing(
        "sex|gender",
        r"\b(?:a|the|baby|little|young) (?:boy|girl)\b|\b(?:son|daughter)\b"
        r"|(?<!of )\b(?:baby|child) (?-i:[A-Z]{1,2})\b(?!['’]s mother)"
        r"(?:(?!\b(?:mother|father|parents?|(?-i:[A-Z]))\b)[^.]){0,25}?\b(?:he|she|his|hers?|him)\b",
        asks=r"\b(?:boy or (?:a )?girl|male or female|son or (?:a )?daughter)\b",
    ),
    _thing(
        "grade|rating|mark|judgement",
        r"\b(?:inadequate|outstanding|good|adequate|satisfactor\w+|requires? improvement"
        r"|grade [a-d1-5])\b",
        asks=r"\bhow (?:was|were|did) .*\b(?:graded|rated|rate|grade)\b(?! (?:the way|how)\b)",
        share=0.3,
    ),
    _thing(
        "bones?",
        r"\b(?:femur|tibia|fibula|humerus|radius|ulna|ribs?|skull|clavicle|collar ?bone|leg|arm"
        r"|wrist|elbow|thigh|shin|pelvis|spine|vertebra\w*|finger|toe|metaphys\w+)\b",
    ),
    _thing("scores?", r"\b\d+(?: ?%| out of|/\d+| points?)|\bscor(?:ed|es) "),
    _thing("iq", r"\biq\b[^.]{0,40}\b\d{2,3}\b"),
)

_NAME_OF = re.compile(
    r"\bnames? of (?:the |this |that |a )?(?P<of>[\w' -]+)"
    r"|\b(?:what|wot)(?:'s|s| is| was| were| are|) (?:the |this |that )?(?P<called>[\w'’ -]+?)"
    r" (?:called|named|known as)\b"
    r"|\b(?:the |a )?(?P<own>[a-z]+(?: [a-z]+)?)['’]?s (?:real |full |first |sur)?names?\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:in|for|of|that|which|who|on|at|from|to|was|were|is|are|they|he|she)\b")
_OF_PERSONS = re.compile(
    rf"\b(?:{words_of('relative', 'post')}|deput(?:y|ies)|(?:visitor|judge|witness|psychologist"
    r"|director|chief executive|head|leader|lead|commissioner|minister|secretary|councillor"
    r"|therapist)s?)\b",
    re.IGNORECASE,
)


def name_asked(question: str) -> AskedName | None:
    found = _NAME_OF.search(question)
    if found is None:
        return None
    thing = _ENDS.split(found["of"] or found["called"] or found["own"])[0].strip(" ,")
    if not thing or any(each.asks.search(f"which {thing}") for each in NAMED_THINGS):
        thing = thing.split()[-1] if thing else "thing"
    return AskedName(thing, _names(thing))


def _names(thing: str) -> re.Pattern[str]:
    last = re.escape(thing.rsplit(maxsplit=1)[-1])
    if _OF_PERSONS.search(thing):
        return re.compile(
            rf"{_TITLE}|(?i:\b{last})\w*[^.\n]{{0,40}}?{PERSON_NAMED}"
            rf"|{PERSON_NAMED}[^.\n]{{0,40}}?(?i:\b{last})"
        )
    for each in NAMED_THINGS:
        if each.asks.search(f"which {last}"):
            return each.carries
    return re.compile(
        rf"(?i:\b{last}\w*) (?:(?i:{_CALLED}) |['‘“\"(]+[A-Z])|{_QUOTED}"
        rf"|{_PROPER}[A-Z][\w'’]+ (?:(?:of|and|for|[A-Z][\w'’]+) )*(?i:{last})\b"
    )
