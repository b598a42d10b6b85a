"""A question after units in, whether they are to be about something out: "recommendations that
mention GPs", not "those under recording"."""

import re
from dataclasses import dataclass

from rag.backends.lexical import stem
from rag.language.topic_words import TopicWord
from rag.questions.units.headings import HeadingsSaid

_ABOUT = re.compile(r"\b(?:about|on|re|regarding|concerning|mention\w*|speak\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MatterAsked:
    about: bool
    """Not "under multi-agency processes" nor "on the injuries theme": a heading and no more."""
    behind: str
    """What stands behind "about" and its like, in small letters."""

    def is_about(self, term: TopicWord) -> bool:
        """Is it one of the words behind "about"?"""
        return term.words in self.behind or term.words in stem(self.behind)


def read_matter(question: str, headings: HeadingsSaid) -> MatterAsked:
    ends = [found.end() for found in _ABOUT.finditer(question)]
    behind = " ".join(question[at:].casefold() for at in ends)
    return MatterAsked(bool(ends) and not headings.in_part, behind)
