"""What people type -> the form and the scope of answer, with their chances."""

import pytest

from rag.index.library import Library
from rag.questions.forms.asking_words import KIND, UNIT, asking_words
from rag.questions.forms.form import NO_FORM, decide_form, load_weights
from rag.questions.understanding import understand


def test_names_and_units_are_no_asking_words() -> None:
    question = "Child W - can you tell me why finding 3 says so"
    words = asking_words(question, [(0, 7)], [(30, 39)], one_unit=True)
    assert {"^why", f"^why {UNIT}", f"why {UNIT}", "^^can", "so$"} <= words
    assert {"w", "finding", "3", "^can"}.isdisjoint(words)


def test_a_kind_of_unit_is_one_word_and_every_number_another() -> None:
    words = asking_words("how many findings in 2019, and why", [], [(9, 17)], one_unit=False)
    assert {f"many {KIND}", "0$", "^why"} <= words


def test_the_chances_are_those_of_all_choices_likeliest_first() -> None:
    form = decide_form(frozenset({"^why", "^^why", "says:reason", "has:wants reason"}))
    assert form.name == "why"
    for chances, name in ((form.forms, "forms"), (form.scopes, "scopes")):
        assert sum(chance for _, chance in chances) == pytest.approx(1)
        assert [c for _, c in chances] == sorted((c for _, c in chances), reverse=True)
        assert {choice for choice, _ in chances} == {*load_weights(name)}


def test_where_nothing_was_read_there_is_no_form() -> None:
    assert (NO_FORM.name, NO_FORM.scope) == (None, None)


@pytest.mark.parametrize(
    ("question", "form", "scope"),
    [
        ("how many findings are there in child W", "count", "one"),
        ("how many bruises did child W have", "fact", "one"),
        ("why was child W not seen", "why", "one"),
        ("finding 2 of child W", "unit", "one"),
        ("list the recommendations of child W", "list", "one"),
        ("exact words on the visits in child W please", "quote", "one"),
        ("did the nursery see child W", "yes_no", "one"),
        ("what do all the reviews say about fathers", "theme", "all"),
        ("compare child W and baby V on fathers", "compare", "several"),
    ],
)
def test_form_and_scope_of_a_question(
    library: Library, question: str, form: str, scope: str
) -> None:
    read = understand(question, library).form
    assert (read.name, read.scope) == (form, scope)
