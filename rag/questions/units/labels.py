"""A question in, the labels of units that it says whole out: "Finding 5, point 1"."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelsSaid:
    words: str
    """In small letters, a space around each."""

    @property
    def numbered(self) -> bool:
        return any(sign.isdigit() for sign in self.words)

    def says(self, label: str) -> bool:
        """Each of its parts, in any order."""
        return all(label_words(part) in self.words for part in label.split(", "))


def read_labels(question: str) -> LabelsSaid:
    return LabelsSaid(label_words(question))


def label_words(text: str) -> str:
    """In small letters, without marks, a space around each."""
    return " ".join(["", *re.findall(r"[^\W_]+", text.casefold()), ""])
