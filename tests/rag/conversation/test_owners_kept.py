"""What is asked of one owner is answered of that owner; what no list has is said not to be there;
and who has to do something is told by the row that says so."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.answer import Answer
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

CHILD_W = """# Serious Case Review: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Findings

### Finding 1

Nobody kept a chronology of the calls about the lodger.

## Recommendations

### HEALTH

- 1) Share information about bed sharing with every new father.
- 2) Weigh the baby at each visit.
- 3) Train staff on the growth chart.
- 4) Audit the handover between health visitors.

### SCHOOL HEALTH ADVISORY SERVICE

- 1) Keep one file for each family.
- 2) Ask about younger brothers and sisters.

### SUPPORTED HOUSING PROVIDER

- 1) Check who lives in the flat.
- 2) Visit each resident in the first week.

### POLICE

- 1) Record every visit to the flat within a day.
- 2) Tell the nursery about each call.
"""
BABY_V = """# Serious Case Review: Baby V

Otherton Safeguarding Children Board, 2015

## Findings

- The school saw the change in his weight and told nobody.

## Recommendations

- The Board should arrange professional development for every midwife.
- The Board should see that training on fathers is held each year.
- The Board should test how growth charts are kept.
"""
CHILD_U = """# Learning Briefing: Child U

Northshire Safeguarding Children Partnership, 2022

## Findings

- The chronology was three weeks late.

## Indicators of risk and vulnerability

- Mother moved four times in a year.
- The nursery place was given up.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("owners")
    library = open_faked(folder / "data")
    corpus = write(folder / "corpus", child_w=CHILD_W, baby_v=BABY_V, child_u=CHILD_U)
    sync(library, corpus, register=NOTHING)
    return library


def owners(answer: Answer) -> set[str | None]:
    return {citation.agency for citation in answer.citations}


def test_a_number_that_the_owner_does_not_have_is_nobody_elses(library: Library) -> None:
    answer = ask(library, ["child W school health advisory service recommendation 3, what is it"])
    assert (answer.status, answer.reason) == ("refused", "no_such_unit")
    assert "SCHOOL HEALTH ADVISORY SERVICE" in answer.statements[0].text
    assert "2 recommendations" in answer.statements[0].text


@pytest.mark.parametrize(
    ("question", "owner", "opening"),
    [
        ("child W school health advisory service recommendation 2",
         "SCHOOL HEALTH ADVISORY SERVICE", "Ask about"),
        ("child W health recommendation 3", "HEALTH", "Train staff"),
        ("recommendation 2 for the police in child W", "POLICE", "Tell the nursery"),
    ],
)  # fmt: skip
def test_one_that_the_owner_has_is_shown(
    library: Library, question: str, owner: str, opening: str
) -> None:
    answer = ask(library, [question])
    assert owners(answer) == {owner}
    assert answer.citations[0].quote.startswith(opening)


@pytest.mark.parametrize(
    "question",
    [
        "give a direct quotation on growth charts from the police recs",
        "what do the police recommendations in child W say about bed sharing",
        "is there a police recommendation about the growth chart",
        "is there a police recommendation about dragons",
    ],
)
def test_none_of_another_owner_is_shown(library: Library, question: str) -> None:
    answer = ask(library, [question])
    assert answer.status == "partial"
    assert owners(answer) == {"POLICE"}
    assert answer.statements[0].text.startswith("No recommendation for POLICE speaks of this")


@pytest.mark.parametrize(
    "question",
    [
        "what do the police recommendations say about the nursery",
        "list the police recommendations in child W",
        "quote the police recommendation about the flat",
    ],
)
def test_what_theirs_say_needs_no_remark(library: Library, question: str) -> None:
    answer = ask(library, [question])
    assert answer.status == "answered"
    assert owners(answer) == {"POLICE"}
    assert not any(s.text.startswith("No ") for s in answer.statements)


@pytest.mark.parametrize(
    "question",
    [
        "what did the hostel / supported housing people get told to do",
        "child W - what did the hostel or supported housing staff get asked to do",
        "what was the supported housing provider expected to change",
    ],
)
def test_an_owner_may_be_named_in_two_ways(library: Library, question: str) -> None:
    answer = ask(library, [question])
    assert answer.status == "answered"
    assert owners(answer) == {"SUPPORTED HOUSING PROVIDER"}
    assert len(answer.citations) == 2


