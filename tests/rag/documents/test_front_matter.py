"""Each key of the front matter, by label and by place, in made-up documents."""

from pathlib import Path

import pytest

from rag.documents.document import build_document, read_document
from rag.documents.front.details import enclosed_details
from rag.types import Document, Source

REVIEW = """Anytown Safeguarding Children Partnership

Child Safeguarding Practice Review

Child Z

"""
BODY = """

Introduction

This review was asked for after a child was hurt, and it tells what the agencies learned from it.
"""
FORM = """REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

THIS REPORT IS BEING SENT TO:

1. The Chief Executive, Anyshire NHS Foundation Trust

2. Secretary of State for Health and Social Care

1 CORONER

I am Dr Jane Mary BROWN, HM Assistant Coroner, for the coroner area of Inner North London.

2 CORONER’S LEGAL POWERS

I make this report under paragraph 7, Schedule 5, of the Coroners and Justice Act 2009.

3 INVESTIGATION and INQUEST

On 3 May 2021 I commenced an investigation into the death of Samuel Peter Green aged 16. The
investigation concluded at the end of the inquest on 4 April 2022.

4 CIRCUMSTANCES OF THE DEATH

Samuel died at home on the 28th April 2021 after a long illness that nobody had recognised.

5 CORONER’S CONCERNS

The MATTERS OF CONCERN are as follows. His cousin died on 1 January 2010 for the same reason.

7 YOUR RESPONSE

You are under a duty to respond to this report within 56 days of its date, namely by 9 June 2022.

14 April 2022 Dr J Brown
"""
HOME = """Inspection report for children's home: 1234567

1

1234567

Registered provider: Anybody Care Limited

Full inspection

Inspection dates: 18 and 19 June 2025

Overall experiences and progress of children outstanding

The home cares for five children, and the inspectors heard from every one of them that it does well.

Children’s home details

Unique reference number: 1234567

Registered manager: Post vacant

Inspectors

Jo Green, Social Care Inspector

Sam Brown, Social Care Inspector

The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates.
"""


def read(text: str, format_: str = "text") -> Document:
    return build_document(Source("a.txt", format_, text, (), "0" * 64))  # type: ignore[arg-type]


def told(document: Document, key: str) -> list[str]:
    return [" ".join(unit.text.split()) for unit in document.units if unit.key == key]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("Author: Jane Green", "author", "Author: Jane Green"),
        ("Report written by Jane Green and Sam Brown", "author", None),
        ("Independent Reviewer and Author – Dr Jane Green", "author", None),
        ("Lead Reviewers: Jane Green, Sam Brown", "reviewer", None),
        ("Independent Chair of the Review Panel: Jane Green", "chair", None),
        ("SCR reference: KSCP/2019-04", "reference", None),
        ("Date of death: 3 March 2016", "date_of_death", None),
        ("Date of serious incident: 3 March 2016", "date_of_event", None),
        ("Date of publication: 3rd March 2016", "date_of_report", None),
        ("Local authority area: Kent", "area", None),
        ("Published by: Office of the Children’s Commission", "publisher", None),
    ],
)
def test_a_labelled_line_is_a_unit_with_its_key(line: str, key: str, value: str | None) -> None:
    assert told(read(f"{REVIEW}{line}{BODY}"), key) == [value or line]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Author: to be agreed by the panel", "author"),
        ("The Chair: Thank you.", "chair"),
        ("Chair: Thank you for coming.", "chair"),
        ("Area: What the inspection judgements mean", "area"),
        ("Local authority: Inspection report for children", "area"),
        ("Reference: see the appendix", "reference"),
        ("Date of publication: to follow in spring", "date_of_report"),
        ("Published: 31 June 2016", "date_of_report"),
        ("Deputy lead inspector: Jane Green", "inspector"),
        ("Team inspectors: Jane Green, Sam Brown", "inspector"),
    ],
)
def test_a_value_must_be_what_its_label_promises(line: str, key: str) -> None:
    assert told(read(f"{REVIEW}{line}{BODY}"), key) == []


