"""Runs made by hand, small enough to check by eye."""

from collections.abc import Sequence
from dataclasses import replace

from made_rows import row

from eval.measuring.figures import Row, Shown, figures
from eval.measuring.headline import GROUNDED
from eval.measuring.scoring import HEADLINE, MEASURES
from eval.telling.records import AskedSet, Measured, Other, Record
from eval.telling.worst import gain


def answered(identity: str, grounded: float, **changes: object) -> Row:
    """An answerable question that was answered so well, with one quotation and one nugget lost."""
    made = replace(
        row(answerable=True, words=4),
        question=identity,
        turns=("what of <fathers>?",),
        values={GROUNDED: grounded},
        shown=(Shown("elm", "u1", "Finding <1>", "Nobody <asked> him."),),
        missed=("that <nobody> rang",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def refused(identity: str) -> Row:
    return replace(row(answerable=False, status="refused"), question=identity, reason="not_stated")


def record(rows: Sequence[Row], *, name: str = "run-1", questions: str = "aa") -> Record:
    made = figures(MEASURES, rows)
    control = Other("always refuse", "control", made, headline=None)
    return Record(
        id=name,
        made="2026-11-21T10:00:00+00:00",
        seconds=1.0,
        headline=HEADLINE.name,
        set=AskedSet("own", "all", questions, frozen=True, questions=len(rows), planned=len(rows)),
        corpus={"sha256": "cc", "documents": 2},
        index={"sha256": "dd", "passages": 9},
        models={"embedding": "made <up>", "language": "none"},
        settings={},
        code={"rag": "ee", "eval": "ff"},
        machine={"python": "3.11"},
        packages={"numpy": "2"},
        measures=tuple(Measured(m.name, m.family, m.higher_is_better) for m in MEASURES),
        figures=made,
        types={"list": made},
        others=(control,),
        rows=tuple(rows),
        gains={each.question: gain(each) for each in rows},
    )
