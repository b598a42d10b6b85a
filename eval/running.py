"""A question set and a corpus in, the record of a run out: the evaluation's main path."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from eval.asking.all_systems import all_systems
from eval.asking.bench import DIGESTS, open_bench
from eval.asking.systems import Kind, System
from eval.measuring.figures import Figure, figures, group_by_type
from eval.measuring.measures import HEADLINE, MEASURES, measures_of
from eval.measuring.rows import Row
from eval.measuring.scoring import Run, hold, run_systems
from eval.sets.asking import QUARTER, open_set, slice_set
from eval.sets.freezing import FOLDER
from eval.sets.questions import Question
from eval.telling import provenance
from eval.telling.comparing import compare_rows, correct_all
from eval.telling.judged import Judged
from eval.telling.records import AskedSet, Measured, Other, Record, name_run, trim, trim_figures
from eval.telling.worst import gain
from rag.index.library import Library
from rag.settings import Settings
from rag.types import Document

Judge = Callable[[System, Sequence[Question], Mapping[str, Document]], Judged]
"""Of a system's answers to the questions; documents by id."""


@dataclass(frozen=True, slots=True)
class Plan:
    questions: tuple[Question, ...]
    name: str
    """Of the set."""
    part: str
    frozen: bool
    corpus: Path
    data: Path | None
    """Folder of the library; None: made for this run and gone afterwards."""
    settings: Settings
    controls: bool = True
    ablations: bool = True
    types: bool = True
    """Tell the figures of each type of question, too."""
    judge: Judge | None = None
    """Asked about our own answers when everything is measured, so that it weighs on no figure."""


def run(plan: Plan) -> Record:
    """Raises UnknownDocument or UnknownUnit where the set's gold is not in the corpus, and what
    indexing and asking raise."""
    began, made = perf_counter(), datetime.now(UTC)
    with open_bench(plan.corpus, plan.data, plan.settings) as library:
        held = hold(library, plan.corpus)
        systems = all_systems(library, with_controls=plan.controls, with_ablations=plan.ablations)
        done = run_systems(systems, plan.questions, held)
        record = _record(done, plan, library, made)
        if plan.judge:
            judged = plan.judge(systems[0], plan.questions, held.documents)
            record = replace(record, judged=judged)
    return replace(record, seconds=round(perf_counter() - began, 1))


def run_fast(name: str, settings: Settings) -> Record:
    """A quarter of a set of ours over the bundled digests, asked of the system alone."""
    asked = open_set(FOLDER / f"{name}.jsonl")
    return run(
        Plan(
            slice_set(asked.questions),
            name=asked.name,
            part=QUARTER,
            frozen=asked.frozen,
            corpus=DIGESTS,
            data=None,
            settings=settings,
            controls=False,
            ablations=False,
            types=False,
        )
    )


def _record(done: Run, plan: Plan, library: Library, made: datetime) -> Record:
    code = provenance.describe_code()
    rows = trim(done.rows[done.systems[0].name])
    return Record(
        id=name_run(made, str(code["rag"])),
        made=made.isoformat(timespec="seconds"),
        seconds=0.0,
        headline=HEADLINE.name,
        set=AskedSet(
            plan.name, plan.part, fingerprint(plan.questions), plan.frozen, len(plan.questions)
        ),
        corpus=provenance.describe_corpus(library),
        index=provenance.describe_index(library),
        models=provenance.describe_models(plan.settings),
        settings={"library": "made for this run" if plan.data is None else "kept"},
        code=code,
        machine=provenance.describe_machine(),
        packages=provenance.versions(),
        measures=tuple(Measured(m.name, m.family, m.higher_is_better) for m in MEASURES),
        figures=_tell(rows),
        types=_by_type(rows) if plan.types else {},
        others=_others(done, rows),
        rows=rows,
        gains={row.question: round(gain(row), 6) for row in rows},
    )


def _by_type(rows: Sequence[Row]) -> dict[str, dict[str, Figure]]:
    return {kind: _tell(group) for kind, group in group_by_type(rows).items()}


def _tell(rows: Sequence[Row], kind: Kind = "system") -> dict[str, Figure]:
    return trim_figures(figures(measures_of(kind), rows))


def _others(done: Run, ours: Sequence[Row]) -> tuple[Other, ...]:
    """The headline differences are corrected for all of them together."""
    others = done.systems[1:]
    rows = {other.name: trim(done.rows[other.name]) for other in others}
    compared = {name: compare_rows(HEADLINE, theirs, ours) for name, theirs in rows.items()}
    known = [(name, each) for name, each in compared.items() if each]
    corrected = correct_all([each for _, each in known])
    gaps = {name: each.difference for (name, _), each in zip(known, corrected, strict=True)}
    return tuple(
        Other(other.name, other.kind, _tell(rows[other.name], other.kind), gaps.get(other.name))
        for other in others
    )


def fingerprint(questions: Sequence[Question]) -> str:
    """Of all that is in them, in their order."""
    told = [json.dumps(asdict(question), default=sorted, sort_keys=True) for question in questions]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
