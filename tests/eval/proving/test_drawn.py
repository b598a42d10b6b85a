"""The drawn sentences, and two labelled passes over them."""

from collections import Counter
from pathlib import Path

import pytest

from eval.proving.label_agreement import as_claims, load_labelled
from eval.proving.passes import Label, agree_on, load_pass, measure_kappa
from eval.proving.sentences import (
    Evidence,
    Item,
    load_items,
    load_origins,
    write_lines,
)
from rag.errors import BadBatchLine, UnreadableFile

ITEMS = tuple(
    Item.make(text, (Evidence("oak", "point-1", "Oak › Point 1", "Staff met twice. It rained."),))
    for text in ("Staff met twice.", "Staff met often.", "It rained.", "It snowed.")
)


def label(support: str, by: str = "person: ab") -> Label:
    return Label(support, "yes", by)


def as_pass(*support: str, by: str = "person: ab") -> dict[str, Label]:
    return {item.id: label(each, by) for item, each in zip(ITEMS, support, strict=True)}


def test_enough_is_drawn_and_a_part_of_it_is_damaged() -> None:
    origins = load_origins()
    items = load_items()
    kinds = Counter(origins[item.id].control for item in items)
    assert origins.keys() == {item.id for item in items}
    assert kinds[None] >= 160
    assert 0.2 <= 1 - kinds[None] / len(items) <= 0.35
    assert len({origin.type for origin in origins.values()}) >= 15


def test_ids_are_of_the_contents() -> None:
    for item in load_items():
        assert item == Item.make(item.sentence, item.evidence)


def test_what_is_labelled_does_not_say_where_it_comes_from() -> None:
    for item in load_items():
        assert item.sentence
        assert all(each.text and each.heading for each in item.evidence)


def test_kappa_is_agreement_beyond_chance() -> None:
    """Three of four agree; by chance 1/2 x 3/4 + 1/2 x 1/4 would."""
    kappa = measure_kappa(
        as_pass("full", "full", "not", "not"), as_pass("full", "full", "full", "not"), _support
    )
    expected = 2 / 4 * 3 / 4 + 2 / 4 * 1 / 4
    assert kappa.value == pytest.approx((3 / 4 - expected) / (1 - expected))
    assert kappa.table == {("full", "full"): 2, ("not", "full"): 1, ("not", "not"): 1}
    assert kappa.called == "agreement"


def test_a_model_agrees_with_itself_only() -> None:
    passes = (
        as_pass("full", "full", "not", "not", by="language model: m"),
        as_pass(*["full"] * 3, "not"),
    )
    assert measure_kappa(*passes, _support).called == "self-agreement"


def test_only_what_both_say_is_compared() -> None:
    first, second = as_pass("full", "full", "not", "not"), as_pass("full", "partly", "not", "not")
    agreed = agree_on(first, second, _support)
    assert agreed == {ITEMS[0].id: "full", ITEMS[2].id: "not", ITEMS[3].id: "not"}
    claims = as_claims(ITEMS, agreed)
    assert [claim.supported for claim in claims] == [True, False, False]
    assert claims[0].evidence == ("Oak › Point 1", "Staff met twice.", "It rained.")


def test_a_pass_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pass-1.jsonl"
    lines = [
        {"id": item.id, "support": "full", "readable": "no", "by": "person: ab", "pass": 1}
        for item in ITEMS
    ]
    write_lines(path, lines)
    assert load_pass(path, ITEMS)[ITEMS[0].id] == Label("full", "no", "person: ab")
    write_lines(path, lines[1:])
    with pytest.raises(BadBatchLine, match="without a label"):
        load_pass(path, ITEMS)
    for wrong in (
        {"support": "perhaps"},
        {"by": ""},
        {"by": "somebody"},
        {"id": "other"},
        {"id": ITEMS[1].id},
    ):
        write_lines(path, [{**lines[0], **wrong}, *lines[1:]])
        with pytest.raises(BadBatchLine, match="line "):
            load_pass(path, ITEMS)


def test_a_missing_pass_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"pass-1\.jsonl"):
        load_pass(tmp_path / "pass-1.jsonl", ITEMS)


def test_passes_of_the_project_are_whole_and_called_what_they_are() -> None:
    labels = load_labelled()
    assert len(labels.items) >= 150
    assert labels.by.startswith("language model: ")
    assert measure_kappa(labels.first, labels.second, _support).called == "self-agreement"


def _support(one: Label) -> str:
    return one.support
