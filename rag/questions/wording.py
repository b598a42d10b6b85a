"""The words of a question: seen by what reads it, and by no answerer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    text: str
    """As typed, its slips mended; a follow-up that leaves its verb unsaid has the words of the
    turn before it."""
    bare: str
    """The same without the names of documents."""
