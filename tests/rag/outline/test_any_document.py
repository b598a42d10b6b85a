"""Made-up documents of kinds that no rule was written for: lists under printed headings are cited
by heading and number, and what a reader does not see as a part is no unit."""

import pytest

from rag.documents.document import build_document
from rag.index.passages import cut_passages
from rag.outline.draw import draw_outline
from rag.reading.repair import repair
from rag.types import Format, Page, Source, Unit


def outline(text: str) -> tuple[Unit, ...]:
    reading, blocks, pages = repair(Source("sample", "text", text, (), ""))
    return draw_outline(reading, blocks, pages)


def of_kind(units: tuple[Unit, ...], kind: str) -> list[tuple[str, str | None, str | None]]:
    return [(u.label, u.number, u.agency) for u in units if u.kind == kind]


CORONER = """Report to Prevent Future Deaths

INVESTIGATION

The jury returned these conclusions:

3. The following failings contributed to the death:

(i) the risk was not assessed;

(vii) nobody told the family.

CORONER'S CONCERNS

During the inquest the evidence revealed matters giving rise to concern.

The MATTERS OF CONCERN are as follows.

A. Alder Hospital Trust

(i) The ward had no list of visitors.

(ii) Nobody checks who holds the keys.

B. Alder Council

(i) The duty team has no rota.

ACTION SHOULD BE TAKEN

In my opinion action should be taken.
"""


def test_concerns_are_cited_by_addressee_and_number() -> None:
    units = outline(CORONER)
    assert of_kind(units, "concern") == [
        ("Concern A(i)", "i", "Alder Hospital Trust"),
        ("Concern A(ii)", "ii", "Alder Hospital Trust"),
        ("Concern B(i)", "i", "Alder Council"),
    ]
    paths = {u.text: u.path for u in units}
    assert paths["The duty team has no rota."] == ("Coroner's Concerns", "Alder Council")
    assert paths["In my opinion action should be taken."] == ("Action Should Be Taken",)


def test_the_conclusions_of_a_jury_keep_their_nested_numbers() -> None:
    labels = [label for label, _, _ in of_kind(outline(CORONER), "judgement")]
    assert labels == ["Judgement 3", "Judgement 3(i)", "Judgement 3(vii)"]


def test_prose_around_concerns_is_none() -> None:
    narrative = [u.text for u in outline(CORONER) if u.kind == "paragraph"]
    assert [text.split()[0] for text in narrative] == ["During", "The", "In"]


EARLIER_CASES = """Report to Prevent Future Deaths

CORONER'S CONCERNS

Background

Other coroners have written of this before.

Earlier reports

In the first case the coroner asked the service:

- to keep a register of such deaths;

- to tell every hospital of it.

The matters of concern are as follows:

1. Nobody leads this work.

2. Staff are not told that they should ring if a child:

- cannot speak, or

- has fainted.

3. Nobody pays for it.

A doctor who gave evidence told me that anybody who sees it should act at once if there is:

- any doubt, or

- no answer.
"""


def test_what_stands_beside_the_list_of_concerns_is_none_of_them() -> None:
    units = outline(EARLIER_CASES)
    assert [label for label, _, _ in of_kind(units, "concern")] == [
        "Concern 1",
        "Concern 2",
        "Concern 3",
    ]
    parts = [u.text for u in units if u.kind == "detail"]
    assert parts == ["cannot speak, or", "has fainted.", "any doubt, or", "no answer."]


def test_labelled_concerns_take_the_words_below() -> None:
    units = outline(
        "Report\n\nCORONER'S CONCERNS\n\nConcern 1\nThe ward was full.\n\nConcern 2\nIt was locked."
    )
    assert of_kind(units, "concern") == [("Concern 1", "1", None), ("Concern 2", "2", None)]
    assert [u.text for u in units if u.kind == "concern"] == [
        "The ward was full.",
        "It was locked.",
    ]


INSPECTION = """Inspection of Elmshire

The experiences of children Good

The impact of leaders Requires improvement to be good

Overall effectiveness Good

Leaders have built a stable team. They know the children well.

What does the service need to improve?

15. In order to improve, the council and its partners should:

Immediately:

• ensure that every child has a plan

Within three months:

• ensure that plans are reviewed
• train the staff

The experiences of children: good

1. Children are seen often.

2. Plans are clear.

Recommendation

The registered person should ensure that staff are trained.

Recommendations of last year

This section follows the recommendations below.

4. Train the staff.
"""


def test_grades_are_judgements_and_prose_below_them_is_not() -> None:
    units = outline(INSPECTION)
    assert [u.text for u in units if u.kind == "judgement"] == [
        "The experiences of children Good",
        "The impact of leaders Requires improvement to be good",
        "Overall effectiveness Good",
    ]
    assert next(u.kind for u in units if u.text.startswith("Leaders")) == "paragraph"


