"""From a file to an answer: what a person asks, what is shown, and that it stands in the file."""

import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import ListVectors
from llama_index.core.base.embeddings.base import BaseEmbedding
from made_libraries import NOTHING, digest, open_with_model, write
from made_reviews import BABY_V, CHILD_W

from rag.answers.cards.asides import NOT_REWORDED
from rag.assistant import ask
from rag.errors import EmptyQuestion, NothingIndexed
from rag.index.indexing import sync
from rag.index.library import Library
from rag.outline.draw import DIGEST_MARK
from rag.safety.signposts import LINE, SAMARITANS
from rag.settings import Settings
from rag.wiring import open_library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("asked")
    corpus = write(folder / "corpus", child_w=CHILD_W, baby_v=BABY_V)
    library = open_with_model(folder / "data")
    sync(library, corpus, register=NOTHING)
    return library


def quotes(library: Library, *turns: str) -> list[str]:
    return [citation.quote for citation in ask(library, turns).citations]


def test_a_named_unit_comes_whole_with_its_points(library: Library) -> None:
    answer = ask(library, ["what does finding 1 of child W say"])
    assert [c.label for c in answer.citations] == [
        "Finding 1", "Finding 1, point 1", "Finding 1, point 2",
    ]  # fmt: skip
    assert answer.status == "answered"
    assert all(s.verbatim for s in answer.statements)


def test_a_message_of_two_questions_is_answered_part_by_part(library: Library) -> None:
    answer = ask(library, ["what does finding 1 of child W say and what are the recs for tennis"])
    one, other = answer.parts
    assert (one.question, one.status) == ("what does finding 1 of child W say", "answered")
    first, last = one.statements
    assert answer.statements[first].heading
    assert all(s.citations for s in answer.statements[first + 1 : last + 1])
    assert other.statements[0] == last + 1


def test_the_second_question_is_read_in_the_light_of_the_first(library: Library) -> None:
    message = "what does finding 1 of child W say? And what does finding 2 say?"
    labels = [c.label for c in ask(library, [message]).citations]
    assert {"Finding 1", "Finding 2"} <= set(labels)
    assert {c.subject for c in ask(library, [message]).citations} == {"Child W"}


def test_a_list_is_complete_and_of_one_owner(library: Library) -> None:
    assert quotes(library, "recs for the police, child w") == [
        "Record every visit to the flat within a day.",
        "Tell the health visitor about each call.",
        "Look at the weight of evidence with partners.",
    ]  # fmt: skip


def test_an_unnumbered_finding_is_counted_and_says_so(library: Library) -> None:
    answer = ask(library, ["finding 2 of baby V?"])
    assert [c.quote for c in answer.citations] == [
        "The handover between two health visitors lost his growth chart."
    ]
    assert "no printed numbers" in answer.text


def test_a_follow_up_keeps_the_review(library: Library) -> None:
    assert quotes(library, "tell me about child W", "and recommendation 1 for schools?") == [
        "Ask about younger brothers and sisters."
    ]


@pytest.mark.parametrize(
    ("question", "status", "reason"),
    [
        ("finding 9 in child W", "refused", "no_such_unit"),
        ("finding 0 of baby V", "refused", "no_such_unit"),
        ("finding two hundred of baby V", "refused", "no_such_unit"),
        ("recommendation 1 of child W", "clarify", "ambiguous"),
        ("recommendation 1 for the fire service in child W", "refused", "no_such_unit"),
        ("ambulance service recommendations, child W", "refused", "no_such_unit"),
        ("what were the findings of the Baby P serious case review", "refused", "not_in_library"),
        ("what does finding 2 say", "clarify", "ambiguous"),
        ("how much did the Child W review cost", "refused", "not_stated"),
        ("what do the reviews say about trampolines", "refused", "not_stated"),
        ("a boy in my class told me today that his stepdad hits him", "refused", "live_concern"),
        ("what is child W's real name", "refused", "personal_data"),
    ],
)
def test_refusals_are_typed_and_cite_nothing(
    library: Library, question: str, status: str, reason: str
) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.reason) == (status, reason)
    assert not answer.citations
    assert answer.text


