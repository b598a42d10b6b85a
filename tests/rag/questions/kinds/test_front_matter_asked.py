"""Which line of a document's front matter a question asks for."""

import pytest

from rag.questions.kinds.front_matter_asked import read_front_matter


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("who was the coroner", ("coroner",)),
        ("What is the name of the assistant coroner?", ("coroner",)),
        ("the coroner's name please", ("coroner",)),
        ("who wrote the report", ("author",)),
        ("the report was written by whom", ("author",)),
        ("who chaired the panel", ("chair",)),
        ("who was the independent reviewer", ("reviewer",)),
        ("who led the inspection", ("inspector",)),
        ("who is the registered manager", ("manager",)),
        ("who was the report sent to", ("addressee",)),
        ("what is the unique reference number", ("reference",)),
        ("when did Samuel die", ("date_of_death",)),
        ("when was the home inspected", ("date_of_inspection",)),
        ("by when is a reply due", ("reply_by",)),
        ("what is the deadline to respond", ("reply_by",)),
        ("who was the coroner and what was the date of death", ("coroner", "date_of_death")),
    ],
)
def test_the_lines_asked_for(question: str, keys: tuple[str, ...]) -> None:
    assert set(read_front_matter(question).keys) == set(keys)


@pytest.mark.parametrize(
    "question",
    [
        "what was the coroner worried about",
        "what did the author say about neglect",
        "which inspectors found neglect",
        "when was the inspection report published",
        "how many burns had the child",
        "what happened after the death",
        "did the manager know of the bruise",
    ],
)
def test_other_questions_ask_for_none(question: str) -> None:
    assert read_front_matter(question).keys == ()


@pytest.mark.parametrize(
    "question",
    [
        "when did his mother die",
        "how long did the GP take to respond",
        "when did the police respond to the call",
        "who was the child sent to",
        "who wrote to the GP",
        "who drafted the care plan",
        "is there any reference to drugs",
        "which agency should chair the meetings",
        "which coroner raised concerns about ligatures",
    ],
)
def test_everyday_words_ask_for_none(question: str) -> None:
    assert read_front_matter(question).keys == ()


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("who signed the child W review", True),
        ("whose signature is on it", True),
        ("who were the signatories", True),
        ("who signed off the plan", False),
        ("who was signposted to the clinic", False),
        ("what signs were missed", False),
    ],
)
def test_a_signature_is_asked_for(question: str, asks: bool) -> None:  # noqa: FBT001
    assert read_front_matter(question).signatures == asks
