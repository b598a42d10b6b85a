"""`python -m eval.fit`: the chance that an answer is right, fitted on the project's own questions.

Every figure is of the sets in eval/questions that are asked of the originals; other sets and held
questions have no part in it. The weights of the answers themselves stay as they are kept."""

from collections.abc import Sequence
from dataclasses import asdict, astuple, fields, replace
from pathlib import Path

import numpy as np
from rich.console import Console
from sklearn.linear_model import LogisticRegression

from eval.asking.bench import default_corpus, open_bench
from eval.fitting import Write, keep_fitted
from eval.measuring.goals import choose_askable
from eval.measuring.held import hold
from eval.programs import Folder, run_program
from eval.sets.opening import FOLDER, load_questions
from eval.sets.questions import Question
from rag.answers.answer_forms import SEARCH
from rag.answers.answering import answer
from rag.answers.cards.asides import answer_aside
from rag.answers.last_turn import understand_last
from rag.answers.search.search_answer import weigh
from rag.evidence import weights as kept
from rag.evidence.chance import Signs
from rag.evidence.weights import Weights, weights
from rag.index.library import Library

FITTED_ON = ("five-reviews.jsonl", "practitioners.jsonl", "everyday.jsonl", "colleagues.jsonl")
"""The sets over the originals. The questions over the digests have no part in it."""
_BEFORE_ALL = frozenset({"live_concern", "personal_data"})
"""Turned away before anything is sought."""


def main(*, corpus: Folder = None, data: Folder = None, write: Write = False) -> None:
    """Print the weights as they are kept, and as they are found."""
    questions = [q for name in FITTED_ON for q in load_questions(FOLDER / name)]
    with open_bench(corpus or default_corpus(), data) as library:
        found = fit(library, choose_askable(questions, hold(library)).questions)
    Console().print({"kept": asdict(weights()), "found": asdict(found)})
    if write:
        head = (
            f"Fitted by `python -m eval.fit --write` on {len(questions)} questions, but for the"
            " weights of the answers. What each weight means stands in weights.py."
        )
        keep_fitted(Path(kept.__file__).with_name("weights.toml"), head, asdict(found))


def fit(library: Library, questions: Sequence[Question]) -> Weights:
    """The chance: the weight of each sign and the `constant`, by a logistic regression on what the
    searches bring in, with the ridge penalty of scikit-learn's default (C = 1). And, of what units,
    lists and cards answer without a search, the share that has an answer."""
    searched, structural = list[tuple[Signs, bool]](), list[bool]()
    for question in questions:
        request = understand_last(library, question.turns)
        given = answer(library, request)
        if given.way != SEARCH:
            structural += [question.answerable] * (given.status == "answered")
        elif not (
            question.reasons & _BEFORE_ALL
            or request.reviews.missing
            or answer_aside(library, request, follows=len(question.turns) > 1)
        ):
            searched.append((weigh(library, request), question.answerable))
    model = LogisticRegression(max_iter=5000)
    model.fit([astuple(signs) for signs, _ in searched], [right for _, right in searched])
    names = ["constant", *(field.name for field in fields(Signs))]
    chance = zip(names, [*model.intercept_.tolist(), *model.coef_[0].tolist()], strict=True)
    return replace(weights(), structural=float(np.mean(structural)), chance=dict(chance))


if __name__ == "__main__":
    run_program(main)
