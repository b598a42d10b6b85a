"""A question without the names of documents in, the parts out that "and", "or" or a comma joins."""

import re
from dataclasses import dataclass

from rag.backends.lexical import stem
from rag.language.topic_words import TopicWord

_JOINED = re.compile(r"[,/&+]|\b(?:and|or|n)\b", re.IGNORECASE)
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartsOfTopic:
    parts: tuple[str, ...]
    """In small letters."""
    either: bool
    """Any of them will do; without it all are wanted: "drink and domestic violence"."""

    def part_of(self, term: TopicWord) -> int | None:
        """The first that says it; None where it is of an earlier turn."""
        said = (i for i, part in enumerate(self.parts) if _is_said_in(term, part))
        return next(said, None)


def read_parts(topic: str) -> PartsOfTopic:
    parts = tuple(part.casefold() for part in _JOINED.split(topic))
    return PartsOfTopic(parts, _EITHER.search(topic) is not None)


def _is_said_in(term: TopicWord, part: str) -> bool:
    return term.words.casefold() in part or set(term.variants[0]) <= set(stem(part))
