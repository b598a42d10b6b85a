"""What a person tells, rather than asks, in; a concern that only its meaning gives away out.

`concerns` reads the words; this catches what is told in words that no list foresees."""

import re

from rag.index.library import Library
from rag.questions.anchors import nearness
from rag.questions.concerns import Concern, Kind
from rag.questions.phrases import load_phrases, plain

MARGIN = 0.08
"""By so much what is told must be nearer to an example of danger than to one of everyday work."""
MARGIN_CLOSE = 0.02
"""The same where it is told of somebody whom the asker knows. Both lie between the practitioners'
sentences (up to .07 and -.06) and the concerns (from .09 and .07 on) of made-up questions."""
_KINDS: tuple[Kind, ...] = ("asker_harm", "asker", "child")
_SELF = re.compile(r" (?:i|im|ive|id|ill|my|me|we|our|us) ")
_DOING = re.compile(r"(?:^| )(?:i|im|ive|id|ill)(?: |$)")
"""Without it nobody tells of what they do themselves: "she told me that her uncle ..."."""
_PAST = re.compile(r" (?:was|were|had|said) ")


def read_telling(text: str, library: Library) -> Concern | None:
    told = _told(text)
    if not told:
        return None
    words = " ".join(told)
    near = nearness(words, library, "concerns")
    kind = max(_KINDS, key=near.__getitem__)
    close = load_phrases("concerns").pattern("close").search(plain(text))
    if near[kind] - near["everyday"] <= (MARGIN_CLOSE if close else MARGIN):
        return None
    if kind == "asker_harm" and not _DOING.search(words):
        kind = "child"
    return Concern(kind, words)


def _told(text: str) -> list[str]:
    """The sentences that tell of somebody in the present or of the asker; none of a text about
    reviews, but for what the asker tells of their own."""
    phrases = load_phrases("concerns")
    sentences = [f" {s.strip()} " for s in plain(text).split(" . ") if s.strip()]
    asking, people = phrases.pattern("asking"), phrases.pattern("people")
    silent, frame = phrases.pattern("silent"), phrases.compile("{frame}")
    framed = any(frame.search(sentence) for sentence in sentences)
    return [
        sentence.strip()
        for sentence in sentences
        if people.search(sentence)
        and not asking.match(sentence, 1)
        and not silent.search(sentence)
        and (_SELF.search(sentence) or not (framed or _PAST.search(sentence)))
    ]
