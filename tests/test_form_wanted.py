"""Where the fitted form and scope decide what the first words of a question name otherwise."""

import pytest

from rag.questions.forms.form import Form
from rag.questions.forms.form_wanted import SURE, form_wanted, is_of_several


def _form(name: str, chance: float) -> Form:
    return Form(((name, chance), ("fact", 1 - chance)), ())


def test_a_sure_form_stands_against_the_words() -> None:
    assert form_wanted("plain", _form("count", 0.9)) == "count"
    assert form_wanted("list", _form("why", SURE)) == "reason"


def test_an_unsure_form_leaves_what_the_words_say() -> None:
    assert form_wanted("plain", _form("count", SURE - 0.1)) == "plain"


@pytest.mark.parametrize("said", ["who", "when", "plain"])
def test_the_words_name_a_form_more_closely(said: str) -> None:
    assert form_wanted(said, _form("fact", 0.95)) == said  # type: ignore[arg-type]


def test_a_form_without_a_name_of_its_own_decides_nothing() -> None:
    assert form_wanted("timeline", _form("library", 0.95)) == "timeline"


def test_a_sure_scope_stands_against_the_words() -> None:
    def scope(name: str, chance: float) -> Form:
        return Form((), ((name, chance), ("several", 1 - chance)))

    assert is_of_several(scope("all", 0.8), said=False)
    assert not is_of_several(scope("one", 0.8), said=True)
    assert is_of_several(scope("one", 0.6), said=True)
