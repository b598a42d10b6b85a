"""The chance that a search answers, fitted on what the searches of a question set bring in.

Logistic regression with a ridge penalty (the default of scikit-learn, C = 1). Of the questions only
those that no unit, list or card answers by itself, for the others never come to a search."""

from collections.abc import Sequence
from dataclasses import asdict, fields

import numpy as np
from sklearn.linear_model import LogisticRegression

from eval.sets.questions import Question
from rag.answers.answering import answer_without_search
from rag.answers.asides import answer_aside
from rag.answers.chance import Signs
from rag.answers.conversation import understand_last
from rag.answers.searching import weigh
from rag.index.library import Library

_NAMES = [field.name for field in fields(Signs)]
_BEFORE_ALL = frozenset({"live_concern", "personal_data"})
"""Turned away before anything is sought."""


def fit_chance(library: Library, questions: Sequence[Question]) -> dict[str, float]:
    """The weight of each sign and the `constant`, to three places."""
    found = [(signs, q.answerable) for q in questions if (signs := _read(library, q)) is not None]
    values = np.array([[asdict(signs)[name] for name in _NAMES] for signs, _ in found])
    model = LogisticRegression(max_iter=5000).fit(values, [right for _, right in found])
    weights = dict(zip(_NAMES, model.coef_[0], strict=True))
    return {
        name: round(float(value), 3)
        for name, value in {"constant": model.intercept_[0], **weights}.items()
    }


def share_right_without_search(library: Library, questions: Sequence[Question]) -> float:
    """Of the questions that a unit, a list or a card answers: those that have an answer."""
    right = [
        q.answerable
        for q in questions
        if (given := answer_without_search(library, understand_last(library, q.turns)))
        and given.status == "answered"
    ]
    return round(float(np.mean(right)), 3)


def _read(library: Library, question: Question) -> Signs | None:
    if question.reasons & _BEFORE_ALL:
        return None
    query = understand_last(library, question.turns)
    aside = answer_aside(library, query, follows=len(question.turns) > 1)
    if query.reviews.missing or aside or answer_without_search(library, query):
        return None
    return weigh(library, query)
