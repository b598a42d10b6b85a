"""A turn in plain words in, what it wants of what was shown out: the same again, more, a part."""

import re
from typing import Literal

from rag.language.phrases import plain
from rag.language.word_classes import words_of
from rag.questions.forms.answer_form import bare
from rag.questions.request import Request

Wish = Literal["", "not meant", "best", "shorter", "again", "more", "among"]
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
_SORRY = rf"(?:(?:no|nope|hm+|er+|um+|{words_of('opening', 'thanks')}) )*"
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
_SHOWN = r"(?:those|these|them|that list|the list|this list|the above|that|there)"
_AMONG = re.compile(
    rf"\b(?:which|any|anything|what|one|ones|all|none|some|either|many|much|most) (?:one |ones )?"
    rf"(?:(?:of|in|among|amongst|from|on) )+{_SHOWN}\b"
    r"|^(?:the |only the )?ones? (?:about|on|for|that|which|with|mentioning)\b"
    r"|^(?:which|any) (?:ones?|(?:is|are|was|were|for|about|mention|mentions|cover|covers|deal"
    r"|deals|on|to do with|talk|talks|say|says|specifically)\b)"
    r"|^(?:do|does|did|is|are|were|was) (?:any|one|some|either)(?! (?:of the )?(?:other |more )?"
    rf"(?:{words_of('review', 'document', 'case', 'one')}|others?|body|more))\b"
    r"|^(?:is|are|was|were) there (?:one|any|some|something|anything)(?: in there)?"
    r" (?:about|on|for|that|to do|which|mention\w*)\b|\banything in there\b"
)


def read_wish(request: Request, typed: str, *, alone: bool) -> Wish:
    """The first of these; `typed` has what the request leaves out as taken back, `alone`: it
    names no subject, review or unit."""
    full = plain(request.wording.text).strip(" .")
    text = bare(full)
    named = request.reviews.documents or request.reviews.missing or request.asked.units
    listed = bool(request.asked.kinds)
    wants: tuple[tuple[Wish, object], ...] = (
        ("not meant", _NOT_MEANT.search(" ".join(plain(typed).replace(" . ", " ").split()))),
        ("best", not named and _BEST.search(full)),
        ("shorter", alone and not listed and _SHORTER.search(full)),
        ("again", alone and _asks_again(request, text)),
        ("more", alone and not listed and _MORE.search(text)),
        ("among", _AMONG.search(text)),
    )
    return next((wish for wish, found in wants if found), "")


def _asks_again(request: Request, text: str) -> bool:
    if request.wants == "locate":
        return True
    counts = request.wants == "count" and not request.asked.kinds
    literal = request.wants == "quote" or _AGAIN.search(text) is not None
    return counts or (literal and not request.asked.kinds)
