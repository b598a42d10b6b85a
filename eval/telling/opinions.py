"""What readers, and a language model, said of the answers: never told without what one needs in
order to doubt it."""

from collections import Counter

from eval.measuring.figures import Interval
from eval.reading.readings import CONTENT, VERDICTS, Reading, alike
from eval.telling.records import Judged, LabelAgreement, Record, Score
from eval.telling.tables import Section, Table, figure_cells, show_value


def tell_readings(record: Record) -> Section:
    verdicts = [verdict.capitalize() for verdict in VERDICTS]
    heads = ("Read by", "Answers", *verdicts, "Content", "Misleading, share", "What failed")
    rows = [_cells(each) for each in record.readings]
    share, told = alike(record.readings), ""
    if share is not None:
        told = f"Of the answers read twice, {share:.0%} were judged alike, content or not."
    tables = [Table("Answers read", heads, rows)] if rows else []
    return Section("Read by people or a model", told, tables)


def _cells(reading: Reading) -> tuple[str, ...]:
    verdicts = reading.verdicts.values()
    counts, read = Counter(each.verdict for each in verdicts), len(verdicts)
    stages = Counter(each.stage for each in verdicts if each.stage).most_common()
    return (
        reading.by,
        f"{read}",
        *(f"{counts[verdict]}" for verdict in VERDICTS),
        show_value(sum(counts[each] for each in CONTENT) / read),
        show_value(counts["misleading"] / read),
        ", ".join(f"{stage} {n}" for stage, n in stages) or "–",
    )


def tell_judged(judged: Judged | None) -> Section:
    """Each score with the model, the prompt and its agreement with the labels."""
    title = "Judged by a language model"
    if judged is None:
        return Section(title, "")
    if judged.stopped:
        return Section(title, f"No scores: {judged.stopped}")
    return Section(
        title,
        "A language model's opinion, which counts in no other figure. It is worth as much as it"
        " agrees with the labels.",
        [_table(judged, score) for score in judged.scores],
    )


def _table(judged: Judged, score: Score) -> Table:
    value, interval, n = figure_cells(score.figure)
    missing = f"{score.no_verdict}"
    if score.no_verdict:
        missing += f"; the score is {show_value(score.at_least)} if all of them were bad"
    rows = [
        ("95 % interval", interval),
        ("n", f"{n} questions, {score.statements} statements"),
        ("Without a verdict", missing),
        ("Model", f"{judged.model} at {judged.host}"),
        ("Prompt", f"{score.prompt}, SHA-256 {score.prompt_sha256}"),
        ("Agreement", tell_agreement(score.agreement)),
    ]
    return Table(score.name, ("Score", value), rows, prose=True)


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
