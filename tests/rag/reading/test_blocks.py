"""How lines become paragraphs, items and notes, within a page and across."""

import pytest
from made_sources import LONG, WRAPPED, blocks_of, make_source, pdf

from rag.reading.repair import repair


def test_wrapped_lines_become_one_paragraph() -> None:
    (text,) = blocks_of(WRAPPED, "pdf")
    assert text.startswith("1. The family")
    assert "before that winter, and" in text


@pytest.mark.parametrize(
    ("last", "following", "joined"),
    [
        ("post-", "adoption support", "post-adoption support"),
        ("safe-", "guarding lead", "safeguarding lead"),
        ("safe\u00ad", "guarding lead", "safeguarding lead"),
        ("Multi-", "Agency hub", "Multi-Agency hub"),
        ("16- ", "and 17-year-olds", "16- and 17-year-olds"),
        ("16-", "year-olds were", "16-year-olds were"),
        ("child-", "centred work", "child-centred work"),
        ("manage-", "ment of risk", "management of risk"),
    ],
)
def test_a_hyphen_at_a_line_end_is_resolved(last: str, following: str, joined: str) -> None:
    above = "Safeguarding each child is what matters in this long first line of"
    text = f"{above}\ntext, {last}\n{following}"
    assert blocks_of(text)[0].endswith(joined)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "their own. None of these had ever been asked for by a manager, whether the",
            "law allows it.",
        ),
        ("their own. All of it was read out to the members of the Somewhere in Care", "Council."),
        ("their own. All of it was read out to the Somewhere in Care Council for all", "(SiCC)."),
        ("their own. The eldest was at that time a pupil who had just begun his Year", "11 again."),
    ],
)
def test_a_sentence_goes_on_across_a_page_and_a_footnote(before: str, after: str) -> None:
    top = pdf("Nobody had met before. The services that knew this family kept records of", before)
    text = f"{top} \n \n1 Regulation 5 of an act of 2006 \f{after}"
    _, blocks, _ = repair(make_source(text, "pdf"))
    assert [b.note for b in blocks] == [False, True, False]
    assert [b.continues for b in blocks] == [False, False, True]


@pytest.mark.parametrize(("mark", "is_note"), [("¹", True), ("1", True), ("", False)])
def test_a_mark_in_the_text_tells_of_the_note_below(mark: str, is_note: bool) -> None:  # noqa: FBT001
    text = pdf(
        "Nobody had met.", f"The board{mark} had seen all of it.", "It met.",
        "1 Regulation 5 of an act", "Then more was said.", "It was late.", "It was long."
    )  # fmt: skip
    _, blocks, _ = repair(make_source(f"{text}\fSecond.", "pdf"))
    assert any(block.note for block in blocks) is is_note


def test_a_note_that_ends_without_a_stop_is_parted_from_the_next() -> None:
    said = [f"The board{mark} had seen all that it was sent by then." for mark in "¹²"]
    first = ["1 Stewart (2008) Problems and needs of", "prisoners, London"]
    second = "2 Home Office (2006) A release"
    text = pdf(*said, "It met again in May and once more in June.", "", *first, second)
    _, blocks, _ = repair(make_source(f"{text}\fSecond.", "pdf"))
    assert [block.text for block in blocks if block.note] == [" ".join(first), second]


def test_numbered_rows_at_the_foot_of_a_page_are_no_notes() -> None:
    rows = ["1 Position unchanged", "2 Position unchanged", "3 Position unchanged"]
    text = pdf("The largest homes are these.", *(part for row in rows for part in ("", row)))
    _, blocks, _ = repair(make_source(f"{text}\fSecond.", "pdf"))
    assert not any(block.note for block in blocks)


def test_a_sentence_may_end_in_a_letter_that_stands_for_a_name() -> None:
    text = f"{LONG}Child Q.\n\nthe rest"
    assert len(blocks_of(text)) == 2


def test_a_paragraph_that_ended_with_its_page_is_not_continued() -> None:
    _, blocks, _ = repair(make_source("First ends here.\fSecond begins here.", "pdf"))
    assert [(b.text, b.continues, b.page_break) for b in blocks] == [
        ("First ends here.", False, False),
        ("Second begins here.", False, True),
    ]


def test_two_spaces_at_a_line_end_close_a_paragraph() -> None:
    text = (WRAPPED + " \n" + WRAPPED.replace("1.", "").strip() + " \n") * 2
    closed = text.replace(
        "of its own. Nobody had read all of them \n", "of its own.  \nNobody had \n"
    )
    assert any(b.endswith("a record of its own.") for b in blocks_of(closed, "pdf"))


def test_a_heading_after_a_full_line_is_its_own_block() -> None:
    full = "when they met for the first time and that was late in the winter."
    lines = [*WRAPPED.split(" \n")[:2], full, "The inspection team", "Lead inspector: a name"]
    assert "The inspection team" in blocks_of(pdf(*lines), "pdf")


def test_lines_of_a_contents_page_stay_apart() -> None:
    entries = ["Summary of key findings of the review 3", "What the judgements mean for it 29"]
    assert blocks_of("\n".join(entries)) == entries


def test_a_run_in_label_begins_a_paragraph() -> None:
    text = "Event: two letters were sent to the home of the family.\nEvent: Mother cancels."
    assert blocks_of(text) == text.split("\n")


def test_numbers_that_carry_on_the_count_begin_items() -> None:
    text = "2.9 para\n2.9.1This\n1. one thing\n2. another\n3. and\nmore of it\na) first\nb) second"
    items = ["2.9 para", "2.9.1This", "1. one thing", "2. another", "3. and more of it"]
    assert blocks_of(text) == [*items, "a) first", "b) second"]


