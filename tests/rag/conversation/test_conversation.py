"""Conversations: the turns as typed -> the units that the last answer quotes, or why not."""

from itertools import pairwise
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write
from made_reviews import BABY_V, CHILD_T, CHILD_W

from rag.answers.last_turn import understand_last
from rag.answers.units.shown_units import NO_MORE
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("talked")
    corpus = write(folder / "corpus", child_w=CHILD_W, baby_v=BABY_V, child_t=CHILD_T)
    library = open_faked(folder / "data")
    sync(library, corpus, register=NOTHING)
    return library


def quotes(library: Library, talk: str) -> list[str]:
    """The last answer's; turns are written one behind the other with " | " between."""
    answer = ask(library, talk.split(" | "))
    return [f"{citation.quote} {citation.title}" for citation in answer.citations]


SAME_LIST_OF_ANOTHER = [
    ("recs for the police in child W | and for housing?", ["Check who lives"]),
    ("recommendations for the police, child W | what about schools?", ["Ask about", "Keep one"]),
    ("child w police recs | housing", ["Check who lives"]),
    ("child w police recs | ok and the schools", ["Ask about", "Keep one"]),
    ("rec 1 for police in child W | and for schools", ["Ask about"]),
    ("recommendation 1 of child W | police", ["Record every visit"]),
    ("police recs child W | what about the other agencies", ["Ask about", "Keep one", "Check who"]),
    ("findings of baby V | and child T?", ["A bruise", "The dog"]),
    ("findings of baby V | same for newshire", ["A bruise", "The dog"]),
    ("what were the findings in baby V | and the recommendations?", ["The Board", "The Board"]),
    ("findings baby v | thanks, and the recs", ["The Board", "The Board"]),
]
BY_PLACE = [
    ("finding 1 child W | and the second one?", ["The bruise"]),
    ("finding 1 child W | the next one", ["The bruise"]),
    ("finding 1 child W | next", ["The bruise"]),
    ("finding 1 child W | next one please", ["The bruise"]),
    ("finding 1 child W | and 3?", ["The handover"]),
    ("finding 1 child W | number two", ["The bruise"]),
    ("finding 1 child W | what about finding 2", ["The bruise"]),
    ("finding 1 child W | the last one", ["The handover"]),
    ("finding 3 child W | and the one before that", ["The bruise"]),
    ("finding 3 child W | previous", ["The bruise"]),
    ("finding 1 child W | next | next", ["The handover"]),
    ("finding 1 child W | next | thanks | and the next one", ["The handover"]),
    ("rec 1 for police child w | the next one", ["Tell the health"]),
    ("rec 1 for police child w | and the third", ["Look at the weight"]),
    ("police recs child W | the third one", ["Look at the weight"]),
    ("police recs child W | what does the last one say", ["Look at the weight"]),
    ("findings of baby V | the second", ["The handover"]),
    ("findings of baby V | and what was the third one", ["His voice"]),
    ("findings of baby V | 2", ["The handover"]),
    ("findings of baby V | just the first two", ["The school", "The handover"]),
    ("findings of baby V | the last two | the second one", ["His father"]),
    ("finding 1 child W | the next finding", ["The bruise"]),
    ("findings of baby V | ok | ta | the second one pls", ["The handover"]),
]
OF_WHAT_WAS_SHOWN = [
    ("what are the findings of child W | which one of those is about dads",
     ["Fathers", "No ", "The f"]),
    ("findings baby v | any of them about fathers?", ["His father"]),
    ("findings baby v | which ones mention the school", ["The school"]),
    ("findings baby v | is there one about his voice", ["His voice"]),
    ("findings baby v | do any mention weight", ["The school"]),
    ("recs in child W | which are for the police", ["Record", "Tell", "Look"]),
    ("recommendations in child W | any of them for housing", ["Check who"]),
    ("finding 2 child W | give me that word for word", ["The bruise"]),
    ("finding 2 child W | exact quote please", ["The bruise"]),
    ("finding 2 child W | in full", ["The bruise"]),
    ("finding 2 child W | can you say that again", ["The bruise"]),
    ("finding 2 child W | wheres that from", ["The bruise"]),
    ("finding 2 child W | which page is that on", ["The bruise"]),
    ("finding 2 child W | shorter please", ["The bruise"]),
    ("finding 2 child W | in bullet points", ["The bruise"]),
    ("how many recs for schools in child W | list them", ["Ask about", "Keep one"]),
    ("findings baby v | the one about his voice", ["His voice"]),
    ("rec 2 for schools in child W | who is that for", ["Keep one"]),
    ("police recs child W | the third one | in full", ["Look at the weight"]),
    ("what does baby V say about the voice of the child | word for word please", ["His voice"]),
]  # fmt: skip
ANOTHER_REVIEW = [
    ("what does baby V say about fathers | and child W?", "Child W"),
    ("what does baby V say about fathers | ok what about anyshire", "Child W"),
    ("what does child W say about fathers | was that in the baby v one too?", "Baby V"),
    ("what does baby V say about fathers | and child W | what does the other one say", "Baby V"),
    ("what does child W say about the handover | same for the other reviews", "Baby V"),
    ("what does child W say about the handover | does any other review say that", "Baby V"),
    ("what does child W say about the handover | what do the others say", "Baby V"),
    ("what did the child Z review say about fathers | ok, what about child W then?", "Child W"),
    ("fathers in the child Z review | and baby v", "Baby V"),
    ("my neighbour hits her baby | what does child W say about the bruise", "Child W"),
    ("fathers in baby V | I just saw a man hit his baby | and in child W", "Child W"),
    ("do you have the baby V review | what do they say about the father", "Baby V"),
    ("what is baby V's real name | what did they say about the school", "Baby V"),
    ("what are the findings | baby V", "Baby V"),
    ("which reviews mention the dog | what does the first one say", "Child"),
    ("what are the findings | the otherton one", "Baby V"),
    ("what does finding 2 say | baby v", "Baby V"),
    ("fathers in baby V | ok | thanks | great | and the handover", "Baby V"),
    ("what does child W say about the dog | a bruise on a baby who cannot crawl", "Child T"),
]
NOT_ANSWERED = [
    ("finding 3 child W | the next one", "no_such_unit"),
    ("finding 3 child W | and 9?", "no_such_unit"),
    ("findings of baby V | the eighth one", "no_such_unit"),
    ("police recs child W | and for the fire service?", "no_such_unit"),
    ("findings of baby V | which of those is about trampolines", "not_stated"),
    ("what does child Z's review say about fathers | and about the handover", "not_in_library"),
    ("findings of baby V | I just saw a man hit his baby in the street", "live_concern"),
    ("finding 9 of child W | word for word please", "no_such_unit"),
]


