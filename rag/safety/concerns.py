"""What a person typed in, whether somebody may be at risk now out.

By words; `telling` adds what only its meaning gives away. It leans to caution: whoever tells of a
danger in the first person, as seen, heard or going on, is shown whom to call; a question of
practice, or of what a review says, is not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rag.language.phrases import load_phrases, plain
from rag.language.word_classes import words_of

Kind = Literal["asker_harm", "asker", "child"]
_QUOTED = re.compile(r"(?<!\w)[\"“‘'].+?[\"”’'](?!\w)")
_REVIEW = words_of("review")
_ABOUT_QUOTE = re.compile(
    rf"\b(?:quot\w+|sentence|phrase|wording|words|which {_REVIEW}|any (?:of the )?{_REVIEW}"
    r"|is that in)\b",
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
    also: re.Pattern[str] | None
    """Must be found too, wherever it stands."""
    veto: re.Pattern[str] | None
    """Silences the sentence that it stands in."""
    never: re.Pattern[str] | None
    """Silences all, wherever it stands."""

    def find(self, sentences: Sequence[str]) -> str | None:
        if self.never and self.never.search("".join(sentences)):
            return None
        speaking = [s for s in sentences if self.veto is None or not self.veto.search(s)]
        text = "".join(speaking)
        found = self.pattern.search(text)
        also = self.also is None or self.also.search(text)
        return found.group() if found and also else None


def read_concern(text: str) -> Concern | None:
    """Of several, the asker's own first."""
    if _ABOUT_QUOTE.search(text):
        text = _QUOTED.sub(" ", text)
    sentences = [f" . {sentence} . " for sentence in plain(text).split(" . ") if sentence.strip()]
    for sign in _signs():
        if words := sign.find(sentences):
            return Concern(sign.kind, words)
    return None


@cache
def _signs() -> Sequence[_Sign]:
    phrases = load_phrases("concerns")

    def compile_any(patterns: Sequence[str]) -> re.Pattern[str] | None:
        return phrases.compile(*patterns) if patterns else None

    return [
        _Sign(
            sign["kind"],
            phrases.compile(*sign["patterns"]),
            compile_any(sign.get("also", ())),
            compile_any([f"{{{veto}}}" for veto in sign.get("unless", ())]),
            compile_any([f"{{{veto}}}" for veto in sign.get("never", ())]),
        )
        for sign in phrases.content["sign"]
    ]
