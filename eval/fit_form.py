"""`python -m eval.fit_form SET=DATA ...`: the weights by which the form of an answer is chosen.

Each SET is a file of questions, each DATA the folder of a library that they are asked of. What a
person reads in each question stands in `forms/labels.toml`. First every library is left out in
turn, and its questions are read with the weights of the others; what `--write` keeps is then fitted
on all."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from eval.fitting import Sets, Write, keep_fitted, leave_each_out, read_sets
from eval.programs import run_program
from eval.sets.questions import Question
from rag.questions.forms import form
from rag.questions.request import Request
from rag.questions.understanding import understand
from rag.safety.hidden_commands import strip_commands
from rag.safety.masked_marks import without_marks
from rag.safety.masking import mask

LEAST, IN_EACH = 8, 2
"""Questions that have a sign, in all and in each library, for it to be one."""
STRENGTH = 0.3
"""Inverse of the ridge penalty."""
LEAST_WEIGHT = 0.15
"""Weaker signs are not kept: on a library left out they decide no more questions than chance."""
_ASIDES = ("off_topic", "live_concern", "personal_data")
_BY_WANTS = {"locate": "quote", "who": "fact", "when": "fact", "reason": "why"}
_SCOPES = {"theme": "all", "compare": "several"}


@dataclass(frozen=True, slots=True)
class Example:
    library: Path
    signs: frozenset[str]
    read: Mapping[str, str]
    """What a person reads in it: the form under "forms", the scope under "scopes"."""
    ruled: Mapping[str, str]
    """The same by patterns alone."""


def main(sets: Sets, *, write: Write = False) -> None:
    """Print how often form and scope of a library left out are right, by what they come from."""
    examples = list(read_examples(sets))
    for name in ("forms", "scopes"):
        table = Table("library left out", name, "rules", "words", "words and what was found")
        for library, own, others in leave_each_out(examples):
            shares = (
                np.mean([e.ruled[name] == e.read[name] for e in own]),
                *(try_out(name, others, own, find_signs(others, words=w)) for w in (True, False)),
            )
            table.add_row(library.name, f"{len(own)}", *(f"{share:.3f}" for share in shares))
        Console().print(table)
        if write:
            keep(name, examples)


def read_examples(sets: Sequence[str]) -> Iterator[Example]:
    """Of the questions that want a form. Raises as `read_sets`."""
    for data, library, question, _ in read_sets(sets):
        read = label(question)
        if read and (typed := strip_commands(without_marks(mask(question.turns[-1])))):
            request = understand(" ".join(typed.split()), library)
            yield Example(data, request.form.signs, read, by_rules(request))


@cache
def _labels() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads((Path(__file__).parent / "forms/labels.toml").read_text(encoding="utf-8"))


def label(question: Question) -> Mapping[str, str] | None:
    """None where no form is wanted, or the turn leaves it to the others."""
    name = question.intent or question.id
    of_type = _find("types", question.type if question.answerable else "unanswerable")
    read = _find("forms", name) or of_type
    if read in (None, "none") or any(aside in question.type for aside in _ASIDES):
        return None
    return {"forms": read, "scopes": _find("scopes", name) or _SCOPES.get(read, "one")}


def _find(table: str, name: str) -> str | None:
    return next((read for read, names in _labels()[table].items() if name in names), None)


def by_rules(request: Request) -> Mapping[str, str]:
    read = _BY_WANTS.get(request.wants, request.wants)
    if read == "plain" or (read == "list" and request.asked.units):
        read = "unit" if request.asked.units else "list" if request.asked.kinds else "fact"
    if read == "count" and not request.asked.kinds:
        read = "fact"
    several = len(request.reviews.documents or ()) > 1
    return {"forms": read, "scopes": "several" if several else "all" if request.across else "one"}


def find_signs(examples: Sequence[Example], *, words: bool = False) -> list[str]:
    """Those that are no word of one library's topics alone; `words`: no others."""
    counts: dict[Path, Counter[str]] = {}
    for each in examples:
        counts.setdefault(each.library, Counter()).update(each.signs)
    every = sum(counts.values(), Counter[str]())
    return sorted(
        sign
        for sign, count in every.items()
        if count >= LEAST and all(c[sign] >= IN_EACH for c in counts.values())
        if not (words and ":" in sign)
    )


def try_out(
    name: str, examples: Sequence[Example], left: Sequence[Example], signs: Sequence[str]
) -> float:
    """Share of the questions left out whose label is right."""
    right = [e.read[name] for e in left]
    return float(_fit(name, examples, signs).score(_matrix(left, signs), right))


def _matrix(examples: Sequence[Example], signs: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[float(sign in e.signs) for sign in signs] for e in examples])


def _fit(name: str, examples: Sequence[Example], signs: Sequence[str]) -> Any:
    """Weights below LEAST_WEIGHT are 0."""
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(_matrix(examples, signs), [e.read[name] for e in examples])
    model.coef_ = np.where(np.abs(model.coef_) < LEAST_WEIGHT, 0.0, model.coef_)
    return model


def keep(name: str, examples: Sequence[Example]) -> None:
    """Under each choice its signs with their weights."""
    signs = find_signs(examples)
    model = _fit(name, examples, signs)
    weights = {
        choice: {form.CONSTANT: float(constant)}
        | {f'"{sign}"': float(w) for sign, w in zip(signs, row, strict=True) if w}
        for choice, constant, row in zip(model.classes_, model.intercept_, model.coef_, strict=True)
    }
    head = (
        f"Fitted by `python -m eval.fit_form --write` on {len(examples)} questions: multinomial"
        " logistic regression. What each sign means stands in asking_words.py and form_signs.py."
    )
    keep_fitted(Path(form.__file__).with_name(f"{name}.toml"), head, weights)


if __name__ == "__main__":
    run_program(main)
