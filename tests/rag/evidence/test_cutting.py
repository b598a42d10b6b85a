"""Which sentences of a passage that is too long are shown."""

from rag.evidence.cutting import best_run

ONE, TWO, THREE, FOUR = (
    "The nurse came at noon.",
    "She saw the dog in the yard.",
    "Police logged a call that night.",
    "Rain fell on the town all week.",
)
TEXT = " ".join((ONE, TWO, THREE, FOUR))


def _shown(values: tuple[float, ...], most: int, text: str = TEXT) -> str:
    start, end = best_run(text, values, most)
    return text[start:end]


def test_a_short_text_stays_whole() -> None:
    assert _shown((0.1, 0.2, 0.9, 0.3), TEXT.count(" ") + 1) == TEXT
    assert _shown((0.5,), 2, ONE) == ONE


def test_the_best_sentence_is_shown_and_the_first_of_equals() -> None:
    assert _shown((0.1, 0.2, 0.9, 0.3), 5) == THREE
    assert _shown((0.1, 0.2, 0.9, 0.9), 5) == THREE


def test_what_it_leans_on_comes_too() -> None:
    assert _shown((0.1, 0.9, 0.2, 0.3), 5) == f"{ONE} {TWO}"


def test_neighbours_behind_come_as_far_as_they_fit() -> None:
    words = f"{THREE} {FOUR}".count(" ")
    assert _shown((0.1, 0.2, 0.9, 0.3), words * 10 // 8 + 1) == f"{THREE} {FOUR}"
    assert _shown((0.1, 0.2, 0.9, 0.3), words) == THREE
