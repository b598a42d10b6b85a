"""The table of what a question may take for granted."""

from rag.language.vocabulary import load_vocabulary
from rag.questions.kinds.premises import _acts, _content, _names


def test_every_name_is_a_term_of_the_vocabulary() -> None:
    groups = ("acts", "loose", "actors", "of_one", "of_person", "deadly")
    named = {name for group in groups for name in _names(group)}
    assert named - load_vocabulary().terms.keys() == set()


def test_what_is_said_of_an_act_is_said_of_one_that_is_named() -> None:
    for group in ("loose", "of_one", "of_person", "deadly"):
        assert _names(group) <= _names("acts"), group


def test_every_act_can_be_asked_for_and_be_said() -> None:
    for act, told in zip(_acts(), _content()["act"], strict=True):
        assert any(act.asks.search(f"was {words} by them") for words in told["words"]), told
        assert all(act.variants), told
