"""Follow-ups that lead from what was shown to something else about the same: another kind of unit,
another owner, another review, or a fact: the turns -> how the units quoted last begin."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

BABY_H = """# Serious Case Review: Baby H

Otherton Safeguarding Children Board, 2017

## What happened

The home of Baby H was cold. An ambulance was called in March 2016 and the baby was taken to
hospital. Mother used the family centre and found the sessions there helpful.

## Findings

### Finding 1

Nobody had an instrument to measure neglect, and patterns of neglect went unseen.

### Finding 2

Fathers were not met, and domestic abuse by one father was not asked about.

### Finding 3

The minutes of core groups came late to the schools.

## Lessons

### Lesson 4

Domestic abuse and alcohol misuse should be taken seriously by all who meet the parents.

## Recommendations

### POLICE

- 1) Record each incident of domestic abuse on one form.
- 2) Train new officers in the use of radios.

### HEALTH

- 1) Use the Homes Profile in all cases of neglect within 6 months.
- 2) Set up a pathway for mothers who suffer domestic abuse or drink alcohol.
- 3) Weigh babies at each clinic.

## Key messages

- Tell the conference chair when minutes of core groups do not arrive.
- Ask about domestic abuse when the father is out.
"""
CHILD_P = """# Learning Bulletin: Child P

Newshire Safeguarding Children Partnership, 2021

## Findings

### Finding 1

The dog in the flat was not thought about.

### Finding 2

Domestic abuse by the stepfather was known to the school alone.

## Lessons

### Lesson 1

Ask who else lives in the flat.

### Lesson 2

Patterns of neglect are seen when one person reads the whole file.

## Recommendations

- The Board should map what there is for fathers.
- The Board should brief all staff on dogs.

## Actions

- A map of what there is for fathers was drawn up.
- Dogs are now asked about at each visit.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("led")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", baby_h=BABY_H, child_p=CHILD_P), register=NOTHING)
    return library


LED = [
    # another kind of unit
    ("finding 1 of Baby H | which tool did they recommend to sort that", "Use the Homes Profile"),
    ("finding 1 of baby H | is there a rec for that", "Use the Homes Profile"),
    (
        "lesson 4 baby H, the drink one? | do the health recs pick it up anywhere",
        "Set up a pathway",
    ),
    ("lesson 4 of baby H | did the police get a rec on it", "Record each incident"),
    ("what does baby H say about late minutes | what should we do if ours dont come", "Tell the"),
    ("recommendation 1 for health in baby H | why", "Nobody had an instrument"),
    ("health recommendation 1 of baby H | which finding led to that", "Nobody had an instrument"),
    ("what does baby H say about weighing | what needs to be done", "Weigh babies"),
    # less of a list
    ("what does baby H say about domestic abuse | just the police ones", "Record each incident"),
    ("recommendations about domestic abuse in baby H | and for health", "Set up a pathway"),
    ("key messages of baby H | the ones on domestic abuse only", "Ask about domestic abuse"),
    # another review
    ("finding 1 of baby H | does Child P say anything about that", "Patterns of neglect are"),
    ("finding 1 of baby H | which lesson in child P is like that", "Patterns of neglect are"),
    ("finding 2 of baby H | and child P?", "Domestic abuse by the stepfather"),
    ("finding 1 of baby H | and child P?", "The dog in the flat"),
    ("what does baby H say about neglect | same for p", "Patterns of neglect are"),
    ("finding 1 of child P | what have they done about it since", "Dogs are now asked about"),
    ("finding 1 of child P | and what is Newshire doing about it", "Dogs are now asked about"),
    # a fact of what was shown
    ("recommendations for health in baby H | by when", "Use the Homes Profile"),
    ("health recommendation 1 of baby H | by when", "Use the Homes Profile"),
]


@pytest.mark.parametrize(("talk", "opening"), LED)
def test_it_leads_on(library: Library, talk: str, opening: str) -> None:
    answer = ask(library, talk.split(" | "))
    assert answer.status == "answered"
    assert answer.citations[0].quote.startswith(opening)


def test_why_a_recommendation_was_made_is_told_with_it(library: Library) -> None:
    answer = ask(library, ["rec 1 for the police in baby H", "why did they say that"])
    quotes = [citation.quote for citation in answer.citations]
    assert any(quote.startswith("Domestic abuse and alcohol") for quote in quotes)


KEPT_TO = [
    ("what does baby H say about domestic abuse | just the police ones", {"POLICE"}),
    ("recommendations about domestic abuse in baby H | and for health", {"HEALTH"}),
    ("recommendations about domestic abuse in baby H | only the police ones", {"POLICE"}),
]


@pytest.mark.parametrize(("talk", "owners"), KEPT_TO)
def test_an_owner_alone_keeps_the_topic(library: Library, talk: str, owners: set[str]) -> None:
    answer = ask(library, talk.split(" | "))
    assert {c.agency for c in answer.citations} == owners
    assert all("domestic abuse" in c.quote for c in answer.citations)


def test_an_owner_with_nothing_about_the_topic_has_the_whole_list(library: Library) -> None:
    answer = ask(library, ["recommendations about neglect in baby H", "and for the police"])
    assert len(answer.citations) == 2


UNSAID = [
    "what does baby H say about the family centre | how many hours did mum spend there",
    "what happened to Baby H | how many nights was the baby in hospital",
    "police recommendation 1 of baby H | by when",
    "recommendations for the police in baby H | what date did they have to get those done by",
    "what did baby H find about schools and minutes | did they recommend anything on that",
]


@pytest.mark.parametrize("talk", UNSAID)
def test_what_was_spoken_of_does_not_make_up_for_what_is_not_said(
    library: Library, talk: str
) -> None:
    assert ask(library, talk.split(" | ")).status == "refused"


def test_where_to_do_something_is_not_where_it_stands(library: Library) -> None:
    told = ask(library, ["what does baby H say about minutes", "where do i send them"])
    again = ask(library, ["what does baby H say about minutes", "where does it say that"])
    assert told.text != again.text


def test_a_case_is_asked_about_in_its_own_review(library: Library) -> None:
    answer = ask(
        library, ["what happened to Baby H", "what could the stepfather have done differently"]
    )
    assert not any("Child P" in c.title for c in answer.citations)
