"""Ways in which people ask: with their number, of two reviews at once, for a group, for letters."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write
from made_reviews import BABY_V, CHILD_T, CHILD_W

from rag.answer import Answer
from rag.answers.across.summary import EACH_BY_ITSELF
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

BRIEFING = """# Learning Briefing: Child R

Farshire Safeguarding Children Partnership (FSCP), May 2019

## FSCP response

The partnership accepts every word of the review and will report on the work in the spring.

## Learning points for managers

- Read a sample of closed files each month.
- Ask who has met the father.

## Learning points for practitioners: Look again

- Weigh the baby at every visit.

## Key areas for improvement

- Handover when a family moves.

## Key messages

- The Home Safety Check (HSC) is for every home with a baby.
- A site called Famweb is kept by the support office.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("people")
    reviews = {"child_w": CHILD_W, "baby_v": BABY_V, "child_t": CHILD_T, "child_r": BRIEFING}
    corpus = write(folder / "corpus", **reviews)
    library = open_faked(folder / "data")
    sync(library, corpus, register=NOTHING)
    return library


def quotes(answer: Answer) -> str:
    return " ".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "typed",
    [
        "call me on 07700 900123, what are the findings of baby V?",
        "my email is jo@example.org and I want the findings of baby V",
        "my dob is 12/03/1990, the findings of baby V please",
    ],
)
def test_what_was_masked_is_not_asked_for(library: Library, typed: str) -> None:
    answer = ask(library, [typed])
    assert answer.status == "answered"
    assert "growth chart" in quotes(answer)
    assert "removed]" in answer.question


def test_a_section_is_named_by_its_words_and_not_by_their_stems(library: Library) -> None:
    assert "every word" in quotes(ask(library, ["show me the FSCP response"]))
    answer = ask(library, ["who is responsible for Famweb at the FSCP"])
    assert "every word" not in answer.citations[0].quote


def test_a_heading_said_in_full_narrows_its_kind(library: Library) -> None:
    answer = ask(library, ["what are the key areas for improvement in child R"])
    assert quotes(answer) == "Handover when a family moves."


@pytest.mark.parametrize(
    ("typed", "shown", "not_shown"),
    [
        ("what should managers learn from child R", "closed files", "Weigh"),
        ("what should practitioners do differently after child R?", "Weigh", "closed files"),
    ],
)
def test_what_is_addressed_to_a_group(
    library: Library, typed: str, shown: str, not_shown: str
) -> None:
    found = quotes(ask(library, [typed]))
    assert shown in found
    assert not_shown not in found


def test_a_gp_is_none_of_the_practitioners_addressed(library: Library) -> None:
    found = quotes(ask(library, ["what should the GP do differently after child R?"]))
    assert "Weigh the baby" not in found


@pytest.mark.parametrize(
    "typed",
    [
        "give me a direct quotation on handover from child R",
        "one good strong quote about handover in child R",
        "what were the author's own words on handover in child R",
    ],
)
def test_what_is_said_of_the_quotation_is_not_sought(library: Library, typed: str) -> None:
    assert quotes(ask(library, [typed])).startswith("Handover when a family moves.")


def test_letters_are_spelt_out_or_are_said_not_to_be(library: Library) -> None:
    assert quotes(ask(library, ["what does HSC stand for"])).startswith("The Home Safety Check")
    assert ask(library, ["what does HSC mean in child R"]).status == "answered"
    assert ask(library, ["what does FLAT stand for in child W"]).reason == "not_stated"


@pytest.mark.parametrize(
    "typed",
    [
        "how is child W different from baby V?",
        "what do child W and baby V have in common",
        "compare W and baby V",
    ],
)
def test_reviews_compared_by_nothing_are_told_one_by_one(library: Library, typed: str) -> None:
    answer = ask(library, [typed.replace("compare W", "compare child W")])
    assert answer.statements[0].text == EACH_BY_ITSELF
    assert {"Child W", "Baby V"} == {citation.subject for citation in answer.citations}


def test_compares_the_reviews_of_the_conversation(library: Library) -> None:
    answer = ask(library, ["fathers in child W?", "and baby V", "compare them"])
    assert {"Child W", "Baby V"} == {citation.subject for citation in answer.citations}
    assert "father" in quotes(answer).casefold()


def test_a_summary_of_all(library: Library) -> None:
    answer = ask(library, ["summary of all four reviews"])
    assert len({citation.document for citation in answer.citations}) == 4


def test_a_summary_in_so_many_lines(library: Library) -> None:
    assert "four months" in quotes(ask(library, ["summarise child W in 3 lines"]))


def test_where_the_asker_works_is_no_review(library: Library) -> None:
    asked = "I'm a teacher in Leeds, what do the reviews say about fathers?"
    assert ask(library, [asked]).status == "answered"
    assert ask(library, ["any reviews from Leeds about fathers?"]).reason == "not_in_library"


def test_a_list_with_an_order_about_it_is_the_list(library: Library) -> None:
    asked = "list the police recommendations in child W and explain which is most important"
    assert len(ask(library, [asked]).citations) == 3


def test_the_number_to_call_is_no_quotation(library: Library) -> None:
    answer = ask(library, ["what is the NSPCC number?"])
    assert "0808 800 5000" in answer.text
    assert not answer.citations


def test_as_many_quotes_as_are_wanted(library: Library) -> None:
    assert len(ask(library, ["two short quotes about fathers"]).citations) <= 2


def test_a_heading_that_stands_twice_names_all_its_lists(tmp_path: Path) -> None:
    points = "### Learning points\n\n- {} at every visit.\n- {} before the plan is made.\n"
    text = "# Learning Briefing: Child S\n\n## Bruising\n\n" + points.format("Look", "Ask")
    text += "\n## Fathers\n\n" + points.format("Listen", "Write")
    library = open_faked(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", child_s=text), register=NOTHING)
    assert len(ask(library, ["what are the learning points in child S"]).citations) == 4
