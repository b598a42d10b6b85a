"""A question with "[telephone number removed]" in it in, what is left to ask out, and whether it
asks for the person whose number it was."""

import re

from rag.language.word_classes import words_of

_MARK = r"\[[\w\s-]+ removed\]"
_LABEL = (
    r"(?:ni|nino|nhs|national insurance|(?:tele)?phone|mobile|home|work|tel|mob|contact|e-?mail"
    r"|postcode|address|dob|no|number|details)"
)
_WHOSE = r"(?:my|our|her|his|their|the)"
_CALL = (
    rf"(?:{words_of('please')} )?(?:call|ring|text|phone|reach|contact|e-?mail)"
    r" (?:me|us|her|him|them)(?: (?:on|at|back on))?"
)
_LEADS = (
    rf"(?:\b(?:{_WHOSE}(?: [\w'’]+){{1,3}}? (?:is|are)|{_CALL})[\s:]*"
    rf"|\b(?:{_WHOSE} )?(?:{_LABEL}[.:]? ){{1,3}}|\b{_WHOSE} (?:\w+['’]s )?|\bwith )?"
)
_OWNS = (
    rf"(?:,? (?:is|was) (?:mine|me|{_WHOSE} (?:[\w'’]+ ){{0,3}}?{_LABEL}\b"
    r"(?: (?:number|no|address|details)\b)?))?"
)
_REMOVED = re.compile(rf"{_LEADS}[(]?{_MARK}[)]?{_OWNS}[\s,;:.]*(?:and\b)?", re.IGNORECASE)
"""With the words that only lead to it: "call me on [...], ...", "[...] is my number"."""

_SOMEBODY = (
    rf"(?:{words_of('mother', 'father', 'parent', forms='plain')}|child|baby|person|patient|family"
    r"|woman|man|boy|girl|client|case|somebody|someone|owner|one|household|house)"
)
_LINKS = (
    rf"(?:(?:for|on|about|of|the|a|this|that|any|which|what|has|is|with|at|whose|there|{_SOMEBODY}"
    rf"|{_LABEL}) )*?"
)
_SOUGHT = (
    r"(?:find|look up|search|trace|identify|locate|check|know|about|happened to|mentions?|names?"
    r"|info|information|details|records?|anything|is|was)"
)
_OF_NUMBER = re.compile(
    rf"\b(?:who|whose)\b (?!(?:should|do|can|to) )(?:(?!(?:my|our|me)\b)[\w'’]+ ){{0,5}}?{_MARK}"
    rf"|\bwhich {_SOMEBODY} (?:(?!(?:my|our|me)\b)[\w'’]+ ){{0,5}}?{_MARK}"
    rf"|\b{_SOUGHT} {_LINKS}{_MARK}(?!,? (?:what|which|how|why|do|does|did|list|tell|give)\b)"
    rf"|{_MARK}[,:?]? (?:any |all |more |some )?(?:info|information|details|records?|anything)\b"
    rf"|{_MARK}[,:?]? (?:who|whose|is (?:she|he|this|that|it|in)|belongs?|which {_SOMEBODY})\b",
    re.IGNORECASE,
)
_OWN = re.compile(rf"\b(?:my|our)(?: [\w'’]+){{1,3}}? (?:is|are|was)[\s:]*{_MARK}", re.IGNORECASE)


def without_marks(masked: str) -> str:
    """What is left to ask: "[e-mail removed]" asks for no e-mail address."""
    return " ".join(_REMOVED.sub(" ", masked).split())


def asks_of_person(masked: str) -> bool:
    """Who has a number that was removed, or what is known of them?"""
    return _OF_NUMBER.search(_OWN.sub(" ", " ".join(masked.split()))) is not None
