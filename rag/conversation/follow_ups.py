"""A turn read by itself in, how it leans on the turns before it out: by words alone."""

import re
from dataclasses import dataclass
from typing import Literal

from rag.backends.lexical import stem
from rag.language.numbers import NUMBER_WORDS, ORDINALS
from rag.language.phrases import plain
from rag.language.topic_words import TopicWord
from rag.questions.answer_form import bare
from rag.questions.kinds.done_about_it import asks_advice, asks_response
from rag.questions.query import Query
from rag.questions.units_asked import LAST

Other = Literal["", "one", "all"]
Of = Literal["", "again", "shorter", "more", "among", "best", "not meant"]
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
    r"|sections?|measures?|questions?|parts?|answers?)"
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
_TOP = r"(?:best|clearest|shortest|strongest|snappiest)"
_FOR_SLIDE = r"(?: for (?:a |my |the )?(?:\w+ )?(?:slides?|training|poster|handout|presentation))?"
_SORRY = r"(?:(?:no|nope|sorry|hm+|er+|um+|ok|okay|well|but|actually|thanks|and) )*"
_I_MEANT = (
    r"(?:i|we) (?:(?:really )?(?:meant|mean|asked|wanted|want|said|need|needed)(?: to know)?"
    r"(?: for)?|(?:was|were|am|are)(?: asking| looking)?(?: about| for| after)?)"
)
_MORE = re.compile(
    r"\b(?:more (?:about|on|detail|details|info|information|of|from)"
    r"|(?:tell|show|give) (?:me |us )?(?:a bit |some |any )?more|anything (?:else|more|further)"
    r"|what else|whats? more|go on|carry on|continue|expand|elaborate"
    r"|in (?:more|greater) detail|further details?|any more)\b"
    r"|^(?:more|else|anything|details?|and|go deeper)$"
)
_BEST = re.compile(
    r"\b(?:which|what)(?: of (?:them|these|those))?(?: ones?| quotes?)? (?:says?|puts?|sums?|makes?"
    r"|explains?|shows?|expresses)\b.{0,30}\b(?:best|clearest|most clearly)\b"
    rf"|\b(?:which|whats?)(?: ones?| quotes?)? (?:is|are|would be|works?|reads?)?(?: the)? ?{_TOP}"
    rf"(?: ones?| quotes?)?{_FOR_SLIDE}$"
    rf"|^(?:the |give me the |pick the )?{_TOP} (?:one|quote){_FOR_SLIDE}$"
)
_SHORTER = re.compile(
    r"\b(?:shorter|shorten|briefer|more briefly|too long|cut (?:it|that|this) down|less text)\b"
)
_NOT_MEANT = re.compile(
    rf"^{_SORRY}(?:(?:thats|that is|this is|thats really|its|it is) )?(?:(?:so |really )?not"
    rf"|isnt|wasnt|that isnt|this isnt) (?:really |quite |at all )?what {_I_MEANT}$"
    rf"|^{_SORRY}(?:you|that|this|it|which) (?:really )?(?:doesnt|didnt|does not|did not|hasnt"
    r"|havent|isnt) (?:really |actually )?answer(?:ed|ing)? (?:my|the|that|it|what i asked)"
    r"(?: question)?(?: at all)?$"
    rf"|^{_SORRY}(?:you(?:ve| have)? )?(?:misunderstood|misread|got (?:me|it|that) wrong"
    r"|missed the point)(?: me| my question| that| it)?$"
    rf"|^{_SORRY}(?:thats|that is|this is) (?:not right|wrong|not it|the wrong answer"
    r"|not an answer)$|^wrong answer$"
)
"""And says nothing else."""
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
_WHOLE_LIST = re.compile(
    r"\b(?:all|every|full list|whole list|complete)\b(?! (?:that|this|about))", re.IGNORECASE
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
class Place:
    """ "The third one": 3; LAST is the last."""

    at: int


@dataclass(frozen=True, slots=True)
class Step:
    """To the next unit (1), the next two (2) or the one before (-1)."""

    by: int


@dataclass(frozen=True, slots=True)
class Several:
    """ "The first two"; below 0 for "the last two"."""

    count: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """ "And 3?", "42 and 43"."""

    numbers: tuple[str, ...]


Pointer = Place | Step | Several | Numbers


@dataclass(frozen=True, slots=True)
class FollowUp:
    own: tuple[TopicWord, ...]
    """The subjects that the turn names itself."""
    pointer: Pointer | None
    """Into what was shown: all that the turn says."""
    place: Place | None
    """Of which something is asked: "the deadline for the first one"."""
    of_shown: Of
    """What it wants of what was shown: the same again, or shorter; more than it; a part of it; what
    says it best; or something else, as it was not meant."""
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
    whole: bool
    """It asks for all of a list."""
    only: bool
    """It keeps a kind of unit of what was asked before: "only recommendations please"."""
    of_review: bool
    """It asks who made the review itself."""

    @property
    def leans(self) -> bool:
        return self.back or self.opens


def read_follow_up(query: Query, *, corrects: bool = False) -> FollowUp:
    full = plain(query.question).strip(" .")
    text = bare(full)
    own = tuple(t for t in query.terms if not all(_names_nothing(s) for s in t.variants[0]))
    named = query.reviews.documents is not None or bool(query.reviews.missing)
    alone = not (own or named or query.asked.units)
    whole = own and not (query.asked.units or query.reviews.spans)
    inside = _INSIDE_PLACE.search(text) if whole else None
    return FollowUp(
        own=own,
        pointer=_read_pointer(text) if alone else None,
        place=Place(_read_place(inside["word"])) if inside else None,
        of_shown=_read_of_shown(query, full, text, alone=alone),
        other="one" if _OTHER_ONE.search(text) else "all" if _OTHERS.search(text) else "",
        back=_BACK.search(text) is not None,
        opens=_OPENS.match(_THANKS.sub("", full)) is not None,
        specific=_SPECIFIC.search(text) is not None,
        corrects=corrects,
        responds=asks_response(text),
        advises=asks_advice(text),
        whole=_WHOLE_LIST.search(query.question) is not None,
        only=_ONLY.search(full) is not None,
        of_review=_OF_REVIEW.search(text) is not None,
    )


def _names_nothing(stem_: str) -> bool:
    return stem_.replace(".", "").isdigit() or stem_ in _NO_SUBJECT


def _read_of_shown(query: Query, full: str, text: str, *, alone: bool) -> Of:
    """The first of these that the turn wants."""
    named = query.reviews.documents is not None or bool(query.reviews.missing)
    listed = bool(query.asked.kinds)
    best = not (named or query.asked.units) and _BEST.search(full)
    said = " ".join(full.replace(" . ", " ").split())
    wants: tuple[tuple[Of, object], ...] = (
        ("not meant", alone and _NOT_MEANT.search(said)),
        ("best", best),
        ("shorter", alone and not listed and _SHORTER.search(full)),
        ("again", alone and _asks_again(query, text)),
        ("more", alone and not listed and _MORE.search(text)),
        ("among", _AMONG.search(text)),
    )
    return next((of for of, found in wants if found), "")


def _asks_again(query: Query, text: str) -> bool:
    if query.wants == "locate":
        return True
    counts = query.wants == "count" and not query.asked.kinds
    literal = query.wants == "quote" or _AGAIN.search(text) is not None
    return counts or (literal and not query.asked.kinds)


def _read_pointer(text: str) -> Pointer | None:
    if several := _SEVERAL.search(text):
        count = int(_read_number(several["count"]))
        return Several(count if several["end"] == "first" else -count)
    if step := _STEP.search(text):
        by = int(_read_number(step["count"] or "1")) if step["next"] else 1
        return Step(by if step["next"] or step["after"] else -1)
    if place := _PLACE.search(text):
        return Place(_read_place(place["word"]))
    number = _NUMBER.match(text)
    return Numbers(_read_numbers(number["number"])) if number else None


def _read_place(word: str) -> int:
    return LAST if word in ("last", "final") else ORDINALS[word]


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