def test_required_actions_keep_their_term_and_their_lead_in() -> None:
    actions = [u for u in outline(INSPECTION) if u.kind == "required_action"]
    assert [u.label for u in actions] == [
        "Immediately, required action 1",
        "Within three months, required action 1",
        "Within three months, required action 2",
    ]
    lead_in = "In order to improve, the council and its partners should:"
    assert {u.lead_in for u in actions} == {lead_in}
    assert {u.path[0] for u in actions} == {"What does the service need to improve?"}


def test_numbers_after_bullets_are_paragraphs_of_a_heading_of_their_own() -> None:
    children = [u for u in outline(INSPECTION) if u.path == ("The experiences of children: good",)]
    assert [(u.kind, u.number) for u in children] == [("paragraph", "1"), ("paragraph", "2")]


def test_a_heading_without_a_list_makes_its_paragraph_what_it_says() -> None:
    advice = [u.text for u in outline(INSPECTION) if u.kind == "recommendation"]
    assert advice == [
        "The registered person should ensure that staff are trained.",
        "Train the staff.",
    ]


def test_items_of_another_form_than_the_first_are_none() -> None:
    units = outline(
        "Inspection\n\nWhat needs to improve\n\n• The plans.\n• The visits.\n\n"
        "1. Children are seen often.\n\n2. Plans are clear."
    )
    assert [u.text for u in units if u.kind == "required_action"] == ["The plans.", "The visits."]
    assert [u.number for u in units if u.kind == "paragraph"] == ["1", "2"]


RUNS_ON = """Review of Mr Ames

Findings

22. The nurses saw the wound and told nobody.

23. The housing officer had no key.

Recommendations

The panel makes two recommendations. They are listed below.

24. The Trust should review how nurses raise concerns.

25. The Association should hold a key for each tenant.
"""


def test_a_count_that_runs_on_from_findings_to_recommendations() -> None:
    units = outline(RUNS_ON)
    assert [n for _, n, _ in of_kind(units, "finding")] == ["22", "23"]
    assert [n for _, n, _ in of_kind(units, "recommendation")] == ["24", "25"]
    assert next(u.kind for u in units if u.text.startswith("The panel")) == "paragraph"


REPEATED = """Learning Together Review

Systems findings

Finding 1: Cases are closed when families move

The case is closed on the day of the move.

Considerations for the Board

• How many families move?

Finding 2: Practitioners lack a shared language

Each agency uses its own scale.

Considerations for the Board

• What would a shared scale look like?
"""


def test_what_comes_again_under_each_finding_is_cited_by_the_finding() -> None:
    units = outline(REPEATED)
    labels = [label for label, _, _ in of_kind(units, "recommendation")]
    assert labels == ["Finding 1, recommendation 1", "Finding 2, recommendation 1"]
    assert next(u.path for u in units if u.id == "finding-2") == ("Systems findings",)


def test_an_item_that_only_asks_is_a_question() -> None:
    units = outline("Guidance\n\nWhat went well\n\n• What helped?\n• The nurse rang back.")
    assert [u.kind for u in units[-2:]] == ["question", "good_practice"]


CONTENTS = """Strategy for Elmshire

Contents

Introduction 3
Working with schools, colleges and
other providers of education 5
Our plan 7

Introduction

The council looks after forty children.

Our plan

We will find more homes.
"""


def test_wrapped_lines_of_a_contents_page_are_one_unit_with_the_rest() -> None:
    units = outline(CONTENTS)
    assert [u.kind for u in units].count("contents") == 1
    assert [u.text for u in units if u.kind == "section"] == ["Introduction", "Our plan"]


TABLE = """Audit of residential care

Introduction

The audit asks how homes are seen.

Response rate

The questionnaires were sent in May, and most came back by June.

Unit Sent Received Rate
Elm House
Staff 40 24 60
Parents 34 15 44
Ash House
Staff 53 19 35
Parents 30 9 30
Total 157 67 43

0%
20%
40%

Conclusions

The answers were better than last year. Staff said so too.
"""


def test_a_table_without_lines_is_one_detail_and_lone_figures_are_none() -> None:
    units = outline(TABLE)
    assert [u.text for u in units if u.kind == "section"] == [
        "Introduction",
        "Response rate",
        "Conclusions",
    ]
    (table,) = [u for u in units if u.kind == "detail"]
    assert table.text.startswith("Unit Sent Received Rate")
    assert "Parents 30 9 30" in table.text


def test_headings_over_nothing_are_joined() -> None:
    cells = "\n\n".join(("Eastern Region", "Network", "Steering group meeting of leads"))
    units = outline(
        f"Report\n\nContext\n\nThe service has aims.\n\n{cells}\n\nMethod\n\nWe read all of it."
    )
    sections = [u.text for u in units if u.kind == "section"]
    assert sections == ["Context", "Method"]
    assert any(u.kind == "detail" and u.text.startswith("Eastern Region") for u in units)


