import pytest

from rag.outline.agencies import agency_of, names_agency, read_code, read_labelled


@pytest.mark.parametrize(
    ("heading", "topic", "agency"),
    [
        ("POLICE", "recommendation", "POLICE"),
        ("Police", None, None),
        ("Recommendations for Ledbourne Police", None, "Ledbourne Police"),
        ("Recommendations for managers", "recommendation", None),
        ("Multi-agency recommendations", "recommendation", "Multi-agency"),
        ("RECOMMENDATIONS FROM THE REVIEW", None, None),
        ("Recommendation: strategy meetings include health", "recommendation", None),
    ],
)
def test_owner_of_a_heading(heading: str, topic: str | None, agency: str | None) -> None:
    assert agency_of(heading, topic) == agency


@pytest.mark.parametrize("name", ["Women's Aid", "ICB", "Head of Safeguarding, Castlebeck Council"])
def test_names(name: str) -> None:
    assert names_agency(name)


@pytest.mark.parametrize("text", ["Key practice", "Your team", "Systemic", "Share it with health"])
def test_other_words(text: str) -> None:
    assert not names_agency(text)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Recommendation 4 (Housing): Offer moves", ("recommendation", "4", "Housing")),
        (
            "Recommendation 5 for Northgate Police: Keep",
            ("recommendation", "5", "Northgate Police"),
        ),
        ("Police recommendation 2: Read", ("recommendation", "2", "Police")),
        ("Key practice episode 1: the move", ("section", "1", None)),
        ("Theme B: The words used", ("theme", "B", None)),
    ],
)
def test_labels(text: str, mark: tuple[str, str, str | None]) -> None:
    found = read_labelled(text)
    assert found is not None
    assert (found.kind, found.number, found.agency) == mark


def test_sentences_are_no_labels() -> None:
    assert read_labelled("Recommendation 4 of the last review was not carried out.") is None
    assert read_labelled("Theme by theme, the panel read on.") is None


def test_a_code_means_what_the_heading_above_says() -> None:
    code = read_code("R1 The Board should", "recommendation")
    assert code is not None
    assert code.number == "R1"
    assert read_code("R1 The Board should", "summary") is None


@pytest.mark.parametrize("who", ["Child A", "Adult B", "Resident C", "School D", "Midwife E"])
@pytest.mark.parametrize("stop", [":", " –", "."])
def test_a_pseudonym_is_no_letter_of_a_list(who: str, stop: str) -> None:
    assert read_code(f"{who}{stop} The school should say more.", "recommendation") is None


def test_a_part_of_the_document_has_a_letter_and_an_agency_a_number() -> None:
    part = read_code("Table A – Write down two names.", "recommendation")
    assert part is not None
    assert (part.number, part.agency) == ("A", None)
    own = read_code("Police 2: The force should write.", "recommendation")
    assert own is not None
    assert (own.number, own.agency) == ("2", "Police")
