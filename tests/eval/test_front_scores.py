"""What counts as found and as wrong in front matter."""

from dataclasses import replace

from builders import build_document

from eval.front_scores import score_front
from rag.types import Unit


def units(*values: tuple[str, str]) -> list[Unit]:
    document = build_document(
        [("detail", f"Detail {n}", text) for n, (_, text) in enumerate(values)]
    )
    return [replace(u, key=key) for u, (key, _) in zip(document.units, values, strict=True)]


def test_a_value_is_found_with_few_words_around_it() -> None:
    gold = {"author": ["Jane Green"], "area": ["Kent", "Kent County Council"]}
    given = units(("author", "Author: JANE  Green, Reviewer"), ("area", "Kent"))
    counts, remarks = score_front(gold, {}, given)
    assert counts == {"keys": 2, "keys said": 2, "fields": 2, "fields untrue": 0}
    assert remarks == ()


def test_a_value_in_many_words_or_of_another_key_is_wrong() -> None:
    long = "Jane Green was asked by the board to write this report in the spring of that year"
    counts, remarks = score_front(
        {"author": ["Jane Green"]}, {}, units(("author", long), ("chair", "Jane Green"))
    )
    assert (counts["keys said"], counts["fields untrue"]) == (0, 2)
    assert [remark.split()[0] for remark in remarks] == ["missed", "wrong", "wrong"]


def test_part_of_a_word_is_not_the_value() -> None:
    assert score_front({"area": ["Kent"]}, {}, units(("area", "Kentish Town")))[0]["keys said"] == 0


def test_an_optional_value_is_neither_missed_nor_wrong() -> None:
    optional = {"publisher": ["Ofsted"]}
    assert score_front({}, optional, units(("publisher", "Ofsted")))[0]["fields untrue"] == 0
    assert score_front({}, optional, [])[0]["keys"] == 0
