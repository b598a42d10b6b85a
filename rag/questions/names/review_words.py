"""Where a name stands in a question in, whether it is called a review there out."""

import re
from collections.abc import Iterable

from rag.language.word_classes import has_word_of, words_of
from rag.types import Span

_NOUNS = ("review", "document", "beside_review", "case", "one")
NOUN = words_of(*_NOUNS)
BESIDE = (
    r"(?:(?:serious|case|local|child|safeguarding|practice|learning|executive|partnership|ofsted"
    r"|overview|inspection|full|whole|new|other)\s+){0,4}"
)
_AFTER = re.compile(rf"(?:['’]?s)?[\s,(:-]{{1,3}}{BESIDE}{NOUN}\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?:{NOUN}|findings?|lessons?|learning|anything|something)\s+"
    r"(?:(?:came |comes |is |was |are |were )?"
    r"(?:of|on|into|about|for|from|in|by|at|called|named)\s+)"
    r"(?:the\s+)?(?:death of\s+|case of\s+|city of\s+)?$",
    re.IGNORECASE,
)
_GOES_ON = (
    r"(?=\W*(?:$|[?.,;:)]|(?:reports?|(?:19|20)\d\d|in|from|of|about|on|at|did|do|does|was|were|is"
    rf"|and|{words_of('say', 'treat')})\b))"
)
"""Behind a name that stands alone: "the Elmton inspection regime" is no inspection of Elmton."""
_NAMES_INSPECTION = re.compile(
    r"(?:['’]s)?\s+(?:(?:ofsted|ilacs|children['’]?s services|local authority|(?:19|20)\d\d)\s+)"
    rf"{{0,3}}inspections?\b{_GOES_ON}",
    re.IGNORECASE,
)
_ALONE = re.compile(_GOES_ON, re.IGNORECASE)
_INSPECTING = re.compile(
    rf"\b(?:ofsted|inspectors) (?:{words_of('say', 'treat')}|rated?|graded?|judged?|thought"
    r"|think)\b|\bilacs\b",
    re.IGNORECASE,
)
"""What they say of a place stands in its inspection."""
_INSPECTION_OF = re.compile(
    r"\binspections?\s+(?:reports?\s+)?(?:of|in|at|for|on)\s+(?:the\s+)?$", re.IGNORECASE
)
_MENTION = re.compile(
    r"\b(?:mention\w*|refer(?:s|red|ring|ence)?(?: to)?|cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing))\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\bcompar\w+|\bversus\b|\bvs\b|\bdiffer\w*|\bin common\b", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:['’]s?)?[\s,&/(]*(?:(?:and|or|vs|versus|with|to|from|than|the|that of)\b[\s,(]*)*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_REACH = 100
"""Signs before a name in which all that calls it a review stands."""


def names_a_review(question: str) -> bool:
    """Does it speak of a review, a report, "the ... one" at all?"""
    return has_word_of(question, *_NOUNS)


def is_called_review(question: str, span: Span) -> bool:
    """ "the ... review", "findings from ...", or nothing but the name."""
    start, end = span
    before, after = question[:start], question[end:]
    alone = _WORD.search(before) is None and _WORD.search(after) is None
    beside = _AFTER.match(after) is not None or _BEFORE.search(before[-_REACH:]) is not None
    return alone or (beside and not is_mentioned(question, span))


def is_called_inspection(question: str, span: Span) -> bool:
    """Whether the name of a place is an inspection's, as in "what did inspectors find in ..."."""
    before, after = question[: span[0]], question[span[1] :]
    if _INSPECTING.search(question) and not is_called_review(question, span):
        return True
    of_place = _INSPECTION_OF.search(before[-_REACH:]) and _ALONE.match(after)
    return bool(_NAMES_INSPECTION.match(after) or of_place) and not is_mentioned(question, span)


def compares(question: str) -> bool:
    return _COMPARED.search(question) is not None


def is_compared_with(question: str, span: Span, others: Iterable[Span]) -> bool:
    """ "How do Baby O and Baby P differ": a name that is compared with another is a review."""
    between = (question[min(span[1], other[1]) : max(span[0], other[0])] for other in others)
    return compares(question) and any(_JOINED.fullmatch(words) for words in between)


def is_mentioned(question: str, span: Span) -> bool:
    """ "Which reviews cite ...": what others say of it is asked."""
    return _MENTION.search(question[: span[0]]) is not None
