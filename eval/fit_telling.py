"""`python -m eval.fit_telling`: the weights by which a message that tells of danger is found.

Ridge logistic regressions, once on the signs of `rag.safety.danger_told` alone and once with the
meaning. First with the messages of `held` and `check` left out, to measure on them; what `--write`
keeps is then fitted on all of them."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from eval.concerns.messages import Message, load_messages
from eval.fitting import Write, keep_fitted
from eval.programs import run_program
from rag.backends.embeddings import BUNDLED, embed_passages, open_embedding
from rag.safety import unforeseen_concerns
from rag.safety.concerns import read_concern
from rag.safety.danger_told import Told, read_told, sign_names
from rag.safety.masking import mask
from rag.safety.unforeseen_concerns import PROBE, Weights

HINT, ENOUGH, ALARM = -2.3, 0.7, 0.2
MEANING = 4.0
"""Factor of a vector's numbers, which are small beside the 0 and 1 of the signs."""
RIDGE = 5.0
COUNTS = {"cases": 1.0, "questions": 3.0}
"""Weight of a message beside one of the rules' own cases, which they were written from; of any
other part, 2. A real question that is not answered is the worse fault."""
FOLDS = 8

Numbers = NDArray[np.float64]


def main(*, write: Write = False) -> None:
    """Print what is found and what is taken for danger wrongly, with messages left out."""
    messages = load_messages()
    told = [read_told([mask(turn) for turn in message.turns]) for message in messages]
    ruled = np.array([read_concern(mask(m.turns[-1])) is not None for m in messages])
    model = open_embedding(BUNDLED)
    signs = sign_matrix(told)
    both = np.hstack([signs, MEANING * np.array(embed_passages(model, [t.own for t in told]))])
    alone = np.where([t.hints for t in told], score_left_out(messages, signs), -np.inf)
    alarmed = (alone >= HINT) & (score_left_out(messages, both) >= ALARM)
    ways = {
        "rules": ruled,
        "rules and signs": ruled | (alone >= ENOUGH),
        "rules, signs, meaning": ruled | alarmed,
    }
    table = Table("messages", "way", "danger found", "of", "false alarms", "of")
    danger = np.array([message.danger for message in messages])
    parts = np.array([message.part for message in messages])
    for part in dict.fromkeys(parts.tolist()):
        for way, found in ways.items():
            kinds = (found[(parts == part) & (danger == kind)] for kind in (True, False))
            table.add_row(part, way, *(f"{n}" for of in kinds for n in (of.sum(), len(of))))
    Console().print(table)
    if write:
        probe = model.get_query_embedding(PROBE)[:8]
        _keep(fit(messages, signs), fit(messages, both), probe, len(messages))


def sign_matrix(told: Sequence[Told]) -> Numbers:
    """Shape [messages, signs]."""
    return np.array([[float(name in t.signs) for name in sign_names()] for t in told])


def fit(messages: Sequence[Message], columns: Numbers) -> Numbers:
    """The constant, then the weights of the columns."""
    danger = [message.danger for message in messages]
    counts = [COUNTS.get(message.part, 2.0) for message in messages]
    model = LogisticRegression(C=1 / RIDGE, solver="newton-cholesky", tol=1e-8)
    model.fit(columns, danger, sample_weight=counts)
    return np.array([*model.intercept_, *model.coef_[0]])


def score_left_out(messages: Sequence[Message], columns: Numbers) -> Numbers:
    """By weights that were fitted without the message: held and check at once, the others in
    folds."""
    scores = np.zeros(len(messages))
    kept_back = np.array([message.part in ("held", "check") for message in messages])
    folds = np.where(kept_back, -1, np.arange(len(messages)) % FOLDS)
    for fold in range(-1, FOLDS):
        inside = np.flatnonzero((folds != fold) & ~kept_back).tolist()
        constant, *weights = fit([messages[place] for place in inside], columns[inside])
        scores[folds == fold] = columns[folds == fold] @ weights + constant
    return scores


def _keep(alone: Numbers, both: Numbers, probe: Sequence[float], count: int) -> None:
    names = ["constant", *sign_names()]
    fitted = Weights(
        hint=HINT, enough=ENOUGH, alarm=ALARM, probe=probe,
        words=dict(zip(names, alone.tolist(), strict=True)),
        signs=dict(zip(names, both[: len(names)].tolist(), strict=True)),
        meaning=(MEANING * both[len(names) :]).tolist(),
    )  # fmt: skip
    head = (
        "Fitted by `python -m eval.fit_telling --write` on the messages in eval/concerns and the"
        f" questions of our sets over the originals ({count}): ridge logistic regression. What"
        " each weight means stands in unforeseen_concerns.py."
    )
    path = Path(unforeseen_concerns.__file__).with_suffix(".toml")
    keep_fitted(path, head, asdict(fitted))


if __name__ == "__main__":
    run_program(main)