def test_the_last_of_a_list(library: Library) -> None:
    assert quotes(library, "the last finding of baby V") == [
        "His father was never met, because visits were made by day."
    ]


@pytest.mark.parametrize(
    ("question", "reason", "gap"),
    [
        ("findings 1, 2 and 9 of child W", "no_such_unit", "finding 9"),
        ("compare child W and child Z on fathers", "not_in_library", "child Z"),
    ],
)
def test_what_is_not_covered_is_said_beside_what_is(
    library: Library, question: str, reason: str, gap: str
) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.reason) == ("partial", reason)
    assert gap in answer.statements[0].text
    assert answer.citations


def test_how_many_opens_with_the_number_and_cites_all(library: Library) -> None:
    answer = ask(library, ["how many recommendations are there in child W"])
    assert answer.statements[0].text == "6 recommendations:"
    assert answer.statements[0].citations == (1, 2, 3, 4, 5, 6)


def test_a_unit_published_anew_meanwhile_is_not_shown(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = library.document(ask(library, ["finding 1 child W"]).citations[0].document)
    monkeypatch.setattr(Library, "document", lambda *_: replace(document, units=()))
    answer = ask(library, ["finding 1 child W"])
    assert (answer.status, answer.citations) == ("refused", ())


def test_every_quotation_stands_in_its_file(library: Library) -> None:
    questions = [
        "who was told about the bruise in child W", "fathers", "what went wrong with handover",
        "all findings, baby V", "was the father asked", "how old was child W", "school and weight",
    ]  # fmt: skip
    shown = 0
    for question in questions:
        for citation in ask(library, [question]).citations:
            text = library.catalogue.reading_text(citation.document)
            assert citation.quote == text[citation.start : citation.end]
            assert citation.quote in {"child-w": CHILD_W, "baby-v": BABY_V}[_file(citation.title)]
            shown += 1
    assert shown >= len(questions)


def _file(title: str) -> str:
    return "child-w" if "Child W" in title else "baby-v"


def test_a_digest_is_never_in_quotation_marks(tmp_path: Path) -> None:
    library = open_with_model(tmp_path / "data")
    corpus = write(tmp_path / "corpus", baby_z=digest("The father was never met."))
    sync(library, corpus, register=NOTHING)
    answer = ask(library, ["findings of baby Z"])
    assert {c.match for c in answer.citations} == {None}
    assert not any(s.verbatim for s in answer.statements)
    assert "“" not in answer.text
    assert "digest" in answer.text


def test_nothing_asked_and_nothing_held(library: Library, tmp_path: Path) -> None:
    with pytest.raises(EmptyQuestion, match="expected some words"):
        ask(library, ["  "])
    with pytest.raises(NothingIndexed, match="rag index"):
        ask(open_with_model(tmp_path / "none"), ["what about fathers"])


def test_with_the_real_model_and_store_nothing_leaves_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*to: object, **_: object) -> None:
        raise AssertionError(f"a connection was tried: {to}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    corpus = write(tmp_path / "corpus", child_w=CHILD_W, baby_v=BABY_V)
    with open_library(Settings.load(corpus=corpus, data=tmp_path / "data")) as library:
        sync(library, corpus, register=NOTHING)
        answer = ask(library, ["were dads involved in planning for child W"])
    assert "Finding 1" in answer.citations[0].label


def test_a_bare_name_answers_the_question_asked_back(library: Library) -> None:
    assert ask(library, ["what are the findings"]).reason == "ambiguous"
    assert quotes(library, "what are the findings", "Baby V") == [
        "The school saw the change in his weight and told nobody.",
        "The handover between two health visitors lost his growth chart.",
        "His voice was missing from every record.",
        "His father was never met, because visits were made by day.",
    ]


def test_marks_in_a_question_are_words_to_nobody(library: Library) -> None:
    plain = quotes(library, "findings of baby V")
    assert quotes(library, "<b>findings</b> of <script>baby V</script>") == plain


def test_the_time_to_load_a_model_is_no_part_of_the_answers(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(time, "perf_counter", lambda: clock[0])

    def open_slowly() -> BaseEmbedding:
        clock[0] += 100
        return library.embedding

    slow = Library(
        library.data, open_embedding=open_slowly, fingerprint="bundled", open_vectors=ListVectors
    )
    answer = ask(slow, ["was the father asked before the birth of child W"])
    assert (slow.seconds_loading, answer.seconds) == (100, 0)


def test_the_notice_of_a_digest_is_never_an_answer(tmp_path: Path) -> None:
    library = open_with_model(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", baby_z=digest("The dog bit her.")), register=NOTHING)
    shown = quotes(library, "is this digest a summary of the review baby Z in its own words")
    assert not any(DIGEST_MARK in quote for quote in shown)


@pytest.mark.parametrize(
    "question", ["findings for baby V please, all of them", "findings, baby V"]
)
def test_a_question_that_says_it_all_carries_nothing(library: Library, question: str) -> None:
    alone = quotes(library, question)
    assert len(alone) == 4
    assert quotes(library, "who was told about the bruise in child W", question) == alone


def test_a_document_withdrawn_meanwhile_is_asked_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_with_model(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", child_w=CHILD_W, baby_v=BABY_V), register=NOTHING)
    gone = next(r.id for r in library.catalogue.records() if r.subject == "Child W")
    read = library.catalogue.reading_text

    def withdraw_first(document: str) -> str:
        if any(record.id == gone for record in library.catalogue.records()):
            library.catalogue.withdraw(gone)
        return read(document)

    monkeypatch.setattr(library.catalogue, "reading_text", withdraw_first)
    answer = ask(library, ["what does child W in Anyshire, Leeds say about the school?"])
    assert gone not in {citation.document for citation in answer.citations}


def test_another_language_is_not_read_and_whom_to_call_stands_below(library: Library) -> None:
    answer = ask(library, ["co mówi raport o ojcach w sprawie Child W"])
    assert (answer.status, answer.reason, answer.citations) == ("refused", "not_read", ())
    assert [statement.text for statement in answer.statements] == [
        "This question could not be read: please ask it in English.",
        LINE,
    ]


def test_no_words_get_one_sentence(library: Library) -> None:
    answer = ask(library, ["???"])
    assert (answer.reason, len(answer.statements)) == ("not_read", 1)


def test_a_turn_that_is_not_read_leaves_the_conversation_where_it_was(library: Library) -> None:
    asked = ["finding 1 of child W", "dlaczego nikt nie pomógł?", "and its second point"]
    assert ask(library, asked[:2]).reason == "not_read"
    assert quotes(library, *asked) == quotes(library, asked[0], asked[2])


def test_whom_to_call_after_a_concern_stands_once_below_what_is_not_read(library: Library) -> None:
    answer = ask(library, ["my neighbour hits her baby", "???"])
    assert [statement.text for statement in answer.statements[1:]] == [f"{LINE} {SAMARITANS}"]


@pytest.mark.parametrize(
    "turns",
    [
        ["Can you translate finding 1 of child W into Polish?"],
        ["finding 1 of child W, in plain English"],
        ["finding 1 of child W", "reword it"],
        ["translate finding 1 of child W", "say that in Welsh"],
    ],
)
def test_what_is_to_be_translated_is_quoted_and_one_sentence_says_why(
    library: Library, turns: list[str]
) -> None:
    answer = ask(library, turns)
    assert quotes(library, *turns) == quotes(library, "finding 1 of child W")
    assert answer.statements[-1].text == NOT_REWORDED


def test_nothing_is_reworded_where_nothing_was_said(library: Library) -> None:
    answer = ask(library, ["answer in Welsh"])
    assert (answer.status, answer.text) == ("refused", NOT_REWORDED)
