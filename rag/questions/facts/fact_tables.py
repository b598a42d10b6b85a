"""What a question may ask for (an amount, who it was) and what carries it: data tables."""

import re

from rag.language.numbers import NUMBER
from rag.language.role_words import OFFICE, PERSON_NAMED, POST, ROLE
from rag.language.word_classes import words_of
from rag.questions.facts.answer_type import answer_type
from rag.questions.facts.deeds import Doer, InPost
from rag.questions.facts.outcomes import Outcome
from rag.questions.facts.times import TIMES

_RELATIVE = rf"(?:{words_of('relative')}|kids|children)"
_PERSONS = (
    "baby babies child children kid kids mum mums mother mothers dad dads father fathers parent"
    " parents family families people person someone anyone somebody staff worker workers those"
    " professionals practitioners infant infants toddler partner carer carers woman women man men"
)
_NOT_OF_WHOM = "".join(rf"(?<!\b{person} )" for person in _PERSONS.split())
""" "A baby who cannot move" asks for nobody."""


ANSWER_TYPES = (
    answer_type(
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
    answer_type(
        "the telephone number",
        r"\b(?:phone|telephone|contact|mobile|helpline|what) (?:number|no)\b"
        r"|\bnumber (?:to|do \w+|should \w+) (?:ring|call|phone)\b",
        r"\d[\d ]{8,}\d",
    ),
    answer_type(
        "the number",
        r"\b(?:case|reference|order|crime|log|nhs|ppo) number\b",
        r"\b\d{3,}\b",
    ),
    answer_type(
        "the address",
        r"\be-?mail\b|\bweb ?(?:site )?(?:address|link|page)\b|\burl\b|\bthe link\b",
        r"\w@\w|\bhttps?://|\bwww\.|\.(?:org|gov|nhs|com)\b",
    ),
    *TIMES,
    answer_type(
        "the cause of death",
        r"\b(?:how (?:did|was)|why did) .{1,40} (?:die|killed)\b(?! (?:without|before|when|if|so"
        r" \w+)\b)|\bwhat .{1,60} (?:die[ds]?|dead) (?:of|from)\b"
        r"|\bcause of .{0,30}death\b|\bwhat killed\b",
        r"\bdied?,? (?:of|from|as)\b|\bcauses? of\b|\bdrown\w*|\bkilled\b|\bsuffocat\w*"
        r"|\binconclusive\b|\bdeath (?:was|by|from)\b|\bfatal\b|\bunresponsive\b|\bhang\w+"
        r"|\boverdose\b|\bcardiac arrest\b|\bhead injur\w+",
        of_person=True,
    ),
    answer_type(
        "whether they died",
        r"\b(?:did|has|have) (?:(?!(?:any(?:one|body)|before|after|when|until|since)\b)[\w'’]+ )"
        r"{1,4}(?:die|died|survive)\b"
        r"|\b(?:is|was) (?:the )?[\w'’]+(?: [\w'’]+){0,3} (?:dead|killed|still alive|alive)\b"
        r"|\b(?:when|where) did .{1,40} die\b",
        r"\b(?:die[ds]?|dead|deaths?|fatal|killed|pronounced|passed away|inquest|post[- ]?mortem"
        r"|survived?|alive)\b",
        of_person=True,
    ),
    answer_type(
        "what became of them",
        r"\bwhat(?:['’]?s)?(?: has| had)? (?:happened|happend|become|became|come)(?: in the end)?"
        rf" (?:to|of) (?:[\w'’]+ ){{0,4}}?{_RELATIVE}"
        r"\W*(?:$|afterwards|after|in the end|then|next)",
        r"\b(?:die[ds]?|dead|deaths?|ill(?:ness)?|injur\w+|arrest\w+|charged|convicted|prosecuted"
        r"|sentenced|imprisoned|jailed|removed|placed|moved|returned|left|evicted|hospital|taken"
        r"|killed|found|separated|disappeared|fled|married|adopted|fostered|care of)\b",
        of_person=True,
    ),
    answer_type(
        "what was said",
        rf"\bwhat (?:did|had|has) (?:[\w'’]+ ){{0,4}}?{_RELATIVE}"
        r" (?:say|said|tell|told|claim|answer|reply|admit)\b",
        r"\b(?:said|says|told|stat(?:ed|es)|expla\w+|report(?:ed|s)|claim\w*|admitted|denied"
        r"|disclosed|discuss\w+|express\w+|describ\w+|views?|accounts?|alleg\w+|agreed|decided|asked"
        r"|complain\w+|felt|disagreed|according|self-reported|insisted|blamed)\b",
        share=0.3,
        of_person=True,
    ),
    answer_type(
        "which injury",
        r"\b(?:what|which) (?:was|were|is) .{0,30}\binjur(?:y|ies)\b"
        r"|\b(?:what|which) (?:kind of |sort of |type of )?injur(?:y|ies)\b",
        r"\b(?:bruis\w+|fractur\w+|broken|burn\w*|scald\w*|bleed\w*|haemorrhage\w*|scratch\w*"
        r"|cuts?|swelling|wounds?|head injur\w+|bites?|lacerat\w+|shak\w+|marks?)\b",
    ),
    answer_type(
        "the share",
        r"\b(?:what|which|exact|the) (?:percentage|proportion|share)\b|\bhow (?:common|likely)\b"
        r"|\bper ?cent\b|\b(?:what|which|how many) ?%",
        rf"%|\bper ?cent\b|\b{NUMBER} (?:in|out of) {NUMBER}\b|\b(?:half of|an? (?:third|quarter)"
        r"|two[- ]thirds)\b",
        share=0.3,
    ),
    Doer(
        "who it was",
        re.compile(
            rf"{_NOT_OF_WHOM}\bwho(?:'s|s|m|se)?\b(?! (?:are you|made you|chaired|chairs|wrote"
            r"|authored|led the review))"
            r"|\bwhich (?:agency|service|team|professional|person|worker|organisation)\b"
            r"|\bby whom\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?i:\b{ROLE}\b)|\b(?!SCR|CAF|GCP|PLO|ICPC|LCSPR|CIN)(?:[A-Z]{{3,}}|Mr|Mrs|Ms|Dr)\b"
            rf"|{PERSON_NAMED}"
        ),
        share=0.3,
    ),
    InPost(
        "who it was",
        re.compile(
            r"\bwho (?:chaired|chairs|wrote|authored|led the review)\b|\bwho(?:'s|s| is| was) the"
            rf" (?:\w+ ){{0,2}}{POST}"
            rf"|\bwho(?:['’]?s| is| was) (?:(?!the one|it)[\w'’-]+ ){{0,6}}?{OFFICE}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?i:written|{POST}|{OFFICE})\w*[^.\n]{{0,30}}?{PERSON_NAMED}"
            rf"|{PERSON_NAMED}[^.]{{0,30}}(?i:wrote|{POST}|{OFFICE})"
            r"|(?i:\b(?:written|chaired|authored|(?:review|report|panel) (?:was )?led) by\b)"
        ),
    ),
    answer_type(
        "who found them",
        r"\bwho (?:first |actually )?(?:found|discovered) (?:her|him|them|the (?:baby|child|body)"
        r"|(?:baby|child) [a-z]{1,2})\b(?! (?:to|was|were|had))",
        rf"\b(?:found|discovered)(?: \w+){{0,6}} by\b|\b{ROLE} (?:\w+ )?(?:found|discovered)\b",
    ),
    Outcome(
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
    answer_type(
        "what it found",
        r"\bwhat (?:did|does|has|have)\b.{0,80}\b(?:audit|survey|evaluation|study|test"
        r"|toxicology)\b.{0,80}\b(?:find|show|say|conclude|reveal|found|c[oa]me (?:back|up|out)"
        r"|turn(?:ed)? up|tell|told|discover|pick(?:ed)? up)\b"
        r"|\b(?:audit|survey|evaluation|test) (?:results?|findings?|outcomes?)\b"
        r"|\b(?:results?|outcomes?) of\b.{0,80}\b(?:audit|survey|evaluation|test)",
        r"\b(?:audit|survey|evaluation|study|test|results?)s?\b(?:[^.]{0,60}|.{0,200}\b(?:it|this"
        r"|they|these)\b[^.]{0,40})\b(?:found|showed|shows|revealed|identified|concluded"
        r"|highlighted|confirmed|indicated|suggested|detected|ruled out"
        r"|positive(?:ly)?|negative(?:ly)?|per cent)\b|%",
        share=0.3,
    ),
    answer_type(
        "the score",
        r"\b(?:what|how) (?:did|does|was|were|is) .{1,60}\bscored?\b"
        r"|\b(?:what|which) (?:\w+ )?score\b",
        rf"\bscor(?:e|es|ed|ing)\b[^.]{{0,40}}\b{NUMBER}\b|\b{NUMBER}\b[^.]{{0,30}}\bscor(?:e|es|ed)\b"
        r"|\b\d+ (?:out of|/) ?\d+\b|\d ?%|\b(?:high|medium|standard|low)[- ](?:risk|level|range)\b"
        r"|\b(?:rated|scored?|graded|assessed|rating|level)\b[^.]{0,20}\b(?:good|high|medium|standard"
        rf"|low|poor|severe|{NUMBER}|[A-E])\b|\b(?:grade|level|band) (?:{NUMBER}|[A-E])\b",
        share=0.3,
    ),
    answer_type(
        "where they went",
        r"\bwhere (?:did|was|were) .{1,60}\b(?:go|move|moved|end up|placed|taken|sent)\b"
        r"(?:.{0,20}\b(?:live|stay)\b|.{0,30}\b(?:after\w*|then|next|in the end|following"
        r"|when)\b|\W*$)",
        r"\b(?:mov(?:es|ed|ing)|went|go(?:es|ing)? (?:home|back|to)|plac(?:ed|ement)\w*"
        r"|return(?:ed|ing|s)?|taken|transferred|foster\w*|adopt\w+|removed|accommodated"
        r"|discharged|relocated|sent|care of|live with|living with|stay(?:ed|ing)? with"
        r"|(?:came|come|coming|remain\w*|was then|now liv\w+))\b",
        share=0.3,
        of_person=True,
    ),
)
"""The most particular first."""
