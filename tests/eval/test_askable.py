"""Which questions a library can be asked, and what is said of the others."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_gold import CHRONOLOGY, DADS
from made_rows import question

from eval.measuring.goals import NOT_HELD, REPLACED, choose_askable, tell_left_out
from eval.measuring.held import Held, hold
from eval.sets.questions import Nugget, PlacedGold, Question, QuotedGold
from rag.errors import NothingIndexed

ABSENT = replace(question(QuotedGold("ash.txt", "finding", "not here", "")), id="absent", line=3)
NOWHERE = replace(
    question(QuotedGold("elm.txt", "finding", "a whale was seen", "")), id="nowhere", line=7
)
SOUND = replace(question(CHRONOLOGY), id="sound", line=1)


def nugget(document: str, phrase: str) -> Question:
    gold = PlacedGold(document, "findings-item-1", phrase, of_nugget=True)
    return question(gold, id="digest", nuggets=(Nugget("said", vital=True, gold=gold),))


def test_what_cannot_be_asked_is_left_out_and_told(held: Held) -> None:
    askable = choose_askable((SOUND, ABSENT, NOWHERE), held)
    assert [each.id for each in askable.questions] == ["sound"]
    assert len(askable.goals) == 1
    assert tell_left_out(askable.left_out) == [
        "1 because its document is not held (ash.txt)",
        "1 because its gold stands nowhere in the document (line 7: a whale was seen)",
    ]


def test_a_question_waits_for_all_the_documents_it_is_about(held: Held) -> None:
    about = replace(SOUND, answerable=False, gold=(), files=("elm.txt", "ash.txt"))
    (left,) = choose_askable((SOUND, replace(about, id="both")), held).left_out
    assert left == (NOT_HELD, "ash.txt")


def test_an_original_in_place_of_a_digest_ends_no_run(held: Held) -> None:
    (left,) = choose_askable((SOUND, nugget("elm", "stood in the digest")), held).left_out
    assert left == (REPLACED, "elm")
    assert choose_askable((nugget("oak", "kept a chronology"),), held).left_out == ()


def test_words_that_only_our_reading_has_lost_are_asked_and_missed(held: Held) -> None:
    held.files["elm"].write_text("Nobody kept a chronology. A whale was seen.", encoding="utf-8")
    askable = choose_askable((NOWHERE,), held)
    assert askable.left_out == ()
    assert askable.goals[0].nuggets[0].places == ()


def test_nothing_to_ask_is_an_error(held: Held) -> None:
    with pytest.raises(NothingIndexed, match="Of the 1 questions none about"):
        choose_askable((ABSENT,), held)


def test_a_document_added_by_hand_is_looked_up_where_its_copy_lies(tmp_path: Path) -> None:
    from made_libraries import NOTHING, open_faked, review, write

    from rag.index.indexing import add, sync

    with open_faked(tmp_path / "data") as library:
        sync(library, write(tmp_path / "corpus", a=review("A dog was seen.")), register=NOTHING)
        add(library, [write(tmp_path / "more", b=review("A cat."))], register=NOTHING)
        files = hold(library).files.values()
        assert len(files) == 2
        assert all(file.is_file() for file in files)


def test_one_of_several_gold_sentences_may_be_enough(held: Held) -> None:
    (goals,) = choose_askable((question(CHRONOLOGY, DADS, any_one=True),), held).goals
    assert goals.share([0.0, 1.0]) == 1.0
    assert replace(goals, any_one=False).share([0.0, 1.0]) == 0.5
