"""A system's answers to a question set in, a judge's scores of them out."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np
from sklearn.metrics import balanced_accuracy_score, cohen_kappa_score

from eval.asking.systems import System
from eval.judging.aspects import ASPECTS, Aspect, Evidence
from eval.judging.judge import Judge
from eval.measuring.figures import Figure, agree, average, bootstrap
from eval.proving.labelled import Labelled, who_labelled
from eval.sets.questions import Question
from eval.telling.records import Judged, JudgedStatement, LabelAgreement, Score
from rag.answer import Answer
from rag.errors import ModelUnavailable
from rag.types import Document

Documents = Mapping[str, Document]
"""By id."""


def judge_system(
    judge: Judge,
    labelled: Sequence[Labelled],
    system: System,
    questions: Sequence[Question],
    documents: Documents,
) -> Judged:
    """The labelled statements first, then what the system answers from these documents. A model
    that cannot be asked to the end is told in the result: by then everything else is measured."""
    try:
        agreements = [_agree(judge, aspect, labelled) for aspect in ASPECTS]
        statements = [
            _judge(judge, question.id, statement, evidence)
            for question in questions
            for statement, evidence in cited_statements(system.ask(question.turns), documents)
        ]
    except ModelUnavailable as error:
        return Judged(judge.model, judge.host, stopped=str(error))
    scores = [_score(*both, statements) for both in zip(ASPECTS, agreements, strict=True)]
    return Judged(judge.model, judge.host, tuple(scores), tuple(statements))


def _agree(judge: Judge, aspect: Aspect, labelled: Sequence[Labelled]) -> LabelAgreement | None:
    """None without labels. Intervals draw the units anew that are cited."""
    asked = [each for each in labelled if each.agreed(aspect.kind)]
    if not asked:
        return None
    labels = np.array([each.agreed(aspect.kind) for each in asked])
    given = [judge.judge(aspect, each.sentence, each.evidence).given for each in asked]
    verdicts = np.array([verdict or "none" for verdict in given])
    sources = [each.source for each in asked]
    good = labels == aspect.good
    # A missing verdict agrees with neither label.
    found = np.where(verdicts == "none", ~good, verdicts == aspect.good)
    kappa = agree("kappa", cohen_kappa_score, sources, labels, verdicts)
    accuracy = agree("balanced accuracy", balanced_accuracy_score, sources, good, found)
    figures = kappa.value, kappa.interval, accuracy.value, accuracy.interval
    return LabelAgreement(who_labelled(asked), len(asked), given.count(None), *figures)


def cited_statements(answer: Answer, documents: Documents) -> Iterator[tuple[str, Evidence]]:
    """Each that makes a claim with all units that it cites, in order; the same one once, so that
    nothing is gained by repeating it."""
    by_number = {citation.n: citation for citation in answer.citations}
    seen = set[tuple[str, tuple[tuple[str, str], ...]]]()
    for statement in answer.statements:
        cited = [by_number[n] for n in statement.citations if n in by_number]
        places = tuple(dict.fromkeys((each.document, each.unit) for each in cited))
        if places and not statement.heading and (statement.text, places) not in seen:
            seen.add((statement.text, places))
            yield statement.text, [_whole(documents[name], unit) for name, unit in places]


def _whole(document: Document, name: str) -> dict[str, str]:
    unit = next(unit for unit in document.units if unit.id == name)
    heading = " › ".join([document.record.title, *unit.path, unit.label])
    return {"heading": heading, "text": " ".join(filter(None, (unit.lead_in, unit.text)))}


def _judge(judge: Judge, question: str, statement: str, evidence: Evidence) -> JudgedStatement:
    verdicts = {aspect.name: judge.judge(aspect, statement, evidence) for aspect in ASPECTS}
    return JudgedStatement(
        question,
        statement,
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
    if_all_bad = _average_share(aspect, answers)
    return Score(
        name=aspect.name, prompt=aspect.prompt, prompt_sha256=aspect.sha256, agreement=agreement,
        figure=_average_share(aspect, [verdicts for verdicts in known if verdicts]),
        at_least=if_all_bad.value if if_all_bad else None,
        statements=len(statements), no_verdict=len(statements) - sum(map(len, known)),
    )  # fmt: skip


def _average_share(aspect: Aspect, answers: Sequence[Sequence[str | None]]) -> Figure | None:
    """By question, as all other figures; None without any."""
    if not answers:
        return None
    cells = np.array([[answer.count(aspect.good) / len(answer)] for answer in answers])
    return Figure(aspect.name, average(cells), bootstrap(average, [cells]), len(answers))
