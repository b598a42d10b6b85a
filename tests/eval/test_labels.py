"""Printed headings of gold against the labels that people cite by."""

import pytest

from eval.measuring.shown import names_unit

SAME = [
    ("HEALTH 4)", "Health, recommendation 4", ()),
    ("CHILDREN'S SERVICES SOCIAL CARE 1)", "Children’s Services Social Care, recommendation 1", ()),
    ("MULTI-AGENCY RECOMMENDATIONS 2)", "Multi-agency, recommendation 2", ()),
    ("36", "Paragraph 36", ()),
    ("40", "Lesson 40", ("Lessons to be learned",)),
    ("1", "Footnote 1", ()),
    ("Lesson BF4.2", "Lesson BF4.2", ("Theme 4: Delay",)),
    ("Learning points (Invisible fathers)", "Invisible fathers, learning point 2", ()),
    ("Summary", "Summary, paragraph 1", ()),
    ("Findings", "Findings, item 3", ()),
    ("Findings", "Item 3", ("Findings",)),
    ("Finding 5", "Finding 5, point 2", ()),
    ("Finding 5", "Point 2", ("Findings from the review", "Finding 5")),
    ("Supervision", "Supervision", ("Learning points for managers",)),
    ("How will we know", "How will we know, measure 1", ("Theme 4",)),
    ("Action plan, row 2", "Action plan, row 2", ()),
    ("Time to reflect", "Time to reflect..., question 1", ()),
    ("", "Introduction, paragraph 1", ()),
]
DIFFERENT = [
    ("HEALTH 4)", "Health, recommendation 3", ()),
    ("HEALTH 4)", "Police, recommendation 4", ()),
    ("HEALTH 4)", "Sexual Health Advisory Service, recommendation 4", ()),
    ("36", "Paragraph 35", ()),
    ("Finding 1", "Finding 5, point 1", ()),
    ("Finding 1", "Finding 3", ()),
    ("Finding 1", "Findings, item 3", ()),
    ("Recommendation 5", "Lesson BF5", ()),
    ("Summary", "Case Summary", ()),
    ("Findings", "Key areas for improvement, item 3", ()),
    ("Learning points (Invisible fathers)", "Invisible fathers, paragraph 2", ()),
    ("Recommendations from the review", "Findings from the review, item 1", ()),
    ("Action plan, row 2", "Action plan, row 3", ()),
]


@pytest.mark.parametrize(("under", "label", "path"), SAME)
def test_label_names_the_unit(under: str, label: str, path: tuple[str, ...]) -> None:
    assert names_unit(under, label, path)


@pytest.mark.parametrize(("under", "label", "path"), DIFFERENT)
def test_label_names_another_unit(under: str, label: str, path: tuple[str, ...]) -> None:
    assert not names_unit(under, label, path)


def test_agency_may_stand_outside_the_label() -> None:
    assert names_unit("POLICE 2)", "Recommendation 2", (), "Police")
    assert not names_unit("POLICE 2)", "Recommendation 2", (), "Health")
