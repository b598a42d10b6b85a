"""Terms: stems, BM25 as published, and the index that is saved and mapped."""

import math
from pathlib import Path

import pytest

from rag.backends.lexical import Lexical, stem
from rag.types import Passage

TEXTS = {
    "z.1": "The father was not seen by the social worker.",
    "z.2": "Fathers, fathers: nobody asked them.",
    "y.1": "A bruise on a baby. See BF4.1 and paragraph 2.9.3.",
}


def passages() -> list[Passage]:
    return [
        Passage(id_, f"baby-{id_[0]}", "unit", 0, len(text), text, f"Baby {id_[0].upper()}")
        for id_, text in TEXTS.items()
    ]


@pytest.fixture(params=["built", "loaded"])
def lexical(request: pytest.FixtureRequest, tmp_path: Path) -> Lexical:
    built = Lexical.build(passages())
    if request.param == "built":
        return built
    built.save(tmp_path / "index")
    return Lexical.load(tmp_path / "index")


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Fathers' visits", ["father", "visit"]),
        ("the child’s not seen", ["child", "not", "seen"]),
        ("BF4.1, 2.9.3 and Q", ["bf4.1", "2.9.3", "q"]),
        ("they didn’t come, wont come and can't", ["not", "come", "not", "come", "cannot"]),
        ("no, never without nor", ["no", "never", "without", "nor"]),
        ("What was it?", []),
    ],
)
def test_stems(text: str, stems: list[str]) -> None:
    assert stem(text) == stems


def test_scores_are_bm25(lexical: Lexical) -> None:
    ((id_, score),) = lexical.query("bruises", k=9)
    lengths = [len(stem(f"{p.context}\n{p.text}")) for p in passages()]
    idf = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    norm = 1.5 * (1 - 0.75 + 0.75 * lengths[2] / (sum(lengths) / 3))
    assert id_ == "y.1"
    assert score == pytest.approx(idf * 1 / (1 + norm), rel=1e-5)


def test_more_of_a_term_is_better_and_context_counts(lexical: Lexical) -> None:
    assert [id_ for id_, _ in lexical.query("father", 9)] == ["z.2", "z.1"]
    assert [id_ for id_, _ in lexical.query("father", 1)] == ["z.2"]
    assert {id_ for id_, _ in lexical.query("baby Z", 9)} == {"z.1", "z.2", "y.1"}
    assert [id_ for id_, _ in lexical.query("2.9.3", 9)] == ["y.1"]


def test_only_the_documents_asked_for(lexical: Lexical) -> None:
    assert lexical.query("father", 9, {"baby-y"}) == []
    assert [id_ for id_, _ in lexical.query("baby", 9, {"baby-y"})] == ["y.1"]


def test_words_that_nobody_wrote_find_nothing(lexical: Lexical) -> None:
    assert lexical.query("submarine", 9) == []
    assert lexical.query("what is the", 9) == []
    assert lexical.query("", 9) == []


def test_rare_terms_weigh_more(lexical: Lexical) -> None:
    assert lexical.idf("father") == pytest.approx(math.log(1 + (3 - 2 + 0.5) / (2 + 0.5)))
    assert lexical.idf("submarin") == pytest.approx(math.log(1 + (3 + 0.5) / 0.5))
    assert lexical.idf("bruis") > lexical.idf("father")


def test_ties_come_in_the_order_of_ids() -> None:
    twins = [Passage(i, "d", "u", 0, 4, "dogs", "") for i in ("c", "a", "b")]
    assert [id_ for id_, _ in Lexical.build(twins).query("dog", 2)] == ["a", "b"]


def test_an_empty_library_has_an_index(tmp_path: Path) -> None:
    Lexical.build([]).save(tmp_path / "index")
    assert Lexical.load(tmp_path / "index").query("father", 9) == []


def test_holding_finds_all_that_have_every_stem_of_a_variant(lexical: Lexical) -> None:
    everywhere = {"baby-z", "baby-y"}
    assert lexical.holding([("father",)], everywhere) == {"z.1", "z.2"}
    assert lexical.holding([("father", "worker"), ("bruis",)], everywhere) == {"z.1", "y.1"}
    assert lexical.holding([("father",), ("bruis",)], {"baby-y"}) == {"y.1"}
    assert lexical.holding([("father", "bruis"), ("unheard",)], everywhere) == frozenset()


def test_documents_holding_a_term_are_found(lexical: Lexical) -> None:
    assert lexical.documents_holding([("father", "worker"), ("bruis",)]) == {"baby-z", "baby-y"}
    assert lexical.documents_holding([("father",)]) == {"baby-z"}
    assert lexical.documents_holding([("unheard",)]) == frozenset()


def test_rarity_may_be_counted_among_some_documents(lexical: Lexical) -> None:
    among = lexical.weighed_among(["baby-y"])
    assert among.idf("father") == pytest.approx(math.log(1 + 1.5 / 0.5))
    assert lexical.idf("father") == pytest.approx(math.log(1 + 1.5 / 2.5))
    assert lexical.holds("father")
    assert not among.holds("father")
    assert among.holds("bruis")
    (_, score), *_ = lexical.query("father", 3)
    (_, rarer), *_ = among.query("father", 3)
    assert rarer / score == pytest.approx(among.idf("father") / lexical.idf("father"))


def test_an_empty_index_is_weighed_as_it_is() -> None:
    empty = Lexical.build([])
    assert empty.weighed_among(["baby-z"]).query("father", 3) == []


def test_places_of_a_term_are_counted_by_document(lexical: Lexical) -> None:
    assert lexical.places_by_document("father") == {"baby-z": 2}
    assert lexical.places_by_document("babi") == {"baby-y": 1, "baby-z": 2}
    assert lexical.places_by_document("unheard") == {}


def test_passages_know_their_documents(lexical: Lexical) -> None:
    assert lexical.documents == len({"baby-y", "baby-z"})
    assert lexical.documents_of(["y.1", "z.2", "y.1"]) == ["baby-y", "baby-z", "baby-y"]


def test_an_empty_index_has_no_documents() -> None:
    empty = Lexical.build([])
    assert (empty.documents, empty.documents_of([]), empty.places_by_document("father")) == (
        0,
        [],
        {},
    )
