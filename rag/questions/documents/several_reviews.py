"""A question in, the words out that ask it of several reviews."""

import re

from rag.language.spans import overlaps
from rag.language.word_classes import words_of
from rag.types import Span

_SOME = r"(?:all|each|every|across|several|different|these|those|any|which|other|most|many|both)"
_NUMBER = rf"(?:{words_of('number')}|\d\d?)"
_SAY = words_of("say", "treat")
_REVIEW = words_of("review", "document", "one")
_SEVERAL = words_of("review", "document", "case", "one", forms="other")
_CALLED_SO = words_of("review", forms="other")
_ALWAYS = re.compile(
    rf"\b(?:in |from |of |(?:shared |in common )?with )?(?:{_SOME}|{_NUMBER})(?: of)?"
    r"(?: the| these| those| your| our)?"
    rf"(?: {_NUMBER})?(?: different| other)? {_SEVERAL}\b"
    r"|\b(?:in |from |of )?(?:each|every|which|any|different|another|other)"
    r"(?: of (?:the|these|those))?(?: different| other)?"
    rf" {_REVIEW}\b"
    r"|\b(?:in|for|from) (?:each|every) case\b"
    rf"|\b(?:in|across|from|do|of)? ?(?:all|any) (?:of the )?{_NUMBER}\b"
    rf"(?= ?(?:$|[?.,!]|{_SAY}|agree|{_SEVERAL}))"
    rf"|\bacross (?:the |all |these |those |our )*{_NUMBER}(?= ?(?:$|[?.,!;-]))"
    r"|\b(?:across|according to|from|in|through|thru|of|by)"
    rf" (?:the |all the |our |your |these |those )?{_CALLED_SO}\b"
    r"|\b(?:what|how|where|do|have|did|which|that)"
    rf" (?:have |do |did |are |all )?(?:the |these |those |our )?{_CALLED_SO}\b"
    rf"|\b{_CALLED_SO} {_SAY}\b|\bmore than one\b|\bin common\b|\bcompar(?:e[ds]?|ing|ison)\b"
    r"|\bcontrast(?:s|ed|ing)?\b|\b(?:vs|versus)\b|\bdifferen(?:ce|t) between\b|\brecurring\b"
    r"|\bacross (?:the board|all(?: of (?:them|these|those))?|them)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:from |in |of |across |by )?(?:all|each|any|which|both|most|none|some)"
    r" of (?:them|these)\b|\bthey (?:all|each|both)\b|\bdo they (?:say|talk|cover|speak)\b"
    rf"|\b(?:do|does|did) each {_SAY}\b"
    r"|\bwhere (?:do|does|did) (?:it|that|this|they|those|these) (?:\w+ )?"
    r"(?:come up|crop up|show up|turn up|features?|appears?|arises?|fail|go wrong)\b"
    r"|\bcommon (?:findings?|threads?|lessons?|issues?|problems?|learning)\b"
    r"|\bas a theme\b|\bevery (?:place|time)\b|\bwhere do we see\b|\bin (?:these|here)\b"
    r"|\b(?:any examples|examples? (?:for|from|of))\b|\bwhat do we (?:learn|know)\b"
    r"|\bany (?:learning|lessons)\b"
    r"|\b(?:what(?:s|'s|’s| is)?(?: the)?|is there any|other) learning\b"
    r"(?: (?:is|are) there| do we have)?",
    re.IGNORECASE,
)
"""Where no review is named, and none is talked about."""
_VERB = re.compile(
    r" (?:(?:all|both|also|do|did) )?"
    rf"(?:look at|touch on|refer to|deal with|agree(?: on)?|{_SAY})\b",
    re.IGNORECASE,
)
_SAID_OF_IT = re.compile(
    r"\b(?:pick(?:s|ed)?|brings?|brought) (?:it|this|that) up\b|\b(?:it'?s|its|it is) raised\b"
    r"|\b(?:goes?|go|going) on about(?: it)?\b|\bpull(?:s|ed|ing)? (?:it )?together\b"
    r"|\b(?:deals?|dealing|dealt) with (?:it|this|that)\b|\b(?:go|run|walk|look) thr(?:ough|u)\b"
    r"|\b(?:(?:a|an|one|the|best|short) ){0,3}(?:line|sentence|quote|quotation|example|snippet)s?"
    r"(?= (?:from|for|of|out of) (?:each|every|all|any|the)\b)"
    rf"|\b(?:that|which|where) {_SAY}s?(?: about| on)? (?:it|this|that)\b"
    r"|\b(?:(?:common|main|key|usual|typical|recurring|recurrent) ){0,3}(?:failings?|failures?"
    r"|weakness(?:es)?|shortcomings?|problems?|issues?|difficulties|gaps?|mistakes?)"
    r" (?:in|with|around|about|over|on)\b"
    r"|\b(?:the )?(?:main|key|headline|overall) (?:messages?|points?|learning|takeaways?)\b"
    r"|\bfor (?:a|the|our|my) (?:training(?: day| session)?|poster|slides?|newsletter|workshop)\b",
    re.IGNORECASE,
)
"""What the reviews do with a topic, or the asker with the answer."""
_OTHERS = re.compile(
    r"\b(?:child in need|cin|lac|looked[- ]after|management|agency|health|progress|statutory|file"
    r"|plan|regular|core group|cp|child protection) reviews?\b",
    re.IGNORECASE,
)
"""Meetings and papers that are called reviews too."""


def _with_verb(question: str, end: int) -> int:
    """ "Which reviews discuss ..." says no more than "which reviews"."""
    verb = _VERB.match(question, end)
    return verb.end() if verb else end


def find_across(question: str, *, unnamed: bool) -> tuple[Span, ...]:
    """Empty for a question about one review or about none in particular; `unnamed`: it names no
    review and none is talked about."""
    others = [m.span() for m in _OTHERS.finditer(question)]
    found = [m.span() for m in _ALWAYS.finditer(question)]
    if unnamed:
        found += [m.span() for m in _UNNAMED.finditer(question)]
    found = [(a, _with_verb(question, b)) for a, b in found]
    told = [span for span in found if not overlaps(span, others)]
    return (*told, *(m.span() for m in _SAID_OF_IT.finditer(question))) if told else ()
