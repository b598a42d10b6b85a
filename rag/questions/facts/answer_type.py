"""A kind of fact that a question may ask for: what asks for it, and what states it."""

import re
from dataclasses import dataclass

LONGEST_WISH = 5
"""Words of what asks for a fact, up to which they are no topic."""


@dataclass(frozen=True, slots=True)
class AnswerType:
    name: str
    """As a reader would call what is missing: "the date"."""
    asks: re.Pattern[str]
    carries: re.Pattern[str]
    share: float = 0.0
    """Least share of the question's topic that the sentence which carries it must speak of."""
    of_person: bool = False
    """It must be said of the very person who is asked about: mother's age is not the child's."""

    def read(self, question: str) -> "AskedFact | None":
        """None where the question does not ask for it."""
        found = self.asks.search(question)
        return AskedFact(self, found[0], words_said(question)) if found else None


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A fact that a question asks for, with what of the question's words tells it in a text."""

    kind: AnswerType
    asked: str
    """The words that ask for it."""
    said: frozenset[str]
    """All words of the question, in small letters."""

    @property
    def name(self) -> str:
        return self.kind.name

    @property
    def share(self) -> float:
        return self.kind.share

    @property
    def of_person(self) -> bool:
        return self.kind.of_person

    @property
    def wish(self) -> str:
        """The words that ask for it, where they are few: no topic."""
        return self.asked if len(self.asked.split()) <= LONGEST_WISH else ""

    def carried_by(self, text: str) -> tuple[int, ...]:
        """Where the text carries it. The question's own words do not count as the answer: "who
        was the expert witness" is not answered by "an expert witness"."""
        return tuple(
            found.start()
            for found in self.kind.carries.finditer(text)
            if found[0].casefold() not in self.said
        )


def words_said(question: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in re.findall(r"\w+", question))


def answer_type(
    name: str,
    asks: str,
    carries: str | re.Pattern[str],
    *,
    share: float = 0.0,
    of_person: bool = False,
) -> AnswerType:
    asked = re.compile(asks, re.IGNORECASE)
    carried = re.compile(carries, re.IGNORECASE) if isinstance(carries, str) else carries
    return AnswerType(name, asked, carried, share, of_person)
