from dataclasses import replace

from made_citations import DIGEST, ORIGINAL

from rag.quotes.citations.references import quoted, review_line, unit_line


def test_a_review_is_named_with_publisher_and_year_as_far_as_known() -> None:
    title, board = "Learning bulletin: Child Zed", "Northmoor Safeguarding Children Board"
    assert review_line(ORIGINAL) == f"{title}, {board}, 2019"
    assert review_line(replace(ORIGINAL, publisher=None)) == f"{title}, Northmoor, 2019"
    assert review_line(replace(ORIGINAL, publisher=None, area=None, published=None)) == title


def test_a_unit_is_named_with_path_agency_and_printed_page_and_nothing_twice() -> None:
    assert unit_line(ORIGINAL) == "Recommendations › Police, recommendation 2, page 5"
    other = replace(ORIGINAL, label="Recommendation 2", agency="Northmoor Police", page_label=None)
    assert unit_line(other) == (
        "Recommendations › Police › Recommendation 2, Northmoor Police, page 7"
    )
    assert unit_line(replace(other, path=(), agency=None, page=None)) == "Recommendation 2"


def test_only_the_words_of_a_review_stand_in_quotation_marks() -> None:
    assert quoted(ORIGINAL) == "“Officers should look at each room.”"
    assert quoted(DIGEST) == "Officers should look at each room."
