"""A question in, whether it asks what is done about something out."""

import re

from rag.backends.lexical import stem
from rag.language.spans import blot
from rag.types import Span

_NOUN = r"(?:response|changes?|plans?)"
_RESPONSE = re.compile(
    r"\b(?:what|whats|wots?|anything|something)\b(?: \w+){0,5}? (?:done|doing|changing|changed"
    r"|promis\w+|pledged|committed|put in place|planned|planning"
    r"|(?:plans?|going|intends?|mean(?:s|t)?) to do)\b"
    r"|\bwhat (?:will|would|are|is) (?:\w+ ){1,4}?(?:do|change|put in place)\b"
    r"|\bhow (?:\w+ ){1,5}?(?:respon\w+|react\w*|tackl\w+|address\w*|fix\w*"
    r"|put\w* (?:it|that|this) right)\b"
    r"|\b(?:has|have|is|are|was|were|did)(?:nt)? (?:\w+ ){0,4}?(?:done (?:anything|something|about)"
    r"|changed|been done|being done|put right|sorted|fixed|acted on|dealt with)\b"
    rf"|\bwhat (?:was|is|were|has been|have been) (?:\w+ )?{_NOUN}\b"
)
_AT_THE_TIME = re.compile(
    r"\b(?:wrong|badly|well|differently|at the time|should|could|did (?:they|he|she) do)\b"
)
_ADVICE = re.compile(
    r"\b(?:what|how) (?:should|must|can|could|ought|do|does|would|shall) (?:\w+ ){1,4}?"
    r"(?:do|change|respond|improve|learn|handle|avoid)\b"
    r"|\bwhat (?:should|must|needs? to|can|could) (?:\w+ ){0,2}?(?:be done|(?:have|be) in place)\b"
    r"|\bwhats? (?:is |was )?(?:the )?(?:learning|advice|guidance)\b"
    r"|\bwhat (?:is|are|was|were) (?:\w+ ){1,3}?(?:supposed|meant|expected|advised) to do\b"
)

_WHAT = r"\bwh?at(?:['’]?s)?\b"
_OF_RESPONSE = re.compile(
    rf"{_WHAT}(?P<who>(?: [\w'’-]+){{0,6}}?) (?:promis\w+|pledg\w+|commit\w+"
    r"|(?:is|are|was|were|been) (?:agreed|planned)\b"
    r"|(?:agree\w*|undert\w+|intend\w*|plan(?:s|ned|ning)?|going|said (?:\w+ )?(?:will|would))"
    r" (?:to )?(?:do|be done|change|improve|put in place)\b)(?: to(?: do(?:ing)?)?\b)?"
    rf"|\bwhat(?: has| have| is| are|['’]?s)\b(?P<done_by>(?: [\w'’-]+){{0,5}}?)(?: already)?"
    r" (?:been (?:done|changed|improved|put in place)|being (?:done|changed)|done|doing|changed"
    r"|improved)\b"
    r"|\bwhat will\b(?P<will>(?: [\w'’-]+){1,4}?) (?:do|be done|change|be changed|put in place)\b"
    rf"|{_WHAT}(?: \w+)? (?:steps|changes|improvements|actions?)\b(?P<by>(?: [\w'’-]+){{0,6}}?)"
    r" (?:t(?:ake|aken|aking|ook)|made|make|done|put in place|introduced)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since(?: then)?|already|so far|as a result(?: of)?|in response(?: to)?|after(?:wards)?"
    r"|following)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:(?:the|local|safeguarding|child(?:ren)?s?['’]?s?) ){0,4}"
    r"(?:partnership|board|council|authority|agencies|area|county|borough|lscb|[a-z]{1,2}scb"
    r"|[a-z]{1,2}scp)\b",
    re.IGNORECASE,
)
"""Who answers a review: no topic beside what they have done about it."""


def read_response(question: str) -> frozenset[str] | None:
    """Stems of what is left of a question after what has been done or promised since: its topic.
    None for any other."""
    stretches = _response_stretches(question)
    return frozenset(stem(blot(question, stretches))) if stretches else None


def _response_stretches(question: str) -> tuple[Span, ...]:
    """Where it says so; empty for any other question."""
    found = _OF_RESPONSE.search(question)
    if found is None or _AT_THE_TIME.search(question) or asks_advice(question.casefold()):
        return ()
    group = next((g for g, words in found.groupdict().items() if words is not None), None)
    a, b = found.span(group) if group else (found.end(), found.end())
    theirs = [(a + m.start(), a + m.end()) for m in _THEIRS.finditer(question[a:b])]
    since = [m.span() for m in _SINCE.finditer(question)]
    return ((found.start(), a), *theirs, (b, found.end()), *since)


def asks_response(text: str) -> bool:
    """What has been done or promised since; what was done in the case itself is another thing.
    `text` is plain."""
    return _RESPONSE.search(text) is not None and not _AT_THE_TIME.search(text)


def asks_advice(text: str) -> bool:
    """What is to be done."""
    return _ADVICE.search(text) is not None
