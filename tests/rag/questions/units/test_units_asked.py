"""What people ask for by name: the question as typed -> kinds, numbers, places, owners."""

import pytest

from rag.language.spans import blank
from rag.questions.units.units_asked import find_agency, find_units_asked


@pytest.mark.parametrize(
    ("question", "kinds", "number", "ordinal"),
    [
        ("what does lesson BF4.2 say", ("lesson",), "BF4.2", None),
        ("finding 3 in baby O?", ("finding",), "3", None),
        ("para 31", ("paragraph",), "31", None),
        ("rec no. 4 for health", ("recommendation",), "4", None),
        ("reccomendation 7", ("recommendation",), "7", None),
        ("Recommendation 4.2.1 please", ("recommendation",), "4.2.1", None),
        ("theme seven", ("theme",), "7", None),
        ("the second finding", ("finding",), None, 2),
        ("last recommendation for police", ("recommendation",), None, -1),
        ("BF7.1", (), "BF7.1", None),
    ],
)
def test_reads_a_unit(question: str, kinds: tuple[str, ...], number: str, ordinal: int) -> None:
    (unit,) = find_units_asked(question).units
    assert (unit.kinds, unit.number, unit.ordinal) == (kinds, number, ordinal)


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("findings for child Q please", ("finding",)),
        ("what went well in baby O", ("good_practice",)),
        ("how will they know its working?", ("measure",)),
        ("reflective questions for my team", ("question",)),
        ("recs for the police", ("recommendation",)),
        ("lessons learnt and recommendations", ("lesson", "recommendation")),
        ("danger signs", ("indicator",)),
        ("what were the risks, and signs of vulnerability or risk", ("indicator",)),
        ("how many measures", ("measure",)),
        ("what measures were taken", ()),
        ("what questions does it ask", ("question",)),
        ("what does it ask practitioners to think about", ("question",)),
        ("areas to improve", ("key_message", "required_action")),
        ("what did ofsted tell Anyshire to improve?", ("key_message", "required_action")),
    ],
)
def test_reads_a_kind(question: str, kinds: tuple[str, ...]) -> None:
    asked = find_units_asked(question)
    assert asked.kinds == kinds
    assert not asked.units


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("the 'how will we know' statements about fathers", "the ' about fathers"),
        ("the actions with owner and deadline", "the"),
        ("numbered paragraphs about alcohol", "about alcohol"),
        ("who is responsible for each action", ""),
        ("the action plan table", "the"),
    ],
)
def test_what_a_list_is_printed_in_is_no_topic(question: str, left: str) -> None:
    assert blank(question, find_units_asked(question).spans) == left


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("first three recommendations", [1, 2, 3]),
        ("the top 2 findings", [1, 2]),
        ("last two lessons in baby m", [-2, -1]),
    ],
)
def test_so_many_from_one_end(question: str, places: list[int]) -> None:
    assert [unit.ordinal for unit in find_units_asked(question).units] == places


def test_a_term_of_law_is_no_unit() -> None:
    question = "who does the section 47 enquiry"
    term = (question.index("section"), question.index(" enquiry"))
    assert not find_units_asked(question, [term]).units


@pytest.mark.parametrize(
    ("question", "owner"),
    [
        ("recs for the police", ("POLICE",)),
        ("what about housing", ("SUPPORTED HOUSING PROVIDER",)),
        ("health rec 4", ("HEALTH",)),
        ("sexual health rec 2", ("SEXUAL HEALTH ADVISORY SERVICE",)),
        ("the fire brigade", ()),
    ],
)
def test_the_owner_named_best(question: str, owner: tuple[str, ...]) -> None:
    owners = ("POLICE", "HEALTH", "SUPPORTED HOUSING PROVIDER", "SEXUAL HEALTH ADVISORY SERVICE")
    assert find_agency(question, owners) == owner


def test_blank_takes_out_what_is_understood() -> None:
    assert blank("finding 3 about fathers", [(0, 9)]) == "about fathers"


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("findings 1 to 3", ["1", "2", "3"]),
        ("recommendations 1, 2 and 99", ["1", "2", "99"]),
        ("lesson twelve", ["12"]),
        ("recommendation twenty-one", ["21"]),
        ("paragraph 9999", ["9999"]),
        ("finding two hundred", ["200"]),
    ],
)
def test_reads_several_and_large_numbers(question: str, numbers: list[str]) -> None:
    assert [unit.number for unit in find_units_asked(question).units] == numbers


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("what are the seven themes", ("theme",)),
        ("the 7 main findings", ("finding",)),
        ("how will Farshire know that fathers are heard", ("measure",)),
        ("how will parents know", ()),
        ("how will farshire know it got better", ("measure",)),
        ("and what will show that it worked", ("measure",)),
        ("what could have made a difference", ()),
    ],
)
def test_a_count_and_a_name_belong_to_the_kind(question: str, kinds: tuple[str, ...]) -> None:
    asked = find_units_asked(question)
    assert (asked.units, asked.kinds) == ((), kinds)
    assert "seven" not in blank(question, asked.spans)


@pytest.mark.parametrize(
    ("question", "number", "ordinal"),
    [
        ("number three of the police recommendations", "3", None),
        ("no. 4 of her concerns", "4", None),
        ("the twelfth recommendation", None, 12),
        ("the 21st lesson", None, 21),
        ("the twenty-second finding", None, 22),
    ],
)
def test_numbers_from_the_other_end_and_high_ordinals(
    question: str, number: str | None, ordinal: int | None
) -> None:
    asked = find_units_asked(question)
    assert [(unit.number, unit.ordinal) for unit in asked.units] == [(number, ordinal)]
    assert "police" not in question or all("police" not in question[a:b] for a, b in asked.spans)
