"""`python -m eval.fit`: the weights of the answers, fitted on the project's own questions.

First the chance that a search answers at all; then all that is decided by.
One weight after another takes, of a few values around its present one, that which scores best,
until a round changes nothing (coordinate ascent). Every figure is of the development sets in
eval/questions, asked of the originals; other sets and held questions have no part in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from llama_index.core.storage.kvstore import SimpleKVStore
from rich.console import Console
from sklearn.linear_model import LogisticRegression

from eval.asking.bench import default_corpus, open_bench
from eval.asking.systems import System
from eval.fitted import keep_fitted
from eval.measuring.citations import FIRST_UNIT
from eval.measuring.coverage import ANY_GOLD, GOLD_RECALL
from eval.measuring.figures import Row
from eval.measuring.goals import find_goals
from eval.measuring.held import hold
from eval.measuring.refusal import balanced_accuracy
from eval.measuring.scoring import score_question
from eval.programs import Folder, run_program
from eval.sets.opening import load_questions
from eval.sets.questions import Question
from rag.answers.answering import answer_without_search
from rag.answers.cards.asides import answer_aside
from rag.answers.last_turn import understand_last
from rag.answers.search.search_answer import weigh
from rag.assistant import ask
from rag.evidence import weights as kept
from rag.evidence.chance import Signs
from rag.evidence.weights import Weights, trying, weights
from rag.index.library import Library

SETS = Path(__file__).parent / "questions"
TUNED_ON = ("five-reviews.jsonl", "practitioners.jsonl", "everyday.jsonl", "colleagues.jsonl")
"""The sets over the originals. The questions over the digests have no part in it."""
STEPS: dict[str, tuple[float, ...]] = {
    "passage": (-0.2, -0.1, 0.1, 0.2),
    "dense": (-0.15, 0.15, 0.3),
    "answers": (-0.05, 0.05, 0.1),
    "kind": (-0.5, 0.5),
    "worth": (-0.06, 0.04, 0.08),
    "support": (-0.12, -0.06, 0.06, 0.12),
    "speaks": (-0.1, 0.1),
    "clear": (-0.1, 0.1),
    "full": (-0.1, -0.05, 0.05, 0.1),
    "partial": (-0.1, -0.05, 0.05, 0.1),
}
"""Tried on either side of each weight."""
MOST_ROUNDS = 2
BAND = 0.1
"""Least width of the chances at which what comes nearest is shown, and said to be no more."""
FREE_WORDS = 120
"""Mean quoted words up to which length costs nothing; each further one costs WORD."""
WORD = 0.001
_BEFORE_ALL = frozenset({"live_concern", "personal_data"})
"""Turned away before anything is sought."""

Measure = Callable[[Weights], float]


def main(
    *,
    corpus: Folder = None,
    data: Folder = None,
    rounds: Annotated[
        int, typer.Option("--rounds", min=0, help="Of all weights; with 0 the chance alone.")
    ] = MOST_ROUNDS,
    write: Annotated[bool, typer.Option("--write", help="Keep what was found.")] = False,
) -> None:
    """Print every change that scored better, and the weights in the end."""
    console = Console()
    sets = [load_questions(path) for path in map(SETS.joinpath, TUNED_ON)]
    questions = tuple(question for each in sets for question in each)
    with open_bench(corpus or default_corpus(), data) as library:
        # Every round asks and reads the same.
        library.embedding.embeddings_cache = SimpleKVStore()
        held = hold(library)
        asked = [(question, find_goals(question, held.documents)) for question in questions]
        systems = [System("tried", "system", lambda turns: ask(library, turns))]

        def measure(tried: Weights) -> float:
            with trying(tried):
                found = [score_question(systems, *each, held) for each in asked]
            return _objective([rows["tried"] for rows in found])

        start = replace(
            weights(),
            chance=fit_chance(library, questions),
            structural=share_right_without_search(library, questions),
        )
        found, score = climb(start, measure, console, rounds)
    console.print(f"{score:.4f}  {asdict(found)}")
    if write:
        head = (
            "Fitted by `python -m eval.fit --write` on the development questions in eval/questions"
            f" ({len(questions)}, asked of the originals where they are), as its text says."
            f" Reached: {score:.4f}. What each weight means stands in weights.py."
        )
        keep_fitted(Path(kept.__file__).with_name("weights.toml"), head, asdict(found))


def climb(
    start: Weights, measure: Measure, console: Console, rounds: int = MOST_ROUNDS
) -> tuple[Weights, float]:
    """The best weights found, and their score."""
    best, score = start, measure(start)
    console.print(f"{score:.4f}  at the start")
    for _ in range(rounds):
        before = best
        for name in STEPS:
            for tried in _around(best, name):
                if (reached := measure(tried)) > score + 1e-6:
                    best, score = tried, reached
                    console.print(f"{score:.4f}  {name} = {asdict(best)[name]}")
        if best == before:
            break
    return best, score


def _around(best: Weights, name: str) -> Iterable[Weights]:
    now = asdict(best)[name]
    values = (round(now + step, 3) for step in STEPS[name])
    tried = [replace(best, **{name: value}) for value in values if value >= 0]
    return [each for each in tried if each.partial + BAND <= each.full + 1e-9 < 1]


def _objective(rows: Sequence[Row]) -> float:
    """What answers show and cite first, and how rightly questions are refused, half and half;
    less what is too long."""
    shown = [
        row.values[name] or 0.0
        for row in rows
        for name in (GOLD_RECALL, ANY_GOLD, FIRST_UNIT)
        if row.values[name] is not None
    ]
    words = np.mean([row.words for row in rows if row.words])
    length = WORD * max(0.0, float(words) - FREE_WORDS)
    return float(np.mean(shown) + (balanced_accuracy(rows) or 0.0)) / 2 - length


def fit_chance(library: Library, questions: Sequence[Question]) -> dict[str, float]:
    """The weight of each sign and the `constant`, to three places, by a logistic regression on what
    the searches bring in, with the ridge penalty of scikit-learn's default (C = 1)."""
    found = [(signs, q.answerable) for q in questions if (signs := _read(library, q)) is not None]
    names = [field.name for field in fields(Signs)]
    values = np.array([[asdict(signs)[name] for name in names] for signs, _ in found])
    model = LogisticRegression(max_iter=5000).fit(values, [right for _, right in found])
    weighed = zip(["constant", *names], [*model.intercept_, *model.coef_[0]], strict=True)
    return {name: round(float(value), 3) for name, value in weighed}


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
    """None where the question never comes to a search."""
    if question.reasons & _BEFORE_ALL:
        return None
    request = understand_last(library, question.turns)
    aside = answer_aside(library, request, follows=len(question.turns) > 1)
    if request.reviews.missing or aside or answer_without_search(library, request):
        return None
    return weigh(library, request)


if __name__ == "__main__":
    run_program(main)
