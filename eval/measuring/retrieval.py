"""A ranking of passages and the gold of its question in, measures of the search out.

Systems rank whole units, sentences, or chunks of a thousand tokens. So what is judged is the gold
that a passage brings: each gold span that it has half of, or that it stands in with half of its own
length. Only the first to bring it counts, which is the novelty of α-nDCG with α = 1 (Clarke et al.
2008) and makes the ideal ranking the same for all. Long passages find more: therefore words stand
beside, and the share of gold in the first 250 words of the ranking.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ir_measures import RR, Measure, Qrel, R, ScoredDoc, iter_calc, nDCG

from eval.asking.quoting import overlap
from eval.asking.systems import DEPTH, Ranked, Reply
from eval.measuring.figures import Values, mean
from eval.measuring.goals import Goal
from eval.measuring.shown import SHOWN_WORDS
from rag.types import Document

NDCG = "nDCG@10"
RECALL_5 = "recall@5"
RECALL_20 = "recall@20"
MRR = "MRR"
WORDS_20 = "words in the first 20 passages"
RECALL_WORDS = f"gold in the first {SHOWN_WORDS} words ranked"
EVIDENCE = "gold in the evidence handed on"
FAMILY = "retrieval"
MEASURES = (
    *(mean(name, FAMILY) for name in (NDCG, RECALL_5, RECALL_20)),
    mean(WORDS_20, FAMILY, higher_is_better=None),
    *(mean(name, FAMILY) for name in (MRR, RECALL_WORDS, EVIDENCE)),
)

VITAL, OKAY = 2, 1
"""Gains."""
ENOUGH = 0.5


def measure_retrieval(
    reply: Reply, gold: Sequence[Goal], documents: Mapping[str, Document]
) -> Values:
    """By name, one for each of MEASURES: 0 to 1, but for the words. None without gold, or where
    the system has no ranking or hands nothing on. Documents by id.

    nDCG has the grades as gains and log2(rank + 1) as discount, and MRR is 1 / rank of the first
    gold, 0 where none is found; both as trec_eval computes them. Recall counts each span once."""
    values: Values = dict.fromkeys(measure.name for measure in MEASURES)
    if gold and reply.ranking is not None:
        values |= _measure_ranking(gold, reply.ranking)
        # Each word of a document once, however often it is handed on.
        first = ((p, word) for p in reply.ranking[:20] for word in _words(p, documents))
        values[WORDS_20] = float(len({(p.document, p.start + word.start()) for p, word in first}))
        values[RECALL_WORDS] = _share(gold, [*_first_words(reply.ranking, documents)])
    if gold and reply.evidence is not None:
        values[EVIDENCE] = _share(gold, reply.evidence)
    return values


def _measure_ranking(gold: Sequence[Goal], ranking: Sequence[Ranked]) -> Values:
    everything = R @ (DEPTH + len(gold))
    return {
        NDCG: _calculate(nDCG @ 10, gold, ranking),
        MRR: _calculate(RR, gold, ranking),
        # Cut by passages, not by places: five passages may bring six spans.
        RECALL_5: _calculate(everything, gold, ranking[:5]),
        RECALL_20: _calculate(everything, gold, ranking[:20]),
    }


def _calculate(measure: Measure, gold: Sequence[Goal], ranking: Sequence[Ranked]) -> float:
    qrels = [Qrel("q", f"gold {i}", _grade(goal)) for i, goal in enumerate(gold)]
    order = _order_of_gold(gold, ranking[:DEPTH])
    run = [ScoredDoc("q", id_, -float(place)) for place, id_ in enumerate(order)]
    return float(next(iter(iter_calc([measure], qrels, run))).value) if run else 0.0


def _order_of_gold(gold: Sequence[Goal], ranking: Sequence[Ranked]) -> list[str]:
    """What each passage brings that none before it did, the better grade first; or its miss."""
    order: list[str] = []
    missing = dict(enumerate(gold))
    for place, passage in enumerate(ranking):
        new = [i for i, goal in missing.items() if brings(passage, goal)]
        new.sort(key=lambda i: -_grade(gold[i]))
        missing = {i: goal for i, goal in missing.items() if i not in new}
        order += [f"gold {i}" for i in new] or [f"miss {place}"]
    return order


def _grade(goal: Goal) -> int:
    return VITAL if goal.vital else OKAY


def brings(passage: Ranked, goal: Goal) -> bool:
    """The two have at least half of the shorter one in common."""
    span = passage.start, passage.end
    return passage.document == goal.target.document and any(
        0 < ENOUGH * min(span[1] - span[0], end - start) <= overlap(span, (start, end))
        for start, end in goal.places
    )


def _share(gold: Sequence[Goal], passages: Sequence[Ranked]) -> float:
    """Of the gold: that of which the passages together have at least half."""
    return sum(_is_held(goal, passages) for goal in gold) / len(gold)


def _is_held(goal: Goal, passages: Sequence[Ranked]) -> bool:
    spans = [(p.start, p.end) for p in passages if p.document == goal.target.document]
    return any(
        len({at for a, b in spans for at in range(max(start, a), min(end, b))})
        >= ENOUGH * (end - start)
        for start, end in goal.places
    )


def _first_words(ranking: Sequence[Ranked], documents: Mapping[str, Document]) -> Iterator[Ranked]:
    """The passages up to SHOWN_WORDS words, the last one cut between words."""
    left = SHOWN_WORDS
    for passage in ranking:
        words = _words(passage, documents)
        if len(words) >= left:
            yield replace(passage, end=passage.start + words[left - 1].end())
            return
        left -= len(words)
        yield passage


def _words(passage: Ranked, documents: Mapping[str, Document]) -> list[re.Match[str]]:
    text = documents[passage.document].reading.text[passage.start : passage.end]
    return [*re.finditer(r"\S+", text)]
