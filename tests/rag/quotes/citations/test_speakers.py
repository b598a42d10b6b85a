"""Who speaks: the part of the review, the family, the board; no guess where that is uncertain."""

from dataclasses import replace

import pytest
from builders import build_document
from made_citations import ORIGINAL

from rag.quotes.citations.references import unit_line
from rag.quotes.citations.speakers import speaker
from rag.types import Record, Unit


def made(
    kind: str,
    text: str = "Words.",
    *,
    path: tuple[str, ...] = (),
    agency: str | None = None,
    of: str = "overview_report",
    label: str = "Unit 1",
) -> tuple[Unit, Record]:
    document = build_document([(kind, label, text)], kind=of)
    return replace(document.units[0], path=path, agency=agency), document.record


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("finding", "finding of the review"),
        ("point", "finding of the review"),
        ("lesson", "lesson"),
        ("learning_point", "learning point"),
        ("good_practice", "good practice"),
        ("recommendation", "recommendation"),
        ("summary", "narrative of events"),
        ("action_row", "action plan"),
        ("paragraph", "the review"),
        ("footnote", "the review"),
    ],
)
def test_the_kind_of_a_unit_tells(kind: str, named: str) -> None:
    assert speaker(*made(kind)) == named


@pytest.mark.parametrize(
    ("agency", "to"),
    [
        ("POLICE", "the Police"),
        ("HEALTH", "Health"),
        ("YOUTH SERVICE", "the Youth Service"),
        ("MULTI-AGENCY", "several agencies"),
        ("NHS Trust", "the NHS Trust"),
        ("Children's Services", "Children's Services"),
    ],
)
def test_a_recommendation_is_addressed_to_its_owner(agency: str, to: str) -> None:
    heading = agency.title() if agency.isupper() else agency
    unit, record = made("recommendation", path=("Recommendations", heading), agency=agency)
    assert speaker(unit, record) == f"recommendation to {to}"


def test_a_response_repeats_the_review_and_speaks_for_its_publisher() -> None:
    unit, record = made("action", of="response")
    record = replace(record, publisher="Anyshire Board")
    assert speaker(unit, record) == "response of Anyshire Board"
    assert speaker(replace(unit, kind="paragraph"), record) == "response of Anyshire Board"
    assert speaker(replace(unit, kind="finding"), record) == "finding of the review"
    assert speaker(unit, replace(record, publisher=None)) == "response of the agencies"


def test_an_inspection_report_is_the_inspectors() -> None:
    assert speaker(*made("paragraph", of="inspection_report")) == "the inspectors"
    assert speaker(*made("recommendation", of="inspection_report")) == "the inspectors"


@pytest.mark.parametrize(
    ("heading", "text", "named"),
    [
        ("Views of the family", "Mother said nobody rang. She felt alone.", "the family's view"),
        ("Family involvement", "The parents told the author of waits.", "the family's view"),
        ("Family involvement", "Father did not take part in the review.", "the review"),
        ("The family's voice", "Mother said so. Workers should have listened.", "the review"),
        ("The child's voice", "The child said she wanted to go home.", "the child's voice"),
        ("The child's voice", "Her voice is missing from the records.", "the review"),
        ("What happened", "Mother said the bruise came from a toy.", "narrative of events"),
        ("Case summary", "He was found in the bath.", "narrative of events"),
        ("Summary of events", "She was born early.", "narrative of events"),
        ("Practice in other areas", "She was born early.", "the review"),
    ],
)  # fmt: skip
def test_headings_tell_where_the_words_bear_them_out(heading: str, text: str, named: str) -> None:
    assert speaker(*made("paragraph", text, path=(heading,))) == named


def test_the_nearest_heading_decides() -> None:
    case = made("detail", "Father did not take part.", path=("Case details", "Family involvement"))
    assert speaker(*case) == "the review"
    assert speaker(*made("detail", path=("Case details", "Baby Z"))) == "narrative of events"
    assert speaker(*made("paragraph", path=("What happened", "Analysis"))) == "the review"


def test_a_document_of_no_known_kind_is_no_review() -> None:
    assert speaker(*made("paragraph", of="other")) == "the document"


def test_a_line_names_the_speaker_only_where_it_says_something_new() -> None:
    assert "recommendation to" not in unit_line(ORIGINAL)
    family = replace(ORIGINAL, label="Family involvement, item 1", path=(), agency=None)
    assert unit_line(replace(family, speaker="the family's view")) == (
        "Family involvement, item 1, the family's view, page 5"
    )
    assert unit_line(replace(family, speaker="the review")) == "Family involvement, item 1, page 5"
