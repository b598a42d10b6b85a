"""What cannot be read, and the English that must never be taken for it."""

import pytest

from eval.languages.lines import ENGLISH, FOREIGN, load_lines, load_typed
from rag.backends.lexical import stem
from rag.language.unread import why_unread
from rag.safety.concerns import read_concern


def holds_nothing(stem: str) -> bool:
    return not stem


def unread(text: str, *, follows: bool = False) -> str | None:
    return why_unread(text, holds_nothing, follows=follows)


@pytest.mark.parametrize(
    "text",
    [
        "Co mówi raport o ojcach w sprawie Child K?",
        "Ce spune raportul despre taţi în cazul Child Q?",
        "Beth mae Baby O yn ei ddweud am dadau?",
        "رپورٹ والد کے بارے میں کیا کہتی ہے؟",
        "report walid ke bare mein kya kehti hai",
        "police layi ki sifarshan ne",
        "CO MÓWI RAPORT O OJCACH",
        "црфе вщуы еру кумшуц ыфн",
        "ejsy fprd yjr trbore dsu snpiy gsyjrtd",
    ],
)
def test_another_language_or_keyboard_is_not_read(text: str) -> None:
    assert unread(text) == "other language"


def test_keys_pressed_at_random_are_no_language() -> None:
    assert unread("asdfghjkl") == "no language"


@pytest.mark.parametrize("text", ["???", "👍", "...", "__"])
def test_marks_alone_are_no_words(text: str) -> None:
    assert unread(text) == unread(text, follows=True) == "no words"


def test_a_number_is_read_after_a_turn_that_it_may_answer_and_a_year_always_is() -> None:
    assert unread("42") == "no words"
    assert unread("42", follows=True) is None
    assert unread("2016?") is None


@pytest.mark.parametrize(
    "text",
    [
        "fathers?",
        "Child Q fathers",
        "anything from Rhondda Cynon Taf",
        "cwm taf morgannwg safeguarding board",
        "cysur",
        "CYSUR",
        "BF4.1",
        "bf4.1",
        "Ysgol Gyfun",
        "Przemek and Agnieszka, are they mentioned",
        "what does 'llais y plentyn' mean",
        "khyra ishaq",
        "nurse ngozi okonkwo",
        "jasvinder kaur foster carer",
        "Pen-y-bont review",
        "hywel dda hb",
        "nos canisters",
        "safegaurding bording schools",
        "wot did the hv say bout dads lol",
    ],
)
def test_names_codes_slang_and_mistakes_are_english(text: str) -> None:
    assert unread(text) is None


def test_what_the_library_says_is_no_foreign_word() -> None:
    said = set(stem("gwersi fydwragedd canfyddiad"))
    assert unread("gwersi i fydwragedd canfyddiad") == "other language"
    assert why_unread("gwersi i fydwragedd canfyddiad", said.__contains__) is None


def test_no_question_of_ours_is_turned_away_but_dangers_told_in_other_languages() -> None:
    told = {text for text in load_typed() if unread(text)}
    assert {text for text in told if not read_concern(text)} == {
        "qué dice la revisión",
        "que disent les rapports sur les pères",
        "was sagt der Bericht über Väter",
    }


@pytest.mark.parametrize("half", ["develop", "held"])
def test_shares_of_lines(half: str) -> None:
    def share(name: str) -> float:
        lines = load_lines(name)[half]
        return sum(unread(line) is not None for line in lines) / len(lines)

    assert share(ENGLISH) == 0
    assert min(map(share, FOREIGN)) > 0.65
