"""Measures of a search against figures worked out by hand."""

from collections.abc import Callable
from math import log2

import pytest
from builders import build_document

from eval.asking.systems import Ranked, Reply
from eval.measuring.goals import Goal
from eval.measuring.retrieval import (
    EVIDENCE,
    MEASURES,
    MRR,
    NDCG,
    RECALL_5,
    RECALL_20,
    RECALL_WORDS,
    WORDS_20,
    Values,
    brings,
    measure_retrieval,
)
from eval.sets.questions import Question
from eval.sets.targets import Target
from rag.answer import Answer
from rag.types import Span

DOCUMENT = build_document([("paragraph", "Paragraph 1", " ".join(["word"] * 400))], id_="elm")
"""Each word with its space takes five characters."""
Score = Callable[..., Values]


def goal(*places: Span, vital: bool = True, document: str = "elm") -> Goal:
    target = Target(document, "", None, (("word",),))
    return Goal("told", vital, target, places, places, frozenset())


def at(first: int, words: int = 10, *, document: str = "elm") -> Ranked:
    """Words `first` and following."""
    return Ranked(document, "paragraph-1", first * 5, (first + words) * 5 - 1, 1.0)


def place(first: int, words: int = 10) -> Span:
    return at(first, words).start, at(first, words).end


def score(
    gold: list[Goal], ranking: list[Ranked] | None, evidence: list[Ranked] | None = None
) -> Values:
    question = Question("q", ("?",), "factual", answerable=True, gold=(), reference="")
    reply = Reply(
        question,
        Answer("?", "answered", None, (), ()),
        ranking=None if ranking is None else tuple(ranking),
        evidence=None if evidence is None else tuple(evidence),
        peak_bytes=None,
    )
    return measure_retrieval(reply, gold, {"elm": DOCUMENT})


def test_graded_ndcg_by_hand() -> None:
    gold = [goal(place(0)), goal(place(20), vital=False), goal(place(40))]
    told = score(gold, [at(20), at(60), at(0), at(80), at(100)])
    gained = 1 / log2(2) + 2 / log2(4)
    ideal = 2 / log2(2) + 2 / log2(3) + 1 / log2(4)
    assert told[NDCG] == pytest.approx(gained / ideal)
    assert told[MRR] == 1.0
    assert told[RECALL_5] == pytest.approx(2 / 3)


def test_a_first_gold_at_the_third_place() -> None:
    told = score([goal(place(0))], [at(50), at(60), at(0)])
    assert told[MRR] == pytest.approx(1 / 3)
    assert told[NDCG] == pytest.approx((1 / log2(4)) / (1 / log2(2)))


def test_recall_is_cut_by_passages() -> None:
    gold = [goal(place(first)) for first in (0, 10, 20, 300)]
    ranking = [at(0, 30), *(at(n) for n in range(100, 240, 10)), at(300)]
    told = score(gold, ranking)
    assert told[RECALL_5] == pytest.approx(3 / 4)
    assert told[RECALL_20] == 1.0
    assert told[WORDS_20] == 30 + 14 * 10 + 10


def test_gold_counts_once_however_often_it_is_brought() -> None:
    gold = [goal(place(0)), goal(place(50))]
    once = score(gold, [at(0), at(70), at(50)])
    again = score(gold, [at(0), at(0), at(50)])
    assert once[NDCG] == again[NDCG]
    assert once[NDCG] == pytest.approx((1 + 1 / log2(4)) / (1 + 1 / log2(3)))


def test_several_in_one_passage_take_neighbouring_places_the_vital_one_first() -> None:
    gold = [goal(place(0), vital=False), goal(place(10))]
    assert score(gold, [at(0, 20)])[NDCG] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("passage", "brought"),
    [
        (at(0), True),
        (at(0, 400), True),
        (at(12, 3), False),
        (at(2, 3), True),  # within the gold, wholly
        (at(8, 10), False),
        (at(0, document="oak"), False),
    ],
)
def test_half_of_the_shorter_one_has_to_be_shared(passage: Ranked, brought: bool) -> None:  # noqa: FBT001
    assert brings(passage, goal(place(0))) is brought


def test_gold_said_twice_is_found_at_either_place_and_gold_said_nowhere_is_not() -> None:
    assert score([goal(place(0), place(100))], [at(100)])[MRR] == 1.0
    assert score([goal()], [at(100)])[MRR] == 0.0


def test_gold_in_the_first_250_words() -> None:
    early, late = goal(place(236, 14)), goal(place(246, 14))
    told = score([early, late], [at(0, 240), at(240, 160)])
    assert told[RECALL_WORDS] == 1 / 2  # of the late one 4 words of 14 are left


def test_evidence_is_taken_together() -> None:
    told = score([goal(place(0)), goal(place(50))], None, [at(0, 3), at(3, 3), at(2, 2)])
    assert told[EVIDENCE] == 1 / 2
    assert told[NDCG] is None


def test_nothing_found_is_nought_and_nothing_to_find_is_none() -> None:
    assert score([goal(place(0))], [])[NDCG] == 0.0
    assert score([goal(place(0))], [])[RECALL_20] == 0.0
    told = score([], [at(0)], [at(0)])
    assert told == dict.fromkeys((measure.name for measure in MEASURES), None)


def test_agrees_with_a_gain_summed_by_hand_over_many_rankings() -> None:
    for shift in range(30):
        gold = [goal(place(n * 30), vital=bool(n % 2)) for n in range(6)]
        ranking = [at((7 * n + shift) % 39 * 10) for n in range(39)]
        gains, left = [], list(gold)
        for passage in ranking:
            new = [g for g in left if brings(passage, g)]
            left = [g for g in left if g not in new]
            gains += [2 if g.vital else 1 for g in new] or [0]
        gained = sum(gain / log2(rank + 2) for rank, gain in enumerate(gains[:10]))
        ideal = sum(gain / log2(rank + 2) for rank, gain in enumerate([2, 2, 2, 1, 1, 1]))
        assert score(gold, ranking)[NDCG] == pytest.approx(gained / ideal, abs=1e-12)
