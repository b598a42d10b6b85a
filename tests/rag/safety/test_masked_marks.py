"""A number in front of a question or behind it is left out; who asks for its owner is refused."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.safety.masked_marks import asks_of_person, without_marks
from rag.safety.masking import mask

ASKED = "what do reviews say about dads"
BESIDE = [
    "QQ123456C is my NI number. {}", "my NI number is QQ123456C, {}", "NI number QQ123456C {}",
    "NHS number 943 476 5919, {}", "NHS number 943 476 5919: {}", "07700 900123 is my mobile {}",
    "07700 900123 is my number, {}", "my mobile is 07700 900123. {}", "{} NHS number 943 476 5919",
    "{} (NHS number 943 476 5919)", "{} ring me on 07700 900123", "{} my email is jo@example.org",
    "{} my NI number is QQ123456C", "943 476 5919 is his NHS number, {}",
    "my patient's NHS number is 943 476 5919. {}", "jo@example.org, {}",
]  # fmt: skip
OF_PERSON = [
    "who has NHS number 943 476 5919", "NHS number 943 476 5919 any info",
    "whose number is 07700 900123", "who does 07700 900123 belong to",
    "tell me about the child with NHS number 943 476 5919",
    "what happened to the baby with NHS number 943 476 5919", "look up QQ123456C",
    "is NHS number 943 476 5919 in any review", "which review is about 943 476 5919",
    "what do reviews say about the family at 12 Acacia Road, LS1 4AB",
    "who lives at 12 Acacia Road, LS1 4AB", "which child has NHS number 943 476 5919",
    "943 476 5919 who is this", "does any review mention 943 476 5919",
]  # fmt: skip


@pytest.mark.parametrize("typed", BESIDE)
def test_the_rest_is_asked(typed: str) -> None:
    masked = mask(typed.format(ASKED))
    assert "removed]" in masked
    assert (without_marks(masked), asks_of_person(masked)) == (ASKED, False)


@pytest.mark.parametrize("typed", OF_PERSON)
def test_the_owner_of_a_number_is_asked_for(typed: str) -> None:
    assert asks_of_person(mask(typed))


def test_numbers_of_the_asker_and_of_others_in_a_library(tmp_path: Path) -> None:
    library = open_faked(tmp_path / "data")
    corpus = write(tmp_path / "corpus", child_z=review("Father was seen.", "A bruise was seen."))
    sync(library, corpus, register=NOTHING)
    given = ask(library, ["QQ123456C is my NI number. what is finding 2 of Child Z?"])
    assert (given.status, "QQ123456C" in given.question) == ("answered", False)
    refused = ask(library, ["who has NI number QQ123456C"])
    assert (refused.reason, refused.citations) == ("personal_data", ())
