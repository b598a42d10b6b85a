"""Themes and comparisons: the words of each review under its name, and which of them are silent."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

FATHERS = """# Learning Bulletin: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Findings

### Finding 1

Fathers were not asked about their part in the care of the baby.

### Finding 2

The bruise on her cheek was put down to a dog by every worker who saw it that week.
"""
LESSONS = """# Serious Case Review: Baby V

Otherton Safeguarding Children Board, 2015

## Background

- Father of the boy
- The father lived two streets away with his own parents and saw the boy on most days.

## Lessons

- Workers must find out who the father is before a baby is born.
- Workers must always find out who the father is before any baby is born.
- The school saw the change in his weight and told nobody.
"""
SILENT = """# Learning Bulletin: Child T

Elsewhere Safeguarding Children Board, 2018

## Findings

- The handover between two health visitors lost her growth chart.
- Nobody at the school was told why she was absent.
"""
REPORT = """# Inspection of children's services: Farshire

Inspection dates: 4 to 8 March 2024

## Findings

- Social workers involve fathers well, and fathers say that they are heard.
- Foster carers get their training late.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("reviews")
    return _library(folder, child_w=FATHERS, baby_v=LESSONS, child_t=SILENT)


def _library(folder: Path, **files: str) -> Library:
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", **files), register=NOTHING)
    return library


def test_a_theme_says_which_reviews_speak_of_it_and_which_do_not(library: Library) -> None:
    answer = ask(library, ["what do all the reviews say about fathers?"])
    opening = answer.statements[0]
    assert opening.text == "2 of the 3 reviews speak of this. Nothing of it was found in Child T."
    cited = {c.document: c.n for c in reversed(answer.citations)}
    assert opening.citations == tuple(sorted(cited.values()))


def test_what_comes_near_in_other_words_is_shown_and_not_counted(tmp_path: Path) -> None:
    near = SILENT.replace("The handover between", "A fatherless home was seen by")
    library = _library(tmp_path, child_w=FATHERS, baby_v=LESSONS, child_t=near)
    answer = ask(library, ["what do all the reviews say about the father of a baby?"])
    opening = answer.statements[0].text
    assert opening.startswith("2 of the 3 reviews speak of this.")
    assert opening.endswith("What comes nearest in Child T is shown too.")
    assert answer.citations[-1].subject == "Child T"


def test_each_review_stands_under_its_name(library: Library) -> None:
    answer = ask(library, ["compare child W and baby V on dads"])
    headings = [s.text for s in answer.statements if not s.citations]
    assert len(headings) == 2
    assert {h.split(",")[0] for h in headings} == {"Child W", "Baby V"}
    documents = [c.document for c in answer.citations]
    assert documents == sorted(documents, key=documents.index)


def test_what_was_learned_comes_before_background_and_nothing_twice(library: Library) -> None:
    answer = ask(library, ["what do all the reviews say about fathers?"])
    of_v = [c.quote for c in answer.citations if c.subject == "Baby V"]
    assert "find out who the father is" in of_v[0]
    assert sum("find out who the father is" in quote for quote in of_v) == 1


def test_a_theme_that_no_review_has_is_not_stated(library: Library) -> None:
    answer = ask(library, ["which of the reviews cover trafficking?"])
    assert (answer.status, answer.reason) == ("refused", "not_stated")


def test_reviews_answer_before_inspection_reports(tmp_path: Path) -> None:
    library = _library(tmp_path, child_w=FATHERS, farshire=REPORT)
    kinds = {r.id: r.kind for r in library.catalogue.records()}
    assert "inspection_report" in kinds.values()
    asked = ask(library, ["were fathers asked about their part?"])
    assert {kinds[c.document] for c in asked.citations} != {"inspection_report"}
    inspected = ask(library, ["what did inspectors say about fathers being heard?"])
    assert kinds[inspected.citations[0].document] == "inspection_report"
    only_there = ask(library, ["training of foster carers"])
    assert kinds[only_there.citations[0].document] == "inspection_report"


def test_long_lists_are_counted_by_owner_and_not_read_out(tmp_path: Path) -> None:
    recommendations = "\n\n".join(
        f"### {owner}\n\n" + "\n".join(f"- {n}) Keep record {n} up to date." for n in range(1, 8))
        for owner in ("POLICE", "SCHOOLS")
    )
    text = f"# Review: Child W\n\n## Recommendations\n\n{recommendations}\n"
    library = _library(tmp_path, child_w=text)
    answer = ask(library, ["how many recommendations are there in child W"])
    assert [s.text for s in answer.statements] == ["14 recommendations:", "Police: 7", "Schools: 7"]
    assert len(answer.citations) == 14
    assert answer.statements[1].citations == tuple(range(1, 8))
    assert "List the recommendations for Police in Child W" in answer.suggestions


def test_a_list_is_narrowed_to_the_heading_that_is_named(tmp_path: Path) -> None:
    text = """# Learning briefing: Child W

## Invisible fathers

### Learning points

- Ask every mother about the men in the home.
- Write down who collects the child from nursery.

## Bruises

### Learning points

- Report every bruise on a baby on the same day.
"""
    library = _library(tmp_path, child_w=text)
    answer = ask(library, ["learning points on fathers, child W"])
    assert [c.quote for c in answer.citations] == [
        "Ask every mother about the men in the home.",
        "Write down who collects the child from nursery.",
    ]


def test_a_compared_review_that_is_silent_is_named(library: Library) -> None:
    answer = ask(library, ["compare child W and child T on fathers"])
    assert (answer.status, answer.reason) == ("partial", "not_stated")
    assert answer.statements[0].text == "Nothing of this was found in Child T."
    assert {c.subject for c in answer.citations} == {"Child W"}


def test_a_second_name_may_be_cut_short(library: Library) -> None:
    answer = ask(library, ["fathers in child W versus T"])
    assert answer.statements[0].text == "Nothing of this was found in Child T."


def test_inspection_reports_are_not_called_reviews(tmp_path: Path) -> None:
    nearby = REPORT.replace("Farshire", "Nearshire")
    library = _library(tmp_path, farshire=REPORT, nearshire=nearby)
    answer = ask(library, ["which reports say that foster carers get their training late?"])
    assert answer.statements[0].text == "Both inspection reports speak of this."


def test_a_subject_that_one_document_speaks_of_is_not_called_silent(tmp_path: Path) -> None:
    response = SILENT.replace("Learning Bulletin: Child T", "Partnership response: Child W")
    library = _library(tmp_path, child_w=FATHERS, baby_v=LESSONS, response=response)
    assert {r.subject for r in library.catalogue.records()} == {"Child W", "Baby V"}
    opening = ask(library, ["what do all the reviews say about fathers?"]).statements[0].text
    assert opening.startswith("2 of the 3 reviews speak of this. Nothing of it was found in ")
    assert not opening.endswith("in Child W.")


def test_of_two_subjects_the_one_that_is_nowhere_is_told(library: Library) -> None:
    answer = ask(library, ["what do the reviews say about fathers and homelessness"])
    assert (answer.status, answer.reason) == ("partial", "not_stated")
    assert "“homelessness”" in answer.statements[0].text
    assert {c.subject for c in answer.citations} >= {"Child W", "Baby V"}


def test_none_says_outright_what_stands_in_parts(library: Library) -> None:
    asked = "what do the reviews say about how the father lived with his own family"
    opening = ask(library, [asked]).statements[0].text
    assert opening.startswith("None of the 3 reviews says all of this in so many words.")
