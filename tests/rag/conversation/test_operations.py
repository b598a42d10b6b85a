"""What a turn does with the turns before it: chosen once, as a value; and one reading a turn."""

from pathlib import Path
from typing import get_args

import pytest
from made_libraries import NOTHING, open_faked, write
from made_reviews import BABY_V, CHILD_T, CHILD_W

from rag.answers import last_turn
from rag.answers.last_turn import understand_last
from rag.assistant import ask
from rag.conversation import operations as do
from rag.conversation.applying import apply
from rag.conversation.choosing import choose_operation
from rag.conversation.operations import Operation
from rag.conversation.situation import Situation
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.names.reviews_named import find_reviews
from rag.questions.request import Request
from rag.questions.understanding import understand
from rag.types import Record

CONVERSATION = Path(last_turn.__file__).parents[1] / "conversation"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("operations")
    corpus = write(folder / "corpus", child_w=CHILD_W, baby_v=BABY_V, child_t=CHILD_T)
    library = open_faked(folder / "data")
    sync(library, corpus, register=NOTHING)
    return library


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Operation]:
    """The operation of every turn that follows another, in order."""
    operations: list[Operation] = []

    def choose(at: Situation) -> Operation:
        operations.append(choose_operation(at))
        return operations[-1]

    monkeypatch.setattr(last_turn, "choose_operation", choose)
    return operations


CHOSEN = [
    ("findings of baby V | a bruise on a baby who cannot crawl", do.New),
    ("findings of baby V | that's not what I meant", do.NotMeant),
    ("findings of baby V | that doesn't answer my question", do.NotMeant),
    ("findings of baby V | no, that's wrong", do.NotMeant),
    ("does child W mention trampolines | the third one", do.Nowhere),
    ("what are the findings | the second one", do.Take),
    ("what are the findings | baby V", do.Take),
    ("what does baby V say about fathers | and child W?", do.Swap),
    ("what does baby V say about fathers | what do the others say", do.Swap),
    ("fathers in baby V | and child W | not that one, the other", do.Swap),
    ("fathers in baby V | and child W | compare them", do.Swap),
    ("which reviews mention the dog | what does the first one say", do.Swap),
    ("fathers in baby V | do the other reviews mention the dog", do.Ask),
    ("finding 1 child W | what about finding 2", do.Ask),
    ("police recs child W | and for housing?", do.SwapOwner),
    ("recommendation 1 | child W police", do.SwapOwner),
    ("recommendations of child W for the police | and about dogs?", do.SwapTopic),
    ("what does baby V say about growth charts | only recommendations please", do.Narrow),
    ("findings of baby V | the third one", do.Pick),
    ("findings of baby V | 2 and 3", do.Pick),
    ("findings of baby V | the last two", do.Pick),
    ("finding 1 child W | next", do.Pick),
    ("findings of baby V | which is the clearest", do.Pick),
    ("finding 2 child W | say that again", do.Point),
    ("finding 2 child W | shorter please", do.Point),
    ("finding 2 child W | tell me more", do.Point),
    ("findings of baby V | any of them about fathers?", do.Point),
    ("rec 2 for schools in child W | who is that for", do.Point),
    ("finding 9 of child W | word for word please", do.Repeat),
    ("finding 2 of child W | does baby V say that", do.About),
    ("what does child Z's review say about fathers | and about the handover", do.StillMissing),
    ("who published child W | and when", do.AskToo),
    ("fathers in baby V | and the handover", do.GoOn),
]


@pytest.mark.parametrize(("talk", "kind"), CHOSEN)
def test_what_a_turn_does_is_a_value(
    library: Library, chosen: list[Operation], talk: str, kind: type
) -> None:
    understand_last(library, talk.split(" | "))
    assert isinstance(chosen[-1], kind)


def test_every_operation_has_its_case_and_one_that_chooses_it() -> None:
    assert {each for each in get_args(Operation) if each not in apply.registry} == set()
    assert {kind for _, kind in CHOSEN} == set(get_args(Operation))


