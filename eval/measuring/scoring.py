"""Systems and a question set in, one row for each system and question out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.asking.run import Reply, ask_system
from eval.asking.systems import System
from eval.measuring import citations, cost, coverage, headline, quotations, refusal, retrieval
from eval.measuring.goals import Goals, find_goals
from eval.measuring.rows import Row, Shown
from eval.measuring.shown import order_shown
from eval.sets.questions import Question
from rag.index.library import Library
from rag.types import Citation, Document


@dataclass(frozen=True, slots=True)
class Held:
    """What the systems answer from, as far as an answer is checked against it."""

    documents: Mapping[str, Document]
    """By id."""
    folder: Path
    """In which their files lie."""


@dataclass(frozen=True, slots=True)
class Run:
    systems: tuple[System, ...]
    """Ours first."""
    rows: Mapping[str, tuple[Row, ...]]
    """By the system's name, each in the order of the questions."""


def hold(library: Library, folder: Path) -> Held:
    catalogue = library.catalogue
    records = catalogue.records()
    return Held({record.id: catalogue.document(record.id) for record in records}, folder)


def run_systems(systems: Sequence[System], questions: Sequence[Question], held: Held) -> Run:
    """Raises UnknownDocument or UnknownUnit where the set's gold is not in the documents."""
    return Run(
        tuple(systems),
        {system.name: score_system(system, questions, held) for system in systems},
    )


def score_system(system: System, questions: Sequence[Question], held: Held) -> tuple[Row, ...]:
    """Raises as `run_systems`, before anything is asked."""
    goals = [find_goals(question, held.documents) for question in questions]
    replies = ask_system(system, questions)
    return tuple(score_reply(*pair, held) for pair in zip(replies, goals, strict=True))


def score_reply(reply: Reply, goals: Goals, held: Held) -> Row:
    question, answer = reply.question, reply.answer
    shown = order_shown(answer)
    values = {
        **retrieval.measure_retrieval(reply, goals.nuggets, held.documents),
        **coverage.cover(answer, goals, question.turns[-1]),
        **citations.check_citations(answer, goals, held.documents, held.folder),
        **quotations.check_quotations(answer, held.documents, held.folder),
        **refusal.judge_refusal(question, answer),
        **cost.weigh(reply),
    }
    values |= headline.grounded_answer(answer, goals, held.documents, values)
    return Row(
        question=question.id,
        turns=question.turns,
        type=question.type,
        answerable=question.answerable,
        near_miss=question.near_miss,
        status=answer.status,
        reason=answer.reason,
        confidence=answer.confidence,
        values=values,
        words=sum(len(citation.quote.split()) for citation in shown),
        seconds=answer.seconds,
        shown=tuple(map(_shown, shown)),
        missed=coverage.missed_goals(answer, goals),
    )


def _shown(citation: Citation) -> Shown:
    return Shown(citation.document, citation.unit, citation.label, citation.quote)
