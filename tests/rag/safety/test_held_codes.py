"""A code is a child's name only where nothing speaks of somebody now."""

import pytest

from rag.safety.held_codes import name_in_full

SUBJECTS = ["Child ZF", "Baby Y", None]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("could ZF's parents get to her before the police came", "could Child ZF's parents get"),
        ("why was ZFs dad still allowed on the ward", "why was Child ZFs dad"),
        ("so did ZF's mum drink", "so did Child ZF's mum"),
    ],
)
def test_it_is_named_in_full(typed: str, named: str) -> None:
    assert name_in_full(typed, SUBJECTS).startswith(named)


@pytest.mark.parametrize(
    "typed",
    [
        "my ZF's parents wont let me out",
        "did her ZF's mum hit her",
        "could ZF's mum take the baby from me",
        "did ZF's dad hit her last night",
        "ZF's dad is outside",
        "is ZF's dad going to hurt her",
        "was ZF's dad here just now",
        "did Child ZF's mum drink",
        "did zf's mum drink",
    ],
)
def test_it_is_left_as_typed(typed: str) -> None:
    assert name_in_full(typed, SUBJECTS) == typed
