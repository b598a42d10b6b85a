"""Made-up texts in the wordings that reviews use, and the kinds, numbers and owners of their items:
the heading names them, the sentence before a list, a label or code, or an item's own words."""

import pytest

from rag.outline.draw import draw_outline
from rag.outline.spoken import advises, kind_led_to, says_none, speaks_of_others
from rag.reading.heading_topics import topic_of
from rag.reading.repair import repair
from rag.types import Source, Unit

TITLE = "Serious Case Review: Child L\n\n"


def outline(text: str) -> tuple[Unit, ...]:
    reading, blocks, pages = repair(Source("sample", "text", TITLE + text, (), ""))
    return draw_outline(reading, blocks, pages)[1:]


def kinds(text: str) -> list[tuple[str, str | None, str]]:
    """(kind, number, first two words) of each unit below the title."""
    return [(u.kind, u.number, " ".join(u.text.split()[:2])) for u in outline(text)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("So what do I need to do?", "key_message"),
        ("What you can do", "key_message"),
        ("Want to know more?", "resource"),
        ("Considerations for practice", "learning_point"),
        ("Learning 2: Fire", "learning_point"),
        ("What we learned", "learning_point"),
        ("Improvement actions", "action"),
        ("What will happen next", "action"),
        ("What should change?", "recommendation"),
        ("Considerations", "recommendation"),
        ("What are we worried about?", "finding"),
        ("Areas for priority action", "required_action"),
        ("What does the partnership need to do better?", "required_action"),
        ("Areas of concern", "concern"),
        ("Terms of reference", None),
        ("What happened", "summary"),
    ],
)
def test_the_heading_names_the_kind_of_its_list(heading: str, kind: str | None) -> None:
    assert topic_of(heading) == kind


def test_a_sentence_before_a_list_names_the_kind_of_its_items() -> None:
    text = """6. Conclusion

6.1 The services knew the family well.

6.2 The review makes the following recommendations:

(1) The Board should check the records.
(2) The Board should publish the plan.

6.3 The family has read this report.
"""
    assert kinds(text) == [
        ("section", "6", "6. Conclusion"),
        ("paragraph", "6.1", "The services"),
        ("paragraph", "6.2", "The review"),
        ("recommendation", "1", "The Board"),
        ("recommendation", "2", "The Board"),
        ("paragraph", "6.3", "The family"),
    ]


def test_the_heading_decides_between_two_words_for_what_has_to_be_done() -> None:
    text = """Recommendations

The panel agreed the following actions for the Board:

(1) The Board to publish a leaflet.
(2) The Board to keep the chair.
"""
    assert [u.kind for u in outline(text)][-2:] == ["recommendation", "recommendation"]


def test_an_item_that_speaks_of_the_items_is_none_of_them() -> None:
    text = """4. Lessons learned

4.1 The panel identified lessons in three areas.

4.2 Records were slow to follow the child.
"""
    assert [u.kind for u in outline(text)] == ["section", "paragraph", "lesson"]


def test_prose_among_conclusions_and_recommendations_is_no_recommendation() -> None:
    text = """6. Conclusions and recommendations

6.1 The services knew the family well. None of them held a plan.

6.2 The Board should check the records.
"""
    assert [u.kind for u in outline(text)] == ["section", "paragraph", "recommendation"]


@pytest.mark.parametrize(
    ("kind", "text", "none"),
    [
        ("required_action", "Inspectors did not find any areas for priority action.", True),
        ("required_action", "There are no areas for improvement.", True),
        ("recommendation", "No further recommendations are made.", True),
        ("concern", "None.", True),
        ("concern", "There is no requirement to report near misses.", False),
        ("required_action", "Managers do not record visits to all areas.", False),
        ("recommendation", "No child should wait for a visit.", False),
    ],
)
def test_an_item_may_say_that_there_is_none(kind: str, text: str, *, none: bool) -> None:
    assert says_none(kind, text) is none


def test_a_denial_under_the_heading_is_a_paragraph() -> None:
    text = """Areas for priority action

Inspectors did not find any areas for priority action.
"""
    assert [u.kind for u in outline(text)] == ["section", "paragraph"]