@pytest.mark.parametrize(("talk", "openings"), [*SAME_LIST_OF_ANOTHER, *BY_PLACE])
def test_another_owner_review_or_number(library: Library, talk: str, openings: list[str]) -> None:
    shown = [
        quote for quote in quotes(library, talk) if not quote.startswith(("No worker", "The f"))
    ]
    assert len(shown) == len(openings)
    assert all(s.startswith(o) for s, o in zip(shown, openings, strict=True)), shown


@pytest.mark.parametrize(("talk", "openings"), OF_WHAT_WAS_SHOWN)
def test_what_was_shown_is_at_hand(library: Library, talk: str, openings: list[str]) -> None:
    shown = quotes(library, talk)[: len(openings)]
    assert [s[: len(o)] for s, o in zip(shown, openings, strict=True)] == openings


@pytest.mark.parametrize(("talk", "title"), ANOTHER_REVIEW)
def test_the_topic_goes_to_another_review(library: Library, talk: str, title: str) -> None:
    shown = quotes(library, talk)
    assert shown
    assert title in shown[0]


def test_what_was_asked_of_the_library_goes_to_other_reviews(library: Library) -> None:
    asked = "who published child W"
    assert ask(library, [asked, "and baby V?"]).text == ask(library, ["who published baby V"]).text
    both = ask(library, [asked, "baby V and child T?"])
    assert both.text == ask(library, ["who published baby V and child T"]).text


@pytest.mark.parametrize(("talk", "reason"), NOT_ANSWERED)
def test_what_cannot_be_pointed_at_is_said(library: Library, talk: str, reason: str) -> None:
    answer = ask(library, talk.split(" | "))
    assert (answer.status, answer.reason) == ("refused", reason)
    assert not answer.citations


@pytest.mark.parametrize("last", ["how many is that?", "how many are there", "so how many"])
def test_how_many_is_that(library: Library, last: str) -> None:
    answer = ask(library, ["police recs, child W", last])
    assert answer.statements[0].text == "3 recommendations:"
    assert len(answer.citations) == 3


def test_more_is_what_was_not_shown(library: Library) -> None:
    known = set(quotes(library, "finding 2 of child W"))
    for last in ("tell me more", "what else", "anything else?"):
        more = quotes(library, f"finding 2 of child W | {last}")
        assert more
        assert not known.intersection(more)


def test_that_nothing_more_is_said_is_said(library: Library) -> None:
    answer = ask(library, ["what does child W say about the father", "what else"])
    assert answer.statements[0].text == NO_MORE
    assert answer.citations


def test_an_option_is_chosen_by_its_place(library: Library) -> None:
    offered = ask(library, ["what are the findings"]).suggestions
    for place, option in zip(("the first one", "2", "the last one"), offered, strict=True):
        turns = ["what are the findings", place]
        assert ask(library, turns).citations == ask(library, [option]).citations


@pytest.mark.parametrize("word", ["ok", "thanks", "great thanks", "hello"])
def test_what_adds_nothing_changes_nothing(library: Library, word: str) -> None:
    talk = ["recs for the police in child W", "and for schools?", "the second one"]
    plainly = ask(library, talk).citations
    between = [turn for pair in pairwise([*talk, ""]) for turn in (pair[0], word)][:-1]
    assert ask(library, between).citations == plainly
    assert ask(library, [*talk, word]).status == "answered"


def test_a_question_of_its_own_carries_nothing(library: Library) -> None:
    own = "what do the reviews say about the handover of the growth chart"
    alone = understand_last(library, [own])
    after = understand_last(library, ["finding 2 of child W", own])
    assert (after.documents, after.terms, after.focus) == (None, alone.terms, ())


def test_earlier_answers_are_worked_out_only_when_pointed_at(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("an earlier turn was answered")

    monkeypatch.setattr("rag.answers.last_turn.answer", fail)
    query = understand_last(library, ["what does baby V say about fathers", "and child W?"])
    assert [t.words for t in query.terms] == ["fathers"]
    with pytest.raises(AssertionError):
        understand_last(library, ["findings of baby V", "the second one"])


def test_a_number_finds_a_code_and_the_next_follows(tmp_path: Path) -> None:
    library = open_faked(tmp_path / "data")
    text = "".join(f"### Finding BX{n}\n\nThe dog was seen on day {n}.\n\n" for n in (1, 2, 3))
    corpus = write(tmp_path / "corpus", child_bx=f"# Response: Child BX\n\n## Findings\n\n{text}")
    sync(library, corpus, register=NOTHING)
    for talk in ("finding 2 of child BX", "finding BX1 | the next one", "finding BX3 | and 2"):
        assert [quote[:27] for quote in quotes(library, talk)] == ["The dog was seen on day 2. "]