def test_a_label_in_the_middle_of_a_long_document_is_text() -> None:
    paragraphs = [f"{n}. The panel heard the {n}th account of the day in full." for n in range(200)]
    paragraphs[100] = "Author: Jane Green"
    assert told(read(REVIEW + "\n\n".join(paragraphs)), "author") == []


def test_a_coroners_form_tells_by_its_sentences() -> None:
    document = read(FORM)
    keys = ("coroner", "area", "date_of_death", "reply_by", "date_of_report")
    assert {key: told(document, key) for key in keys} == {
        "coroner": ["Dr Jane Mary BROWN"],
        "area": ["Inner North London"],
        "date_of_death": ["28th April 2021"],
        "reply_by": ["9 June 2022"],
        "date_of_report": ["14 April 2022"],
    }
    assert [text.partition(".")[2].strip() or text for text in told(document, "addressee")] == [
        "The Chief Executive, Anyshire NHS Foundation Trust",
        "Secretary of State for Health and Social Care",
    ]
    card = document.record
    assert (card.kind, card.subject, card.area, card.published, card.publisher) == (
        "coroner_report", "Samuel Peter Green", "Inner North London", "2022-04-14", None,
    )  # fmt: skip


def test_a_childrens_home_is_known_by_its_number() -> None:
    document = read(HOME)
    assert told(document, "date_of_inspection") == ["Inspection dates: 18 and 19 June 2025"]
    assert told(document, "reference") == ["Unique reference number: 1234567"]
    assert told(document, "manager") == ["Registered manager: Post vacant"]
    assert told(document, "inspector") == [
        "Jo Green, Social Care Inspector", "Sam Brown, Social Care Inspector",
    ]  # fmt: skip
    assert told(document, "publisher") == [
        "Office for Standards in Education, Children’s Services and Skills (Ofsted)"
    ]
    assert document.record.title == "Inspection report for children's home: 1234567"
    assert (document.record.area, document.record.id) == (None, "1234567-2025-inspection-report")


def test_the_cover_tells_by_place() -> None:
    document = read(
        "Quality of Care in Children’s Homes\n\nTim Green and Sue d’Arcy\n\n"
        "West Sussex Public Health Research Unit\n\nApril 2013\n\nContents\n\n1 Aim 2\n\n2 Method 3"
        "\n\n1 Aim\n\nThis project looked at how children in homes are cared for by those around.\n"
    )
    assert told(document, "author") == ["Tim Green and Sue d’Arcy"]
    assert told(document, "publisher") == ["West Sussex Public Health Research Unit"]
    assert told(document, "date_of_report") == ["April 2013"]
    assert told(document, "area") == ["West Sussex"]
    assert document.record.title == "Quality of Care in Children’s Homes"


HEADED = """---
title: "Talking of care"
date: "2016-06-13T23:00:00+00:00"
speakers: ["Jane Green"]
---

JG Thank you all for coming to hear this talk of mine.
"""


def test_the_head_of_a_text_tells_by_its_fields() -> None:
    document = read(HEADED, "text")
    assert [document.record.title, document.record.published] == ["Talking of care", "2016-06-13"]
    assert told(document, "author") == ["Jane Green"]


def test_the_head_of_a_markdown_file_tells_title_and_date_and_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    path.write_text(HEADED, encoding="utf-8")
    document = read_document(path)
    assert [document.record.title, document.record.published] == ["Talking of care", "2016-06-13"]
    assert document.reading.text == "JG Thank you all for coming to hear this talk of mine."


