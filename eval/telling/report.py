"""A run told to a person: figures with their intervals, types, controls, the worst questions."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.asking.run import Result, Run
from eval.measuring.measures import Score, order_shown
from eval.measuring.summary import Figure, group_by_type, summarise

WORST = 20

Json = dict[str, Any]


def to_json(run: Run) -> Json:
    """Figures overall, by type and of the controls; `questions` has a row for each."""
    return {
        "figures": _figures_json(run.scores),
        "length": _lengths(run.scores),
        "latency": _latencies(run.scores),
        "types": {kind: _figures_json(group) for kind, group in group_by_type(run.scores).items()},
        "controls": {name: _figures_json(scores) for name, scores in run.controls.items()},
        "questions": [_row_json(result) for result in run.results],
    }


def print_run(console: Console, run: Run) -> None:
    _print_figures(console, run.scores)
    _print_types(console, run.scores)
    _print_controls(console, run)


def print_worst(console: Console, run: Run) -> None:
    """The questions that lost most, with what was shown and what was missed."""
    lost = [result for result in run.results if _gained(result.score) < 1]
    for result in sorted(lost, key=lambda each: _gained(each.score))[:WORST]:
        _print_result(console, result)


def _gained(score: Score) -> float:
    """0 to 1: the least of what the question could win."""
    chances = (score.recall, score.label, score.verbatim, score.reason, score.masked, score.credit)
    return min(value for value in chances if value is not None)


def _print_figures(console: Console, scores: Sequence[Score]) -> None:
    table = Table("measure", "value", "95 % interval", "n", title=f"{len(scores)} questions")
    for figure in summarise(scores):
        low, high = figure.interval
        table.add_row(figure.name, f"{figure.value:.3f}", f"{low:.3f} - {high:.3f}", str(figure.n))
    console.print(table)
    length, latency = _lengths(scores), _latencies(scores)
    console.print(
        f"quoted words of an answer: median {length['median']:.0f}, mean {length['mean']:.0f}; "
        f"seconds: p50 {latency['p50']:.3f}, p95 {latency['p95']:.3f}"
    )


def _print_types(console: Console, scores: Sequence[Score]) -> None:
    columns = ("recall", "any gold", "first doc", "first unit", "label", "credit", "reason")
    table = Table("type", "n", *columns, "words", title="by type")
    for kind, group in group_by_type(scores).items():
        values: list[list[float | None]] = [
            [score.recall for score in group],
            [score.any_gold for score in group],
            [score.first_document for score in group],
            [score.first_unit for score in group],
            [score.label for score in group],
            [score.credit for score in group],
            [score.reason for score in group],
        ]
        words = f"{np.median([score.words for score in group]):.0f}"
        table.add_row(kind, str(len(group)), *map(_mean_text, values), words)
    console.print(table)


def _print_controls(console: Console, run: Run) -> None:
    columns = {"this system": run.scores, **run.controls}
    table = Table("measure", *columns, title="beside controls")
    summaries = [{figure.name: figure for figure in summarise(s)} for s in columns.values()]
    for name in summaries[0]:
        found = (summary.get(name) for summary in summaries)
        table.add_row(name, *(f"{figure.value:.3f}" if figure else "-" for figure in found))
    console.print(table)


def _print_result(console: Console, result: Result) -> None:
    question, answer, score = result.question, result.answer, result.score
    console.print(Text(f"\n{question.id} {question.type}: {' / '.join(question.turns)}", "bold"))
    values = {"recall": score.recall, "label": score.label, "credit": score.credit}
    marks = ", ".join(f"{name} {value:.2f}" for name, value in values.items() if value is not None)
    console.print(Text(f"  {marks}; {answer.status} {answer.reason or ''}, {score.words} words"))
    for citation in order_shown(answer):
        place = f"{citation.document}, {citation.label}"
        console.print(Text(f"  shown  [{citation.n}] {place}: {citation.quote}"))
    for target in score.missed:
        sought = " ".join(target.words or ("(the whole unit)",))
        console.print(Text(f"  missed {target.document}, {target.under}: {sought}"))


def _mean_text(values: Sequence[float | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{np.mean(known):.2f}" if known else "-"


def _figures_json(scores: Sequence[Score]) -> Json:
    return {figure.name: _figure_json(figure) for figure in summarise(scores)}


def _figure_json(figure: Figure) -> Json:
    return {"value": figure.value, "interval": list(figure.interval), "n": figure.n}


def _lengths(scores: Sequence[Score]) -> dict[str, float]:
    """Words of the quotations of an answer; answers without any are left out."""
    words = [score.words for score in scores if score.words] or [0]
    return {"median": float(np.median(words)), "mean": float(np.mean(words))}


def _latencies(scores: Sequence[Score]) -> dict[str, float]:
    p50, p95 = np.percentile([score.seconds for score in scores], [50, 95])
    return {"p50": float(p50), "p95": float(p95)}


def _row_json(result: Result) -> Json:
    score = result.score
    return {
        "id": result.question.id,
        "type": score.type,
        "status": result.answer.status,
        "reason": result.answer.reason,
        "recall": score.recall,
        "label": score.label,
        "credit": score.credit,
        "words": score.words,
        "seconds": round(score.seconds, 4),
    }
