"""What is told of words that were changed."""

import pytest

from rag.quotes.differences import align

SOURCE = "The nursery saw three bruises, wrote them down (twice), and did not tell the nurse."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("The nursery saw two bruises,", [("changed", "two", "three")]),
        ("The nursery saw two bruises", [("changed", "two", "three")]),
        ("nursery saw two bruises. wrote them down", [("changed", "two", "three")]),
        ("wrote them up (twice)", [("changed", "up", "down")]),
        ("wrote them down twice and did tell", [("deleted", "", "not")]),
        ("and did not tell the nurse, ever.", [("inserted", "ever.", "")]),
        ("saw three bruises. wrote them", [("changed", "bruises.", "bruises,")]),
    ],
)
def test_stops_are_told_only_where_the_words_are_the_same(
    given: str, expected: list[tuple[str, str, str]]
) -> None:
    found = align(given, SOURCE)
    assert found
    assert [(each.op, each.given, each.source) for each in found.differences] == expected
