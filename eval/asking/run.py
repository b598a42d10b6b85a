"""A question set asked of a library, and of the controls, and scored."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from eval.asking.controls import CONTROLS
from eval.measuring.measures import Score, score_answer
from eval.sets.questions import Question
from eval.sets.targets import find_target
from rag.types import Answer, Document, Hit

Ask = Callable[[Sequence[str]], Answer]
Search = Callable[[str], Hit | None]
"""The best passage for a question, by the plain search."""


@dataclass(frozen=True, slots=True)
class Result:
    question: Question
    answer: Answer
    """Its `seconds` are wall time, measured here."""
    score: Score


@dataclass(frozen=True, slots=True)
class Run:
    results: tuple[Result, ...]
    controls: Mapping[str, tuple[Score, ...]]
    """Scores of each control, in the order of the questions."""

    @property
    def scores(self) -> tuple[Score, ...]:
        return tuple(result.score for result in self.results)


def run_questions(
    questions: Sequence[Question],
    *,
    ask: Ask,
    search: Search,
    documents: Mapping[str, Document],
    folder: Path,
) -> Run:
    """`documents` by id, their files in `folder`. The first question is asked once beforehand,
    so that no figure holds the loading of a model. Raises UnknownDocument or UnknownUnit where
    the set's gold is not in the documents."""
    targets = [
        tuple(find_target(gold, documents.values()) for gold in question.gold)
        for question in questions
    ]
    ask(questions[0].turns)
    results: list[Result] = []
    controls: dict[str, list[Score]] = {name: [] for name in CONTROLS}
    for question, gold in zip(questions, targets, strict=True):
        answer = _ask_timed(ask, question)
        score = score_answer(question, gold, answer, documents, folder)
        results.append(Result(question, answer, score))
        hit = search(question.turns[-1])
        for name, control in CONTROLS.items():
            simple = control(question.turns[-1], hit, documents)
            controls[name].append(score_answer(question, gold, simple, documents, folder))
    return Run(tuple(results), {name: tuple(scores) for name, scores in controls.items()})


def _ask_timed(ask: Ask, question: Question) -> Answer:
    began = perf_counter()
    answer = ask(question.turns)
    return replace(answer, seconds=perf_counter() - began)
