"""Words that mean one thing to everybody and another in the field: common English words may stand
for a term (`same`) only where somebody has looked at them; else they are `ambiguous`."""

import tomllib
from pathlib import Path

import pytest

from rag.language import vocabulary

COMMON = 4.2
"""On the Zipf scale of wordfreq: a word said 16 times in a million or more."""
ALIKE = 4
"""First letters that a form of the term's own name shares with it: "died", "dying"."""
LOOKED_AT = frozenset(
    (Path(__file__).parents[2] / "fixtures" / "common_words.txt").read_text("utf-8").split()
)
"""Common words that mean in everybody's mouth what the field means: "dad", "husband"."""
WORDS = Path(vocabulary.__file__).parent / "words" / "vocabulary.toml"


def common_words() -> set[str]:
    """Of `same`, those that are no form of the term's name."""
    wordfreq = pytest.importorskip("wordfreq", reason="install the extra dev")
    return {
        word
        for term in tomllib.loads(WORDS.read_text("utf-8"))["term"]
        for word in term.get("same", ())
        if word.islower()
        and word.isalpha()
        and wordfreq.zipf_frequency(word, "en") >= COMMON
        and not any(word[:ALIKE] == name[:ALIKE] for name in term["name"].split())
    }


def test_no_common_word_stands_for_a_term_unless_it_was_looked_at() -> None:
    assert common_words() - LOOKED_AT == set(), (
        "write it under `ambiguous`, or among those looked at"
    )


def test_what_was_looked_at_is_still_there() -> None:
    assert LOOKED_AT - common_words() == set()


@pytest.mark.parametrize("word", ["relation", "folks", "race", "rule", "story"])
def test_everyday_words_widen_a_search_and_decide_nothing(word: str) -> None:
    mentions = vocabulary.load_vocabulary().read(f"the {word} of it")
    assert not any(mention.certain for mention in mentions)
