"""What a document's own words say of it: made-up openings here, the real ones in test_originals."""

import pytest

from rag.documents.document import TITLE_ALONE, build_document
from rag.documents.titles import printed_title
from rag.types import Record, Source

SPELLED_OUT = "Office for Standards in Education, Children’s Services and Skills (Ofsted)"


def card(text: str, *, properties: tuple[tuple[str, str], ...] = ()) -> Record:
    """Each line of `text` is a paragraph."""
    text = text.replace("\n", "\n\n")
    source = Source("a.txt", "text", text, (), "0" * 64, properties=properties)
    return build_document(source).record


OPENINGS = {
    "inspection of 2012, council under the title": (
        "Inspection of local authority arrangements for the protection of children\n"
        "Blackpool Borough Council\nInspection dates: 28 May to 6 June 2012\n"
        "Lead inspector: A Person\nAge group: All\nPublished: 13 July 2012\n",
        {
            "title": "Inspection of local authority arrangements for the protection of children:"
            " Blackpool Borough Council",
            "area": "Blackpool",
            "published": "2012-07-13",
            "kind": "inspection_report",
            "subject": None,
            "id": "blackpool-2012-inspection-report",
        },
    ),
    "inspection of 2011, plain place": (
        "Inspection of safeguarding and looked after children services\nRutland\n"
        "Inspection dates: 6 – 17 June 2011\nReporting inspector A Person HMI\nAge group: All\n"
        "Published: 22 July 2011\n",
        {"area": "Rutland", "published": "2011-07-22", "kind": "inspection_report"},
    ),
    "inspection that prints no publication date": (
        "Inspection of Somewhere upon Tees local authority children’s services\n"
        "Inspection dates: 30 November to 11 December 2020\nThe last report was published in"
        " March 2017.\n© Crown copyright 2021\nOfsted",
        {
            "area": "Somewhere upon Tees",
            "published": None,
            "publisher": "Ofsted",
            "id": "somewhere-upon-tees-2020-inspection-report",
        },
    ),
    "re-inspection": (
        "1\nSlough Borough Council\nRe-inspection of services for children in need of help and"
        " protection, children looked after and care leavers\nInspection dates: 24 November 2015"
        " to 17 December 2015\nReport published: 17 February 2016\n",
        {"area": "Slough", "published": "2016-02-17", "kind": "inspection_report"},
    ),
    "letter about a focused visit": (
        "Piccadilly Gate\n7 August 2018\nA Person\nDirector of Children’s Services\nDear Person\n"
        "Focused visit to North Yorkshire County Council children’s services\nThis letter"
        " summarises the findings of a focused visit on 3 July 2018.\n",
        {
            "title": "Focused visit to North Yorkshire County Council children’s services",
            "area": "North Yorkshire",
            "published": "2018-08-07",
            "kind": "inspection_report",
        },
    ),
    "city of london keeps its name": (
        "Inspection of City of London local authority children’s services\nInspection dates:"
        " 2 to 6 March 2020\n",
        {"area": "City of London"},
    ),
    "overview report": (
        "Norfolk Safeguarding Children Board\nSERIOUS CASE REVIEW\nCHILD AF\nOverview Report\n"
        "Independent author: A Person\nPublished 14th June 2018\nContents\n",
        {
            "subject": "Child AF",
            "publisher": "Norfolk Safeguarding Children Board",
            "area": "Norfolk",
            "published": "2018-06-14",
            "kind": "overview_report",
        },
    ),
    "month on the cover": (
        "City & Hackney Safeguarding Children Partnership\nLocal Child Safeguarding Practice"
        " Review\nChild Z\nMarch 2022\n\nThe child was born in May 2007.\n",
        {
            "subject": "Child Z",
            "area": "City and Hackney",
            "published": "2022-03",
            "kind": "overview_report",
        },
    ),
    "a name as pseudonym": (
        "Serious Case Review – Thomas\nExecutive Summary\nSomerset Safeguarding Children Board\n"
        "Thomas is not his real name. He died on 3 May 2015.\n",
        {
            "subject": "Thomas",
            "area": "Somerset",
            "published": None,
            "kind": "executive_summary",
        },
    ),
    "a family, and a response to the review": (
        "Family A Serious Case Review: the Board’s response\nKirklees Safeguarding Children Board"
        " (KSCB)\nDate: 12/09/2019\n",
        {
            "subject": "Family A",
            "area": "Kirklees",
            "publisher": "Kirklees Safeguarding Children Board",
            "published": "2019-09-12",
            "kind": "response",
        },
    ),
    "abbreviation that is spelled out far away": (
        "Child T: a 7 minute briefing\nPublished by DSCP\nJanuary 2021\n\nWhat happened\n"
        "Words. The Dorset Safeguarding Children Partnership asked for this.\n",
        {
            "subject": "Child T",
            "publisher": "Dorset Safeguarding Children Partnership",
            "area": "Dorset",
            "published": "2021-01",
            "kind": "briefing",
        },
    ),
    "abbreviation that is never spelled out": (
        "Learning bulletin: Baby W\nThe NSCB asks every team to read this. NSCB training.\n",
        {"subject": "Baby W", "publisher": "NSCB", "area": None, "kind": "learning_bulletin"},
    ),
    "the final of several publications": (
        "Executive Summary\nFamily D\nFinal publication, May 2011\nFirst publication, June 2012\n",
        {"published": "2011-05", "subject": "Family D"},
    ),
    "dates of events are no publication": (
        "Child H: Serious Case Review Overview Report\nDate of incident:\n4 May 2016\n"
        "Date of birth: 3 March 2010\nReview period: May 2014 to June 2016\n",
        {"published": None, "subject": "Child H"},
    ),
    "a date that no calendar has": (
        "Child H overview report\nPublished: 31 June 2016\n",
        {"published": None},
    ),
    "another publication's date in a reading list": (
        "Learning from the review of Child J\nText.\n- Guidance for schools, published May 2016:"
        " see the website\n",
        {"published": None, "subject": "Child J", "kind": "briefing"},
    ),
    "a date at the end of the title": (
        "The Child X and Child Y Serious Case Review Overview Report June 2017\n",
        {"published": "2017-06", "subject": "Child X and Child Y"},
    ),
    "a theme in place of a child": (
        "Serious Case Review into Child Sexual Exploitation in Newcastle\nFinal Report\n",
        {"subject": None, "area": "Newcastle", "kind": "overview_report"},
    ),
    "a name in capitals": (
        "CHILD SAFEGUARDING PRACTICE REVIEW\nBABY ALICE\nThe baby lived with her mother.\n",
        {"subject": "Baby Alice"},
    ),
    "a policy": (
        "Policy on keeping records\nAll staff keep records.\n",
        {"subject": None, "publisher": None, "area": None, "kind": "guidance", "published": None},
    ),
    "two areas spoken of equally": (
        "Learning lessons: Child V\nThe family lived in Kent and later in Surrey.\n",
        {"area": None},
    ),
}