def test_an_owner_that_asks_is_not_the_one_asked_about(library: Library) -> None:
    answer = ask(library, ["I work for the police - what are the supported housing recs, child W"])
    assert owners(answer) == {"SUPPORTED HOUSING PROVIDER"}
    answer = ask(library, ["I'm a police officer, what are the recommendations for us, child W"])
    assert owners(answer) == {"POLICE"}


@pytest.mark.parametrize(
    ("question", "owner"),
    [
        ("whose job is it to audit the handover between health visitors", "HEALTH"),
        ("which agency has to record every visit to the flat", "POLICE"),
        ("child W: who will tell the nursery about calls", "POLICE"),
    ],
)
def test_who_has_to_do_something(library: Library, question: str, owner: str) -> None:
    answer = ask(library, [question])
    assert owners(answer) == {owner}
    assert answer.statements[0].text == f"For {owner}:"


@pytest.mark.parametrize(
    "question",
    [
        "who told the nursery about the calls",
        "who should I contact about the nursery calls",
        "who should be told about visits to the flat within a day",
        "whose flat was it",
    ],
)
def test_who_did_something_is_another_question(library: Library, question: str) -> None:
    assert not ask(library, [question]).statements[0].text.startswith("For ")


def test_a_list_that_a_review_has_not_is_said_not_to_be_there(library: Library) -> None:
    answer = ask(library, ["what actions are in the action plan of child U about the chronology"])
    assert answer.status != "answered"
    assert "lists no actions" in answer.statements[0].text or "no action plan" in (
        answer.statements[0].text
    )
    answer = ask(library, ["is there a recommendation on the chronology in child U"])
    assert "lists no recommendations" in answer.statements[0].text


@pytest.mark.parametrize(
    "question",
    [
        "what action was taken about the chronology in child U",
        "findings of child U",
        "how will they find out whether the child U recommendations on the chronology worked",
    ],
)
def test_deeds_and_other_lists_are_answered_as_before(library: Library, question: str) -> None:
    assert not any("lists no" in s.text for s in ask(library, [question]).statements)


def test_what_is_shown_of_another_kind_is_said_to_be_that(library: Library) -> None:
    answer = ask(library, ["is there a rec on chronologies"])
    assert answer.status == "partial"
    assert answer.statements[0].text.startswith("No recommendation speaks of this")
    assert {c.kind for c in answer.citations} == {"finding"}


def test_which_reviews_list_none(library: Library) -> None:
    answer = ask(library, ["which reviews have no recommendations"])
    assert answer.statements[0].text.startswith("1 of the 3 reviews lists no recommendations:")
    assert "Child U" in answer.statements[0].text
    assert "12 recommendations" not in answer.statements[0].text
    answer = ask(library, ["which reviews don't have any findings"])
    assert answer.statements[0].text == "None of the 3 reviews list no findings."


def test_which_reviews_have_some_is_another_question(library: Library) -> None:
    answer = ask(library, ["which reviews have recommendations"])
    assert "list no" not in answer.statements[0].text


def test_of_several_reviews_the_own_words_of_the_topic_come_first(library: Library) -> None:
    answer = ask(library, ["rec on training across the reviews"])
    own = [c.quote for c in answer.citations if c.subject == "Baby V"]
    assert own[0].startswith("The Board should see that training")
    assert "recommendations" in answer.statements[0].text


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("what can nurseries learn from the reviews about warning signs in school", False),
        ("what are the warning signs in child U", True),
        ("list the warning signs", True),
        ("what are the risk indicators", True),
    ],
)
def test_warning_signs_of_several_reviews_are_a_topic(
    library: Library, question: str, *, listed: bool
) -> None:
    kinds = [c.kind for c in ask(library, [question]).citations]
    assert (kinds == ["indicator", "indicator"]) is listed


def test_the_same_place_in_the_list_of_another_owner(library: Library) -> None:
    turns = ["child W recommendations for health", "what is the second one", "and for the police?"]
    answer = ask(library, turns)
    assert owners(answer) == {"POLICE"}
    assert [c.quote for c in answer.citations] == ["Tell the nursery about each call."]


def test_another_kind_keeps_the_topic_where_any_speaks_of_it(library: Library) -> None:
    turns = ["child W findings about the chronology", "what about the recommendations?"]
    assert len(ask(library, turns).citations) > 3
    about = ask(library, ["child W findings about visits", "what about the recommendations?"])
    assert {c.quote for c in about.citations} == {
        "Weigh the baby at each visit.", "Visit each resident in the first week.",
        "Record every visit to the flat within a day.",
    }  # fmt: skip
