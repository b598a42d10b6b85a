"""Which names are places, and where a text names one."""

import pytest

from rag.documents.places import is_place, place_at, places_in


@pytest.mark.parametrize(
    "name",
    [
        "Kent", "Plymouth, Torbay and South Devon", "Inner North London", "London Inner South",
        "West Sussex, Brighton and Hove", "Berkshire", "Norfolk County Council",
        "West Yorkshire (Western)", "City of Kingston upon Hull", "Washington State",
        "Shropshire, Telford & Wrekin",
    ],
)  # fmt: skip
def test_places(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize(
    "name", ["the Department", "Area Manager", "Kent and Safeguarding", "Kent 2", "", "kent"]
)
def test_no_places(name: str) -> None:
    assert not is_place(name)


def test_the_longest_place_is_taken() -> None:
    text = "Plymouth, Torbay and South Devon. I make this report"
    assert text[: place_at(text)].rstrip(".") == "Plymouth, Torbay and South Devon"
    assert place_at("nowhere in particular") == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Suicides in West Sussex", ["West Sussex"]),
        ("NORTHAMPTONSHIRE PROTOCOL", ["NORTHAMPTONSHIRE"]),
        ("Reading and writing", []),
        ("Reading Borough Council", ["Reading"]),
    ],
)
def test_places_in_running_words(text: str, named: list[str]) -> None:
    assert [text[a:b] for a, b in places_in(text)] == named
