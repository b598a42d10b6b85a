"""The questions of a set that a library can be asked, and why the others are left out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from eval.measuring.goals import Goal, Goals, find_goals
from eval.measuring.held import Held
from eval.measuring.sources import source_says
from eval.sets.questions import PlacedGold, Question, QuotedGold
from rag.errors import NothingIndexed, UnknownUnit

Reason = Literal["its document is not held", "an original stands in place of the digest it was"
                 " written over", "its gold stands nowhere in the document"]  # fmt: skip
_MOST_NAMED = 3
"""Documents, or questions, that one sentence names."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    question: str
    """Id."""
    line: int
    """Of the set's file, from 1."""
    reason: Reason
    named: str
    """The document, or the words that stand nowhere."""


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
    counted = Counter(each.reason for each in left_out)
    return [f"{n} because {reason} ({_name(left_out, reason)})" for reason, n in counted.items()]


def _name(left_out: Sequence[LeftOut], reason: Reason) -> str:
    of_gold = reason == "its gold stands nowhere in the document"
    all_named = dict.fromkeys(
        f"line {each.line}: {each.named}" if of_gold else each.named
        for each in left_out
        if each.reason == reason
    )
    named = [*all_named][:_MOST_NAMED]
    more = len(all_named) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _find(question: Question, held: Held) -> Goals | LeftOut:
    names = {name for document in held.documents.values()
             for name in (document.record.file, document.record.id)}  # fmt: skip
    if missing := [name for name in _documents(question) if name not in names]:
        return LeftOut(question.id, question.line, "its document is not held", missing[0])
    try:
        goals = find_goals(question, held.documents)
    except UnknownUnit:
        return LeftOut(question.id, question.line, *_why_not_found(question, held))
    if lost := next(filter(None, (_lost(goal, held) for goal in goals.nuggets)), None):
        return LeftOut(question.id, question.line, "its gold stands nowhere in the document", lost)
    return goals


def _names_documents(question: Question) -> bool:
    return next(_documents(question), None) is not None


def _documents(question: Question) -> Iterator[str]:
    yield from question.files
    for gold in (*question.gold, *(nugget.gold for nugget in question.nuggets)):
        yield gold.file if isinstance(gold, QuotedGold) else gold.document


def _why_not_found(question: Question, held: Held) -> tuple[Reason, str]:
    golds = (*question.gold, *(nugget.gold for nugget in question.nuggets))
    for gold in golds:
        if isinstance(gold, PlacedGold) and gold.of_nugget:
            document = held.documents.get(gold.document)
            if document and document.record.provenance == "original":
                return (
                    "an original stands in place of the digest it was written over",
                    gold.document,
                )
    named = next((gold.phrase for gold in golds if isinstance(gold, PlacedGold)), question.id)
    return "its gold stands nowhere in the document", named


def _lost(goal: Goal, held: Held) -> str | None:
    """Words that neither our reading nor the file itself has."""
    target = goal.target
    if goal.places or target.words is None:
        return None
    file = held.files[target.document]
    stands = any(source_says(words, file) for words in target.wordings)
    return None if stands else " ".join(target.words)
