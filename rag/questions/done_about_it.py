"""A turn in plain words in, whether it asks what is done about something out."""

import re

_NOUN = r"(?:response|changes?|plans?)"
_RESPONSE = re.compile(
    r"\b(?:what|whats|wots?|anything|something)\b(?: \w+){0,5}? (?:done|doing|changing|changed"
    r"|promis\w+|pledged|committed|put in place|planned|planning)\b"
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


def asks_response(text: str) -> bool:
    """What has been done or promised since; what was done in the case itself is another thing."""
    return _RESPONSE.search(text) is not None and not _AT_THE_TIME.search(text)


def asks_advice(text: str) -> bool:
    """What is to be done."""
    return _ADVICE.search(text) is not None
