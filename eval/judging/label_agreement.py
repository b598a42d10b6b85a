"""The labelled sentences put to a judge: how far it agrees with whoever labelled them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import cohen_kappa_score

from eval.judging.aspects import Aspect
from eval.judging.judge import Judge
from eval.judging.judged import LabelAgreement
from eval.measuring.intervals import Interval
from eval.proving.intervals import Places, balanced_accuracy, resample
from eval.proving.passes import PASSES, agree_on, load_pass
from eval.proving.sentences import SENTENCES, load_items

_NONE = "no verdict"


def compare_with_labels(
    judge: Judge, aspect: Aspect, *, sentences: Path = SENTENCES, passes: Sequence[Path] = PASSES
) -> LabelAgreement | None:
    """None unless both passes are there. Intervals draw the units anew that are cited. Raises
    ModelUnavailable, and UnreadableFile or BadBatchLine of labels that are not right."""
    if not all(path.is_file() for path in passes):
        return None
    items = load_items(sentences)
    first, second = (load_pass(path, items) for path in passes)
    wanted = agree_on(first, second, aspect.label)
    asked = [item for item in items if item.id in wanted]
    labels = np.array([wanted[item.id] for item in asked])
    verdicts = np.array([judge.judge(aspect, item).given or _NONE for item in asked])
    sources = [item.evidence[0].document + item.evidence[0].unit for item in asked]

    def kappa(places: Places) -> float:
        if len({*labels[places], *verdicts[places]}) < 2:
            return float("nan")
        return float(cohen_kappa_score(labels[places], verdicts[places]))

    def accuracy(places: Places) -> float:
        good = labels[places] == aspect.good
        missing = verdicts[places] == _NONE
        return balanced_accuracy(np.where(missing, ~good, verdicts[places] == aspect.good), good)

    everything = np.arange(len(asked))
    return LabelAgreement(
        by=tuple(sorted({label.by for one in (first, second) for label in one.values()})),
        n=len(asked),
        no_verdict=int((verdicts == _NONE).sum()),
        kappa=_known(kappa(everything)),
        kappa_interval=_known_interval(resample(kappa, sources)),
        balanced_accuracy=_known(accuracy(everything)),
        balanced_accuracy_interval=_known_interval(resample(accuracy, sources)),
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else value


def _known_interval(interval: Interval) -> Interval | None:
    return None if np.isnan(interval).any() else interval
