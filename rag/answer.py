"""What is given to a question: statements, their citations, and how far they answer it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from rag.trace import Proposed, Trace
from rag.types import Citation

if TYPE_CHECKING:
    from rag.questions.request import Request
else:
    # An answer knows nothing of how a question is read; it only hands the request on.
    Request = Any

Status = Literal["answered", "partial", "refused", "clarify"]
Verdict = Literal["confirmed", "contradicted", "not_stated"]
"""`contradicted`: the same fact stands there with another number, date or name, or denied."""


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    citations: tuple[int, ...] = ()
    verbatim: bool = False
    heading: bool = False
    """Stands above the statements that follow: the review that they are of, or what they tell."""
    claim: str | None = None
    """A sentence of a text that was given to be checked; what the text above says is said of it."""
    verdict: Verdict | None = None
    """On the claim; None where there is none."""

    @property
    def shown(self) -> str:
        """In quotation marks where the words are a review's own; a claim stands above its line."""
        said = f"“{self.text}”" if self.verbatim else self.text
        return f"{self.claim}\n{said}" if self.claim else said


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a message that holds several."""

    question: str
    status: Status
    reason: str | None
    statements: tuple[int, int]
    """The first and the last of the answer's statements that answer it, 0-based."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things that an answer offers or lists, as the request that it stands for."""

    words: str
    """As offered; empty where it is listed and not offered."""
    name: str
    """What a person may call it by: "Baby O, SSCB, 2016"; empty where only its words or its place
    pick it."""
    request: Request


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    """As typed; empty until `ask` gives the answer out."""
    status: Status
    reason: str | None
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    suggestions: tuple[str, ...] = ()
    confidence: float | None = field(default=None, compare=False)
    """Chance, 0 to 1, that the library answers the question: what is refused has a low one. None
    only before `ask` gives an answer out."""
    seconds: float = field(default=0.0, compare=False)
    way: str | None = field(default=None, compare=False)
    """Name of the step that answered; None only before `ask` gives an answer out."""
    form: str | None = field(default=None, compare=False)
    """What kind of answer it is, see `rag.answers.answer_forms`; None for no answer."""
    traces: tuple[Trace, ...] = field(default=(), compare=False)
    """Of each question of the message, where they were asked for."""
    proposals: tuple[Proposed, ...] = field(default=(), compare=False)
    """What each answerer would have shown, this one included, the likeliest first."""
    parts: tuple[Part, ...] = ()
    """One for each question of the message; empty where there is only one."""
    options: tuple[Option, ...] = field(default=(), compare=False)
    """What it offers, as in its suggestions, or the documents that it lists, in order: a later turn
    may pick one. The interchange prints their words alone, as suggestions."""

    @property
    def text(self) -> str:
        """The statements as shown, in order, a blank line between them, `[n]` after each claim."""
        return "\n\n".join(
            " ".join([s.shown, *(f"[{n}]" for n in s.citations)]) for s in self.statements
        )


def answered(
    statements: Sequence[Statement],
    citations: Sequence[Citation] = (),
    suggestions: Sequence[str] = (),
) -> Answer:
    return Answer("", "answered", None, tuple(statements), tuple(citations), tuple(suggestions))


def refused(reason: str, text: str, suggestions: Sequence[str] = ()) -> Answer:
    return Answer("", "refused", reason, (Statement(text),), (), tuple(suggestions))


def asked_back(text: str, suggestions: Sequence[str]) -> Answer:
    return Answer("", "clarify", "ambiguous", (Statement(text),), (), tuple(suggestions))
