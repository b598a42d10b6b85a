"""Which lines are headers, footers and page numbers, and which only look so."""

from collections.abc import Sequence

import pytest
from made_sources import LONG, blocks_of, make_source

from rag.reading.repair import repair


def paged(count: int, page: str) -> str:
    return "\f".join(page.format(n=n, word=f"Page{chr(96 + n)} text.") for n in range(1, count + 1))


@pytest.mark.parametrize(
    "page",
    [
        "Some Board – Official\n{word}\n{n}",
        "Some report {n}\n{word}",
        "{word}\n{n} | P a g e",
        "{word}\nPage {n} of 9",
        "Some Board\nReport, 3 May 2016 {n}\n{word}",
    ],
)
def test_running_lines_and_page_numbers_go(page: str) -> None:
    blocks = blocks_of(paged(5, page))
    assert [b for b in blocks if "text" not in b and "Page 1" not in b][2:] == []
    assert sum("text" in b for b in blocks) == 5


def sometimes_headed(between: str) -> list[str]:
    """Blocks of eleven pages; every third one begins with the same words."""
    texts = [f"{between.format(word=f'Page{chr(96 + n)}')}" for n in range(11)]
    return blocks_of("\f".join("What we asked\n" * (n % 3 == 1) + t for n, t in enumerate(texts)))


def test_a_heading_that_parts_share_stays() -> None:
    blocks = sometimes_headed("{word} asks whether children feel safe at home.")
    assert blocks.count("What we asked") == 4


def test_the_same_words_in_the_middle_of_sentences_go() -> None:
    blocks = sometimes_headed("and safe at home.\n{word} asks whether children feel well")
    assert not any("What we asked" in block for block in blocks)


def test_a_heading_that_counts_beside_the_pages_stays() -> None:
    blocks = blocks_of(paged(5, "Recommendation {n}\n{word}"))
    labels = [f"Recommendation {n}" for n in range(1, 6)]
    assert [b for b in blocks if b.startswith("Rec")] == labels


def test_a_number_in_a_table_at_the_edge_of_a_page_stays() -> None:
    pages = [f"{n}\n\n{LONG}others.\n{page}" for page, n in enumerate([45, 12, 77], start=1)]
    assert [b for b in blocks_of("\f".join(pages)) if b.isdigit()] == ["45", "12", "77"]


def test_printed_numbers_become_labels() -> None:
    text = "\f".join(["Cover", "Contents", *(f"{n}\nText {chr(96 + n)}." for n in range(1, 6))])
    pages = repair(make_source(text))[2]
    assert [page.label for page in pages] == [None, None, "1", "2", "3", "4", "5"]


def test_without_pages_numbers_of_items_stay_and_numbers_of_pages_go() -> None:
    items = "1\n\nAsk the child.\n\n2\n\nAsk the father.\n\n3\n\nAsk again."
    assert [b for b in blocks_of(items) if b.isdigit()] == ["1", "2", "3"]
    page = "A sentence about what was known and done. " * 30
    assert not any(b.isdigit() for b in blocks_of(f"{page}\n\n1\n\n{page}\n\n2\n\n{page}"))


def test_a_header_with_its_number_in_the_middle_of_a_sentence_goes() -> None:
    text = f"{LONG}others in the\n\nSOME BOARD          3\n\ntown and beyond."
    assert blocks_of(text) == [f"{LONG}others in the town and beyond."]


@pytest.mark.parametrize("count", [3, 6])
def test_a_foot_that_counts_the_pages_goes_from_the_first_one_too(count: int) -> None:
    foot = "Rapid review Child Zed – final version – page {n} of %d" % count  # noqa: UP031
    blocks = blocks_of(paged(count, "{word}\n" + foot))
    assert not any("final version" in block for block in blocks)
    assert sum("text" in block for block in blocks) == count


def test_a_sentence_goes_on_over_such_a_foot() -> None:
    pages = [
        "Finding 1\nThe agencies held meetings but the minutes of these were\nReview – page 1 of 3",
        "sent to the wrong address, and nobody noticed that for\nReview – page 2 of 3",
        "several months until a new manager asked.\nReview – page 3 of 3",
    ]
    sentence = (
        "The agencies held meetings but the minutes of these were sent to the wrong address, and"
        " nobody noticed that for several months until a new manager asked."
    )
    assert blocks_of("\f".join(pages)) == ["Finding 1", sentence]


@pytest.mark.parametrize(
    "lines",
    [
        ("The lost years   3", "4   The lost years", "The lost years   5"),
        [f"{n} Brook Hospital Quality Report 20/02/2020" for n in (1, 2, 4)],
        [f"Some Board – reply – Page {n} of 5" for n in (2, 3, 4)],
    ],
)
def test_without_pages_the_same_words_with_rising_numbers_go(lines: Sequence[str]) -> None:
    page = "A sentence about what was known and done. " * 20
    foots = "".join(f"{line}\n\n{page}\n\n" for line in lines)
    blocks = blocks_of(f"{page}\n\n{foots}")
    assert blocks == [page.strip()] * 4


@pytest.mark.parametrize("count", [2, 3, 5])
def test_items_with_the_same_words_stay(count: int) -> None:
    items = [f"{n} The Board will review its policy" for n in range(1, count + 1)]
    blocks = blocks_of("\n\n".join(["Actions", *items, f"{LONG}all."]))
    assert blocks == ["Actions", *items, f"{LONG}all."]


def test_the_same_words_twice_stay_however_far_apart() -> None:
    items = [f"{n} The Board will review its policy" for n in (1, 2)]
    page = "A sentence about what was known and done. " * 20
    assert [
        b for b in blocks_of(f"\n\n{page}\n\n".join(["Actions", *items])) if b in items
    ] == items


def test_labels_that_count_in_a_wide_column_stay() -> None:
    text = "Recommendation   1\n\nAsk again.\n\nRecommendation   2\n\nAsk the child."
    assert [b for b in blocks_of(text) if b.startswith("Rec")] == [
        "Recommendation 1",
        "Recommendation 2",
    ]
