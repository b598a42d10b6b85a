"""Our own labelled statements: the two passes against each other, and our checks against both.

The statements and their labels lie in the project, so all this is known without the public sets.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import balanced_accuracy_score, cohen_kappa_score, roc_auc_score

from eval.measuring.figures import Figure, agree
from eval.measuring.quotations import leans
from eval.proving.labelled import Labelled, who_labelled
from eval.proving.support import judge_unseen, score_support
from rag.backends import embeddings


def compare_labels(
    labelled: Sequence[Labelled], embedding: "embeddings.Embedding"
) -> Iterator[Figure]:
    yield compare_passes(labelled, "support")
    yield compare_passes(labelled, "readable")
    for called, kind, good in (("supported", "support", "full"), ("readable", "readable", "yes")):
        shown = [each for each in labelled if each.control is None and each.agreed(kind)]
        right = [each.agreed(kind) == good for each in shown]
        yield _share(f"shown by the system, {called}", right, shown)
    yield from _compare_scorer(labelled, embedding)
    for called, label in (("unreadable", "no"), ("readable", "yes")):
        judged = [each for each in labelled if each.agreed("readable") == label]
        flagged = [leans(each.sentence) for each in judged]
        yield _share(f"dangling openers, flagged of the {called}", flagged, judged)


def compare_passes(labelled: Sequence[Labelled], kind: str) -> Figure:
    """A model's agreement with itself says nothing of people, and is not called agreement."""
    by_people = all(name.startswith("person: ") for name in who_labelled(labelled))
    name = f"own labels, {kind}, {'agreement' if by_people else 'self-agreement'} (kappa)"
    first = np.array([each.first[kind] for each in labelled])
    second = np.array([each.second[kind] for each in labelled])
    return agree(name, cohen_kappa_score, [each.id for each in labelled], first, second)


def _compare_scorer(
    labelled: Sequence[Labelled], embedding: "embeddings.Embedding"
) -> Iterator[Figure]:
    """At .5 the weights put the threshold on the sets that they were fitted on; the other is judged
    on statements that it was not set on."""
    alike = [each for each in labelled if each.agreed("support")]
    scores = score_support([each.claim for each in alike], embedding)
    labels = np.array([each.agreed("support") == "full" for each in alike])
    sources: NDArray[np.str_] = np.array([each.source for each in alike])
    unseen = judge_unseen(scores, labels, sources)
    ours = np.array([(each.control or "").endswith("paraphrase") for each in alike])
    right = ours & labels
    of = "own labels, support scorer"
    yield agree(f"{of}, AUROC", roc_auc_score, sources, labels, scores)
    for where, found in ((" at .5", scores >= 0.5), (", threshold cross-fitted", unseen)):
        name = f"{of}, balanced accuracy{where}"
        yield agree(name, balanced_accuracy_score, sources, labels, found)
    name = f"{of}, AUROC on our rewordings alone"
    yield agree(name, roc_auc_score, sources[ours], labels[ours], scores[ours])
    yield agree(f"{of}, accepted of right rewordings", np.mean, sources[right], unseen[right])


def _share(name: str, hits: Sequence[bool], of: Sequence[Labelled]) -> Figure:
    return agree(f"own labels, {name}", np.mean, [each.id for each in of], np.array(hits))
