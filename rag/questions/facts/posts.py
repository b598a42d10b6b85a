""" "Who chaired it" in, whom a sentence says to have that post out."""

import re
from dataclasses import dataclass

from rag.language.role_words import POST
from rag.questions.facts.answer_type import AnswerType, AskedFact, words_said

_WROTE = frozenset({"autho", "revie", "write", "writt", "wrote", "led"})
"""Who writes a review leads it."""


@dataclass(frozen=True, slots=True)
class InPost(AnswerType):
    def read(self, question: str) -> "AskedPost | None":
        found = self.asks.search(question)
        return AskedPost(self, found[0], words_said(question)) if found else None


@dataclass(frozen=True, slots=True)
class AskedPost(AskedFact):
    def carried_by(self, text: str) -> tuple[int, ...]:
        """The chair of a board is not who wrote the review."""
        posts, told = _posts(self.asked), self.kind.carries.finditer(text)
        return tuple(found.start() for found in told if not posts.isdisjoint(_posts(found[0])))


def _posts(words: str) -> frozenset[str]:
    """Beginnings of the posts that the words have, and of those that are as good."""
    found = re.findall(rf"{POST}|\b(?:wrote|written|led)\b", words, re.IGNORECASE)
    posts = frozenset(post.casefold()[:5] for post in found)
    return posts if posts.isdisjoint(_WROTE) else posts | _WROTE
