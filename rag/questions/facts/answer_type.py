"""A kind of answer that a question may ask for: what asks for it, and what carries it."""

import re
from dataclasses import dataclass


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

    def carried_by(self, question: str, text: str) -> tuple[int, ...]:
        """Where the text carries it. The question's own words do not count as the answer: "who
        was the expert witness" is not answered by "an expert witness"."""
        said = {word.casefold() for word in re.findall(r"\w+", question)}
        return tuple(
            found.start()
            for found in self.carries.finditer(text)
            if found[0].casefold() not in said
        )


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
