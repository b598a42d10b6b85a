import pytest

from rag.backends.plain_words import plain_words
from rag.language.vocabulary import load_vocabulary


@pytest.mark.parametrize("word", ["rather", "though", "quite"])
def test_right_words_stay(word: str) -> None:
    assert load_vocabulary().correct(word, ()) is not None
    assert load_vocabulary().correct(word, plain_words()) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("complience", "compliance"),
        ("reccomendation", "recommendation"),
        ("neglct", "neglect"),
        ("bruses", "bruises"),
    ],
)
def test_misspellings_are_still_mended(typed: str, meant: str) -> None:
    assert load_vocabulary().correct(typed, plain_words()) == meant
