"""Does the support scorer find supported what people find supported?

Two ways, neither of which tests on what was fitted: *carried over*, with weights from all sets that
share no source with this one (the two BEGIN share 60 of theirs), as a user of another domain meets
it, and *within*, with weights from four fifths of the set's own sources. A balanced accuracy is at
the point where both labels are as likely; the second way finds that point on the set itself, the
first does not. `python -m eval.proving.support_agreement [DIR]` fits the weights that are kept in
support.toml anew, on all sets, and prints both: with other sets, they are put there by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from sklearn.metrics import balanced_accuracy_score, roc_auc_score

from eval.measuring.figures import Figure, agree
from eval.programs import run_program
from eval.proving import public_sets
from eval.proving.features import FEATURES, Values
from eval.proving.labelled import Labelled
from eval.proving.public_sets import BEGIN, WOW
from eval.proving.support import Measured, cross_fit, fit_weights, load_weights, measure_set
from rag.backends import embeddings

BUMP, WICE, MADE = "BUMP", "WiCE", "made"


def main(bench: Annotated[Path, typer.Argument(metavar="DIR")] = public_sets.BENCH) -> None:
    """Of each weight: as it is kept, and as the sets in the folder give it now."""
    sets = measure_sets(bench, embeddings.open_embedding(embeddings.BUNDLED))
    kept, found = load_weights(), fit_weights([*sets.values()])
    typer.echo(f"{'intercept':16}{kept.intercept:8.4f}{found.intercept:8.4f}")
    for name, one, other in zip(FEATURES, kept.of, found.of, strict=True):
        typer.echo(f"{name:16}{one:8.4f}{other:8.4f}")


def measure_sets(bench: Path, embedding: "embeddings.Embedding") -> dict[str, Measured]:
    """All that the weights are fitted on. Raises UnreadableFile."""
    claims = {
        BUMP: public_sets.claims_of_bump(public_sets.read_bump(bench)),
        WICE: public_sets.read_wice(bench),
        BEGIN: public_sets.read_begin(bench, BEGIN),
        WOW: public_sets.read_begin(bench, WOW),
        MADE: [claim for _, claim in public_sets.read_made()],
    }
    return {name: measure_set(each, embedding) for name, each in claims.items()}


def compare_support(
    bench: Path, labelled: Sequence[Labelled], embedding: "embeddings.Embedding"
) -> Iterator[Figure]:
    """Raises UnreadableFile."""
    sets = measure_sets(bench, embedding)
    for name in (WICE, BEGIN, WOW):
        yield from _classify(f"{name}, carried over", sets[name], carry_over(name, sets))
        yield from compare_within(name, sets[name])
    yield from _order_pairs(bench, sets)
    public = [each for name, each in sets.items() if name != MADE]
    yield from _flag_made(sets[MADE], public)
    # The claims of our making are of the same documents as our labels.
    own = measure_set([each.claim for each in labelled if each.agreed("support")], embedding)
    yield from _classify("own labels, carried over", own, fit_weights(public).weigh(own.rows))


def compare_within(name: str, measured: Measured) -> Iterator[Figure]:
    return _classify(f"{name}, within", measured, cross_fit(measured))


def carry_over(name: str, sets: Mapping[str, Measured]) -> Values:
    own = set(sets[name].sources)
    others = [each for each in sets.values() if own.isdisjoint(each.sources)]
    return fit_weights(others).weigh(sets[name].rows)


def _classify(name: str, measured: Measured, logits: Values) -> Iterator[Figure]:
    labels, sources = measured.supported, measured.sources
    yield agree(f"{name}, AUROC", roc_auc_score, sources, labels, logits)
    yield agree(f"{name}, balanced accuracy", balanced_accuracy_score, sources, labels, logits > 0)


def _order_pairs(bench: Path, sets: Mapping[str, Measured]) -> Iterator[Figure]:
    """Shares of the pairs in which the faithful one has more; a tie is half right."""
    lines = public_sets.read_bump(bench)
    errors = np.array([public_sets.error_in(line) for line in lines])
    sources = np.array([str(line["article_id"]) for line in lines])
    ways = {"carried over": carry_over(BUMP, sets), "within": cross_fit(sets[BUMP])}
    for way, logits in ways.items():
        # The faithful one of each pair stands in front of the other.
        right = (np.sign(logits[::2] - logits[1::2]) + 1) / 2
        yield agree(f"BUMP, {way}, pairs", np.mean, sources, right)
        for error in sorted({*errors} - {"other"}):
            of = errors == error
            yield agree(f"BUMP, {way}, {error}", np.mean, sources[of], right[of])


def _flag_made(made: Measured, others: Sequence[Measured]) -> Iterator[Figure]:
    flagged, sources = cross_fit(made, others) < 0, np.array(made.sources)
    kinds = np.array([kind for kind, _ in public_sets.read_made()])
    for kind in sorted({*kinds}):
        of = kinds == kind
        yield agree(f"made, flagged, {kind}", np.mean, sources[of], flagged[of])


if __name__ == "__main__":
    run_program(main)
