import pytest

from rag.conversation.corrections import corrects, without_taken_back

TAKEN_BACK = [
    ("sorry, child K not Q", "child K"),
    ("Child K, not Child Q", "Child K"),
    ("no not Child Q, Baby M", "Baby M"),
    ("no, I meant Baby M", "Baby M"),
    ("oops - Baby M", "Baby M"),
    ("wrong one, I meant K", "the K review"),
    ("K not Q", "the K review"),
    ("I meant the Anyshire one rather than the Otherton one", "the Anyshire one"),
    ("anyshire, not otherton", "anyshire"),
    ("I meant fathers not mothers", "fathers"),
]
KEPT = [
    "why did they not refer",
    "no social worker was told?",
    "should they call the police not wait",
    "what does that mean",
    "what do they mean by drift",
    "was it not shared",
    "wait times for the clinic",
    "and fathers?",
    "not",
]


@pytest.mark.parametrize(("turn", "meant"), TAKEN_BACK)
def test_what_is_taken_back_is_left_out(turn: str, meant: str) -> None:
    assert without_taken_back(turn) == meant


@pytest.mark.parametrize("turn", KEPT)
def test_a_plain_negation_takes_nothing_back(turn: str) -> None:
    assert without_taken_back(turn) == turn
    assert not corrects(turn)
