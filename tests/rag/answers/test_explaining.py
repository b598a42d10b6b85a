"""A question -> what kind of answer it got, and how it was read."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.answers.answer_forms import FORMS, form_of
from rag.answers.proposing import ANSWERERS
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library
from rag.interchange import of_answer
from rag.questions.forms.form import Form
from rag.questions.understanding import understand
from rag.telling.trace_lines import trace_lines

SENTENCES = ("The nursery saw him twice.", "Police officers did not record the visit.")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("explaining")
    library = open_faked(folder / "data")
    texts = {
        name: review(*SENTENCES, title=f"Serious Case Review: {title}")
        for name, title in (("child_w", "Child W"), ("baby_v", "Baby V"))
    }
    sync(library, write(folder / "corpus", **texts), register=NOTHING)
    return library


def test_every_way_has_a_form_and_every_form_a_way() -> None:
    assert {*FORMS} == {*ANSWERERS, "claims", "aside"}


@pytest.mark.parametrize(
    ("question", "form", "way"),
    [
        ("list the findings of child W", "list", "listed"),
        ("how many findings are there in child W", "count", "listed"),
        ("finding 2 of child W", "unit", "units"),
        ("which reviews do you have", "library", "aside"),
        ("what is the capital of France", None, "aside"),
        ("finding 9 of child W", None, "units"),
    ],
)
def test_the_form_is_that_of_the_answer_given(
    library: Library, question: str, form: str | None, way: str
) -> None:
    answer = ask(library, [question])
    assert (answer.form, answer.way) == (form, way)


@pytest.mark.parametrize(("wanted", "given"), [("why", "why"), ("count", "search")])
def test_a_search_gives_the_form_wanted_as_far_as_it_can(
    library: Library, wanted: str, given: str
) -> None:
    request = understand("why did police officers not record the visit in child W", library)
    answer = replace(ask(library, [request.wording.text]), status="answered", way="search")
    assert form_of(answer, replace(request, form=Form(((wanted, 1.0),), ()))) == given


def test_a_trace_tells_how_the_question_was_read(library: Library) -> None:
    trace = ask(library, ["list the findings of child W"], explain=True).traces[0]
    assert trace is not None
    (looked_in,) = trace.documents
    assert (looked_in.title, looked_in.why) == (
        "Serious Case Review: Child W", "named in the question",
    )  # fmt: skip
    assert (trace.question, trace.scope, trace.kinds) == (
        "list the findings of child W", "one", ("finding",),
    )  # fmt: skip
    assert trace.forms[0][0] == "list"
    assert trace.way == "listed"
    assert [each.way for each in trace.proposals] == ["listed", "search"]
    assert sum(each.chance for each in trace.proposals) == pytest.approx(1.0)


def test_a_trace_of_a_follow_up_names_the_unit_that_it_points_at(library: Library) -> None:
    turns = ["list the findings of child W", "the second one?"]
    trace = ask(library, turns, explain=True).traces[0]
    assert trace is not None
    assert (trace.points, len(trace.points_at), trace.way) == ("again", 1, "pointing")


def test_a_refusal_has_its_reason_in_the_trace(library: Library) -> None:
    lines = {
        question: dict(trace_lines(trace))
        for question in ("finding 9 of child W", "I can hear a child being hit next door right now")
        if (trace := ask(library, [question], explain=True).traces[0])
    }
    unit, danger = lines.values()
    assert (unit["Reason"], unit["Units asked for"]) == ("no such unit", "finding 9")
    assert danger["Reason"] == "live concern"
    assert "Looked in" not in danger


def test_no_trace_is_made_unasked(library: Library) -> None:
    answer = ask(library, ["list the findings of child W"])
    assert answer.traces == ()
    assert "trace" not in of_answer(answer)


def test_lines_are_short_and_never_empty(library: Library) -> None:
    trace = ask(
        library, ["what do all the reviews say about police officers"], explain=True
    ).traces[0]
    assert trace is not None
    lines = dict(trace_lines(trace))
    assert lines["Looked in"] == "all documents"
    assert lines["Scope"].startswith("all (seen as all ")
    assert lines["Form of answer"].startswith("theme ")
    assert all(lines.values())


@pytest.mark.parametrize(
    ("question", "label", "told"),
    [
        ("list the findings of child W", "Language", "English"),
        ("which reviews don't mention police", "Looks for", "documents that say nothing of it"),
        ("which reviews have no recommendations", "Looks for", "documents that list none"),
        ("how old was the mother in child W", "Said of", "mother"),
        ("how old was the mother in child W", "Times wanted", "the age"),
        ("did child W see the police", "Also asks", "a yes or no, whether something was done"),
        ("is the nursery mentioned in child W", "Whether it mentions", "nursery"),
        ("why was the father in child W arrested", "Takes for granted", "arrested"),
    ],
)
def test_what_was_read_is_told_in_plain_words(
    library: Library, question: str, label: str, told: str
) -> None:
    trace = ask(library, [question], explain=True).traces[0]
    assert dict(trace_lines(trace))[label] == told


def test_documents_that_may_be_meant_are_told_with_their_chance(library: Library) -> None:
    trace = ask(library, ["was he seen twice at the nursery by officers"], explain=True).traces[0]
    assert [each.weight for each in trace.others] == sorted(
        (each.weight for each in trace.others), reverse=True
    )
    assert "Serious Case Review: " in dict(trace_lines(trace))["May mean"]