def test_words_of_advice_and_words_about_a_list() -> None:
    assert advises("The Trust needs to ensure that letters are read.")
    assert not advises("The Trust read every letter.")
    assert kind_led_to("The following lessons were drawn:") == "lesson"
    assert kind_led_to("The following people were seen:") is None
    assert not speaks_of_others("recommendation", "The Board should make recommendations known.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finding One: Staff did not know.\n", ("finding", "1", "Staff did")),
        (
            "Key Episode Two (April 2015)\n\nShe was born.\n",
            ("section", "2", "Key Episode"),
        ),
        ("5.5 Recommendation 1: The Board should ask.\n", ("recommendation", "1", "The Board")),
        ("5.3 Learning Point: Records follow.\n", ("learning_point", "5.3", "Learning Point:")),
        ("II. FINDINGS\n\nThe review began.\n", ("section", "II", "II. FINDINGS")),
        ("B.4: Matters to be explored\n\nThere are two.\n", ("section", "B.4", "B.4: Matters")),
    ],
)  # fmt: skip
def test_numbers_in_words_brackets_and_front_of_labels(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in kinds(f"Background\n\nThe family came to the area.\n\n{text}")


def test_codes_before_items() -> None:
    text = """Learning points

LP1: Records should follow a child.

Q1. Who knew the family?

Matters of concern

A. Calls are written in a book.
B. The list is held on paper.
"""
    assert [(u.kind, u.number) for u in outline(text) if u.kind != "section"] == [
        ("learning_point", "1"),
        ("question", "Q1"),
        ("concern", "A"),
        ("concern", "B"),
    ]


def test_addressees_of_recommendations() -> None:
    text = """Recommendations

For the Fire and Rescue Service

1. Offer a joint visit.

For all agencies

2. Make sure that staff know the number.

To Bramford Constabulary

3. Check the records.

Single agency recommendations

Health

4. Train the nurses.
"""
    found = [(u.number, u.kind, u.agency) for u in outline(text) if u.kind != "section"]
    assert found == [
        ("1", "recommendation", "Fire and Rescue Service"),
        ("2", "recommendation", None),
        ("3", "recommendation", "Bramford Constabulary"),
        ("4", "recommendation", "Health"),
    ]


def test_an_organisation_beside_the_label_or_in_the_field_owns_what_follows() -> None:
    text = """Recommendation 1: Police

The Chief Constable should check the records.

Recommendation 2: Housing officers should know the number.

Lead agency: Westcombe Homes

How will we know: more calls are made.
"""
    found = [(u.kind, u.agency, u.text.split()[0]) for u in outline(text)]
    assert found == [
        ("recommendation", "Police", "The"),
        ("recommendation", "Westcombe Homes", "Housing"),
        ("detail", "Westcombe Homes", "Lead"),
        ("measure", "Westcombe Homes", "more"),
    ]


def test_short_statements_that_open_paragraphs_are_findings() -> None:
    text = """What we found

Advice was given once. Most parents were told on the first day and not again.

Nights away were not planned. Eleven infants died in another place.

Recommendations

1. Talk about sleep at each visit.
"""
    assert [u.kind for u in outline(text)][:3] == ["section", "finding", "finding"]


def test_lines_that_ask_under_questions_are_no_headings() -> None:
    text = """Questions for your team

What would the child have said?

Who has used the form?
"""
    assert [u.kind for u in outline(text)] == ["section", "question", "question"]


def test_a_label_that_counts_on_stands_beside_the_one_before() -> None:
    text = """Findings

Finding 1: The visits

The visits were late.

Learning point

A late visit needs a call.

Finding 2: The plan

The plan was not shared.
"""
    parents = {u.id: u.parent for u in outline(text) if u.kind == "finding"}
    assert set(parents.values()) == {"findings"}


def test_a_few_words_apart_from_sentences_are_a_heading() -> None:
    text = """Circumstances

The boy fell from a window.

Action should be taken

In my opinion somebody has to repair the windows of the house.
"""
    assert [u.kind for u in outline(text)] == ["section", "paragraph", "section", "paragraph"]


def test_the_close_of_a_letter_belongs_to_its_signature() -> None:
    text = """Findings

Contacts are screened on the same day.

Yours sincerely

Derek Hollis
His Majesty's Inspector
"""
    last = [(u.kind, u.text.split()[0]) for u in outline(text)[-2:]]
    assert last == [("signature", "Yours"), ("signature", "Derek")]


@pytest.mark.parametrize("leader", [".", ". ", "…", "_"])
def test_leaders_of_any_length_belong_to_the_contents(leader: str) -> None:
    """Far longer than a page is wide: a pattern that tries each stretch of them would not end."""
    line = leader * 40_000
    text = (
        f"Contents\n\n1. Background {line} 3\n2. Findings {line} 4\n\n1. Background\n\nShe fell.\n"
    )
    assert [u.kind for u in outline(text)] == ["contents", "section", "paragraph"]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("We saw several areas of outstanding practice including:", "good_practice"),
        ("Within a month the Council has agreed to:", "action"),
        ("In addition the trust should:", "recommendation"),
    ],
)
def test_a_lead_in_says_more_of_its_items_than_the_heading_above(lead: str, kind: str) -> None:
    text = (
        f"Good practice\n\n• It was kind.\n\nHowever, there was more.\n\n{lead}\n\n• Ask at once.\n"
    )
    assert [u.kind for u in outline(text)][-1] == kind