def test_a_turn_is_read_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def count(typed: str, *args: object, **named: object) -> Request:
        read.append(typed)
        return understand(typed, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(last_turn, "understand", count)
    for talk, _ in CHOSEN:
        turns = talk.split(" | ")
        read.clear()
        understand_last(library, turns)
        assert len(read) == len(turns), talk
        typed = zip(read, turns, strict=True)
        assert all(set(words.split()) <= set(turn.split()) for words, turn in typed), read


def test_no_module_of_the_conversation_reads_words_of_its_own() -> None:
    reading = [p.name for p in CONVERSATION.glob("*.py") if "understand(" in p.read_text("utf-8")]
    assert reading == []


@pytest.mark.parametrize(
    ("turns", "opening"),
    [
        (["what are the findings", "the first one"], "The school"),
        (["what are the findings", "the otherton one"], "The school"),
        (["what are the findings", "findings of Baby V, Otherton"], "The school"),
        (["who published it?", "the second one"], "Newshire"),
    ],
)
def test_an_option_is_the_request_that_it_stands_for(
    library: Library, turns: list[str], opening: str
) -> None:
    before, picked = ask(library, turns[:1]), ask(library, turns)
    assert before.status == "clarify"
    assert [option.words for option in before.options] == list(before.suggestions)
    assert picked.status == "answered"
    assert picked.citations[0].quote.startswith(opening)


def test_a_document_that_was_listed_is_named_by_its_place(library: Library) -> None:
    listing = ask(library, ["what reviews have you got"])
    held = [each for option in listing.options for each in option.request.documents or ()]
    assert len(held) == 3
    for at, place in enumerate(("first", "second", "last")):
        talk = ["what reviews have you got", f"list the findings in the {place} one"]
        assert {c.document for c in ask(library, talk).citations} == {held[at]}
    beyond = ask(library, ["what reviews have you got", "what does the ninth one say of the dog"])
    assert {c.document for c in beyond.citations} != {held[0]}


def test_the_place_of_a_question_points_at_its_part(library: Library) -> None:
    message = "what is finding 2 of child W and what is finding 1 of baby V?"
    alone = ask(library, ["what is finding 2 of child W"])
    assert len(ask(library, [message]).parts) == 2
    for turn in ("the first one", "the first question", "show me the first one again"):
        picked = ask(library, [message, turn])
        assert [c.quote for c in picked.citations] == [c.quote for c in alone.citations]
    more = ask(library, [message, "tell me more about the first one"])
    assert {c.subject for c in more.citations} == {"Child W"}
    third = ask(library, [message, "the third one"])
    assert [c.quote[:9] for c in third.citations] == ["His voice"]


@pytest.mark.parametrize(
    "said", ["That's not what I meant", "that does not answer my question", "You misunderstood me."]
)
def test_what_was_not_meant_is_asked_back_about(library: Library, said: str) -> None:
    given = ask(library, ["recs for the police in child W", said])
    assert (given.status, given.reason, given.citations) == ("clarify", "ambiguous", ())
    assert "recommendations for POLICE" in given.text
    assert "in Child W, Anyshire" in given.text
    picked = ask(library, ["recs for the police in child W", said, given.suggestions[-1]])
    assert {c.kind for c in picked.citations} == {"finding"}
    by_place = ask(library, ["recs for the police in child W", said, "the last one"])
    assert by_place.citations == picked.citations


def test_what_was_not_meant_of_a_topic_may_be_meant_of_all_reviews(library: Library) -> None:
    turns = ["what does baby V say about fathers", "that's not what I meant"]
    offered = ask(library, turns).suggestions
    assert offered[0] == "What do all reviews say about fathers?"
    everywhere = ask(library, [*turns, "the first one"])
    assert {c.subject for c in everywhere.citations} >= {"Baby V", "Child W"}


def test_more_than_that_it_was_not_meant_is_a_question(library: Library) -> None:
    given = ask(library, ["findings of baby V", "that's not what I meant, I meant child W"])
    assert {c.subject for c in given.citations} == {"Child W"}


def test_what_a_refusal_offers_is_picked_by_its_place(library: Library) -> None:
    turns = ["finding 9 of child W", "the second one"]
    assert ask(library, turns[:1]).suggestions[1] == "Finding 2"
    assert ask(library, turns).citations == ask(library, ["finding 2 of child W"]).citations
    turns = ["recommendations for the fire service in child W", "the first one"]
    assert ask(library, turns[:1]).suggestions[0] == "Recommendations for POLICE"
    assert {c.quote.split()[0] for c in ask(library, turns).citations} == {"Record", "Tell", "Look"}


def test_what_points_at_nothing_that_was_shown_is_asked_back_about(library: Library) -> None:
    turns = ["does child W mention trampolines", "the third one"]
    assert not ask(library, turns[:1]).citations
    given = ask(library, turns)
    assert (given.status, given.citations) == ("clarify", ())
    assert given.text.startswith("The answer before this one shows no such item.")
    assert "Child W, Anyshire" in given.text


def test_a_list_is_pointed_into_though_none_of_it_answered(library: Library) -> None:
    talk = "findings of baby V | which of those is about trampolines | the third one"
    assert [c.quote[:9] for c in ask(library, talk.split(" | ")).citations] == ["His voice"]


def test_the_list_of_another_owner_follows_one_of_a_list(library: Library) -> None:
    talk = ["recommendations of baby V", "the last one", "and for child W, schools"]
    assert [c.quote.split()[0] for c in ask(library, talk).citations] == ["Ask", "Keep"]


def test_a_second_fact_of_the_card_is_told_beside_the_first(library: Library) -> None:
    given = ask(library, ["who published child W", "and when"])
    assert "Anyshire Safeguarding Children Partnership" in given.text
    assert "March 2021" in given.text


def test_a_topic_swapped_into_a_list_leaves_it_a_list(library: Library) -> None:
    given = ask(library, ["how many recommendations are there in baby V", "and fathers?"])
    assert [c.quote for c in given.citations] == ["The Board should publish advice on fathers."]
    assert given.statements[0].text.startswith("1 recommendation")


def test_back_to_the_list(library: Library) -> None:
    listed = ask(library, ["findings of baby V"])
    turns = ["findings of baby V", "the second one", "shorter please", "go back to the whole list"]
    assert ask(library, turns).citations == listed.citations


def test_a_year_alone_means_the_edition_of_what_is_talked_of() -> None:
    def inspection(area: str, year: int) -> Record:
        id_, kind = f"{area}-{year}", "inspection_report"
        return Record(id_, f"{id_}.md", id_, None, None, area, str(year), kind, "original", None)

    held = [inspection("Hull", 2015), inspection("Hull", 2026), inspection("York", 2026)]
    for talked_of, meant in (("Hull-2015", {"Hull-2026"}), ("York-2026", {"York-2026"})):
        before = frozenset({talked_of})
        named = find_reviews("what about the 2026 one", held, lambda _: "", before=before)
        assert named.documents == meant
    alone = find_reviews("what about the 2026 one", held, lambda _: "")
    assert alone.documents == {"Hull-2026", "York-2026"}


def test_a_code_that_only_another_review_prints_is_of_that_one(tmp_path: Path) -> None:
    coded = (
        "# Review: Child G\n\nElm Board, 2020\n\n## Lessons\n\nLesson G4.2: Ask who sleeps here.\n"
    )
    with open_faked(tmp_path / "data") as library:
        sync(library, write(tmp_path / "corpus", child_g=coded, baby_v=BABY_V), register=NOTHING)
        given = ask(library, ["what happened to baby V", "what does lesson G4.2 say"])
    assert [c.quote for c in given.citations] == ["Ask who sleeps here."]
