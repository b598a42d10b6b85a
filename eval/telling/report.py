"""A record in, all that is told of it out: made once, for a terminal and for a page."""

from functools import partial

from eval.measuring.calibration import reliability
from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import REFUSED
from eval.telling.drawings import draw_bars, draw_reliability
from eval.telling.opinions import tell_judged, tell_readings
from eval.telling.records import Record
from eval.telling.tables import (
    DIFFERENCE,
    FIGURE,
    Section,
    Table,
    difference_cells,
    figure_cells,
    show_interval,
    show_type,
    tell_compared,
    tell_figures,
)
from eval.telling.worst import tell_wordings, tell_worst

_MADE_OF = ("corpus", "index", "models", "settings", "code", "machine")
_BETTER = {True: "higher", False: "lower", None: "neither"}


def sections_of(record: Record) -> list[Section]:
    sections = [
        _headline(record),
        _figures(record),
        _beside_hybrid(record),
        tell_wordings(record),
        tell_readings(record),
        _beside_others(record),
        _types(record),
        _confidence(record),
        tell_judged(record.judged),
        tell_worst(record.rows),
        _made_of(record),
    ]
    return [each for each in sections if each.remark or each.tables]


def about(record: Record) -> list[str]:
    """A sentence each: what was asked of what; where the run was stopped, and what of the set was
    left out."""
    asked = record.set
    part = "" if asked.part == "all" else f"; {asked.part} part"
    frozen = "frozen, and unchanged" if asked.frozen else "not frozen"
    told = [
        f"{asked.questions} questions of {asked.name} ({frozen}{part}), asked of"
        f" {record.corpus['documents']} documents in {record.seconds:.0f} s."
    ]
    if record.is_partial:
        told.append(
            f"Stopped after {asked.questions} of {asked.planned} questions: a part of the run."
        )
    if asked.left_out:
        told.append(f"Left out: {'; '.join(asked.left_out)}.")
    return told


def _headline(record: Record) -> Section:
    name, figure = record.headline, record.figures.get(record.headline)
    told = f"{name} cannot be told of these questions: it needs answerable and unanswerable ones."
    if figure:
        told = (
            f"{figure.value:.3f} {name}\n95 % interval {show_interval(figure)}, n {figure.n}. It is"
            " 0 for whoever answers everything, and for whoever refuses everything."
        )
    return Section("Headline", told)


def _figures(record: Record) -> Section:
    """One table a family, in the order of the measures."""
    families: dict[str, list[tuple[str, ...]]] = {}
    for measure in record.measures:
        if figure := record.figures.get(measure.name):
            row = (measure.name, *figure_cells(figure), _BETTER[measure.higher_is_better])
            families.setdefault(measure.family, []).append(row)
    heads = ("Measure", *FIGURE, "Better")
    return Section(
        "Figures",
        "Intervals are bootstrapped by question. One that ends where it begins says only that all"
        " questions came out alike: of n questions without a fault, up to about 3 in n of others"
        " may still have one.",
        [Table(name.capitalize(), heads, rows) for name, rows in families.items()],
    )


def _beside_hybrid(record: Record) -> Section:
    title, heads = "Beside a plain hybrid search", ("Plain hybrid", "Ours")
    overall = {each.measure: each for each in record.beside_hybrid}
    by_type = {
        f"{show_type(kind)}: {each.measure}": each
        for kind, compared in record.beside_by_type.items()
        for each in compared
    }
    tables = [
        tell_compared(title, *heads, overall),
        tell_compared(f"{title}, by type of question", *heads, by_type),
    ]
    return Section("Beside a plain hybrid", "", [table for table in tables if table.rows])


def _beside_others(record: Record) -> Section:
    """Everything else that was asked the same."""
    title, headline = "Beside baselines and controls", record.headline
    if not record.others:
        return Section(title, "Nothing else was asked in this run.")
    systems = {"this system": record.figures} | {o.name: o.figures for o in record.others}
    asked = {o.name: (o.kind, o.headline) for o in record.others}
    rows = []
    for name, figures in systems.items():
        kind, gap = asked.get(name, ("–", None))
        rows.append((name, kind, *figure_cells(figures.get(headline)), *difference_cells(gap)))
    every = [
        (measure.name, *(figure_cells(figure)[0] for figure in found))
        for measure in record.measures
        if any(found := [figures.get(measure.name) for figures in systems.values()])
    ]
    told = {name: figures[headline] for name, figures in systems.items() if headline in figures}
    heads = ("System", "Kind", *FIGURE, "Ours less it", *DIFFERENCE[1:])
    return Section(
        title,
        "Controls cost no thought, and none may win the headline figure. Each difference is paired"
        " by question; its interval is bootstrapped, its p from a permutation test, corrected for"
        " all of them (Holm). Baselines never refuse and so have nothing in the headline figure:"
        " compare them by the other measures.",
        [
            Table(headline, heads, rows, partial(draw_bars, headline, told) if told else None),
            Table("All measures of all that were asked", ("Measure", *systems), every),
        ],
    )


def _types(record: Record) -> Section:
    """How well those with an answer were answered, and how often the others were refused."""
    tables = []
    for measure in (GROUNDED, REFUSED):
        kinds = record.types.items()
        found = {show_type(kind): each[measure] for kind, each in kinds if measure in each}
        title = f"{measure}, by type of question"
        if found:
            tables.append(tell_figures(title, "Type", found, partial(draw_bars, title, found)))
    for kind, figures in record.types.items():
        title = f"Questions of the type {show_type(kind)}"
        tables.append(tell_figures(title, "Measure", figures, folded=True))
    return Section("By type of question", "", tables)


def _confidence(record: Record) -> Section:
    bins = reliability(record.rows)
    if not record.rows:
        return Section("Confidence", "The questions are sealed: totals alone are told.")
    if not bins:
        return Section("Confidence", "No answer of this run has a confidence.")
    rows = [
        (f"{b.low:.1f} to {b.high:.1f}", f"{b.confidence:.3f}", f"{b.right:.3f}", f"{b.n}")
        for b in bins
    ]
    heads = ("Band of confidence", "Mean confidence", "Share right", "n")
    return Section(
        "Confidence",
        "The system's confidence is its own chance that what it shows answers the question. Answers"
        " without one are left out. On the diagonal, confidence is exactly the share of questions"
        " that came out right; the larger a dot, the more questions.",
        [Table("Reliability", heads, rows, partial(draw_reliability, "Reliability", bins))],
    )


def _made_of(record: Record) -> Section:
    asked = {name: getattr(record.set, name) for name in ("name", "part", "sha256")}
    parts = {"set": asked} | {name: getattr(record, name) for name in _MADE_OF}
    rows = [
        (f"{name}: {key.replace('_', ' ')}", "none" if value is None else f"{value}")
        for name, part in parts.items()
        for key, value in part.items()
    ]
    made = Table("Fingerprints are SHA-256", ("What", "Value"), [*rows, ("run", record.id)],
                 prose=True)  # fmt: skip
    packages = [*record.packages.items()]
    versions = Table("Versions of all packages", ("Package", "Version"), packages, folded=True)
    return Section("What was measured", "", [made, versions], for_page=True)
