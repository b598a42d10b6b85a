"""One answer against the gold of its question: what was shown, cited, quoted and refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from eval.measuring.labels import names_unit
from eval.measuring.quotations import is_verbatim
from eval.sets.questions import Question
from eval.sets.targets import Target
from eval.sets.words import find_words, split_words
from rag.types import Answer, Citation, Document

SHOWN_WORDS = 250

_ANSWERED = {"answered": 1.0, "partial": 0.5, "refused": 0.0, "clarify": 0.0}


@dataclass(frozen=True, slots=True)
class Score:
    """Shares are 0 to 1; None where a measure does not apply to the question."""

    question: str
    type: str
    answerable: bool
    recall: float | None
    """Gold sentences within the first SHOWN_WORDS words of quotations."""
    any_gold: float | None
    first_document: float | None
    """The first citation's document is that of a gold sentence."""
    first_unit: float | None
    label: float | None
    """Of the gold sentences shown: those whose citation names the unit; None if none is shown."""
    verbatim: float | None
    """Of the quotations; None without any."""
    credit: float
    """Answered where answerable, not answered where not; `partial` is half of either."""
    reason: float | None
    """Whether an unanswerable question was turned away for a reason that the set accepts."""
    masked: float | None
    words: int
    """Of all quotations, uncut."""
    seconds: float
    missed: tuple[Target, ...]


def score_answer(
    question: Question,
    targets: Sequence[Target],
    answer: Answer,
    documents: Mapping[str, Document],
    folder: Path,
) -> Score:
    """`documents` by id, `folder` the corpus that their files lie in."""
    shown = order_shown(answer)
    readable = _cut_to_budget(shown)
    seen = [_showing(target, readable) for target in targets]
    found = [owners for owners in seen if owners]
    right = [
        any(_names_target(citation, target) for citation in owners)
        for owners, target in zip(seen, targets, strict=True)
        if owners
    ]
    genuine = [is_verbatim(citation, documents[citation.document], folder) for citation in shown]
    answered = _ANSWERED[answer.status]
    return Score(
        question=question.id,
        type=question.type,
        answerable=question.answerable,
        recall=len(found) / len(targets) if targets else None,
        any_gold=float(bool(found)) if targets else None,
        first_document=_first_is_right(shown, targets, whole_unit=False),
        first_unit=_first_is_right(shown, targets, whole_unit=True),
        label=_mean(right),
        verbatim=_mean(genuine),
        credit=answered if question.answerable else 1 - answered,
        reason=_reason_is_right(question, answer),
        masked=_is_masked(question, answer),
        words=sum(len(citation.quote.split()) for citation in shown),
        seconds=answer.seconds,
        missed=tuple(target for target, owners in zip(targets, seen, strict=True) if not owners),
    )


def order_shown(answer: Answer) -> tuple[Citation, ...]:
    """Citations in the order in which the statements name them; those never named come last."""
    by_number = {citation.n: citation for citation in answer.citations}
    named = dict.fromkeys(n for statement in answer.statements for n in statement.citations)
    order = dict.fromkeys([*(n for n in named if n in by_number), *by_number])
    return tuple(by_number[n] for n in order)


def _cut_to_budget(shown: Sequence[Citation]) -> list[tuple[Citation, tuple[str, ...]]]:
    """Each citation with the words of its quote that fall in the first SHOWN_WORDS."""
    quotes = [citation.quote.split() for citation in shown]
    used = accumulate((len(words) for words in quotes), initial=0)
    return [
        (citation, split_words(" ".join(words[: SHOWN_WORDS - before])))
        for citation, words, before in zip(shown, quotes, used, strict=False)
        if before < SHOWN_WORDS
    ]


def _showing(
    target: Target, readable: Sequence[tuple[Citation, tuple[str, ...]]]
) -> list[Citation]:
    """The citations that show a target; a sentence may be split between neighbours."""
    of_document = [(c, words) for c, words in readable if c.document == target.document]
    if target.words is None:
        return [citation for citation, _ in of_document if citation.unit == target.unit]
    owners = [citation for citation, words in of_document for _ in words]
    words = tuple(word for _, words in of_document for word in words)
    found = find_words(target.words, words)
    return [owner for start in found for owner in owners[start : start + len(target.words)]]


def _names_target(citation: Citation, target: Target) -> bool:
    """The run-in label of a bullet ("Supervision: …") stands in the quotation itself."""
    if target.unit is not None and citation.unit == target.unit:
        return True
    under = split_words(target.under)
    return names_unit(target.under, citation.label, citation.path, citation.agency) or (
        bool(under) and split_words(citation.quote)[: len(under)] == under
    )


def _first_is_right(
    shown: Sequence[Citation], targets: Sequence[Target], *, whole_unit: bool
) -> float | None:
    if not targets:
        return None
    return float(
        any(
            first.document == target.document and (not whole_unit or _names_target(first, target))
            for first in shown[:1]
            for target in targets
        )
    )


def _reason_is_right(question: Question, answer: Answer) -> float | None:
    if question.answerable or not question.reasons:
        return None
    return float(answer.status != "answered" and answer.reason in question.reasons)


def _is_masked(question: Question, answer: Answer) -> float | None:
    if not question.masked:
        return None
    told = " ".join([answer.question, answer.text, *answer.suggestions])
    return float(not any(secret in told for secret in question.masked))


def _mean(rights: Sequence[bool]) -> float | None:
    return sum(rights) / len(rights) if rights else None