@pytest.mark.parametrize(("text", "expected"), OPENINGS.values(), ids=OPENINGS.keys())
def test_opening(text: str, expected: dict[str, str | None]) -> None:
    found = card(text)
    assert {name: getattr(found, name) for name in expected} == expected


def test_inspectorate_is_named_as_printed() -> None:
    text = (
        "Inspection of Kent local authority children’s services\nInspection dates: 1 May 2022\n"
        "The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates."
    )
    assert card(text).publisher == SPELLED_OUT


def test_title_lines_are_joined_where_they_run_on() -> None:
    titles = ("Serious Case Review", "in respect of Child B", "Serious Case Review (SCR) Child B")
    assert printed_title(titles, "") == "Serious Case Review in respect of Child B"


def test_title_falls_back_on_the_files_own_property() -> None:
    assert card("", properties=(("title", "Review of records"),)).title == "Review of records"


@pytest.mark.parametrize(
    "given",
    ["Page 3 of 4", "3 of 4", "12 May 2019", "https://example.org/reviews/a.pdf", "www.example.org",
     "example.org/reviews", "Review final v2.docx", "Microsoft Word - Review_final.doc",
     "Introduction ........ 4", "Findings ------------ 12", "Untitled", "PowerPoint Presentation",
     "Template  Report template"],
)  # fmt: skip
def test_a_title_is_never_what_stands_in_its_place(given: str) -> None:
    text = f"{given}\nReview of the records of Child Zed\nThe records were kept by nobody at all."
    assert card(text).title == "Review of the records of Child Zed"
    assert card("", properties=(("title", given),)).title == ""


def test_a_title_keeps_a_programs_name_out() -> None:
    given = "Microsoft Word - Review of records"
    assert card("", properties=(("title", given),)).title == "Review of records"


def test_a_title_ends_at_markup_and_at_the_time_of_a_hearing() -> None:
    given = (".. raw:: html", "Hearing Day 09", ".. raw:: html", "Show all", "(10.00 am)")
    assert printed_title(given, "") == "Hearing Day 09"
    assert printed_title(("Hearing Day 09", "(2.15 pm)", "(Proceedings delayed)"), "") == (
        "Hearing Day 09"
    )
    assert printed_title(("Ofsted data (March 2024)", "(Revised)"), "") == (
        "Ofsted data (March 2024) (Revised)"
    )


def test_a_title_goes_on_until_its_short_form_is_spelled_out() -> None:
    opening = "Anyshire NRAT\n\nNeglect Risk\n\nAssessment Tool\n\nThis tool is for all who work."
    assert printed_title(("Anyshire NRAT", "Neglect Risk"), opening) == (
        "Anyshire NRAT: Neglect Risk Assessment Tool"
    )
    assert printed_title(("Anyshire LSCP", "Neglect Risk"), opening) == (
        "Anyshire LSCP: Neglect Risk"
    )


