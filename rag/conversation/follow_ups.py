"""A turn read by itself in, how it leans on the turns before it out: by words alone."""

import re
from dataclasses import dataclass
from typing import Literal

from rag.backends.lexical import stem
from rag.conversation.corrections import corrects
from rag.conversation.pointers import Place, Pointer, read_place_inside, read_pointer
from rag.conversation.wishes import Wish, read_wish
from rag.language.numbers import NUMBER_WORDS, ORDINALS
from rag.language.phrases import plain
from rag.language.topic_words import TopicWord
from rag.language.word_classes import words_of
from rag.questions.forms.answer_form import bare
from rag.questions.kinds.done_about_it import asks_advice, asks_response
from rag.questions.request import Request

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
_DOCUMENT = words_of("review", "document", "beside_review", forms="plain")
_ONE = words_of("review", "document", "case", "one", forms="plain")
_SEVERAL = words_of("review", "document", "case", "one", forms="other")
_OTHER_ONE = re.compile(
    rf"\b(?:the|that) other (?:{_ONE}|child|baby|pseudonym)\b"
    r"|\bthe other$|^other one\b"
)
_OTHERS = re.compile(
    r"\b(?:(?:any|do|does|are|same) (?:of )?(?:the )?|(?:in|across|for|from|about|do|all) the )"
    rf"others\b|\bother (?:\w+ )?{_SEVERAL}\b|\b(?:any|another) (?:other )?{_ONE}\b"
    rf"|\belsewhere\b|\brest of the {_SEVERAL}\b|^(?:the )?others$"
    rf"|\bthe other {words_of('number')}\b|\b(?:any|some)(?:where|one) else\b"
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
    rf"^(?:(?:{words_of('opening', 'thanks')}|no)[ .]+)*"
    r"(?:i want |show me |give me )?(?:only|just)\b"
    rf"|\bonly(?: {words_of('please')})?$"
)
_WHOLE_LIST = re.compile(
    r"\b(?:all|every|full list|whole list|complete)\b(?! (?:that|this|about))", re.IGNORECASE
)
_OF_REVIEW = re.compile(
    r"\bwho (?:wrote|authored|published|commissioned|chaired|led|produced) "
    rf"(?:it|this|that|(?:the |this |that )?{_DOCUMENT})$"
    rf"|\bauthors?(?: of (?:it|this|that|(?:the |this |that )?{_DOCUMENT}))?$"
)


_THANKS = re.compile(
    rf"^(?:(?:{words_of('thanks', 'greeting')}|ok|okay|right|great|yes|no|sorry|actually|then)"
    r"[ .]+)+"
)
"""In front: "thanks, and fathers?" continues."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    own: tuple[TopicWord, ...]
    """The subjects that the turn names itself."""
    pointer: Pointer | None
    """Into what was shown: all that the turn says."""
    place: Place | None
    """Of which something is asked: "the deadline for the first one"."""
    wish: Wish
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


def read_follow_up(request: Request, typed: str = "") -> FollowUp:
    """`typed` is the turn with what it takes back, which the request leaves out."""
    full = plain(request.wording.text).strip(" .")
    text = bare(full)
    own = tuple(t for t in request.terms if not all(_names_nothing(s) for s in t.variants[0]))
    named = request.reviews.documents is not None or bool(request.reviews.missing)
    alone = not (own or named or request.asked.units)
    asks_of = own and not (request.asked.units or request.reviews.spans)
    return FollowUp(
        own=own,
        pointer=read_pointer(text) if alone else None,
        place=read_place_inside(text) if asks_of else None,
        wish=read_wish(request, typed or request.wording.text, alone=alone),
        other="one" if _OTHER_ONE.search(text) else "all" if _OTHERS.search(text) else "",
        back=_BACK.search(text) is not None,
        opens=_OPENS.match(_THANKS.sub("", full)) is not None,
        specific=_SPECIFIC.search(text) is not None,
        corrects=corrects(typed),
        responds=asks_response(text),
        advises=asks_advice(text),
        whole=_WHOLE_LIST.search(request.wording.text) is not None,
        only=_ONLY.search(full) is not None,
        of_review=_OF_REVIEW.search(text) is not None,
    )


def _names_nothing(stem_: str) -> bool:
    return stem_.replace(".", "").isdigit() or stem_ in _NO_SUBJECT