def test_an_inspection_requires_what_must_be_done() -> None:
    text = "Inspection of a hospital\n\nPoints\n\nThe trust must:\n\n• Ask once.\n• Ask again.\n"
    reading, blocks, pages = repair(Source("sample", "text", text, (), ""))
    kinds_found = [u.kind for u in draw_outline(reading, blocks, pages)]
    assert kinds_found[-2:] == ["required_action", "required_action"]


def test_two_lead_ins_part_advice_by_addressee_and_one_does_not() -> None:
    text = """Recommendations

Chief constables should:

1. publish the number each year.

Directors of services should:

2. answer the telephone.
"""
    advice = [u.agency for u in outline(text) if u.kind == "recommendation"]
    assert advice == ["Chief constables", "Directors of services"]
    alone = text.replace("Directors of services should:\n\n", "")
    assert {u.agency for u in outline(alone)} == {None}


def test_conclusions_are_sorted_under_the_headings_of_the_report() -> None:
    text = """The size of the problem

1. Nobody counts them.

Conclusions and recommendations

The size of the problem

1. Nobody has found one child by counting.

2. We recommend that they are counted.
"""
    units = outline(text)
    assert [(u.kind, u.number) for u in units][-2:] == [("finding", "1"), ("recommendation", "2")]
    assert units[-3].parent == units[-4].id


def test_headings_that_carry_on_the_count() -> None:
    text = """1. The child

She was nine.

2. Is a full review needed?

No. The group did not think so.

3. Learning that can be used at once

3.1 A child has a worker.
"""
    assert [(u.kind, u.number) for u in outline(text)] == [
        ("section", "1"),
        ("paragraph", None),
        ("section", "2"),
        ("paragraph", None),
        ("section", "3"),
        ("learning_point", "3.1"),
    ]


def test_items_that_count_without_a_stop() -> None:
    text = """Five things we got wrong

1 We asked her mother. Ask the child.
2 We trusted the strap. Go and see it.
3 We waited. Ring at once.
"""
    found = [(u.kind, u.number) for u in outline(text)][1:]
    assert found == [("learning_point", "1"), ("learning_point", "2"), ("learning_point", "3")]


def test_letters_behind_a_word_of_the_document_number_its_learning() -> None:
    text = "Learning, by table\n\nTable A – Write down two names.\n\nTable B – Read both.\n"
    assert kinds(text)[1:] == [
        ("learning_point", "A", "Write down"),
        ("learning_point", "B", "Read both."),
    ]


def test_a_recommendation_says_whom_it_is_about() -> None:
    text = "Child A: The school should say more of him."
    found = outline(f"Recommendations\n\n{text}\n\nChild B: The school should ring.\n")
    assert [u.text for u in found if u.kind == "recommendation"] == [
        text,
        "Child B: The school should ring.",
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Gaps in the help", "finding"),
        ("Our promised improvements", "action"),
        ("A message that counts", "key_message"),
        ("Education and learning needs", "detail"),
        ("Who lived there", "detail"),
    ],
)
def test_one_word_of_a_heading_over_a_list_may_tell_its_kind(heading: str, kind: str) -> None:
    assert outline(f"{heading}\n\n• It was late.\n• It was late again.\n")[-1].kind == kind


@pytest.mark.parametrize(
    "heading",
    [
        "Services in Reading",
        "Contacts with the family",
        "Where appointments were missed",
        "Signs at the house",
        "The success of the placement",
        "Where the child was found",
    ],
)
def test_an_everyday_word_over_a_list_tells_nothing(heading: str) -> None:
    assert outline(f"{heading}\n\n• It was late.\n• It was late again.\n")[-1].kind == "detail"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Further reading", "resource"),
        ("Useful contacts", "resource"),
        ("Missed opportunities", "finding"),
        ("Warning signs", "indicator"),
        ("Signs of success", "measure"),
        ("What the review found", "finding"),
    ],
)
def test_an_everyday_word_in_a_phrase_of_its_own_tells_its_kind(heading: str, kind: str) -> None:
    assert outline(f"{heading}\n\n• It was late.\n• It was late again.\n")[-1].kind == kind


def test_without_a_list_one_word_tells_nothing() -> None:
    assert (
        outline("A message that counts\n\nIt was late, and nobody said so.\n")[-1].kind
        == "paragraph"
    )
