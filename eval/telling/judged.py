"""What a language model said of a run: kept apart from the measures, and never without what one
needs in order to doubt it."""

from dataclasses import dataclass

from eval.measuring.figures import Figure, Interval


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """Of the judge with labels that two passes gave alike. A missing verdict agrees with none."""

    by: tuple[str, ...]
    """Who or what labelled: "person: ..." or "language model: ..."."""
    n: int
    """Statements."""
    no_verdict: int
    kappa: float
    """Of all verdicts, beyond chance (Cohen 1960)."""
    kappa_interval: Interval
    balanced_accuracy: float
    """Of the good verdict against the others."""
    balanced_accuracy_interval: Interval


@dataclass(frozen=True, slots=True)
class Score:
    name: str
    figure: Figure | None
    """Mean over questions of the share of their statements with the good verdict, of those with a
    verdict; None where there is no verdict at all."""
    at_least: float | None
    """The same with every missing verdict taken for a bad one; None without statements."""
    statements: int
    no_verdict: int
    prompt: str
    """Its file."""
    prompt_sha256: str
    agreement: LabelAgreement | None
    """None: there are no labels."""


@dataclass(frozen=True, slots=True)
class JudgedStatement:
    question: str
    """Id in the set."""
    text: str
    verdicts: dict[str, str | None]
    """By the score's name; None: no verdict."""
    instead: dict[str, str]
    """By the score's name, what was said where that is no verdict."""


@dataclass(frozen=True, slots=True)
class Judged:
    model: str
    host: str
    scores: tuple[Score, ...] = ()
    statements: tuple[JudgedStatement, ...] = ()
    """In the order of the questions, each wording of an answer once."""
    stopped: str | None = None
    """Why the model could not be asked to the end: then there are no scores."""
