"""A question in, the words of it out that ask which reviews say nothing of something: "don't
mention", "are silent on"."""

import re

from rag.language.word_classes import words_of
from rag.types import Span

_NOT = (
    r"(?:(?:do|does|did|have|has|had|are|is|were|was)(?:n['’]?t| not)"
    r"|never|fails? to|failed to|without)"
)
_TELL = rf"(?:{words_of('say', 'treat')}\b|(?:ha(?:s|ve)|report|get|go|bring|pick|about)\w*)"
_ABOUT = r"(?: (?:anything|any|at all|much|up|into|with|about|at|on|to|of|from|as))*\b"
_SILENT = re.compile(
    rf"\b(?:that |which |who )?(?:{_NOT}(?: (?:actually|even|really|ever))? {_TELL}{_ABOUT}"
    rf"|(?:say|says|said|have|has|had|tell us|tells us) (?:nothing|no word){_ABOUT}"
    rf"|(?:make|makes|made|with|have|has) no (?:mention|reference){_ABOUT}"
    r"|(?:are|is|were|was|stay|stays|keep|keeps) (?:silent|quiet) (?:on|about)"
    r"|(?:leave|leaves|left|miss|misses|missed) out)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\b(?:which|what|any|who|name|list|all)\b"
    r"(?: of)?(?: (?:the|these|those|them|your|our|other|\d|two|three|four|five))*"
    rf"(?: {words_of('review', 'document', 'case', 'one')})? ?$",
    re.IGNORECASE,
)
"""In front of it: they are asked which, not what a review did not do."""


def find_silence(question: str) -> Span | None:
    silent = _SILENT.search(question)
    if silent is None or not _WHICH.search(question[: silent.start()]):
        return None
    return silent.span()