def test_a_number_alone_stands_before_its_words_and_a_label_above_them() -> None:
    text = f"1.\nAsk the child\n\nFinding 3\nThe child was {LONG}others."
    assert blocks_of(text)[:2] == ["1. Ask the child", "Finding 3"]


FULL = "The nurse who came that day wrote that the family had been seen and was well in her view."
NEXT = "The child was seen again in May by the same nurse, who then wrote to the local authority."


@pytest.mark.parametrize("heading", ["9 RECOMMENDATIONS", "3 INVESTIGATION and INQUEST", "5.2"])
def test_a_numbered_heading_behind_a_full_line_stands_apart(heading: str) -> None:
    blocks = blocks_of(f"{FULL}\n{heading}\n{NEXT}", "pdf")
    assert blocks[:2] == [FULL, heading]


def test_a_number_alone_with_a_stop_opens_the_words_below() -> None:
    assert blocks_of(f"{FULL}\n5.2.\n{NEXT}", "pdf") == [FULL, f"5.2. {NEXT}"]


def test_a_short_title_or_a_number_that_carries_on_the_count_stands_apart() -> None:
    text = f"1 CORONER\n{FULL}\n2 Legal powers\n{FULL}\n3\n{NEXT}"
    assert blocks_of(text, "pdf") == ["1 CORONER", FULL, "2 Legal powers", FULL, "3", NEXT]


def test_a_title_in_capitals_that_carries_on_the_count_needs_no_stop_above() -> None:
    open_end = "I am Dr Amy Roe, Assistant Coroner, for the coroner area of the county of Somewhere"
    text = f"1 CORONER\n{open_end}\n2 LEGAL POWERS\n{NEXT}"
    assert blocks_of(text, "pdf") == ["1 CORONER", open_end, "2 LEGAL POWERS", NEXT]


@pytest.mark.parametrize(
    ("above", "number"),
    [
        (FULL[:-1] + ", on page", "4 of the report"),
        ("What the nurse who came that day wrote for the family falls under the acts,", "2 PARTS"),
        (FULL, "7"),
        (FULL, "2 March 2021"),
    ],
)
def test_a_number_inside_a_paragraph_heads_nothing(above: str, number: str) -> None:
    text = f"1 CORONER\n{above}\n{number}\n{NEXT}"
    assert blocks_of(text, "pdf")[1].startswith(f"{above} {number}")


def test_without_pages_a_note_is_told_by_its_number_on_a_word_above() -> None:
    text = f"{LONG}others.1\nIt went on.\n1 The board has since closed.\nWhat we found\nNothing."
    assert [b.note for b in repair(make_source(text))[1]][:3] == [False, True, False]
    bare = f"{LONG}others.\n1 The board has since closed.\nWhat we found\nNothing."
    assert not any(b.note for b in repair(make_source(bare))[1])


def test_headings_that_the_contents_list_stand_apart_from_each_other() -> None:
    text = f"Contents\n2 Homes and the space between .... 9\nThe gap .... 9\n\n{LONG}others.\n"
    text += f"2 Homes and the space between\nThe gap\n{LONG}all.\n"
    assert blocks_of(text)[-3:] == ["2 Homes and the space between", "The gap", f"{LONG}all."]


def test_two_pairs_of_name_and_value_are_a_form() -> None:
    form = "Complaint reference:\n21 007 884\nComplaint against:\nHolm Council\n\nIt was upheld."
    assert blocks_of(form)[:2] == [
        "Complaint reference: 21 007 884",
        "Complaint against: Holm Council",
    ]


def test_a_box_to_tick_opens_a_block() -> None:
    text = "Grounds on which it was asked for\n☒ A child has died\n☐ Other"
    assert blocks_of(text)[0] == "Grounds on which it was asked for"


STACKED = """No.
Recommendation
Response
Action
Lead
1
All agencies should know how to find out
whether a child is known.
Accepted
Register opened to school nurses and
GPs
Early Help
2
Letters go to the parent.
Accepted
Portal
Designated Nurse

What came after
"""


def test_a_table_with_its_cells_below_one_another_has_rows_again() -> None:
    blocks = [b for b in repair(make_source(STACKED))[1] if b.row >= 0]
    rows = {b.row: [] for b in blocks}  # type: dict[int, list[int]]
    for block in blocks:
        rows[block.row].append(block.cell)
    assert [*rows.values()] == [[0, 1, 2, 3, 4], [0, 1, 1, 2, 3, 3, 4], [0, 1, 2, 3, 4]]


def test_a_letter_that_opens_lines_where_a_symbol_font_is_lost_is_a_bullet() -> None:
    blocks = repair(make_source("n Ask the child.\nn Ask the school.\n\nA word is no bullet."))[1]
    assert [(b.bullet, b.text) for b in blocks][:2] == [
        (True, "Ask the child."),
        (True, "Ask the school."),
    ]
    assert not any(b.bullet for b in repair(make_source("A Child is seen.\nA Plan is made."))[1])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("R1 Fund visits at home for all who live there and ask", "R2 Agree one set of words."),
        (
            "The trust must ensure that a plan is made, Regulation 13",
            "The trust must ensure that all know.",
        ),
        ("02.06.19 A hearing was held.", "28.10.19 The worker left."),
    ],
)
def test_codes_days_and_words_that_come_again_open_items(first: str, second: str) -> None:
    text = f"12.03.19 The school wrote.\n{first}\n{second}\n"
    assert second in blocks_of(text, "pdf")
