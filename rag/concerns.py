"""What a person typed in, whether somebody may be at risk now out.

A rule of thumb that leans to caution: whoever tells of a danger in the first person, as seen, heard
or going on, is shown whom to call; a question of practice, or of what a review says, is not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rag.phrases import load_phrases, plain

Kind = Literal["asker_harm", "asker", "child"]
_QUOTED = re.compile(r"(?<!\w)[\"“‘'].+?[\"”’'](?!\w)")
_ABOUT_QUOTE = re.compile(
    r"\b(?:quot\w+|sentence|phrase|wording|words|which review|any (?:of the )?reviews?|is that in)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Concern:
    kind: Kind
    """Who may be at risk: a child or somebody else (child), the asker (asker), or a child at the
    asker's hands (asker_harm)."""
    words: str
    """What gave it away, in lower case and without marks."""


@dataclass(frozen=True, slots=True)
class _Sign:
    kind: Kind
    pattern: re.Pattern[str]
    veto: re.Pattern[str] | None


def read_concern(text: str) -> Concern | None:
    """Of several, the asker's own first."""
    if _ABOUT_QUOTE.search(text):
        text = _QUOTED.sub(" ", text)
    sentences = plain(text)
    for sign in _signs():
        for found in sign.pattern.finditer(sentences):
            if sign.veto is None or not sign.veto.search(_sentence(sentences, found)):
                return Concern(sign.kind, found.group())
    return None


def _sentence(text: str, found: re.Match[str]) -> str:
    start = text.rfind(" . ", 0, found.start() + 1)
    end = text.find(" . ", found.end() - 1)
    return text[max(start, 0) : end + 2 if end >= 0 else len(text)]


@cache
def _signs() -> Sequence[_Sign]:
    phrases = load_phrases("concerns")
    vetoes = phrases.content["veto"]
    return [
        _Sign(
            sign["kind"],
            phrases.compile(*sign["patterns"]),
            phrases.compile(*(p for v in sign["unless"] for p in vetoes[v]))
            if "unless" in sign
            else None,
        )
        for sign in phrases.content["sign"]
    ]
