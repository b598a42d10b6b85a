"""Our own labelled sentences: the two passes against each other, and our checks against both.

The sentences and their labels lie in the project, so all this is known without the public sets.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from eval.measuring.quotations import leans
from eval.proving.agreements import Agreement
from eval.proving.intervals import (
    Places,
    Values,
    area_under_curve,
    balanced_accuracy,
    resample,
)
from eval.proving.passes import PASSES, Label, agree_on, load_pass, measure_kappa
from eval.proving.public_sets import Claim, split_sentences
from eval.proving.sentences import Item, Origin, load_items, load_origins
from eval.proving.support import score_support
from eval.proving.threshold import judge_unseen
from rag.backends.embeddings import BUNDLED, open_embedding

if TYPE_CHECKING:
    from rag.backends.embeddings import Embedding

OWN = "own labels"
UNSET = 0.5
"""Where the scorer's weights put the threshold on the sets that they were fitted on."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The drawn sentences and both passes over them."""

    items: tuple[Item, ...]
    first: Mapping[str, Label]
    second: Mapping[str, Label]

    @property
    def by(self) -> str:
        """Who or what labelled."""
        names = {label.by for one in (self.first, self.second) for label in one.values()}
        return ", ".join(sorted(names))


@dataclass(frozen=True, slots=True)
class Scored:
    """What the support scorer says of the sentences that both passes label alike."""

    ids: tuple[str, ...]
    scores: Values
    supported: NDArray[np.bool_]
    sources: tuple[str, ...]
    by: str
    """Who or what labelled."""


def load_labelled() -> Labels:
    """Raises as `load_pass` does."""
    items = load_items()
    return Labels(items, *(load_pass(path, items) for path in PASSES))


def support_of(label: Label) -> str:
    return label.support


def readable_of(label: Label) -> str:
    return label.readable


def as_claims(items: Sequence[Item], support: Mapping[str, str]) -> tuple[Claim, ...]:
    """Partly supported is not supported. The heading is evidence too."""
    return tuple(
        Claim(
            item.sentence,
            tuple(
                sentence
                for each in item.evidence
                for sentence in (each.heading, *split_sentences(each.text))
            ),
            supported=support[item.id] == "full",
            source=item.evidence[0].document + item.evidence[0].unit,
        )
        for item in items
        if item.id in support
    )


def claims_of(labels: Labels) -> tuple[Claim, ...]:
    """In the order of the sentences; those alone that both passes label alike."""
    return as_claims(labels.items, agree_on(labels.first, labels.second, support_of))


def score_labelled(labels: Labels, embedding: "Embedding | None" = None) -> Scored:
    claims = claims_of(labels)
    agreed = agree_on(labels.first, labels.second, support_of)
    return Scored(
        tuple(item.id for item in labels.items if item.id in agreed),
        score_support(claims, embedding or open_embedding(BUNDLED)),
        np.array([claim.supported for claim in claims]),
        tuple(claim.source for claim in claims),
        labels.by,
    )


def compare_labels(labels: Labels, scored: Scored) -> Iterator[Agreement]:
    for name, field in (("support", support_of), ("readable", readable_of)):
        kappa = measure_kappa(labels.first, labels.second, field)
        yield Agreement(
            f"{OWN}, {name}, {kappa.called} (kappa)", kappa.n, kappa.value, kappa.interval
        )
    yield from _tell_shown(labels)
    yield from _compare_scorer(scored)
    yield from _compare_opening(labels)


def _tell_shown(labels: Labels) -> Iterator[Agreement]:
    """Of what the system itself showed, without the controls."""
    shown = {name for name, origin in load_origins().items() if origin.control is None}
    for name, field, good in (("supported", support_of, "full"), ("readable", readable_of, "yes")):
        agreed = agree_on(labels.first, labels.second, field)
        right = [label == good for each, label in agreed.items() if each in shown]
        sources = [each for each in agreed if each in shown]
        yield _share(f"{OWN}, shown by the system, {name}", right, sources)


def _compare_scorer(scored: Scored) -> Iterator[Agreement]:
    """The threshold is judged on sentences that it was not set on."""
    unseen = judge_unseen(scored.scores, scored.supported, scored.sources)
    everything = np.arange(len(scored.ids))
    reworded = np.array([is_reworded(origin) for origin in map(load_origins().get, scored.ids)])

    def area(places: Places) -> float:
        return area_under_curve(scored.scores[places], scored.supported[places])

    def accuracy(places: Places, verdicts: NDArray[np.bool_]) -> float:
        return balanced_accuracy(verdicts[places], scored.supported[places])

    def accepted(places: Places) -> float:
        return float(unseen[places].mean())

    for called, measure, of in (
        ("AUROC", area, everything),
        ("balanced accuracy at .5", partial(accuracy, verdicts=scored.scores >= UNSET), everything),
        ("balanced accuracy, threshold cross-fitted", partial(accuracy, verdicts=unseen),
         everything),
        ("AUROC on our rewordings alone", area, np.flatnonzero(reworded)),
        ("accepted of right rewordings", accepted, np.flatnonzero(reworded & scored.supported)),
    ):  # fmt: skip
        yield _measure(f"{OWN}, support scorer, {called}", measure, of, scored.sources)


def is_reworded(origin: Origin | None) -> bool:
    return bool(origin and origin.control and origin.control.endswith("paraphrase"))


def _compare_opening(labels: Labels) -> Iterator[Agreement]:
    """How often the check of openings flags what is, and what is not, readable alone."""
    readable = agree_on(labels.first, labels.second, readable_of)
    for good, called in (("no", "the unreadable"), ("yes", "the readable")):
        judged = [item for item in labels.items if readable.get(item.id) == good]
        flagged = [leans(item.sentence) for item in judged]
        name = f"{OWN}, dangling openers, flagged of {called}"
        yield _share(name, flagged, [item.id for item in judged])


def _share(name: str, hits: Sequence[bool], sources: Sequence[str]) -> Agreement:
    values = np.array(hits, dtype=float)
    return _measure(
        name, lambda places: float(values[places].mean()), np.arange(len(values)), sources
    )


def _measure(
    name: str, measure: Callable[[Places], float], of: Places, sources: Sequence[str]
) -> Agreement:
    """Of the sentences at the places `of`; `sources` are those of all."""
    interval = resample(lambda drawn: measure(of[drawn]), [sources[place] for place in of])
    return Agreement(name, len(of), measure(of), interval)
