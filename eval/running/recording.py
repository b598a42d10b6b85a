"""What was measured in, the record of a run out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eval.asking.all_systems import KINDS, NAME
from eval.asking.baselines import HYBRID
from eval.measuring.citations import ELSEWHERE, FIRST_DOCUMENT, FIRST_UNIT
from eval.measuring.consistency import consistency, intents
from eval.measuring.coverage import ANY_GOLD, GOLD_RECALL
from eval.measuring.figures import Row, figures, group_by_type
from eval.measuring.goals import Askable, tell_left_out
from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import BALANCED
from eval.measuring.scoring import HEADLINE, MEASURES, measures_of
from eval.running.journal import Journal
from eval.sets.opening import AskedQuestions
from eval.telling.comparing import Pair, compare_all
from eval.telling.paired import Compared
from eval.telling.provenance import MadeOf
from eval.telling.records import AskedSet, Measured, Other, Record
from eval.telling.worst import gain

BESIDE_HYBRID = (GOLD_RECALL, ANY_GOLD, FIRST_DOCUMENT, FIRST_UNIT, ELSEWHERE, BALANCED, GROUNDED)
"""Measures told as ours less the plain hybrid's."""
BESIDE_BY_TYPE = (GOLD_RECALL, ANY_GOLD, FIRST_DOCUMENT)


def make_record(
    asked: AskedQuestions, askable: Askable, journal: Journal, made_of: MadeOf
) -> Record:
    """Of the questions measured so far, in the order of the set."""
    measured = [journal.measured[q.id] for q in askable.questions if q.id in journal.measured]
    names = [name for name in KINDS if measured and name in measured[0]]
    rows = {name: tuple(_without_empty(each[name]) for each in measured) for name in names}
    ours, hybrid, head = rows[NAME], rows.get(HYBRID, ()), journal.head
    types = group_by_type(ours)
    beside = {kind: _beside(hybrid, theirs, BESIDE_BY_TYPE) for kind, theirs in types.items()}
    planned, left_out = len(askable.questions), tuple(tell_left_out(askable.left_out))
    of = asked.name, asked.part, head["questions"], asked.frozen
    return Record(
        **made_of, id=head["run"], made=head["made"], seconds=0.0, headline=HEADLINE.name,
        set=AskedSet(*of, questions=len(ours), planned=planned, left_out=left_out),
        measures=tuple(Measured(m.name, m.family, m.higher_is_better) for m in MEASURES),
        figures=figures(MEASURES, ours),
        types={kind: figures(MEASURES, theirs) for kind, theirs in types.items()},
        others=_others(rows),
        rows=ours,
        gains={row.question: gain(row) for row in ours},
        beside_hybrid=_beside(hybrid, ours, BESIDE_HYBRID),
        beside_by_type={kind: each for kind, each in beside.items() if each},
        consistency=consistency(intents(ours)),
    )  # fmt: skip


def _without_empty(row: Row) -> Row:
    """With those values alone that apply, by name."""
    told = ((name, value) for name, value in sorted(row.values.items()) if value is not None)
    return replace(row, values=dict(told))


def _others(rows: Mapping[str, Sequence[Row]]) -> tuple[Other, ...]:
    """The headline differences are corrected for all of them together."""
    ours, *names = rows
    gaps = compare_all({name: (HEADLINE, rows[name], rows[ours]) for name in names})
    found = {name: figures(measures_of(KINDS[name]), rows[name]) for name in names}
    differences = {name: gap.difference for name, gap in gaps.items()}
    return tuple(Other(n, KINDS[n], found[n], differences.get(n)) for n in names)


def _beside(
    hybrid: Sequence[Row], ours: Sequence[Row], names: Sequence[str]
) -> tuple[Compared, ...]:
    """By question; empty where the hybrid was not asked."""
    pairs: dict[str, Pair] = {m.name: (m, hybrid, ours) for m in MEASURES if m.name in names}
    return tuple(compare_all({name: pairs[name] for name in names}).values())
