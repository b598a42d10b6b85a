"""A question in, the words out that carry no topic in such a question."""

import re
from collections.abc import Sequence

from rag.backends.lexical import FUNCTION_WORDS, stem
from rag.language.numbers import NUMBER_WORDS
from rag.language.word_classes import words_of
from rag.questions.facts.answer_types import facts_asked
from rag.questions.forms.answer_form import Wants

_EMPTY_WORDS = frozenset(
    stem(
        " ".join(FUNCTION_WORDS)
        + """
        could would shall may might must us yes ok hi hello please pls plz thanks thank ta
        cheers whats wot hows wheres whos whys thats theres theyre theyd im ive id dont didnt
        doesnt wasnt werent isnt arent havent hasnt cant couldnt couldve wouldve shouldve weren
        didn wasn couldv say says said saying tell told give gave show find found get got list
        lists listed quote need want know look looking like come comes came make made makes go
        goes going went gone take took taken bring brought happen happened happening use put
        slide powerpoint deck drop team meeting session staff colleague handy useful relevant
        training mention mentioned mentions cover covers covered talk talks deal deals dealing
        concern regarding around compare compared versus vs matching match same different review
        reviews scr scrs case cases serious report reports bulletin briefing document documents
        learning summary response nutshell overview brief briefly quick quickly circumstances
        full whole complete sentence words wording word verbatim text exactly exact actual
        actually really basically one ones bit bits em part thing things anything something
        everything someone anyone anybody nobody somebody everyone question questions qs point
        points way ways sort sit sits sitting under kind kinds type types many much lot lots
        example examples ever even
        also wrong straight away back past present either long behind w n u r ur
        yet still well eg ie whether
        wont wouldnt shouldnt couldnt mustnt hadnt pick picks picked raise raised
        done doing pull pulled flag flagged according
        summarise summarize summarised summarized sum up gist tldr takeaways supposed meant main key
        stand stands factor factors involved feature features featured
        """
    )
)
WORK_WORDS = frozenset(stem("training meeting team staff colleague"))
"""Empty beside a topic, and the topic where there is no other: "what training do they need"."""
_SUMMARY_WORDS = frozenset(
    stem(
        """
        sum short version line lines few paragraph sentence synopsis recap run walk through gist
        story couple minute minutes slide page new starter background handover potted essay write
        bullet bullets points
        """
        + " ".join((*NUMBER_WORDS, *map(str, range(1, 21)), "50 100 150 200 250 300 500 1000"))
    )
)
"""Empty in a question that wants a summary."""
_QUOTING_WORDS = frozenset(
    stem(
        "direct quotation quotations quotable original precise own author authors good nice strong"
        " powerful punchy short best line lines passage passages extract extracts phrase copy paste"
    )
)
"""Empty in a question that wants the words themselves."""
_DATES = frozenset({"the date", "the month", "when it was", "when it will be", "the period"})
_DATE_WORDS = frozenset(stem("date day month year time"))
"""Empty in a question that asks for one."""
_REVIEW_WORDS = frozenset(stem("serious case review scr"))
_COUNTING_WORDS = frozenset(stem("count number total altogether all"))
"""Empty in a question that counts."""
_COMPARING_WORDS = frozenset(
    stem("common difference differences differ alike similar similarity similarities contrast")
)
"""Empty in a question that compares."""
_GOOD_PRACTICE = re.compile(r"\b(?:good|best) (?:\w+ )?practice\b", re.IGNORECASE)
_OF_KINDS = {
    "measure": frozenset(
        stem(
            """
            work worked working difference improve improved improvement improving change changed
            better effective success successful succeeded impact practice safer
            """
        )
    ),
    "key_message": frozenset(stem("ofsted inspector inspectors")),
    "good_practice": frozenset(stem("identify identified ofsted inspector inspectors")),
    "question": frozenset(
        stem("ask asked asking practitioner professional worker think consider reflect discuss")
    ),
}
"""Empty in a question after units of this kind: every one of them is about this, or for them."""
_ABOUT_WORK = re.compile(
    r"\b(?:about|on|what|which|regarding|concerning|mention\w*|cover\w*|includ\w*|recommend\w*)"
    r" (?:(?:staff|the|any|of|more|joint|multi-agency) )*(training|meetings?|teams?)\b",
    re.IGNORECASE,
)
"""What is empty elsewhere ("for training") is a topic here."""
_REVIEW = words_of("review")
_DONE_WITH_REVIEW = (
    r"(?:start|beg[aiu]n|kick\w* off|commission|launch|initiat|trigger|set up|call\w* for|decid"
    r"|agree|endors|order|carr(?:y|ied)|conduct|undert[ao]k)"
)
_TAKEN_PART = (
    r"(?:t(?:ake|ook|aking|aken) part|contribut\w+|engag\w+|input|involved|participat\w+|spoken to"
    r"|consulted|interviewed|invited|co-?operat\w+|have (?:a|any|their) say) (?:in|to|with|for)"
)
_OF_THE_REVIEW = re.compile(
    rf"\b(?:{_DONE_WITH_REVIEW}|do(?:ing|ne)? (?:the|an?) ).{{0,40}}\b{_REVIEW}\b"
    rf"|\b{_REVIEW}\b.{{0,20}}\b{_DONE_WITH_REVIEW}"
    rf"|\b{_TAKEN_PART} (?:\w+ ){{0,3}}{_REVIEW}\b",
    re.IGNORECASE,
)
"""It asks how the review itself came about."""


_CAME_UPON = re.compile(
    r"\b(?:was|were|been) (?:(?:baby|child) \w+ |\w+ )?found\b(?! (?:to|that|in the review))"
    r"|\bfound (?:dead|unresponsive|alone|by)\b",
    re.IGNORECASE,
)
"""Somebody, not something in the reviews."""


def empty_words(
    question: str, wants: Wants, agencies: Sequence[str], kinds: Sequence[str], *, across: bool
) -> frozenset[str]:
    """Stems; `agencies` and `kinds` are those that the question asks for."""
    empty = _EMPTY_WORDS.union(*(_OF_KINDS.get(kind, ()) for kind in kinds))
    empty |= {s for agency in agencies for s in stem(agency)}
    empty |= _SUMMARY_WORDS if wants == "summary" else frozenset()
    quoting = wants == "quote" and not _GOOD_PRACTICE.search(question)
    empty |= _QUOTING_WORDS if quoting else frozenset()
    empty |= _COMPARING_WORDS if wants == "compare" else frozenset()
    empty -= frozenset(stem(" ".join(_ABOUT_WORK.findall(question))))
    empty |= _COUNTING_WORDS if wants == "count" else frozenset()
    if any(fact.name in _DATES for fact in facts_asked(question)):
        empty |= _DATE_WORDS
    if _CAME_UPON.search(question):
        empty -= frozenset(stem("found"))
    if _OF_THE_REVIEW.search(question) and not across:
        empty -= _REVIEW_WORDS
    return empty
