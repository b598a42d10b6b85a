"""`python -m eval.fit_judge SET=DATA ...`: the weights by which one of several proposals is given.

Each SET is a file of questions, each DATA the folder of a library that holds their documents. First
every library is left out in turn, and its proposals are judged with the weights of the others; what
`--write` keeps is then fitted on all."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from eval.asking.bench import DIGESTS, open_bench
from eval.fitting import Sets, Write, keep_fitted, leave_each_out, read_sets
from eval.measuring.coverage import GOLD_RECALL, cover
from eval.measuring.goals import Goals
from eval.measuring.headline import f_measure, words_on_target
from eval.measuring.held import hold
from eval.measuring.refusal import ANSWERED
from eval.measuring.shown import order_shown
from eval.programs import Folder, run_program
from eval.sets.questions import Question
from rag.answer import Answer
from rag.answers import judging
from rag.answers.cards.asides import answer_aside
from rag.answers.last_turn import understand_last
from rag.answers.proposing import propose
from rag.answers.signs import read_signs
from rag.index.library import Library
from rag.types import Document

WAYS = Path(__file__).parent / "proposals/ways.toml"
"""Questions of kinds that the sets have few of, by the way that should answer them."""
OF_WAY = 0.5
"""How right the way is that should answer: where gold speaks too, it decides."""
STRENGTH = 0.5
"""Inverse of the ridge penalty."""
LEAST_WEIGHT = 0.05
"""Weaker signs are not kept."""
_BEFORE_ALL = frozenset({"live_concern", "personal_data"})
"""Turned away before anything is proposed."""

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A question with all that was proposed for it, a search last."""

    library: Path
    signs: tuple[Mapping[str, float], ...]
    right: tuple[float, ...]
    """How right each proposal is, 0 to 1."""


def main(sets: Sets, *, data: Folder = None, write: Write = False) -> None:
    """Print how right the proposals are that the judge of the other libraries gives.

    `data` holds the bundled digests; without it they are read anew."""
    ways = list(read_ways(WAYS, data))
    examples = list(read_examples(sets))
    table = Table("library left out", "questions", "search alone", "judged", "best proposed")
    for library, own, others in leave_each_out(examples):
        weights = fit([*others, *ways])
        shares = (
            np.mean([e.right[-1] for e in own]),
            np.mean([e.right[best(e, weights)] for e in own]),
            np.mean([max(e.right) for e in own]),
        )
        table.add_row(library.name, f"{len(own)}", *(f"{share:.3f}" for share in shares))
    Console().print(table)
    if write:
        head = (
            f"Fitted by `python -m eval.fit_judge --write` on {len(examples)} questions with gold"
            f" and {len(ways)} without: conditional logistic regression. What each sign means"
            " stands in signs.py."
        )
        path = Path(judging.__file__).with_name("judge.toml")
        weights = fit([*examples, *ways])
        keep_fitted(path, head, {"signs": {f'"{sign}"': w for sign, w in weights.items()}})


def read_examples(sets: Sequence[str]) -> Iterator[Example]:
    """Of the questions for which anything is proposed. Raises as `read_sets`."""
    held = dict[Path, Mapping[str, Document]]()
    for data, library, question, goals in read_sets(sets):
        documents = held[data] if data in held else held.setdefault(data, hold(library).documents)
        if not question.reasons & _BEFORE_ALL:
            how = partial(how_right, question, goals, documents)
            yield from _read_example(data, library, question.turns, how)


def read_ways(ways: Path, data: Path | None) -> Iterator[Example]:
    """Of questions known by the way that should answer them."""
    with open_bench(DIGESTS if data is None else None, data) as library:
        for way, questions in tomllib.loads(ways.read_text(encoding="utf-8")).items():
            for question in questions:
                turns = [turn.strip() for turn in question.split("|")]
                how = partial(is_of_way, way)
                yield from _read_example(library.data, library, turns, how)


def _read_example(
    data: Path, library: Library, turns: Sequence[str], how: Callable[[Answer], float]
) -> Iterator[Example]:
    request = understand_last(library, turns)
    unsettled = request.reviews.missing or request.reviews.unsettled
    follows = len(turns) > 1
    if unsettled or (not request.points and answer_aside(library, request, follows=follows)):
        return
    proposals = propose(library, request)
    signs = (read_signs(request, each, proposals[-1]) for each in proposals)
    yield Example(data, tuple(signs), tuple(map(how, proposals)))


def is_of_way(way: str, answer: Answer) -> float:
    return OF_WAY if answer.way == way else 0.0


def how_right(
    question: Question, goals: Goals, documents: Mapping[str, Document], answer: Answer
) -> float:
    """Mean of the share of the gold in what a person reads and of its F-measure, which counts what
    else is shown; of a question without an answer, whether it is turned away, half where it is in
    part."""
    if not question.answerable:
        return 1 - ANSWERED[answer.status]
    recall = cover(answer, goals)[GOLD_RECALL] or 0.0
    on_target = words_on_target(order_shown(answer), goals, documents) or 0.0
    return (recall + f_measure(recall, on_target)) / 2


def fit(examples: Sequence[Example]) -> Weights:
    """By sign, in alphabetical order: each pair of proposals that are not equally right is an
    example of what decides, weighted by how far they are apart."""
    vectors = DictVectorizer(sparse=False)
    vectors.fit([signs for each in examples for signs in each.signs])
    rows, apart = list[np.ndarray](), list[float]()
    for example in examples:
        signs = vectors.transform(example.signs)
        for a, b in combinations(range(len(signs)), 2):
            rows.append(signs[a] - signs[b])
            apart.append(example.right[a] - example.right[b])
    pairs, gaps = (
        np.array([*rows, *(-row for row in rows)]),
        np.array([*apart, *(-g for g in apart)]),
    )
    decided = gaps != 0
    model = LogisticRegression(C=STRENGTH, max_iter=3000, fit_intercept=False)
    model.fit(pairs[decided], gaps[decided] > 0, sample_weight=np.abs(gaps[decided]))
    weights = zip(vectors.feature_names_, model.coef_[0].tolist(), strict=True)
    return {sign: weight for sign, weight in weights if abs(weight) >= LEAST_WEIGHT}


def best(example: Example, weights: Weights) -> int:
    """The place of the proposal that these weights give."""
    values = [sum(weights.get(s, 0.0) * v for s, v in signs.items()) for signs in example.signs]
    return int(np.argmax(values))


if __name__ == "__main__":
    run_program(main)
