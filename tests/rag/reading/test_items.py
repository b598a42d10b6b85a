"""Which marks at the front of a line are bullets."""

import pytest
from made_sources import blocks_of, make_source, pdf

from rag.reading.repair import repair


@pytest.mark.parametrize(
    "front",
    ["• ", "\uf0b7 ", "\uf06e\t", "◼ ", "❖ ", "- ", "– ", "* ", "o ", "- ❖ ", "•\t", "☐ ", "➢ ",
     "\u00ad ", "§ ", "• \n", "&bull; "],
)  # fmt: skip
def test_bullets_are_taken_off(front: str) -> None:
    source = make_source(f"Actions:\n{front}Ask the child\n{front}Ask again")
    _, (lead, *items), _ = repair(source)
    assert not lead.bullet
    assert [item.text for item in items if item.bullet] == ["Ask the child", "Ask again"]


def test_a_dash_that_was_wrapped_to_the_front_of_a_line_stays() -> None:
    text = pdf(
        "18. A range of services, including one that has the name Systemic Therapy",
        "– Neglect, and targeted support for families, works with parents and others.",
    )
    assert "Systemic Therapy – Neglect" in blocks_of(text, "pdf")[0]


def test_a_bullet_inside_a_line_begins_an_item() -> None:
    assert blocks_of("Issues: • one thing • another") == ["Issues:", "one thing", "another"]
