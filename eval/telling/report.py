"""A record in, all that is told of it out: made once, for a terminal and for a page."""

from functools import partial

from eval.measuring.calibration import reliability
from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import REFUSED
from eval.telling.beside import beside_hybrid, beside_others
from eval.telling.drawings import draw_bars, draw_reliability
from eval.telling.read import tell_readings
from eval.telling.records import Record
from eval.telling.tables import (
    FIGURE,
    Section,
    Table,
    figure_cells,
    show_interval,
    show_type,
    tell_figures,
)
from eval.telling.wordings import tell_wordings
from eval.telling.worst import tell_worst

_MADE_OF = ("corpus", "index", "models", "settings", "code", "machine")
_BETTER = {True: "higher", False: "lower", None: "neither"}


def sections_of(record: Record) -> list[Section]:
    sections = [
        _headline(record),
        _figures(record),
        beside_hybrid(record),
        tell_wordings(record),
        tell_readings(record),
        beside_others(record),
        _types(record),
        _confidence(record),
        tell_worst(record.rows),
        _made_of(record),
    ]
    return [each for each in sections if each.remark or each.tables]


def about(record: Record) -> str:
    asked = record.set
    part = "" if asked.part == "all" else f"; {asked.part} part"
    frozen = "frozen, and unchanged" if asked.frozen else "not frozen"
    return (
        f"{asked.questions} questions of {asked.name} ({frozen}{part}), asked of "
        f"{record.corpus['documents']} documents in {record.seconds:.0f} s."
    )


def tell_what_is_missing(record: Record) -> list[str]:
    """A sentence each: where a run was stopped, and what of the set was left out."""
    asked, told = record.set, []
    if record.is_partial:
        told.append(
            f"Stopped after {asked.questions} of {asked.planned} questions: a part of the run."
        )
    if asked.left_out:
        told.append(f"Left out: {'; '.join(asked.left_out)}.")
    return told


def _headline(record: Record) -> Section:
    figure = record.figures.get(record.headline)
    if figure is None:
        return Section(
            "Headline",
            f"{record.headline} cannot be told of these questions: it needs answerable ones and"
            " unanswerable ones.",
        )
    told = f"{record.headline}, 95 % interval {show_interval(figure)}, n {figure.n}"
    return Section(
        "Headline",
        "From 0 to 1. It is 0 for whoever answers everything and for whoever refuses everything.",
        lead=(f"{figure.value:.3f}", told),
    )


def _figures(record: Record) -> Section:
    """One table a family, in the order of the measures."""
    families: dict[str, list[tuple[str, ...]]] = {}
    for measure in record.measures:
        if figure := record.figures.get(measure.name):
            better = _BETTER[measure.higher_is_better]
            row = (measure.name, *figure_cells(figure), better)
            families.setdefault(measure.family, []).append(row)
    return Section(
        "Figures",
        "Intervals are bootstrapped by question. One that ends where it begins says only that all"
        " questions came out alike: of n questions without a fault, up to about 3 in n of others"
        " may still have one.",
        [Table(name.capitalize(), ("Measure", *FIGURE, "Better"), rows)
         for name, rows in families.items()],
    )  # fmt: skip


def _types(record: Record) -> Section:
    """How well those with an answer were answered, and how often the others were refused."""
    tables = []
    for measure in (GROUNDED, REFUSED):
        found = {show_type(k): figures[measure] for k, figures in record.types.items()
                 if measure in figures}  # fmt: skip
        title = f"{measure}, by type of question"
        if found:
            drawing = partial(draw_bars, title, found)
            tables.append(tell_figures(title, "Type", found, drawing))
    for kind, figures in record.types.items():
        title = f"Questions of the type {show_type(kind)}"
        tables.append(tell_figures(title, "Measure", figures, folded=True))
    return Section("By type of question", "", tables)


def _confidence(record: Record) -> Section:
    bins = reliability(record.rows)
    if not bins:
        return Section("Confidence", "No answer of this run has a confidence.")
    rows = [
        (f"{each.low:.1f} to {each.high:.1f}", f"{each.confidence:.3f}", f"{each.right:.3f}",
         f"{each.n}")
        for each in bins
    ]  # fmt: skip
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
    packages = list(record.packages.items())
    tables = [
        Table("Fingerprints are SHA-256", ("What", "Value"), [*rows, ("run", record.id)],
              prose=True),
        Table("Versions of all packages", ("Package", "Version"), packages, folded=True),
    ]  # fmt: skip
    return Section("What was measured", "", tables, for_page=True)