@pytest.mark.parametrize(
    "line",
    ["Requirement Due date", "Lead inspector: Jo Smith 2024", "Provision: Home\n\nOwner: Ash"],
)
def test_names_of_columns_and_fields_are_no_headings(line: str) -> None:
    units = outline(
        f"Inspection report\n\nIntroduction\n\nWe came in May.\n\nThe home\n\n{line}\n\nIt is big."
    )
    assert [u.text for u in units if u.kind == "section"] == ["Introduction", "The home"]


def test_a_rule_below_a_line_makes_it_a_heading() -> None:
    units = outline(
        "Categories of persons\n=====================\n\n"
        "Persons who were prosecuted and who were convicted\n"
        "--------------------------------------------------\n\n3.1. They were many.\n\n"
        "Employees\n^^^^^^^^^\n\n3.2. They were few."
    )
    assert [(u.kind, u.path) for u in units] == [
        ("title", ()),
        ("section", ()),
        ("paragraph", ("Persons who were prosecuted and who were convicted",)),
        ("section", ("Persons who were prosecuted and who were convicted",)),
        ("paragraph", ("Persons who were prosecuted and who were convicted", "Employees")),
    ]


WRAPPED = """Inspection of Elmshire children's services

Leaders have built a stable team, and they know the children whom they look after
well. They hear what children say to them and act upon it within days, every time.
What needs to improve?
• The oversight of the interviews that are held when a child has gone missing.
The experiences and progress of children who need help and
protection: good
1. The hub answers each of the contacts that it receives within a day, and tells the
person who made it what was decided and why, in words that everyone understands.
2. Most assessments are clear, and they are shared with families before the meeting
at which the plan for the child is agreed, so that nobody hears of it only there.
"""


def test_headings_stuck_between_full_lines_stand_apart() -> None:
    sections = [u.text for u in outline(WRAPPED) if u.kind == "section"]
    assert sections == [
        "What needs to improve?",
        "The experiences and progress of children who need help and protection: good",
    ]


@pytest.mark.parametrize("file_format", ["word", "text", "markdown", "html", "pdf"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Nobody asked about the father.", "Nobody asked", id="sentence"),
        pytest.param("Nobody asked about the father", "Nobody asked", id="no full stop"),
        pytest.param("Child Zed\n\nNobody asked the father", "Nobody asked", id="below a title"),
        pytest.param("NOBODY ASKED ABOUT THE FATHER", "NOBODY ASKED", id="capitals"),
        pytest.param("What did we learn?", "What did", id="question"),
        pytest.param("Finding 1", "Finding 1", id="label"),
        pytest.param("Finding 1\n\nHealth trust March 2022", "Health trust", id="below a label"),
    ],
)
def test_a_note_of_one_line_can_be_quoted(text: str, words: str, file_format: Format) -> None:
    shown = f"<p>{'</p><p>'.join(text.split(chr(10) * 2))}</p>" if file_format == "html" else text
    pages = (Page(1, None, 0, len(text)),) if file_format == "pdf" else ()
    document = build_document(Source("note", file_format, shown, pages, ""))
    assert [p.text for p in cut_passages(document) if p.text.startswith(words)]


def test_a_heading_alone_in_a_file_can_be_quoted_and_one_over_it_stays_a_heading() -> None:
    source = Source("note", "markdown", "# Child Zed\n\n## Fathers\n\n### Nobody asked\n", (), "")
    (passage,) = cut_passages(build_document(source))
    assert passage.text == "Nobody asked"


def test_what_stands_below_a_lone_label_is_its_text() -> None:
    assert [(u.id, u.text) for u in outline("Finding 1\n\nHealth trust March 2022")] == [
        ("finding-1", "Health trust March 2022")
    ]


def test_lines_of_a_cover_that_name_their_values_are_no_title() -> None:
    units = outline(
        "NOT YET WALKING: A JOINT PROTOCOL\nOwned by: Isle of Hale Forum\n"
        "In force from: 1 June 2020\n\nBackground\n\n"
        "The forum wrote this after two babies were hurt in their homes.\n"
    )
    assert [(u.kind, u.text) for u in units][:3] == [
        ("title", "NOT YET WALKING: A JOINT PROTOCOL"),
        ("metadata", "Owned by: Isle of Hale Forum"),
        ("metadata", "In force from: 1 June 2020"),
    ]


def test_a_title_in_two_lines_may_have_a_colon_in_the_second() -> None:
    units = outline(
        "Improvement Plan\nSerious Case Review: Child F17\n\nBackground\n\nHe was nine years old.\n"
    )
    assert [u.kind for u in units][:2] == ["title", "section"]
