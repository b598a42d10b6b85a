"""Each corruption changes one thing, in the way that its name says."""

import pytest
from corruptions import CORRUPTIONS, splice

SENTENCES = {
    "number": ("Two visits were missed in 2016.", "Three visits were missed in 2016."),
    "name": ("The panel met Mother in June.", "The panel met Father in June."),
    "negation": ("The school was told.", "The school was not told."),
    "swapped roles": (
        "The school told the parents twice.",
        "The parents told the school twice.",
    ),
    "antonym": ("Plans were always clear.", "Plans were never clear."),
    "dropped qualifier": (
        "Staff should ring the family at home, unless a visit is due.",
        "Staff should ring the family at home.",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_changes_one_thing(name: str) -> None:
    true, false = SENTENCES[name]
    assert CORRUPTIONS[name](true) == false


def test_a_negation_is_dropped_where_there_is_one() -> None:
    assert CORRUPTIONS["negation"]("It was not told.") == "It was told."


def test_adds_a_clause_before_the_full_stop() -> None:
    text = CORRUPTIONS["added clause"]("A plan was made.")
    assert text is not None
    assert text.startswith("A plan was made, ")
    assert text.endswith(".")


@pytest.mark.parametrize("name", [name for name in CORRUPTIONS if name != "added clause"])
def test_leaves_alone_what_it_cannot_change(name: str) -> None:
    assert CORRUPTIONS[name]("Tea for guests") is None


def test_splices_halves() -> None:
    one, other = "a b c d e f g h", "1 2 3 4 5 6 7 8"
    assert splice(one, other) == "a b c d 5 6 7 8"
    assert splice("a b", other) is None
