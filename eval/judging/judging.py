"""A system's answers to a question set in, a judge's scores of them out."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from eval.asking.systems import System
from eval.judging.aspects import ASPECTS, Aspect
from eval.judging.judge import Judge
from eval.judging.judged import Judged, JudgedStatement, LabelAgreement, Score
from eval.judging.label_agreement import compare_with_labels
from eval.measuring.figures import Figure, average
from eval.measuring.intervals import bootstrap
from eval.proving.passes import PASSES
from eval.proving.sentences import Evidence, Item
from eval.sets.questions import Question
from rag.errors import ModelUnavailable
from rag.types import Answer, Document

Documents = Mapping[str, Document]
"""By id: those that the system answers from."""


def judge_system(
    judge: Judge,
    system: System,
    questions: Sequence[Question],
    documents: Documents,
    *,
    passes: Sequence[Path] = PASSES,
) -> Judged:
    """The labelled sentences first, then what the system answers. A model that cannot be asked to
    the end is told in the result: by then everything else has been measured."""
    try:
        agreements = [compare_with_labels(judge, aspect, passes=passes) for aspect in ASPECTS]
        statements = [
            _judge_statement(judge, question.id, item)
            for question in questions
            for item in cited_statements(system.ask(question.turns), documents)
        ]
    except ModelUnavailable as error:
        return Judged(judge.model, judge.host, stopped=str(error))
    scores = [_score(*both, statements) for both in zip(ASPECTS, agreements, strict=True)]
    return Judged(judge.model, judge.host, tuple(scores), tuple(statements))


def cited_statements(answer: Answer, documents: Documents) -> tuple[Item, ...]:
    """Each that makes a claim with all units that it cites, in order; the same one once, so that
    nothing is gained by repeating it."""
    found = (Item.make(text, tuple(units)) for text, units in _claims(answer, documents))
    return tuple({item.id: item for item in found}.values())


def _claims(answer: Answer, documents: Documents) -> Iterator[tuple[str, list[Evidence]]]:
    by_number = {citation.n: citation for citation in answer.citations}
    for statement in answer.statements:
        cited = [by_number[n] for n in statement.citations if n in by_number]
        if cited and not statement.heading:
            places = dict.fromkeys((each.document, each.unit) for each in cited)
            yield statement.text, [_whole(documents[name], unit) for name, unit in places]


def _whole(document: Document, name: str) -> Evidence:
    return Evidence.of_unit(document, next(unit for unit in document.units if unit.id == name))


def _judge_statement(judge: Judge, question: str, item: Item) -> JudgedStatement:
    verdicts = {aspect.name: judge.judge(aspect, item) for aspect in ASPECTS}
    return JudgedStatement(
        question,
        item.sentence,
        {name: verdict.given for name, verdict in verdicts.items()},
        {name: verdict.instead for name, verdict in verdicts.items() if verdict.given is None},
    )


def _score(
    aspect: Aspect, agreement: LabelAgreement | None, statements: Sequence[JudgedStatement]
) -> Score:
    answers = [
        [each.verdicts[aspect.name] for each in group]
        for _, group in groupby(statements, lambda each: each.question)
    ]
    known = [[verdict for verdict in answer if verdict is not None] for answer in answers]
    shares = [_share(verdicts, aspect.good) for verdicts in known if verdicts]
    return Score(
        name=aspect.name,
        figure=_figure(aspect.name, shares) if shares else None,
        at_least=(
            sum(_share(answer, aspect.good) for answer in answers) / len(answers)
            if answers
            else None
        ),
        statements=len(statements),
        no_verdict=len(statements) - sum(map(len, known)),
        prompt=aspect.prompt,
        prompt_sha256=aspect.sha256,
        agreement=agreement,
    )


def _share(verdicts: Sequence[str | None], good: str) -> float:
    return sum(verdict == good for verdict in verdicts) / len(verdicts)


def _figure(name: str, shares: Sequence[float]) -> Figure:
    """By question, as all other figures."""
    cells = np.array(shares)[:, None]
    return Figure(name, average(cells), bootstrap(average, [cells]), len(shares))
