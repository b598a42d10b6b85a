"""Cutting: every offset right, nothing but layout lost, slices within the limit."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from builders import build_document, with_spans
from hypothesis import given
from hypothesis import strategies as st

from rag.index.passages import CONTEXT_LIMIT, count_tokens, cut_passages
from rag.types import Passage

WORDS = st.lists(
    st.sampled_from("a risk was not seen, by; them. The GP's £5 e.g. 4.2 Q? visit".split())
)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1).map("\n\n".join)
LONG = "Nobody asked the child. " * 60


def count_words(text: str) -> int:
    return len(text.split())


def words_of(passages: tuple[Passage, ...]) -> list[str]:
    return [word for passage in passages for word in passage.text.split()]


@given(TEXTS, st.integers(min_value=1, max_value=30))
def test_slices_are_verbatim_in_order_and_whole(text: str, limit: int) -> None:
    document = build_document([("finding", "Finding 1", text)])
    passages = cut_passages(document, count_tokens=count_words, limit=limit)
    for passage in passages:
        assert passage.text == document.reading.text[passage.start : passage.end]
        assert passage.text == passage.text.strip() != ""
        assert count_words(passage.text) <= limit
    assert all(a.end <= b.start for a, b in pairwise(passages))
    said = re.search(r"\w", text)
    assert words_of(passages) == (text.split() if said else [])


def test_slices_end_where_sentences_do_and_are_alike_in_length() -> None:
    passages = cut_passages(build_document([("detail", "Detail 1", LONG)]))
    assert len(passages) > 1
    assert all(passage.text.endswith("child.") for passage in passages)
    lengths = [count_words(passage.text) for passage in passages]
    assert max(lengths) - min(lengths) <= 2 * len("Nobody asked the child.".split())


def test_a_short_unit_is_one_passage_with_its_review_in_front() -> None:
    (passage,) = cut_passages(build_document([("point", "Finding 1, point 2", "No plan.")]))
    assert passage.text == "No plan."
    assert passage.context == "Baby Z: learning, Anyshire, 2019. Finding 1, point 2"


@pytest.mark.parametrize(
    ("kind", "label", "text"),
    [
        ("title", "Title", "Baby Z: a review of what was done"),
        ("contents", "Contents", "Findings 3"),
        ("section", "Findings", "2. Findings".removeprefix("2. ")),
        ("detail", "Detail 1", "—"),
    ],
)
def test_units_that_say_nothing_have_no_passage(kind: str, label: str, text: str) -> None:
    assert cut_passages(build_document([(kind, label, text)])) == ()


def test_a_unit_in_pieces_is_joined_over_layout_and_parted_by_words() -> None:
    document = build_document(
        [("finding", "Finding 1", "One piece."), ("point", "Point 1", "Between."),
         ("detail", "Detail 1", "Another."), ("detail", "Detail 2", "More.")]
    )  # fmt: skip
    a, b, c, d = (unit.spans[0] for unit in document.units)
    parted = with_spans(document, "finding-1", a, c)
    assert [p.text for p in cut_passages(parted) if p.unit == "finding-1"] == [
        "One piece.", "Another."
    ]  # fmt: skip
    joined = with_spans(document, "detail-1", c, d)
    assert [p.text for p in cut_passages(joined) if p.unit == "detail-1"] == ["Another.\n\nMore."]
    assert b[0] > a[1]


def test_ids_change_with_anything_that_was_embedded() -> None:
    def ids(*parts: tuple[str, str, str], **about: str) -> set[str]:
        return {p.id for p in cut_passages(build_document(parts, **about))}  # type: ignore[arg-type]

    one = ids(("detail", "Detail 1", "Same words."))
    assert one == ids(("detail", "Detail 1", "Same words."))
    assert one.isdisjoint(ids(("detail", "Detail 1", "Same words!")))
    assert one.isdisjoint(ids(("detail", "Detail 2", "Same words.")))
    assert one.isdisjoint(ids(("detail", "Detail 1", "Same words."), area="Elsewhere"))
    assert one.isdisjoint(ids(("detail", "Detail 1", "Same words."), id_="baby-y"))


def test_context_stays_short_whatever_the_headings() -> None:
    label = "Agencies did not always listen to what children told them about home " * 5
    (passage,) = cut_passages(build_document([("detail", label.strip(), "Few words.")]))
    assert count_tokens(passage.context) <= CONTEXT_LIMIT + 1


def test_a_date_that_stands_in_a_sentence_has_no_passage_of_its_own() -> None:
    document = build_document([("paragraph", "Paragraph 1", "Sam died on 3 May 2019.")])
    sentence = document.units[0]
    died = replace(
        sentence, id="date-of-death", kind="detail", key="date_of_death", text="3 May 2019",
        start=12, end=22, spans=((12, 22),),
    )  # fmt: skip
    beside = replace(document, units=(sentence, died))
    assert cut_passages(beside) == cut_passages(document)
    alone = cut_passages(replace(document, units=(died,)))
    assert [passage.text for passage in alone] == ["3 May 2019"]
