"""The words whose mention is asked for."""

import pytest

from rag.questions.kinds.mentioned import _what


@pytest.mark.parametrize(
    ("topic", "what"),
    [
        ("Is smoking mentioned in ?", "smoking"),
        ("does the review mention home visits", "home visits"),
        ("ok and do they talk about smoking in this one", "smoking"),
        ("does the word harbour come up in", "harbour"),
        ("any reference to drugs or alcohol?", "drugs or alcohol"),
        ("is FGM in any of these?", "FGM"),
        ("anything on gambling", "gambling"),
        ("where does it mention smoking", None),
        ("does it mention that nobody came", None),
        ("does it mention who was there", None),
        ("was the baby in hospital when the nurse came", None),
        ("what is mentioned", None),
        ("did the worker raise a concern at the meeting with all of the others there", None),
    ],
)
def test_the_words_are_told(topic: str, what: str | None) -> None:
    assert _what(topic) == what


def test_a_row_of_endings_comes_to_an_end() -> None:
    """Each has two readings; to try all of them would take longer than any reader waits."""
    assert _what(f"does it mention smoking {'anywhere in these reviews ' * 40}?") == "smoking"
    assert _what(f"does it mention {'anywhere in these reviews ' * 40}x") is None
