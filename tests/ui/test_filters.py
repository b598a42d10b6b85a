"""Filters in the whole window: chosen at the side, told beside the question, kept to."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from window import BULLETIN, address, ask, links, new_visit, shown

from rag import wiring
from rag.documents.register import Register
from rag.index.indexing import add
from rag.settings import Settings

QUESTION = "What do the reviews say about the nursery?"


@pytest.fixture
def window(data: Path, tmp_path: Path) -> AppTest:
    """Of a library of two bulletins, with the filters open."""
    for name in ("zed", "yan"):
        (tmp_path / f"{name}.md").write_text(BULLETIN.replace("Zed", name.title()), "utf-8")
    with wiring.open_library(Settings.load(data=data)) as library:
        add(library, [tmp_path / "zed.md", tmp_path / "yan.md"], register=Register())
    window = new_visit()
    window.session_state["filters"] = True
    return window.run()


def documents(window: AppTest) -> set[str]:
    return {link.partition("&")[0] for link in links(window)}


def test_a_choice_names_what_is_there_with_its_count_and_is_kept_to(window: AppTest) -> None:
    review = next(each for each in window.multiselect if each.label == "Review")
    assert sorted(review.options) == ["Child Yan (1)", "Child Zed (1)"]
    review.select("Child Zed (1)")
    ask(window.run(), QUESTION)
    assert len(documents(window)) == 1
    assert "A filter is on (Review: Child Zed)" in shown(window)
    assert "within=documents" in address(window)
    next(b for b in window.button if b.label == r"Review\: Child Zed").click().run()
    assert "within" not in address(window)
    ask(window, QUESTION)
    assert len(documents(window)) == 2


@pytest.mark.parametrize(
    "told", ["", "x", "documents", "nothing=1", "documents=%00%3Cb%3E", "documents=a" * 400]
)
def test_any_address_opens_a_page(window: AppTest, told: str) -> None:
    window.query_params["within"] = told
    window.run()
    assert not window.exception
    assert not window.error
    assert "<b>" not in shown(window)
