"""`python -m eval.fit_documents SET=DATA ...`: the weights by which a document is meant.

Each SET is a file of questions, each DATA the folder of a library that holds their documents. First
every library is left out in turn, and its questions are read with the weights of the others; what
`--write` keeps is then fitted on all. Questions that several documents answer, and follow-ups, have
no part in it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple, dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from eval.fitting import Sets, Write, keep_fitted, leave_each_out, read_sets
from eval.programs import run_program
from rag.questions.documents import documents_meant
from rag.questions.documents.document_signs import DocumentSigns, read_signs
from rag.questions.documents.names_typed import read_names


@dataclass(frozen=True, slots=True)
class Example:
    library: Path
    signs: NDArray[np.float64]
    """Shape [documents, signs], in the order of DocumentSigns."""
    right: NDArray[np.bool_]
    """Whether each document holds what is asked for."""


def main(sets: Sets, *, write: Write = False) -> None:
    """Print how often a document is picked, and how often it is the right one."""
    examples = list(read_examples(sets))
    table = Table("library left out", "questions", "best is right", "picked", "of these right")
    for library, own, others in leave_each_out(examples):
        shares = share_right(fit(others), own)
        table.add_row(f"{library}", f"{len(own)}", *(f"{share:.3f}" for share in shares))
    Console().print(table)
    if write:
        head = (
            f"Fitted by `python -m eval.fit_documents --write` on {len(examples)} questions:"
            " logistic regression. What each sign means stands in document_signs.py."
        )
        path = Path(documents_meant.__file__).with_name("documents_meant.toml")
        keep_fitted(path, head, asdict(fit(examples)))


def read_examples(sets: Sequence[str]) -> Iterator[Example]:
    """Of the questions that one document of their library answers. Raises as `read_sets`."""
    for data, library, question, goals in read_sets(sets):
        gold = {goal.target.document for goal in goals.nuggets}
        if question.answerable and len(question.turns) == len(gold) == 1:
            typed, named = read_names(question.turns[0], library)
            signs = read_signs(library, typed, named.documents)
            right = np.array([document in gold for document in signs])
            yield Example(data, np.array([astuple(each) for each in signs.values()]), right)


def fit(examples: Sequence[Example]) -> documents_meant.Weights:
    """On each document of each question; how sure one has to be is left as it is kept."""
    model = LogisticRegression(max_iter=3000)
    model.fit(np.vstack([e.signs for e in examples]), np.concatenate([e.right for e in examples]))
    names = [field.name for field in fields(DocumentSigns)]
    signs = dict(zip(names, model.coef_[0].tolist(), strict=True))
    kept = documents_meant.load_weights()
    return replace(kept, constant=float(model.intercept_[0]), signs=signs)


def share_right(weights: documents_meant.Weights, examples: Sequence[Example]) -> tuple[float, ...]:
    """Of the questions, 0 to 1: whose likeliest document is right; where that is `sure` to be
    meant; and, of these alone, where it is right, NaN for none."""
    of = np.array([*weights.signs.values()])
    chances = [1 / (1 + np.exp(-weights.constant - e.signs @ of)) for e in examples]
    right = np.array([e.right[np.argmax(c)] for e, c in zip(examples, chances, strict=True)])
    picked = np.array([c.max() >= weights.sure for c in chances])
    return tuple(float(np.mean(each)) for each in (right, picked, right[picked]))


if __name__ == "__main__":
    run_program(main)
