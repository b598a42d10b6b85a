"""Does the support scorer find supported what people find supported?

Two ways, neither of which tests on what was fitted: *carried over*, with weights from all sets that
share no source with this one (the two BEGIN share 60 of theirs), as a user of another domain meets
it, and *within*, with weights from four fifths of the set's own sources. A balanced accuracy is at
the point where both labels are as likely; the second way finds that point on the set itself, the
first does not.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from eval.proving.agreements import Agreement
from eval.proving.intervals import (
    Places,
    Values,
    area_under_curve,
    balanced_accuracy,
    resample,
    share_won,
)
from eval.proving.labelled_sets import BEGIN, BUMP, MADE, WICE, WOW
from eval.proving.made import Made
from eval.proving.public_sets import PUBLISHED_FOR_BUMP, Pair
from eval.proving.weighing import Labelled, cross_fit, fit_weights


def compare_support(
    sets: Mapping[str, Labelled], pairs: Sequence[Pair], made: Sequence[Made]
) -> Iterator[Agreement]:
    """`pairs` and `made` are what the sets BUMP and MADE were measured from, in that order."""
    for name in (WICE, BEGIN, WOW):
        yield from _classify(f"{name}, carried over", sets[name], _carry_over(name, sets))
        yield from compare_within(name, sets[name])
    yield from _order_pairs("BUMP, carried over", pairs, _carry_over(BUMP, sets))
    yield from _order_pairs("BUMP, within", pairs, cross_fit(sets[BUMP]))
    for metric in PUBLISHED_FOR_BUMP:
        published = np.array([pair.published[metric] for pair in pairs])
        yield _share(f"BUMP, {metric} (published)", pairs, published)
    others = [each for name, each in sets.items() if name != MADE]
    yield from _flag_made(made, cross_fit(sets[MADE], others))


def compare_within(name: str, labelled: Labelled) -> Iterator[Agreement]:
    yield from _classify(f"{name}, within", labelled, cross_fit(labelled))


def compare_own(labelled: Labelled, sets: Mapping[str, Labelled]) -> Iterator[Agreement]:
    """Our own labelled sentences, with weights from the public sets alone: the claims of our making
    are of the same documents."""
    public = [each for name, each in sets.items() if name != MADE]
    logits = fit_weights(public).score(labelled.rows)
    yield from _classify("own labels, carried over", labelled, logits)


def _carry_over(name: str, sets: Mapping[str, Labelled]) -> Values:
    own = set(sets[name].sources)
    others = [each for each in sets.values() if own.isdisjoint(each.sources)]
    return fit_weights(others).score(sets[name].rows)


def _classify(name: str, labelled: Labelled, logits: Values) -> Iterator[Agreement]:
    labels = labelled.supported

    def area(places: Places) -> float:
        return area_under_curve(logits[places], labels[places])

    def accuracy(places: Places) -> float:
        return balanced_accuracy(logits[places] > 0, labels[places])

    everything = np.arange(len(labels))
    for called, measure in (("AUROC", area), ("balanced accuracy", accuracy)):
        interval = resample(measure, labelled.sources)
        yield Agreement(f"{name}, {called}", len(labels), measure(everything), interval)


def _order_pairs(name: str, pairs: Sequence[Pair], logits: Values) -> Iterator[Agreement]:
    """`logits` of the faithful one of each pair, then of the unfaithful one."""
    differences = logits[::2] - logits[1::2]
    yield _share(f"{name}, pairs", pairs, differences)
    for error in sorted({pair.error for pair in pairs} - {"other"}):
        of = np.array([pair.error == error for pair in pairs])
        some = [pair for pair in pairs if pair.error == error]
        yield _share(f"{name}, {error}", some, differences[of])


def _share(name: str, pairs: Sequence[Pair], differences: Values) -> Agreement:
    def measure(places: Places) -> float:
        return share_won(differences[places])

    interval = resample(measure, [pair.faithful.source for pair in pairs])
    return Agreement(name, len(pairs), share_won(differences), interval)


def _flag_made(made: Sequence[Made], logits: Values) -> Iterator[Agreement]:
    flagged = logits < 0
    for corruption in sorted({each.corruption or "" for each in made}):
        places = [i for i, each in enumerate(made) if (each.corruption or "") == corruption]
        of = flagged[places].astype(float)

        def measure(drawn: Places, of: Values = of) -> float:
            return float(of[drawn].mean())

        sources = [made[place].claim.source for place in places]
        name = f"made, flagged, {corruption or 'originals'}"
        yield Agreement(name, len(places), float(of.mean()), resample(measure, sources))