def test_the_head_of_a_page_that_the_title_says_again_is_no_title() -> None:
    opening = (
        "ABC Office of Records Part II – Schools, Yearly Report – Spring 2014 and Other Places\n"
        "Part II\nSchools, and Other Places\nContents\n"
    )
    assert printed_title((), opening) == "Part II: Schools, and Other Places"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Transcript for audio podcast: Not every child was seen", "Not every child was seen"),
        ("Transcript of the webinar – Learning together", "Learning together"),
        ("“Audit of the costs of training,” (A-10-96-00004)", "Audit of the costs of training"),
        ("“Nobody asked me”: a thematic review", "“Nobody asked me”: a thematic review"),
    ],
)
def test_a_title_is_bare(printed: str, title: str) -> None:
    assert printed_title((printed,), "") == title


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Not every child was seen\nFrom the Office of Records of the Department of Schools"
         " http://records.example\nJo Green asks.",
         "Office of Records of the Department of Schools"),
        ("ABC Office of Records Part II – Schools and Other Places\nPart II\nSchools and More",
         "ABC Office of Records"),
        ("Yearly Report\nThis is the ninth Office of Records (OR) Annual Report on the schools.",
         "Office of Records"),
        ("A letter\nFrom the Office of the Mayor we heard that the report was late.", None),
        ("Notes\nThe Office of Records said that the report was late.", None),
    ],
)  # fmt: skip
def test_a_publisher_is_said_by_from_by_a_head_or_by_what_the_report_is(
    text: str, publisher: str | None
) -> None:
    assert card(text).publisher == publisher


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Learning from the review of Child Q\nPractice in Kent was good.\n",
            "child-q-kent-learning-briefing",
        ),
        (
            "Executive Summary: Baby M\nKent Safeguarding Children Board\n2010",
            "baby-m-kent-2010-executive-summary",
        ),
        (
            "Inspection of Barnet local authority children’s services\n"
            "Inspection dates: 10 to 14 June 2024",
            "barnet-2024-inspection-report",
        ),
        (
            "The children’s record policy\nAll staff keep a record of what a child tells them.",
            "the-childrens-record-policy",
        ),
        ("", "document"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert card(text).id == expected


@pytest.mark.parametrize(
    "heading", ["# 1. Introduction", "1. Introduction", "# The home", "## Who"]
)
def test_a_heading_behind_front_matter_is_no_part_of_the_title(heading: str) -> None:
    text = (
        "# Child Oak: Practice Review\n\nAuthor: Jane Green, Independent Reviewer\n\n"
        "Anytown Safeguarding Children Partnership\n\nPublished: 14 May 2024\n\n"
        f"{heading}\n\nOak was nine months old when he was taken to hospital in July.\n"
    )
    document = build_document(Source("a.md", "markdown", text, (), "0" * 64))
    assert document.record.title == "Child Oak: Practice Review"
    assert [u.text for u in document.units if u.kind == "title"] == ["Child Oak: Practice Review"]
    assert [u.text for u in document.units if u.kind == "section"] == [heading.lstrip("# ")]


@pytest.mark.parametrize("label", ["From", "To", "Author", "Date"])
def test_a_labelled_line_is_no_part_of_the_title(label: str) -> None:
    text = (
        f"Memo on visits\n{label}: Tom Grey, Social Worker\n1. Visits should be made each week.\n"
    )
    assert card(text).title == "Memo on visits"
    assert printed_title([], f"{label}: Tom Grey\nMemo on visits\n1. Visits") == "Memo on visits"


BODY = "The form has changed. Use the new one from May.\nIt was agreed in March."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("MEMORANDUM\nTo: All leads\nFrom: A Person\nSubject: The new form", "The new form"),
        ("Memo\nTo\tAll leads\nFrom\tA Person\nRe\tThe new form", "The new form"),
        ("From: A Person\nTo: B Person\nSubject: FW: RE: The new form\nDear all", "The new form"),
        (
            "Anyshire County Council\nCounty Hall\nAnytown\nAB1 2CD\n3 May 2024\nDear Ms Person\n"
            "Re: The new form",
            "The new form",
        ),
        ("Our ref: AB/12\nDear Sir or Madam\nSubject - The new form.", "The new form"),
        ("Dear colleague\nRE:\nThe new form", "The new form"),
        # What is printed above says more, or there is no letter.
        ("The new referral form\nTo: All leads\nRe: Anyshire", "The new referral form"),
        ("Learning briefing\nSubject: Child N", "Learning briefing: Subject: Child N"),
    ],
)
def test_a_letter_bears_what_it_is_about_as_its_title(head: str, title: str) -> None:
    assert card(f"{head}\n{BODY}").title == title


def test_a_heading_of_a_letter_stands_above_its_subject_line() -> None:
    text = f"# Referrals from May\n\nDear colleague\n\nRe: The new form\n\n{BODY}"
    source = Source("a.md", "markdown", text, (), "0" * 64)
    assert build_document(source).record.title == "Referrals from May"


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("Learning from the review of Child Q\n", (TITLE_ALONE,)),
        ("Learning from the\n\nreview of Child Q\n", (TITLE_ALONE,)),
        ("Learning from the review of Child Q\n\nMay 2024", ()),
        ("Nobody asked about the father.\n", ()),
    ],
)
def test_a_title_without_other_words_is_told(text: str, warnings: tuple[str, ...]) -> None:
    source = Source("a.txt", "text", text, (), "0" * 64)
    assert build_document(source).source.warnings == warnings
