"""`python -m eval.fit_telling`: the weights by which a message that tells of danger is found.

Ridge logistic regressions, once on the signs of `rag.questions.told` alone and once with the
meaning. First with the messages of `held` and `check` left out, to measure on them; what `--write`
keeps is then fitted on all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from eval.concerns.messages import Message, load_messages
from rag.backends.embeddings import BUNDLED, embed_passages, open_embedding
from rag.questions import telling
from rag.questions.concerns import read_concern
from rag.questions.masking import mask
from rag.questions.telling import PROBE, Weights
from rag.questions.told import Told, read_told, sign_names

HINT, ENOUGH, ALARM = -2.3, 0.7, 0.2
MEANING = 4.0
"""Factor of a vector's numbers, which are small beside the 0 and 1 of the signs."""
RIDGE = 5.0
CONSTANT = (RIDGE / 0.01) ** 0.5
"""Scale of the constant's column: it is to pay a ridge of .01."""
COUNTS = {"cases": 1.0, "questions": 3.0}
"""Weight of a message beside one of the rules' own cases, which they were written from; of any
other part, 2. A real question that is not answered is the worse fault."""
FOLDS = 8

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


def main(
    *, write: Annotated[bool, typer.Option("--write", help="Keep what was fitted.")] = False
) -> None:
    """Print what is found and what is taken for danger wrongly, with messages left out."""
    messages = load_messages()
    told = [read_told([mask(turn) for turn in message.turns]) for message in messages]
    ruled = np.array([any_rule(message.turns[-1]) for message in messages])
    model = partial(open_embedding, BUNDLED)()
    vectors = MEANING * np.array(embed_passages(model, [t.own for t in told]))
    hinted = np.array([t.hints for t in told])
    signs = sign_matrix(told)
    both = np.hstack([signs, vectors])
    alone = np.where(hinted, _left_out(messages, signs), -np.inf)
    _print(Console(), messages, ruled, alone, _left_out(messages, both))
    if write:
        probe = model.get_query_embedding(PROBE)[:8]
        _keep(_weights(fit(signs, messages), fit(both, messages), probe), messages)


def any_rule(text: str) -> bool:
    return read_concern(mask(text)) is not None


def sign_matrix(told: Sequence[Told]) -> Numbers:
    names = sign_names()
    return np.array([[1.0, *(float(name in t.signs) for name in names)] for t in told])


def fit(columns: Numbers, messages: Sequence[Message]) -> Numbers:
    """Weights of the columns, the first of which is the constant."""
    danger = [message.danger for message in messages]
    counts = [COUNTS.get(message.part, 2.0) for message in messages]
    # What stands in a larger column needs a smaller weight, and pays less for it.
    scale = np.array([CONSTANT, *[1.0] * (columns.shape[1] - 1)])
    model = LogisticRegression(
        C=1 / RIDGE, fit_intercept=False, solver="newton-cholesky", tol=1e-8
    ).fit(columns * scale, danger, sample_weight=counts)
    found: Numbers = model.coef_[0] * scale
    return found


def _left_out(messages: Sequence[Message], columns: Numbers) -> Numbers:
    """Scores of messages by weights that were fitted without them: held and check at once, the
    others in folds."""
    scores = np.zeros(len(messages))
    kept_back = np.array([message.part in ("held", "check") for message in messages])
    folds = np.where(kept_back, -1, np.arange(len(messages)) % FOLDS)
    for fold in range(-1, FOLDS):
        inside = (folds != fold) & ~kept_back
        part = [message for message, used in zip(messages, inside, strict=True) if used]
        asked = folds == fold
        scores[asked] = columns[asked] @ fit(columns[inside], part)
    return scores


def _print(
    console: Console,
    messages: Sequence[Message],
    ruled: Flags,
    alone: Numbers,
    both: Numbers,
) -> None:
    ways: Mapping[str, Flags] = {
        "rules": ruled,
        "rules and signs": ruled | (alone >= ENOUGH),
        "rules, signs, meaning": ruled | ((alone >= HINT) & (both >= ALARM)),
    }
    table = Table("messages", "way", "danger found", "of", "false alarms", "of")
    for part in dict.fromkeys(message.part for message in messages):
        here = np.array([message.part == part for message in messages])
        danger = here & np.array([message.danger for message in messages])
        alike = here & ~danger
        for way, found in ways.items():
            counts = (found[danger].sum(), danger.sum(), found[alike].sum(), alike.sum())
            table.add_row(part, way, *map(str, counts))
    console.print(table)


def _weights(alone: Numbers, both: Numbers, probe: Sequence[float]) -> Weights:
    names = ["constant", *sign_names()]
    return Weights(
        hint=HINT,
        enough=ENOUGH,
        alarm=ALARM,
        words=dict(zip(names, alone.tolist(), strict=True)),
        signs=dict(zip(names, both[: len(names)].tolist(), strict=True)),
        meaning=(MEANING * both[len(names) :]).tolist(),
        probe=probe,
    )


def _keep(fitted: Weights, messages: Sequence[Message]) -> None:
    values = asdict(fitted)
    lines = [
        "# Fitted by `python -m eval.fit_telling --write` on the messages in eval/concerns and the",
        f"# questions of our sets over the originals ({len(messages)}): ridge logistic regression.",
        "# What each weight means stands in telling.py.",
        *(f"{name} = {values[name]}" for name in ("hint", "enough", "alarm")),
        *(_listed(name, values[name]) for name in ("probe", "meaning")),
        *(line for name in ("words", "signs") for line in _table(name, values[name])),
    ]
    path = Path(telling.__file__).with_name("telling_weights.toml")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _listed(name: str, numbers: Sequence[float]) -> str:
    rows = [numbers[at : at + 12] for at in range(0, len(numbers), 12)]
    return "\n".join([f"{name} = [", *(f"    {_row(row)}," for row in rows), "]"])


def _row(numbers: Sequence[float]) -> str:
    return ", ".join(f"{number:.3f}" for number in numbers)


def _table(name: str, by_sign: Mapping[str, float]) -> list[str]:
    return ["", f"[{name}]", *(f"{sign} = {weight:.3f}" for sign, weight in by_sign.items())]


if __name__ == "__main__":
    typer.run(main)
