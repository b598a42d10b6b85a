"""A question in, the form of answer that it wants out: a list, a number, the exact words."""

import re
from typing import Literal

from rag.language.numbers import NUMBER_WORDS
from rag.language.phrases import plain
from rag.language.word_classes import words_of

Wants = Literal[
    "quote", "locate", "compare", "count", "summary", "timeline", "theme", "list", "who", "when",
    "reason", "yes_no", "plain",
]  # fmt: skip

_REVIEWS = words_of("review", "document", "case")
_REVIEW = words_of("review", "document", "case", forms="plain")
_SEVERAL = words_of("review", "document", "case", forms="other")
_SAY = words_of("say", "treat", forms="plain")
_NOT_YES_NO = r"(?! (?:you|u|i|we) (?:have|got|hold|know|want|need|find|see)\b)"
_CHRONOLOGY = (
    r"(?:an? |the |full |brief |short |rough )*(?:time ?line|chronology)"
    r"(?: (?:of|for|in|from|on) (?:the )?(?:key |main )?(?:events?|what happened|pseudonym|case"
    r"|review|story|contacts?)\b.*)?"
)
_FORMS: tuple[tuple[Wants, str], ...] = (
    ("timeline", r"\bin (?:date|time|chronological) order\b|\b(?:sequence|order) of events\b"
    r"|\bwhat happened (?:\w+ ){0,4}when$|\b(?:from )?start to finish\b|\bstep by step\b"
    r"|\btime ?line of\b"
    rf"|^(?:(?:can|could|will|would) you )?(?:(?:give|show|tell|list|write|make|set|draw|put|build)"
    rf"(?: me| us| out| up| together)* |i (?:need|want) )?{_CHRONOLOGY}(?: {words_of('please')})?$"
    r"|^pseudonym (?:case |review )?chronology$|^(?:[\w']+ ){1,5}time ?line$"),
    ("quote", r"word for word|verbatim|\bexact(?:ly)? (?:\w+ )?(?:words?|wording|quotes?|text"
     r"|phrase|sentence)|\bwhat exactly (?:does|did|do|is|was)\b.* (?:say|said|words?|wording)\b"
     r"|\b(?:quotes?|quotations?|quotable)\b|\b(?:own|actual|precise) (?:words?|wording)\b"
     r"|\b(?:authors?|reviewers?|reviews?)['’]?s?['’]? words\b|\bcopy and paste\b"
     r"|\bin full\b|\bfull (?:text|wording)\b|\bas (?:written|printed|worded)\b"),
    ("locate", r"\bwheres? (?:exactly )?(?!do (?:i|we|you) (?!find|read|see|look|get)\w)"
     r"(?:does|did|do|is|in|can i (?:find|read)|was)\b"
     r".* (?:say|says|said|mention(?:ed|s)?|written|stated?|come from|from|find|read|that|it"
     r"|this)\b|\bwhere(?:s| is| was) (?:that|this|it)\b|\b(?:what|which) page\b"
     r"|\bpage (?:numbers?|no|is|ref)\b"
     r"|\b(?:what|which) (?:part|paragraph|para|section|bit|finding|lesson|theme|recommendation"
     rf"|{_REVIEWS})s? (?:is|was|are) (?:that|this|it|they|those)\b"
     r"|\b(?:what|which) (?:part|paragraph|para|section|bit)\b.* (?:say|mention|cover|deal|tell"
     r"|talk|explain|describe|address)s?\b|\b(?:source|reference|citation) (?:for|of|to)\b"
     r"|^(?:source|reference|citation)s?$"),
    ("compare", r"\bcompar(?:e[ds]?|ing|isons?)\b|\bdifferen(?:ces?|t) (?:between|from|to)\b"
     r"|\b(?:vs|versus)\b|\bdiffer(?:s|ed)?\b|\bin common\b|\bsimilar(?:ities|ity)?\b|\bcontrast\b"
     rf"|\bhow (?:are|were|is) (?:they|these|those|the (?:two|{_SEVERAL})|both) different\b"
     r"|\bwhats? (?:is |are )?(?:the )?differen(?:ce|ces|t)"
     r"(?: between (?:them|the two|these|those))?$"
     rf"|\bboth (?:of )?(?:the |these |those )?(?:{_SEVERAL}|{_SAY})\b"
     r"|\b(?:in|do|did|are|were) both\b"),
    ("count", r"\bhow many\b|\b(?:total )?number of\b|\bcount\b"),
    ("summary", r"\bsumm(?:ar(?:y|ies|ise[ds]?|ize[ds]?|ising|izing)|erise|erize)\b"
     r"|\bin a nutshell\b|\bsum\b.{0,20}\bup\b|\b(?:short|quick|brief|potted) version\b"
     r"|\b(?:essay|write[- ]?up) (?:about|on|of)\b|\bsynopsis\b|\brecap\b"
     r"|\b(?:run|talk|walk) me through\b"
     r"|\bin (?:a|one) (?:few|couple of|paragraph)\b"
     r"|\b(?:key|main) (?:points|messages|learning|takeaways?|things)\b"
     r"|\boverview\b(?! (?:report|panel|author|writer))|\b(?:the )?gist\b|\btakeaways?\b"
     r"|\bin (?:brief|short)\b"
     r"|\bwhat (?:happened|happend|went on|went wrong) (?:to|with|in|at)\b"
     r"|\bthe (?:story|background|circumstances) (?:of|to|behind)\b|\btl ?dr\b"
     r"|\b(?:whats|what is|what was|whats the) (?:the )?(?:pseudonym |this |that )?"
     rf"{_REVIEWS} (?:pseudonym )?(?:all )?about\b"
     rf"|\bwhat (?:is|was) (?:the )?pseudonym (?:{_REVIEW} )?(?:all )?about\b"
     rf"|\bwhat(?:s| is| was) (?:the )?\w+ (?:one|{_REVIEW}) (?:all )?about$"
     rf"|\btell me about (?:the )?pseudonym(?: {_REVIEW})?$"),
    ("theme", rf"\b(?:which|what|any|all|other|across|several|these|do|different|most)"
     rf"(?: of)?(?: the| these| your| other)? {_REVIEWS}\b(?! (?:is|was) (?:that|this|it)\b)"
     rf"|\b{words_of('review', forms='other')} {words_of('say', 'treat')}\b"
     r"|\bmore than one\b|\brecurring\b"
     r"|\b(?:common|recurrent) (?:themes?|threads?|issues?)\b"),
    ("list", rf"^(?:{words_of('please')} )?(?:list|name|show me all|give me all|all(?: of)? the)\b"
     r"|\b(?:full|whole|complete) list\b|\ball (?:of )?(?:the )?(?:findings|lessons|recommendations"
     r"|recs|learning points|actions|themes|key messages)\b"
     r"|\bwhat (?:are|were) (?:all |each of )?the (?:\w+ ){0,3}(?:findings|lessons|recommendations"
     r"|recs|actions|themes|key messages|points|questions|indicators)\b"),
    ("who", r"\b(?:who|whos|whom|whose)\b(?! (?:are|made) you\b)|\bby whom\b"
     r"|\bwhich (?:agency|agencies|service|services|team|professionals?|person|workers?"
     r"|organisations?)\b"),
    ("when", r"(?:^|\b(?:and|so|but|was it) )whens?\b|\bwhen (?:did|was|were|is|are|will|does|do)\b"
     r"|\bwhat (?:date|year|month|day|time of year)\b|\bwhich (?:date|year|month|day)\b"
     r"|\bby when\b|\bdeadlines?\b|\bhow (?:long|soon|quickly|old)\b"),
    ("reason", r"\b(?:why|whys)\b|\bhow come\b|\bwhat (?:was|were|is|are) the (?:reasons?"
     r"|causes?)\b|\bfor what reason\b|\breasons? (?:for|why|that|behind)\b"
     r"|\bwhat (?:caused|led to)\b"),
    ("yes_no", rf"^(?:did|didnt|was|wasnt|were|werent|is|isnt|are|arent|has|hasnt|have|havent|had"
     rf"|hadnt|do|dont|does|doesnt|should|would|could|will){_NOT_YES_NO} "),
)  # fmt: skip
"""The most particular first."""
_WANTS = tuple((form, re.compile(pattern)) for form, pattern in _FORMS)
_SO_MANY = re.compile(
    rf"\b(?P<count>[2-9]|{'|'.join(NUMBER_WORDS)}) (?:\w+ ){{0,2}}quot(?:e|ation)s\b", re.IGNORECASE
)
_SHORTER = re.compile(
    r"\b(?:shorter|shorten|briefer|more briefly|too long|cut (?:it|that|this) down|less text)\b"
)
_POLITE = re.compile(rf"^(?:(?:{words_of('courtesy', 'opening')}|yes|no|not sure)\b[ .]*)+")
_POLITE_END = re.compile(rf"(?: (?:{words_of('please', 'thanks')}|then|now|for me))+$")


def read_wants(text: str, *, listed: bool = False) -> Wants:
    """`text` is plain (see `rag.language.phrases.plain`); `listed`: it names a kind of unit."""
    asked = bare(text)
    for form, pattern in _WANTS:
        if pattern.search(asked):
            return form
    return "list" if listed else "plain"


def forms_said(question: str) -> frozenset[Wants]:
    """Every form of which the question has some words, where `read_wants` takes the first."""
    asked = bare(plain(question))
    return frozenset(form for form, pattern in _WANTS if pattern.search(asked))


def quotes_wanted(question: str) -> int | None:
    """ "I need three short quotes on ...": as many, where it says how many."""
    # Words for numbers are looked for only where quotations are: that takes a while.
    found = _SO_MANY.search(question) if "quot" in question.casefold() else None
    if found is None:
        return None
    count = found["count"].casefold()
    return NUMBER_WORDS[count] if count in NUMBER_WORDS else int(count)


def asks_shorter(question: str) -> bool:
    """What was shown is too long."""
    return _SHORTER.search(plain(question)) is not None


def bare(text: str) -> str:
    """Plain text without the courtesies and link words around it."""
    return _POLITE_END.sub("", _POLITE.sub("", text.strip(" .")).strip(" ."))
