"""A question in, the same without its wish for a translation or other words out: a tool that quotes
answers the rest."""

import re

from rag.language.phrases import plain
from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import words_of

_TONGUE = (
    r"(?:welsh|cymraeg|polish|urdu|romanian|p[au]njabi|irish|gaelic|french|german|spanish|italian"
    r"|portuguese|dutch|arabic|bengali|bangla|sylheti|gujarati|hindi|tamil|nepali|somali|turkish"
    r"|kurdish|farsi|persian|dari|pashto|albanian|bulgarian|hungarian|lithuanian|latvian|slovak"
    r"|czech|russian|ukrainian|greek|chinese|mandarin|cantonese|vietnamese|tigrinya|amharic|yoruba"
    r"|igbo|swahili|bsl|braille|emojis?|(?:an)?other languages?|my (?:own )?language)"
)
_PLAIN = (
    r"(?:(?:your|other|different) (?:own )?words|(?:plain|simple|easy) english|easy[- ]read"
    r"|(?:very |more )?(?:plain|simpler?|easy|easier|basic|everyday|ordinary|lay(?:man['’]?s)?"
    r"|child[- ]friendly|non[- ]technical)(?:,? \w+)? (?:english|words?|terms?|language))"
)
_ASK = (
    rf"(?:(?:{words_of('please', 'opening')}|(?:can|could|would|will) (?:you|i|we)"
    r"|i (?:need|want) you to) )*"
)
_VERB = r"(?:translat|re-?word|rephras|paraphras|simplif)(?:e|y)?"
_THIS = r"(?:it|that|this|them|these|those|the answer|your answer|everything)"
_TELL = r"(?:answer|reply|respond|say|speak|write|put|give|explain|tell|show|read|have|repeat)"
_END = rf"(?:,? (?:{words_of('please', 'thanks')}|for me|for us))*[\s.?!]*$"
_INTO = rf"(?:back )?(?:in|to|into) (?:{_TONGUE}|{_PLAIN})"
_TRANSLATES = re.compile(rf"^{_ASK}{_VERB} (?!{_THIS}\b)(?P<what>.+?)(?: {_INTO})?{_END}", re.I)
_ALONE = re.compile(
    rf"(?:^|(?<=[.;:!?])\s*|[,-]\s*|\b{words_of('please', 'opening')}\s+){_ASK}"
    rf"(?:{_VERB}(?: {_THIS})?(?: (?:for|to) (?:me|us))?(?: {_INTO})?{_END}"
    rf"|{_TELL}(?: me| us| to me)?(?: {_THIS})?(?: again)? {_INTO}\b[.!]?|use {_PLAIN})",
    re.I,
)
"""A sentence or a clause of its own."""
_OPENS = re.compile(rf"^in (?:{_TONGUE}|{_PLAIN}),? (?=\w)", re.I)
_PLAINLY = re.compile(
    rf"(?<!\bbe)(?<!\bwritten)(?<!\bwas)(?<!\bis)(?<!\bwere)(?<!\bare),? in {_PLAIN}{_END}", re.I
)
_TONGUE_LAST = re.compile(
    rf"(?:, in(?:to)? {_TONGUE}{_END}| in {_TONGUE},? {words_of('please')}\W*$)",
    re.I,
)
_ORDERS = re.compile(
    rf"^({_ASK}(?:give|show|list|summarise|quote|read|explain|have|get)\b.+?) in {_TONGUE}{_END}",
    re.I,
)
_POINTS = re.compile(
    rf"\W*{_ASK}(?:{_THIS})?(?:\W*(?:{words_of('courtesy', 'opening')}|again)\b)*\W*", re.I
)
_OF_REVIEWS = re.compile(
    rf"\b(?:pseudonym|rec\w*|quot\w+|{words_of('review', 'document', 'finding', 'lesson')})\b"
)


def without_rewording(question: str) -> str:
    """ "" where nothing is left to answer but what was answered before; the question itself where
    no other words are wanted, or other words for something that is no part of a review."""
    if asked := _TRANSLATES.match(question):
        what = asked["what"]
        return what if _is_of_reviews(what) else question
    rest = question
    for wish in (_ALONE, _OPENS, _PLAINLY, _TONGUE_LAST):
        rest = wish.sub("", rest, count=1)
    rest = _ORDERS.sub(r"\1", rest)
    if rest == question:
        return question
    return "" if _POINTS.fullmatch(rest) else rest.strip(" ,;:")


def _is_of_reviews(text: str) -> bool:
    """ "Translate good morning into French" is for a translator."""
    return bool(_OF_REVIEWS.search(plain(text)) or load_vocabulary().read(text))
