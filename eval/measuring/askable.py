"""The questions of a set that a library can be asked, and why the others are left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.measuring.goals import Goal, Goals, find_goals
from eval.measuring.held import Held
from eval.measuring.sources import source_says
from eval.sets.questions import Gold, PlacedGold, Question, QuotedGold
from rag.errors import NothingIndexed, UnknownUnit

NOT_HELD = "its document is not held"
REPLACED = "an original stands in place of the digest it was written over"
NOWHERE = "its gold stands nowhere in the document"
_MOST_NAMED = 3
"""Documents, or questions, that one sentence names."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    question: str
    """Id."""
    reason: str
    """One of the three above."""
    named: str
    """The document; or the line of the set's file, from 1, and the words that stand nowhere."""


@dataclass(frozen=True, slots=True)
class Askable:
    questions: tuple[Question, ...]
    """In the order of the set."""
    goals: tuple[Goals, ...]
    """Of each of them."""
    left_out: tuple[LeftOut, ...]


def choose_askable(questions: Sequence[Question], held: Held) -> Askable:
    """Gold that our reading has lost, but the file has, does not excuse: it is asked, and missed.

    Raises NothingIndexed where nothing is left to be asked, or nothing that is about a document."""
    found = [(question, _find(question, held)) for question in questions]
    kept = [(question, goals) for question, goals in found if isinstance(goals, Goals)]
    left_out = tuple(why for _, why in found if isinstance(why, LeftOut))
    about_documents = any(_names_documents(question) for question, _ in kept)
    if not kept or (left_out and not about_documents):
        raise NothingIndexed(
            f"Of the {len(questions)} questions none about a document can be asked of this library"
            f" ({'; '.join(tell_left_out(left_out))}): name the folder that they were written"
            " over with --corpus, or another set with --set."
        )
    return Askable(tuple(q for q, _ in kept), tuple(goals for _, goals in kept), left_out)


def tell_left_out(left_out: Sequence[LeftOut]) -> list[str]:
    """One clause a reason: how many, and which."""
    named: dict[str, list[str]] = {}
    for each in left_out:
        named.setdefault(each.reason, []).append(each.named)
    return [f"{len(names)} because {why} ({_name(names)})" for why, names in named.items()]


def _name(names: Sequence[str]) -> str:
    different = list(dict.fromkeys(names))
    more = len(different) - _MOST_NAMED
    return ", ".join(different[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _find(question: Question, held: Held) -> Goals | LeftOut:
    records = [document.record for document in held.documents.values()]
    names = {name for record in records for name in (record.file, record.id)}
    if missing := [name for name in _documents(question) if name not in names]:
        return LeftOut(question.id, NOT_HELD, missing[0])
    try:
        goals = find_goals(question, held.documents)
    except UnknownUnit:
        return _why_not_found(question, held)
    if lost := next(filter(None, (_lost(goal, held) for goal in goals.nuggets)), None):
        return LeftOut(question.id, NOWHERE, f"line {question.line}: {lost}")
    return goals


def _names_documents(question: Question) -> bool:
    return next(_documents(question), None) is not None


def _documents(question: Question) -> Iterator[str]:
    yield from question.files
    for gold in _golds(question):
        yield gold.file if isinstance(gold, QuotedGold) else gold.document


def _golds(question: Question) -> tuple[Gold, ...]:
    return (*question.gold, *(nugget.gold for nugget in question.nuggets))


def _why_not_found(question: Question, held: Held) -> LeftOut:
    placed = [gold for gold in _golds(question) if isinstance(gold, PlacedGold)]
    for gold in placed:
        document = held.documents.get(gold.document)
        if gold.of_nugget and document and document.record.provenance == "original":
            return LeftOut(question.id, REPLACED, gold.document)
    return LeftOut(question.id, NOWHERE, f"line {question.line}: {placed[0].phrase}")


def _lost(goal: Goal, held: Held) -> str | None:
    """Words that neither our reading nor the file itself has."""
    target = goal.target
    if goal.places or target.words is None:
        return None
    file = held.files[target.document]
    stands = any(source_says(words, file) for words in target.wordings)
    return None if stands else " ".join(target.words)
