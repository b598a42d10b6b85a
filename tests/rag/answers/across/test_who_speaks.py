"""The sentence that says which reviews speak of a theme."""

import pytest
from builders import build_document

from rag.answers.across.who_speaks import MOST_NAMED, Heard, who_speaks
from rag.telling.grouping import MOST_REVIEWS
from rag.types import Record

NAMES = [f"Child {letter}" for letter in "ABCDEFGHIJ"]


def _held(count: int, kind: str = "serious_case_review") -> list[Record]:
    return [build_document((), id_=name, subject=name, kind=kind).record for name in NAMES[:count]]


def _say(speaking: list[str], records: list[Record], near: list[str], touched: list[str]) -> str:
    lead = who_speaks(Heard(speaking, near, touched), records, all_seen=True)
    return lead(()).text


@pytest.mark.parametrize(
    ("held", "speaking", "told"),
    [
        (1, 1, "Child A speaks of this."),
        (2, 2, "Both reviews speak of this."),
        (3, 3, "All 3 reviews speak of this."),
        (
            3,
            1,
            "1 of the 3 reviews speaks of this. Nothing of it was found in Child B and Child C.",
        ),
    ],
)
def test_how_many_speak(held: int, speaking: int, told: str) -> None:
    assert _say(NAMES[:speaking], _held(held), [], []) == told


def test_the_only_one_held_may_come_near() -> None:
    told = "Child A does not say this in so many words. What comes nearest is shown."
    assert _say([], _held(1), ["Child A"], []) == told


def test_where_none_says_it_outright_that_comes_first() -> None:
    told = _say([], _held(3), ["Child B", "Child A"], [])
    assert told == (
        "None of the 3 reviews says all of this in so many words. What comes nearest is shown."
        " Nothing of it was found in Child C."
    )


def test_inspection_reports_are_called_so() -> None:
    reports = _held(2, "inspection_report")
    assert _say(NAMES[:1], reports, [], []).startswith("1 of the 2 inspection reports speaks")
    assert _say(NAMES[:1], [*reports, *_held(3)], [], []).startswith("1 of the 5 documents speaks")


def test_what_comes_near_or_has_a_part_is_not_called_silent() -> None:
    told = _say(["Child A"], _held(4), ["Child B"], ["Child C"])
    assert told == (
        "1 of the 4 reviews speaks of this. What comes nearest in Child B is shown too. A part of"
        " it stands in Child C. Nothing of it was found in Child D."
    )


def test_only_what_has_room_is_said_to_be_shown() -> None:
    speaking, near = NAMES[: MOST_REVIEWS - 1], NAMES[MOST_REVIEWS - 1 : MOST_REVIEWS + 2]
    told = _say(speaking, _held(len(NAMES)), near, [])
    assert f"What comes nearest in {near[0]} is shown too." in told
    assert not any(name in told for name in near[1:])
    assert told.endswith(f"Nothing of it was found in {NAMES[-2]} and {NAMES[-1]}.")


def test_where_more_speak_than_are_quoted_that_is_said() -> None:
    told = _say(NAMES[: MOST_REVIEWS + 1], _held(MOST_REVIEWS + 2), [NAMES[MOST_REVIEWS + 1]], [])
    assert f"The {MOST_REVIEWS} that say most are quoted." in told
    assert "nearest" not in told


def test_many_silent_ones_are_not_named() -> None:
    assert len(NAMES) - 1 > MOST_NAMED
    assert _say(NAMES[:1], _held(len(NAMES)), [], []) == "1 of the 10 reviews speaks of this."


def test_where_not_all_was_seen_nothing_is_said_of_silence() -> None:
    told = who_speaks(Heard(NAMES[:1]), _held(3), all_seen=False)(()).text
    assert told == "At least 1 of the 3 reviews speaks of this."
