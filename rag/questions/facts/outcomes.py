""" "Was he charged", "what was the verdict" in, what a sentence tells of it in court out."""

import re
from dataclasses import dataclass

from rag.questions.facts.answer_type import AnswerType, AskedFact, words_said

_WHAT_SENTENCE = re.compile(
    r"\b(?:what|which|long a) sentence\b|\bhow long (?:was|were|is) [\w'’ ]{1,40}\bsentence\b",
    re.IGNORECASE,
)
_WHAT_OUTCOME = re.compile(r"\b(?:outcome|result|verdict)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome(AnswerType):
    def read(self, question: str) -> "AskedOutcome | None":
        found = self.asks.search(question)
        if found is None:
            return None
        outcome = _WHAT_OUTCOME.search(question) is not None
        sentence = _WHAT_SENTENCE.search(question) is not None
        said = words_said(question)
        return AskedOutcome(self, found[0], said, outcome=outcome, sentence=sentence)


@dataclass(frozen=True, slots=True)
class AskedOutcome(AskedFact):
    outcome: bool
    sentence: bool

    def carried_by(self, text: str) -> tuple[int, ...]:
        """ "Who was prosecuted" is answered by "was prosecuted"; "what sentence" is not."""
        found = list(self.kind.carries.finditer(text))
        if self.outcome:
            return tuple(f.start() for f in found if not f[0].casefold().startswith("arrest"))
        if self.sentence:
            return tuple(f.start() for f in found if f["sentence"])
        said = {word[:5] for word in self.said}
        return tuple(f.start() for f in found if f[0].casefold()[:5] in said)
