"""Features of agreement, worked out by hand on short claims."""

import pytest

from eval.proving.features import FEATURES, count_features, find_nearest, split_words

EVIDENCE = (
    "The nurse visited five families in Leeds.",
    "No officer recorded the bruise.",
    "Rain fell all day.",
)


def features(claim: str) -> dict[str, float]:
    return dict(zip(FEATURES, count_features(claim, EVIDENCE, 0.5), strict=True))


def test_words_are_stems_figures_and_negations() -> None:
    assert split_words("Didn’t visit 1,000 of five") == ("did", "not", "visit", "1000", "of", "5")


def test_the_nearest_sentences_cover_most() -> None:
    assert find_nearest("Bruise in the rain", EVIDENCE)[:2] == EVIDENCE[1:]


def test_a_sentence_of_the_evidence_agrees_in_everything() -> None:
    found = features(EVIDENCE[0])
    assert found.pop("cosine") == 0.5
    assert set(found.values()) == {1.0}


def test_counts_covered_words() -> None:
    assert features("A nurse visited horses")["covered"] == pytest.approx(2 / 3)


def test_another_number_is_not_held() -> None:
    assert features("The nurse visited 5 families.")["numbers"] == 1.0
    assert features("The nurse visited six families.")["numbers"] == 0.0
    assert features("The nurse visited families.")["numbers"] == 1.0


def test_another_name_is_not_held() -> None:
    assert features("The nurse visited Leeds.")["names"] == 1.0
    assert features("The nurse visited York.")["names"] == 0.0


@pytest.mark.parametrize(
    ("claim", "kept"),
    [
        ("No officer recorded the bruise.", 1.0),
        ("An officer recorded the bruise.", 0.0),
        ("The nurse never visited five families in Leeds.", 0.0),
        ("Nobody visited.", 0.0),
    ],
)
def test_a_turned_negation_is_seen(claim: str, kept: float) -> None:
    assert features(claim)["negations"] == kept


def test_a_run_of_words_without_source_counts_by_its_length() -> None:
    assert features("The nurse visited purple horses")["unbroken"] == pytest.approx(1 - 2 / 5)


def test_repeating_the_evidence_changes_nothing() -> None:
    claim = "The nurse recorded six bruises"
    once = count_features(claim, EVIDENCE, 0.5)
    assert once.tolist() == count_features(claim, EVIDENCE * 2, 0.5).tolist()


def test_without_evidence_nothing_is_covered() -> None:
    found = dict(zip(FEATURES, count_features("The nurse came.", (), 0.0), strict=True))
    assert found["covered"] == found["sequence"] == 0.0
