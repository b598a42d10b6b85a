"""Small texts in the styles that reviews come in, and the units that they are cut into."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.outline.draw import DIGEST_MARK, draw_outline
from rag.reading.repair import repair
from rag.types import Source, Unit

SAMPLES = sorted((Path(__file__).parents[2] / "fixtures" / "outlines").glob("*.txt"))
RULE = "=====\n"


def outline(text: str) -> tuple[Unit, ...]:
    marked = "markdown" if text.startswith("# ") else "html" if text.startswith("<") else "text"
    reading, blocks, pages = repair(Source("sample", marked, text, (), ""))  # type: ignore[arg-type]
    return draw_outline(reading, blocks, pages)


def expected(line: str) -> tuple[str, str | None, str | None, str]:
    kind, number, agency, _, start = line.split("|", 4)
    return kind, number or None, agency or None, start


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    """Below the rule: kind, number, agency and first words of each unit, in order."""
    text, table = path.read_text(encoding="utf-8").split(RULE)
    wanted = [expected(line) for line in table.splitlines()]
    units = outline(text)
    found = [(u.kind, u.number, u.agency, u.text) for u in units]
    starts = [w[3] for w in wanted] + [""] * (len(found) - len(wanted))
    shown = [(*f[:3], f[3][: len(s)]) for f, s in zip(found, starts, strict=False)]
    assert shown == wanted


REPEATED = """# Learning Bulletin: Baby Y

## Bruising

A bruise was seen at six weeks.

### Learning points:

- Refer the same day.

## Fathers

### Learning points:

- Ask to meet both parents.
"""


def test_a_heading_that_comes_again_counts_under_what_encloses_it() -> None:
    ids = [u.id for u in outline(REPEATED) if u.kind == "learning_point"]
    assert ids == ["bruising-learning-point-1", "fathers-learning-point-1"]


def test_the_line_that_marks_a_digest_changes_nothing_else() -> None:
    marked = REPEATED.replace("## Bruising", f"*{DIGEST_MARK}.*\n\n## Bruising")
    units = outline(marked)
    digest = next(u for u in units if u.id == "metadata-digest")
    assert digest.kind == "metadata"
    plain = [(u.id, u.kind, u.parent, u.text) for u in outline(REPEATED)]
    assert [(u.id, u.kind, u.parent, u.text) for u in units if u is not digest] == plain


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        (
            "Serious Case Review\n\nTheme 1: Fathers\n\nFinding A1\n\nNobody asked.\n\n"
            "Theme 2: Sleep\n\nFinding A2\n\nNobody looked.",
            {"finding-a1": "theme-1", "finding-a2": "theme-2"},
        ),
        (
            "Serious Case Review\n\nFINDINGS\n\nFinding 1: What is known about adults\n\n"
            "3.1 The police knew.\n\n3.2 The school did not.",
            {"finding-1": "findings", "paragraph-3.1": "finding-1", "paragraph-3.2": "finding-1"},
        ),
        (
            "Response\n\nRecommendation 1\n\nTell the school.\n\nHow will we know\n\n"
            "- A count.\n\nRecommendation 2\n\nTell the nurse.\n\nHow will we know\n\n- A list.",
            {
                "how-will-we-know": "recommendation-1",
                "how-will-we-know-2": "recommendation-2",
                "recommendation-2": None,
            },
        ),
        (
            "Executive Summary\n\nRECOMMENDATIONS\n\nPOLICE\n\n1. Share notices.\n\n"
            "2. Read them.\n\nHEALTH\n\n1. Share results.",
            {
                "police-recommendation-2": "police",
                "health-recommendation-1": "health",
                "health": "recommendations",
            },
        ),
    ],
)
def test_what_encloses_what(text: str, parents: dict[str, str | None]) -> None:
    found = {u.id: u.parent for u in outline(text)}
    assert found.items() >= parents.items()


def test_parents_come_before_their_children_and_ids_once() -> None:
    for path in SAMPLES:
        seen: set[str | None] = {None}
        for unit in outline(path.read_text(encoding="utf-8").split(RULE)[0]):
            assert unit.parent in seen
            assert unit.id not in seen
            seen.add(unit.id)


LINES = [line for path in SAMPLES for line in path.read_text(encoding="utf-8").splitlines()]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_any_order_of_lines_gives_units_that_stand_side_by_side(lines: list[str]) -> None:
    units = outline("\n".join(lines))
    spans = sorted(span for unit in units for span in unit.spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(unit.text.strip() and unit.id and unit.label for unit in units)
    assert len({unit.id for unit in units}) == len(units)


def test_an_id_that_a_heading_spells_out_is_not_given_twice() -> None:
    headings = ("Overview", "Overview 2", "Overview", "Overview")
    parts = "\n\n".join(f"## {h}\n\nNobody asked the child about it." for h in headings)
    ids = [unit.id for unit in outline(f"{REPEATED}\n{parts}\n")]
    assert len(ids) == len(set(ids))
    assert {"overview", "overview-2", "overview-3", "overview-4"} <= set(ids)
