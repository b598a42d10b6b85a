"""`python -m eval.fit_documents SET=DATA ...`: the weights by which a document is meant.

Each SET is a file of questions, each DATA the folder of a library that holds their documents. First
every library is left out in turn, and its questions are read with the weights of the others; what
`--write` keeps is then fitted on all. Questions that several documents answer, and follow-ups, have
no part in it."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from eval.asking.bench import open_bench
from eval.fitted import keep_fitted
from eval.measuring.goals import choose_askable
from eval.measuring.held import hold
from eval.sets.opening import load_questions
from rag.questions import documents_meant
from rag.questions.document_signs import DocumentSigns, read_signs
from rag.questions.names_typed import read_names

Numbers = NDArray[np.float64]
SIGNS = [field.name for field in fields(DocumentSigns)]


@dataclass(frozen=True, slots=True)
class Example:
    signs: Numbers
    """Shape [documents, signs]."""
    right: NDArray[np.bool_]
    """Whether each document holds what is asked for."""


def main(
    sets: list[str],
    *,
    write: Annotated[bool, typer.Option("--write", help="Keep what was fitted.")] = False,
) -> None:
    """Print how often a document is picked, and how often it is the right one."""
    fitted, by_library = documents_meant.load_weights(), dict[str, list[Example]]()
    for each in sets:
        file, data = each.rsplit("=", 1)
        by_library.setdefault(data, []).extend(read_examples(Path(file), Path(data)))
    table = Table("library left out", "questions", "best is right", "picked", "of these right")
    for left, examples in by_library.items():
        others = [e for data, of in by_library.items() if data != left for e in of]
        if others:
            table.add_row(left, f"{len(examples)}", *_try(_fit(others), examples, fitted.sure))
    Console().print(table)
    if write:
        everything = [e for of in by_library.values() for e in of]
        constant, *weights = _fit(everything)
        head = (
            f"Fitted by `python -m eval.fit_documents --write` on {len(everything)} questions:"
            " logistic regression. What each sign means stands in document_signs.py."
        )
        kept = {
            "sure": fitted.sure,
            "sure_unnamed": fitted.sure_unnamed,
            "constant": constant,
            "signs": dict(zip(SIGNS, weights, strict=True)),
        }
        path = Path(documents_meant.__file__).with_name("documents_meant.toml")
        keep_fitted(path, head, kept)


def read_examples(file: Path, data: Path) -> Iterator[Example]:
    """Of the questions that one document of the library answers."""
    with open_bench(None, data) as library:
        held = hold(library)
        chosen = choose_askable(load_questions(file), held)
        for question, goals in zip(chosen.questions, chosen.goals, strict=True):
            if question.answerable and len(question.turns) == 1:
                typed, named = read_names(question.turns[0], library)
                signs = read_signs(library, typed, named.documents)
                gold = {goal.target.document for goal in goals.nuggets}
                right = np.array([document in gold for document in signs])
                if len(gold) == 1:
                    yield Example(np.array([astuple(each) for each in signs.values()]), right)


def _fit(examples: Sequence[Example]) -> list[float]:
    """The constant, then the weights of the signs."""
    model = LogisticRegression(max_iter=3000)
    model.fit(np.vstack([e.signs for e in examples]), np.concatenate([e.right for e in examples]))
    return [float(model.intercept_[0]), *map(float, model.coef_[0])]


def _try(fitted: Sequence[float], examples: Sequence[Example], sure: float) -> tuple[str, ...]:
    chances = [1 / (1 + np.exp(-fitted[0] - e.signs @ np.array(fitted[1:]))) for e in examples]
    right = np.array([e.right[np.argmax(c)] for e, c in zip(examples, chances, strict=True)])
    picked = np.array([c.max() >= sure for c in chances])
    return f"{right.mean():.3f}", f"{picked.mean():.3f}", f"{right[picked].mean():.3f}"


if __name__ == "__main__":
    typer.run(main)
