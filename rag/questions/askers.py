"""A question in, the words that say who asks it out: "I run a children's centre, ...". They are no
topic, and no owner of what is asked for."""

import re

from rag.language.word_classes import words_of

_GREETING = rf"^\W*(?:{words_of('courtesy', 'opening')}\b\W*)*"
_IS = (
    r"(?:['’]?(?:m|re)| am| are| work| have (?:just|recently)| ['’]?ve (?:just|recently))\b"
    r" (?:(?:as|in|for|just|started|qualified|been|begun|become) )*(?:an?|the|new|newly)\b"
)
_DOES = (
    r"(?: (?:currently|also|now|just))* (?:run|manage|lead|chair|teach|train|supervise|volunteer"
    r"|support|coordinate|co-ordinate|oversee|look after"
    r"|have (?:just|recently) (?:qualified|started|joined|begun|become|trained))"
)
_NO_TOPIC = r"(?:(?!\b(?:on|about|around|regarding|re)\b)[^.?!,;:])"
_ENDS = r"(?:[.,;:–-]+(?= .{12})|(?= (?:and|so) (?:i|we) (?:want|need|would|am|are)\b.{12}))"
_AS = (
    r"as (?:an?|the) (?!(?:result|consequence|whole|theme|group|reminder|last|first|minimum)\b)"
    r"[\w'’/ -]{2,50}?(?:[,;:–-]+(?= .{12})|(?= (?:what|which|can|could|how|where|who)\b.{12}))"
)
_ASKER = re.compile(
    rf"{_GREETING}(?:{_AS}"
    rf"|(?:i|we)(?:{_IS} [^.?!,;:]{{0,80}}|{_DOES}\b{_NO_TOPIC}{{0,80}}){_ENDS})",
    re.IGNORECASE,
)
_FOR_THEMSELVES = re.compile(
    r"\b(?:for|to|at) us\b|\b(?:ours?|mine)\b|\bmy (?:agency|service|team|organisation|rec)"
    r"|\b(?:recommendations?|recs?|actions?|lessons?|learning|messages?|points?|relevant|apply"
    r"|applies|addressed|there|it) (?:for|to) me\b|\b(?:should|must|do) (?:i|we)\b(?! have)",
    re.IGNORECASE,
)


def without_asker(question: str) -> str:
    return _ASKER.sub(" ", question)


def asks_for_themselves(question: str) -> bool:
    """ "I'm a police officer, what are the recommendations to us?": who asks is the owner."""
    left = without_asker(question)
    return left != question and _FOR_THEMSELVES.search(left) is not None
