"""What was measured in, the record of a run out."""

from collections.abc import Mapping, Sequence

from eval.asking.all_systems import KINDS, NAME
from eval.asking.baselines import HYBRID
from eval.asking.systems import Kind
from eval.measuring.citations import ELSEWHERE, FIRST_DOCUMENT, FIRST_UNIT
from eval.measuring.consistency import consistency, intents
from eval.measuring.coverage import ANY_GOLD, GOLD_RECALL
from eval.measuring.figures import Figure, Row, figures, group_by_type
from eval.measuring.goals import Askable, tell_left_out
from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import BALANCED
from eval.measuring.scoring import HEADLINE, MEASURES, measures_of
from eval.running.journal import Journal
from eval.running.plan import Plan
from eval.telling import provenance
from eval.telling.comparing import compare_rows, correct_all
from eval.telling.paired import Compared
from eval.telling.records import (
    AskedSet,
    Measured,
    Other,
    Record,
    trim,
    trim_figures,
)
from eval.telling.worst import gain
from rag.index.library import Library

BESIDE_HYBRID = (GOLD_RECALL, ANY_GOLD, FIRST_DOCUMENT, FIRST_UNIT, ELSEWHERE, BALANCED, GROUNDED)
"""Measures told as ours less the plain hybrid's."""
BESIDE_BY_TYPE = (GOLD_RECALL, ANY_GOLD, FIRST_DOCUMENT)


def make_record(plan: Plan, askable: Askable, journal: Journal, library: Library) -> Record:
    """Of the questions measured so far, in the order of the set."""
    measured = [journal.measured[q.id] for q in askable.questions if q.id in journal.measured]
    rows = {
        name: trim([each[name] for each in measured])
        for name in KINDS
        if measured and name in measured[0]
    }
    ours = rows[NAME]
    hybrid = rows.get(HYBRID, ())
    by_type = group_by_type(ours) if plan.by_type else {}
    head = journal.head
    return Record(
        id=head.run,
        made=head.made,
        seconds=0.0,
        headline=HEADLINE.name,
        set=AskedSet(
            plan.asked.name,
            plan.asked.part,
            head.measures["questions"],
            plan.asked.frozen,
            questions=len(ours),
            planned=len(askable.questions),
            left_out=tuple(tell_left_out(askable.left_out)),
        ),
        corpus=provenance.describe_corpus(library),
        index=provenance.describe_index(library),
        models=provenance.describe_models(plan.settings),
        settings={"library": "made for this run" if plan.data is None else "kept"},
        code=provenance.describe_code(),
        machine=provenance.describe_machine(),
        packages=provenance.versions(),
        measures=tuple(Measured(m.name, m.family, m.higher_is_better) for m in MEASURES),
        figures=_tell(ours),
        types={kind: _tell(group) for kind, group in by_type.items()},
        others=_others(rows),
        rows=ours,
        gains={row.question: round(gain(row), 6) for row in ours},
        beside_hybrid=_beside(hybrid, ours, BESIDE_HYBRID),
        beside_by_type=_beside_by_type(hybrid, by_type),
        consistency=trim_figures(consistency(intents(ours))),
    )


def _tell(rows: Sequence[Row], kind: Kind = "system") -> dict[str, Figure]:
    return trim_figures(figures(measures_of(kind), rows))


def _others(rows: dict[str, tuple[Row, ...]]) -> tuple[Other, ...]:
    """The headline differences are corrected for all of them together."""
    ours = rows[NAME]
    others = {name: each for name, each in rows.items() if name != NAME}
    compared = {name: compare_rows(HEADLINE, theirs, ours) for name, theirs in others.items()}
    known = {name: each for name, each in compared.items() if each}
    corrected = correct_all([*known.values()])
    gaps = {name: each.difference for name, each in zip(known, corrected, strict=True)}
    return tuple(
        Other(name, KINDS[name], _tell(theirs, KINDS[name]), gaps.get(name))
        for name, theirs in others.items()
    )


def _beside(
    hybrid: Sequence[Row], ours: Sequence[Row], names: Sequence[str]
) -> tuple[Compared, ...]:
    """Empty where the hybrid was not asked."""
    by_name = {measure.name: measure for measure in MEASURES}
    compared = (compare_rows(by_name[name], hybrid, ours) for name in names)
    return correct_all([each for each in compared if each])


def _beside_by_type(
    hybrid: Sequence[Row], by_type: Mapping[str, Sequence[Row]]
) -> dict[str, tuple[Compared, ...]]:
    theirs = group_by_type(hybrid)
    found = {
        kind: _beside(theirs.get(kind, ()), ours, BESIDE_BY_TYPE) for kind, ours in by_type.items()
    }
    return {kind: each for kind, each in found.items() if each}