def test_a_letter_tells_whom_it_greets_and_who_signed() -> None:
    document = read(
        "7 August 2018\n\nJane Green\n\nDirector of Children’s Services\n\nDear Jane\n\n"
        "Focused visit to Kent County Council children’s services\n\nThis letter summarises the"
        " findings of a visit on 3 July 2018, and it says what should be better soon.\n\n"
        "Yours sincerely\n\nSam Brown\n\nHer Majesty’s Inspector\n"
    )
    assert told(document, "addressee") == ["Jane Green Director of Children’s Services"]
    assert told(document, "inspector") == ["Sam Brown Her Majesty’s Inspector"]
    assert document.record.area == "Kent"


def test_a_unit_of_front_matter_has_the_printed_words() -> None:
    for text in (FORM, HOME):
        document = read(text)
        keyed = [unit for unit in document.units if unit.key]
        assert len({unit.id for unit in document.units}) == len(document.units)
        for unit in keyed:
            printed = " ".join(document.reading.text[a:b] for a, b in unit.spans)
            assert unit.text.split() == printed.split()


def test_a_value_inside_a_sentence_stands_beside_the_sentence() -> None:
    document = read(FORM)
    enclosed = enclosed_details(document.units)
    inside = {unit.key for unit in document.units if unit.id in enclosed}
    assert {"coroner", "date_of_death", "reply_by"} <= inside
    died = next(unit for unit in document.units if unit.id == "date-of-death")
    sentence = next(u for u in document.units if u.text.startswith("Samuel died at home"))
    assert (died.kind, died.label) == ("detail", "Date of death")
    assert sentence.start < died.start < died.end < sentence.end
    assert document.units.index(sentence) + 1 == document.units.index(died)


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("Guidance\n\nKeeping records of care\n\nUpdated 30 April 2024", "Keeping records of care",
         "guidance"),
        ("CONFIDENTIAL\n\nReview of Child Z\n\nOverview report", "Review of Child Z: Overview"
         " report", "overview_report"),
        ("Department of Health\n\nAudit of costs that were claimed", "Audit of costs that were"
         " claimed", "other"),
        ("The Anywhere Inquiry\n\nVolume 2", "The Anywhere Inquiry", "inquiry_report"),
        ("Multi-agency protocol on missing children\n\nNovember 2022", "Multi-agency protocol on"
         " missing children", "guidance"),
        ("Life expectancy at birth in West Sussex 2001-2012\n\nData briefing", "Life expectancy at"
         " birth in West Sussex 2001-2012: Data briefing", "briefing"),
    ],
)  # fmt: skip
def test_title_and_kind(text: str, title: str, kind: str) -> None:
    card = read(text + BODY).record
    assert (card.title, card.kind) == (title, kind)


def test_an_unseen_area_is_not_made_of_heading_words() -> None:
    document = read("Inspection of looked after children services\n\nAnything Council\n\n"
                    "Inspection dates: 8 – 12 July 2013\n\nAge group: All" + BODY)  # fmt: skip
    assert told(document, "area") == ["Anything Council"]
    assert document.record.area == "Anything"


PLAN = (
    "No\tRecommendation\tAction\tLead agency\tDue date\n"
    "1\tRecord who lives at home\tChange the template\tKent County Council\t2025-03-31\n"
    "2\tShare worries\tTell head teachers\tAuthor: Jane Green\tDate: 30 June 2025\n"
)


def test_cells_of_several_columns_tell_nothing_of_the_document_and_their_names_are_no_heading() -> (
    None
):
    document = read(f"Action plan\n\n{PLAN}")
    assert [unit.key for unit in document.units if unit.key] == []
    assert document.record.published is None
    assert [unit.label for unit in document.units if unit.kind == "section"] == ["Column names"]
    assert [unit.number for unit in document.units if unit.kind == "action_row"] == ["1", "2"]


def test_a_table_of_labels_and_values_tells_of_the_document() -> None:
    document = read("Review of Child Z\n\nAuthor\tJane Green\nDate\t6 May 2024" + BODY)
    assert told(document, "author") == ["Jane Green"]
    assert document.record.published == "2024-05-06"
