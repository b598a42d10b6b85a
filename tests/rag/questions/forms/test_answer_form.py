"""What people type -> the form of answer that they want."""

import pytest

from rag.language.phrases import plain
from rag.questions.forms.answer_form import read_wants


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("summarise the Baby V review", "summary"),
        ("sumarise baby v", "plain"),
        ("what happened to Child W", "summary"),
        ("child w in a nutshell", "summary"),
        ("key points of baby V pls", "summary"),
        ("tell me about child W", "summary"),
        ("whats the child W review about", "summary"),
        ("compare child W and baby V on fathers", "compare"),
        ("whats the difference between the two", "compare"),
        ("do both reviews mention fathers", "compare"),
        ("which reviews mention neglect", "theme"),
        ("any reviews about bruising", "theme"),
        ("what do the reviews say about dads", "theme"),
        ("across the reviews whats said about supervision", "theme"),
        ("where does it say that", "locate"),
        ("wheres that from", "locate"),
        ("what page is that on", "locate"),
        ("which finding is that", "locate"),
        ("exact words on dads in child W", "quote"),
        ("give me that word for word", "quote"),
        ("quote the bit about handover", "quote"),
        ("in full please", "quote"),
        ("what were the authors' words on handover", "quote"),
        ("three short quotations on handover", "quote"),
        ("did the GP see him", "yes_no"),
        ("ok and was dad involved", "yes_no"),
        ("wasnt anyone told", "yes_no"),
        ("do you have child W", "plain"),
        ("who chaired it", "who"),
        ("which agency was told", "who"),
        ("when did she die", "when"),
        ("how long was the handover", "when"),
        ("why was it missed", "reason"),
        ("how come nobody noticed", "reason"),
        ("how many recs for police", "count"),
        ("list the findings", "list"),
        ("thanks, what are the recommendations", "list"),
        ("what does baby V say about fathers", "plain"),
        ("is that in both", "compare"),
    ],
)
def test_reads_the_form(question: str, wants: str) -> None:
    assert read_wants(plain(question)) == wants


def test_a_kind_of_unit_asks_for_its_list() -> None:
    assert read_wants(plain("findings, baby V"), listed=True) == "list"
    assert read_wants(plain("how many findings"), listed=True) == "count"
