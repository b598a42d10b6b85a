"""Near misses: the right subject without the kind of answer that is asked for."""

import pytest

from rag.questions.answer_types import carries_all


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how old was she", "She was aged 6 months."),
        ("how much did the review cost", "The review cost £40,000."),
        ("when did they tell the police", "The police were not told until the next day."),
        ("who is updating the website", "The CSCP Support Office will update it."),
        ("who wrote it", "It was written by Ms JF."),
        ("how many findings were there", "There were seven findings."),
        ("how long was he in hospital", "He spent almost 3 months in hospital."),
        ("was anyone prosecuted", "The grandmother was prosecuted."),
        ("what did the audit find", "The audit found gaps in seven files."),
        ("what does it say about fathers", "Fathers were left out."),
        ("give me the exact sentence on supervision", "Supervision should be reflective."),
    ],
)
def test_an_answer_of_that_kind(question: str, text: str) -> None:
    assert carries_all(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much did the review cost", "The review met five times."),
        ("what sentence did she get", "She was placed with her grandmother."),
        ("did anyone get charged", "The cause of death was not known."),
        ("what did the audit find", "An audit has been undertaken."),
        ("who was the expert witness", "Evidence of an expert witness disagreed with the scan."),
        ("how old was the mother", "The mother had been known to services as a child."),
        ("what number should I ring", "All bruises must be reported."),
    ],
)
def test_only_the_subject(question: str, text: str) -> None:
    assert not carries_all(question, text)
