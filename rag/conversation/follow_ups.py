"""A turn read by itself in, how it leans on the turns before it out: by words alone."""

import re
from dataclasses import dataclass
from typing import Literal

from rag.backends.lexical import stem
from rag.language.numbers import NUMBER_WORDS, ORDINALS
from rag.language.phrases import plain
from rag.language.topic_words import TopicWord
from rag.questions.forms.answer_form import bare
from rag.questions.kinds.done_about_it import asks_advice, asks_response
from rag.questions.request import Request
from rag.questions.units.units_asked import LAST

Other = Literal["", "one", "all"]
_NO_SUBJECT = frozenset(
    stem(
        " ".join((*ORDINALS, *NUMBER_WORDS))
        + """
        last final next previous following before after number no total list page source reference
        citation cite entirety repeat again rest more detail detailed details further else expand
        elaborate continue info information bottom top copy paste exactly precisely printed written
        mean meant back elsewhere other others another apply applies applied addressed aimed
        responsible supposed meant recommend recommended differently bring up anywhere
        sure true really too quote quoted shorter short briefer simpler simple plain english
        bullet bullets point points table paragraph sentence since until deadline deadlines
        sorry oops wait wrong mistake mistaken mixed muddled typo same return matter matters
        mattered important explain describe outline discuss difference differences different
        led behind linked relate relates related match matches prompted
        """
    )
)
"""They ask in a certain way, and name no subject."""
_THING = (
    r"(?:ones?|bit|item|\w+ one|option|of (?:those|these|them)|in the list|findings?|lessons?"
    r"|recs?|recommendations?|para(?:graph)?s?|themes?|actions?|(?:learning )?points?"
    r"|sections?|measures?)"
)
_AGAIN = re.compile(
    r"\b(?:in full|full text|verbatim|word for word|repeat|in its entirety|read (?:it|that) out"
    r"|(?:whole|entire|full|complete) (?:thing|text|paragraph|para|sentence|passage|quote|unit|one"
    r"|list|bit|wording)|(?:say|says|said|show|give|read|see|tell)\b.* again"
    r"|as (?:printed|written)|shorter|shorten|briefer|more briefly|too long|less text|simpler"
    r"|(?:in|as) (?:a )?(?:bullets?|bullet points"
    r"|table|plain english|simple terms|one sentence))\b"
    r"|^(?:(?:list|show|name|give|read)(?: me| us)? (?:them|those|these|it|that)(?: all| out)?"
    r"|what are (?:they|those|these)|which ones?)$"
)
_MORE = re.compile(
    r"\b(?:more (?:about|on|detail|details|info|information|of|from)"
    r"|(?:tell|show|give) (?:me |us )?(?:a bit |some |any )?more|anything (?:else|more|further)"
    r"|what else|whats? more|go on|carry on|continue|expand|elaborate"
    r"|in (?:more|greater) detail|further details?|any more)\b"
    r"|^(?:more|else|anything|details?|and|go deeper)$"
)
_DOCUMENT = r"review|report|document|bulletin|briefing|scr|summary"
_COUNT = rf"[2-9]|{'|'.join(NUMBER_WORDS)}"
_STEP = re.compile(
    rf"\b(?:(?P<next>next|following)(?: (?P<count>{_COUNT}))?(?: {_THING})?"
    rf"|{_THING} (?P<after>after)\b.*"
    rf"|(?P<previous>previous|preceding)(?: {_THING})?|{_THING} (?P<before>before)\b.*)$"
)
_PLACE = re.compile(
    rf"\b(?P<word>{'|'.join(ORDINALS)}|last|final)(?: {_THING})*(?: (?:say|says|about|please|pls"
    r"|then|too|again|for|is|was|of|those|these|them|mean|means|cover|covers"
    r"|in full|in more detail))*$"
)
_INSIDE_PLACE = re.compile(
    rf"\b(?:the|that) (?P<word>{'|'.join(ORDINALS)}|last|final)"
    r"(?: (?:ones?|bit|item|option|of (?:those|these|them))\b|$)"
)
"""With what is asked of it around: "the deadline for the first one"."""
_SEVERAL = re.compile(rf"\b(?P<end>first|last) (?!one\b)(?P<count>{_COUNT})(?: {_THING})*$")
_ONE_NUMBER = rf"(?:[a-z]{{0,3}}\d{{1,3}}(?: \d{{1,2}})*|(?:{'|'.join(NUMBER_WORDS)}))"
_NUMBER = re.compile(
    r"^(?:(?:and|what|how|about|explain|describe|outline|wot|does|did|do|is|was|give|show|tell|me|the|whats|its|see|rec"
    r"|for|or|no|number|nr|num|item|point|option|same for|same with"
    r"|go to|now|then|again|just|make that|make it)\s+)*"
    rf"(?P<number>{_ONE_NUMBER}(?: (?:and|or|to) {_ONE_NUMBER})*)"
    r"(?: (?:say|says|said|please|pls|then|too|also|as well|again|about|cover|covers))*$"
)
_JOINED = re.compile(r" (and|or|to) ")
MOST_IN_RANGE = 20
_SHOWN = r"(?:those|these|them|that list|the list|this list|the above|that|there)"
_AMONG = re.compile(
    rf"\b(?:which|any|anything|what|one|ones|all|none|some|either|many|much|most) (?:one |ones )?"
    rf"(?:(?:of|in|among|amongst|from|on) )+{_SHOWN}\b"
    r"|^(?:the |only the )?ones? (?:about|on|for|that|which|with|mentioning)\b"
    r"|^(?:which|any) (?:ones?|(?:is|are|was|were|for|about|mention|mentions|cover|covers|deal"
    r"|deals|on|to do with|talk|talks|say|says|specifically)\b)"
    r"|^(?:do|does|did|is|are|were|was) (?:any|one|some|either)(?! (?:of the )?(?:other |more )?"
    r"(?:reviews?|cases?|reports?|documents?|other|others|ones?|body|more))\b"
    r"|^(?:is|are|was|were) there (?:one|any|some|something|anything)(?: in there)?"
    r" (?:about|on|for|that|to do|which|mention\w*)\b|\banything in there\b"
)
_OTHER_ONE = re.compile(
    r"\b(?:the|that) other (?:one|review|case|child|baby|report|document|scr|pseudonym|briefing)\b"
    r"|\bthe other$|^other one\b"
)
_OTHERS = re.compile(
    r"\b(?:(?:any|do|does|are|same) (?:of )?(?:the )?|(?:in|across|for|from|about|do|all) the )"
    r"others\b|\bother (?:\w+ )?(?:reviews|cases|ones|documents|reports|scrs|briefings"
    r"|bulletins)\b|\b(?:any|another) (?:other )?(?:review|case|report|scr|document)\b"
    r"|\belsewhere\b|\brest of the (?:reviews|cases|reports|documents)\b|^(?:the )?others$"
    r"|\bthe other (?:two|three|four|five|six)\b|\b(?:any|some)(?:where|one) else\b"
)
_BACK = re.compile(
    r"\b(?:it|its|that|this|those|these|they|them|their|there|she|he|her|him|his|one|ones|same|thats"
    r"|theyre|hes|shes|such|said|ours|theirs|mine|yours|hers)\b|\b(?:any|some|none)$"
)
_OPENS = re.compile(r"(?:and|but|so|also|plus|what about|how about|wot about|what abt)\b")
_SPECIFIC = re.compile(
    r"\b(?:was|were|did|had|wasnt|werent|didnt|hadnt|been)\b|^(?:the|any|anything|for)\b"
    r"|\b(?:could|should|would|might) (?:\w+ ){0,4}?have \w+"
    r"|^(?:who|when|where)s?(?: is| are)? the\b"
)
_ONLY = re.compile(
    r"^(?:(?:ok|okay|and|but|no|thanks)[ .]+)*(?:i want |show me |give me )?(?:only|just)\b"
    r"|\bonly(?: please)?$"
)
_OF_REVIEW = re.compile(
    r"\bwho (?:wrote|authored|published|commissioned|chaired|led|produced) "
    rf"(?:it|this|that|(?:the |this |that )?(?:{_DOCUMENT}))$"
    rf"|\bauthors?(?: of (?:it|this|that|(?:the |this |that )?(?:{_DOCUMENT})))?$"
)


