"""A question in, the same without orders to the machine out: they are ignored, the rest is read."""

import re

from rag.language.phrases import load_phrases, plain
from rag.language.word_classes import words_of

_ASKS = (
    r"(?:what|who|which|when|where|why|how|tell|list|show|give|quote|find|summarise|did|does|is"
    r"|are)\b"
)
_PLEASE = words_of("please")
_START = rf"(?:(?<=[.;:,!?\]>])\s*|^\s*|\b(?:and|then|also|{_PLEASE}|now|but|first)\s+)"
_REST = (
    r"[^.;!?\n]*?(?=[.;!?\n]|$"
    rf"|,?\s+(?:and|then|also|but)\s+(?:then\s+|also\s+|{_PLEASE}\s+)?{_ASKS})"
)
_RULES = (
    r"(?:instructions?|rules?|prompts?|guidelines?|restrictions?|programming|training|safeguards?"
    r"|limits|filters?|system\s+message|said\s+(?:before|above)"
    r"|(?:was|were|been)\s+told(?:\s+before)?)"
)
_THEN = r"[\s,.;:!]*(?:(?:and|then|now|instead)\s+)*"
_COMMANDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{_PLEASE}\s+)?\b(?:ignore|disregard|forget|override|bypass|overrule)\b"
        rf"(?:\s+[\w']+){{0,5}}?\s+{_RULES}"
        r"(?:\s+(?:above|before|given|so\s+far"
        rf"|you\s+(?:were|have\s+been|are|got)(?:\s+given)?))?{_THEN}",
        r"\b(?:ignore|disregard|forget)\s+"
        r"(?:everything|all\s+of\s+(?:that|this|the\s+above)|the\s+above|all\s+that)"
        rf"(?:\s+(?:above|before|you\s+know|i\s+said))?{_THEN}",
        r"(?:^|(?<=[\n.;!?\]>]))\s*[<\[#*]*\s*"
        r"(?:system|assistant|developer|admin|root|instruction|new\s+instructions?)"
        r"\s*(?:prompt|message|override)?\s*[\]>]*\s*:\s*",
        rf"{_START}(?:you(?:'re|\s+are)\s+now|pretend|imagine\s+you(?:'re|\s+are)|act\s+as"
        rf"|behave\s+(?:as|like)|role\s?-?play|from\s+now\s+on)\b{_REST}",
        rf"{_START}(?:reveal|show|print|repeat|output|display|leak|dump|give|tell)\s+(?:me\s+|us\s+)?"
        r"(?:all\s+)?(?:of\s+)?"
        r"(?:(?:your|its)|the\s+(?=(?:hidden|secret|initial|original|internal|system)\s))\s*"
        r"(?:(?:hidden|secret|initial|original|full|own|internal)\s+)*"
        r"(?:system\s+)?(?:prompt|instructions|system\s+message|configuration|source\s+code"
        rf"|api\s+keys?|passwords?){_REST}",
        rf"{_START}(?:enter|enable|activate|switch\s+to|turn\s+on|go\s+into)\s+"
        rf"(?:\w+\s+){{0,2}}mode\b{_REST}",
        rf"{_START}(?:answer|respond|reply|speak|talk|write)\s+(?:only\s+|to\s+me\s+)?"
        r"(?:in\s+the\s+(?:style|voice)\s+of|like\s+an?|as\s+an?|as\s+if"
        rf"|without\s+(?:any\s+)?(?:citations?|sources?|checking)){_REST}",
        rf"{_START}(?:do\s+not|don['’]?t|never)\s+"
        rf"(?:cite|refuse|use\s+(?:the\s+)?(?:sources?|documents?|reviews?)|follow){_REST}",
        rf"{_START}(?:make\s+(?:something|it|one|a\s+quote)\s+up"
        rf"|invent\s+(?:a|an|some)\s+\w+){_REST}",
    )
)
_JOIN = re.compile(
    rf"(?<=[.;!?])\s+|\s*,?\s+(?:and|then|also)\s+(?=(?:then\s+|also\s+|{_PLEASE}\s+)?{_ASKS})",
    re.IGNORECASE,
)
_LINK = re.compile(r"^[\s,;:]*(?:(?:and|also|then|but|now)\s+)+", re.IGNORECASE)


def strip_commands(text: str) -> str:
    """ "" when nothing else was asked. Pieces that want a poem or a program go too, where
    another piece remains."""
    rest = text
    for command in _COMMANDS:
        rest = command.sub(" ", rest)
    if rest == text:
        return text
    pieces = [_LINK.sub("", piece).strip(" ,;:") for piece in _JOIN.split(rest)]
    task = load_phrases("asides").pattern("task")
    asked = [piece for piece in pieces if re.search(r"\w", piece)]
    useful = [piece for piece in asked if not task.search(plain(piece))]
    return " ".join(useful or asked)
