"""What a language model said of a run, told with the prompt, the model and its agreement next to
every score."""

import html

from rich.console import Console

from eval.measuring.figures import Interval
from eval.telling.judged import Judged, LabelAgreement, Score
from eval.telling.tables import show_interval, show_value, table
from rag.commands.streams import words

_NOTE = (
    "A language model's opinion, which counts in no other figure. It is worth as much as it agrees"
    " with the labels."
)


def print_judged(console: Console, judged: Judged) -> None:
    console.print(words(f"\njudged by {judged.model} at {judged.host}", "bold"))
    if judged.stopped:
        console.print(words(f"  No scores: {judged.stopped}"))
        return
    console.print(f"  {_NOTE}")
    for score in judged.scores:
        console.print(words(f"  {score.name}: {_value(score)} ({_interval(score)}), {_n(score)}"))
        console.print(words(f"    {_missing(score)}"))
        console.print(words(f"    model {judged.model} at {judged.host}"))
        console.print(words(f"    prompt {score.prompt}, SHA-256 {score.prompt_sha256}"))
        console.print(words(f"    agreement: {tell_agreement(score.agreement)}"))


def show_judged(judged: Judged) -> str:
    """As a part of a page."""
    if judged.stopped:
        return f"<p>No scores: {html.escape(judged.stopped)}</p>"
    heads = ("Measure", "Score", "95 % interval", "n", "Without a verdict", "Model", "Prompt",
             "Agreement with the labels")  # fmt: skip
    rows = [
        (
            score.name,
            _value(score),
            _interval(score),
            _n(score),
            _missing(score),
            f"{judged.model} at {judged.host}",
            f"{score.prompt}, SHA-256 {score.prompt_sha256}",
            tell_agreement(score.agreement),
        )
        for score in judged.scores
    ]
    return f"<p>{_NOTE}</p>" + table("Judged by a language model", heads, rows)


def _value(score: Score) -> str:
    return show_value(score.figure.value if score.figure else None)


def _interval(score: Score) -> str:
    return show_interval(score.figure) if score.figure else "–"


def _n(score: Score) -> str:
    return f"{score.figure.n if score.figure else 0} questions, {score.statements} statements"


def _missing(score: Score) -> str:
    if not score.no_verdict:
        return "0 without a verdict"
    return f"{score.no_verdict} without a verdict, {show_value(score.at_least)} if all were bad"


def tell_agreement(agreement: LabelAgreement | None) -> str:
    if agreement is None:
        return "no labels"
    kappa = _with_interval(agreement.kappa, agreement.kappa_interval)
    accuracy = _with_interval(agreement.balanced_accuracy, agreement.balanced_accuracy_interval)
    return (
        f"kappa {kappa}, balanced accuracy {accuracy}, {agreement.n} statements labelled by "
        f"{' and '.join(agreement.by)}, {agreement.no_verdict} without a verdict"
    )


def _with_interval(value: float, interval: Interval) -> str:
    return f"{value:.3f} ({interval[0]:.3f} to {interval[1]:.3f})"