_THANKS = re.compile(
    r"^(?:(?:ok|okay|right|great|thanks|thank you|ta|cheers|yes|no|sorry|actually|then)[ .]+)+"
)
"""In front: "thanks, and fathers?" continues."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    own: tuple[TopicWord, ...]
    """The subjects that the turn names itself."""
    again: bool
    more: bool
    step: int
    """To the next unit (1), the next two (2) or the one before (-1)."""
    place: int | None
    """ "The third one", LAST; 1-based."""
    inside: int | None
    """The same where something of it is asked: "the deadline for the first one"."""
    several: int
    """ "The first two"; below 0 for "the last two"."""
    numbers: tuple[str, ...]
    """ "And 3?", "42 and 43"."""
    among: bool
    """It asks for a part of what was shown."""
    other: Other
    """It asks the other review of two, or all others."""
    back: bool
    """It has a pronoun of something said before."""
    opens: bool
    """It begins as a continuation: "and", "what about"."""
    specific: bool
    """It asks of a particular case, as a question of practice does not."""
    corrects: bool
    """It takes back what was asked."""
    responds: bool
    """It asks what has been done about it, or will be."""
    advises: bool
    """It asks what is to be done."""
    only: bool
    """It keeps a kind of unit of what was asked before: "only recommendations please"."""
    of_review: bool
    """It asks who made the review itself."""

    @property
    def leans(self) -> bool:
        return self.back or self.opens


def read_follow_up(request: Request, *, corrects: bool = False) -> FollowUp:
    full = plain(request.wording.text).strip(" .")
    text = bare(full)
    own = tuple(t for t in request.terms if not all(_names_nothing(s) for s in t.variants[0]))
    alone = not own and request.reviews.documents is None and not request.reviews.missing
    named = bool(request.asked.units)
    step = _STEP.search(text) if alone and not named else None
    several = _SEVERAL.search(text) if alone and not named else None
    place = _PLACE.search(text) if alone and not named and not step else None
    inside = _INSIDE_PLACE.search(text) if own and not (named or request.reviews.spans) else None
    number = _NUMBER.match(text) if alone and not named and not (place or several) else None
    return FollowUp(
        own=own,
        again=alone and not named and _asks_again(request, text),
        more=alone and not named and not request.asked.kinds and _MORE.search(text) is not None,
        step=_read_step(step) if step else 0,
        place=_read_place(place["word"]) if place else None,
        inside=_read_place(inside["word"]) if inside else None,
        several=_read_several(several["end"], several["count"]) if several else 0,
        numbers=_read_numbers(number["number"]) if number else (),
        among=_AMONG.search(text) is not None,
        other="one" if _OTHER_ONE.search(text) else "all" if _OTHERS.search(text) else "",
        back=_BACK.search(text) is not None,
        opens=_OPENS.match(_THANKS.sub("", full)) is not None,
        specific=_SPECIFIC.search(text) is not None,
        corrects=corrects,
        responds=asks_response(text),
        advises=asks_advice(text),
        only=_ONLY.search(full) is not None,
        of_review=_OF_REVIEW.search(text) is not None,
    )


def _names_nothing(stem_: str) -> bool:
    return stem_.replace(".", "").isdigit() or stem_ in _NO_SUBJECT


def _asks_again(request: Request, text: str) -> bool:
    if request.wants == "locate":
        return True
    counts = request.wants == "count" and not request.asked.kinds
    literal = request.wants == "quote" or _AGAIN.search(text) is not None
    return counts or (literal and not request.asked.kinds)


def _read_place(word: str) -> int:
    return LAST if word in ("last", "final") else ORDINALS[word]


def _read_several(end: str, count: str) -> int:
    number = int(_read_number(count))
    return number if end == "first" else -number


def _read_step(found: re.Match[str]) -> int:
    if found["next"]:
        return int(_read_number(found["count"] or "1"))
    return 1 if found["after"] else -1


def _read_numbers(text: str) -> tuple[str, ...]:
    first, *rest = _JOINED.split(text)
    numbers = [_read_number(first)]
    for by, word in zip(rest[::2], rest[1::2], strict=True):
        number, last = _read_number(word), numbers[-1]
        if by == "to" and last.isdigit() and number.isdigit():
            begin, end = int(last) + 1, int(number)
            numbers += [str(n) for n in range(begin, end) if end - begin < MOST_IN_RANGE]
        numbers.append(number)
    return tuple(numbers)


def _read_number(word: str) -> str:
    return str(NUMBER_WORDS[word]) if word in NUMBER_WORDS else word.replace(" ", ".")
