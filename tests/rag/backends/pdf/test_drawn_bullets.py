"""The bullets of a list may be drawn as shapes: its items are not read as one sentence."""

import pytest
from made_pdfs import at, drawn, lines

from rag.backends.pdf import extract_pages

LEAD_IN = at(60, 700, "When making our decision, we consider:")
ITEMS = (
    lines(80, 680, ["whether a child has been exposed to, or", "suffered, harm or injury"])
    + at(80, 652, "the seriousness of the concerns")
    + at(80, 638, "their inspection history")
)  # fmt: skip
FIRST_LINES = (680, 652, 638)
SQUARES = b"".join(b"66 %d 4 4 re f " % (y + 2) for y in FIRST_LINES)
TEXT = (
    "When making our decision, we consider:\n"
    "• whether a child has been exposed to, or\nsuffered, harm or injury\n"
    "• the seriousness of the concerns\n• their inspection history"
)


def circle(x: float, y: float, size: float) -> bytes:
    """Its lower left corner, and its width; four curves."""
    half, arm = size / 2, size * 0.276
    turns = (
        (size, half + arm, half + arm, size, half, size),
        (half - arm, size, 0, half + arm, 0, half),
        (0, half - arm, half - arm, 0, half, 0),
        (half + arm, 0, size, half - arm, size, half),
    )
    moved = (
        b"%g %g %g %g %g %g c "
        % tuple(x + n if at % 2 == 0 else y + n for at, n in enumerate(turn))
        for turn in turns
    )
    return b"%g %g m " % (x + size, y + half) + b"".join(moved)


def dots(x: float, rise: float, size: float = 4, ink: bytes = b"f ") -> bytes:
    """One beside each item, this far above its base line."""
    return b"".join(b"0 g " + circle(x, y + rise, size) + ink for y in FIRST_LINES)


def keys() -> bytes:
    """Squares, each of another colour."""
    return b"".join(
        b".%d .5 .9 rg 66 %d 4 4 re f " % (n, y + 2) for n, y in enumerate(FIRST_LINES, start=1)
    )


def read(shapes: bytes, items: bytes = ITEMS) -> str:
    return extract_pages(drawn(shapes + b"0 g " + LEAD_IN + items), "made.pdf").texts[0]


@pytest.mark.parametrize(
    "shapes",
    [
        pytest.param(dots(66, 2), id="round"),
        pytest.param(dots(66, 2).replace(b"0 g", b".1 .3 .9 rg"), id="of a colour"),
        pytest.param(dots(66, 2, ink=b"s "), id="rings"),
        pytest.param(
            b"".join(b"66 %d 4 4 re f " % (y + 2) for y in FIRST_LINES), id="dark squares"
        ),
    ],
)
def test_a_drawn_dot_before_a_line_is_a_bullet(shapes: bytes) -> None:
    assert read(shapes) == TEXT


@pytest.mark.parametrize(
    "shapes",
    [
        pytest.param(b"", id="none"),
        pytest.param(circle(66, 682, 4) + b"f ", id="one by itself"),
        pytest.param(dots(20, 2), id="far away"),
        pytest.param(dots(66, 1, size=10, ink=b"s "), id="to be ticked"),
        pytest.param(dots(66, 8), id="above the line"),
        pytest.param(keys(), id="the key of a chart"),
    ],
)
def test_other_shapes_are_no_bullets(shapes: bytes) -> None:
    assert read(shapes) == TEXT.replace("• ", "")


def test_a_dot_between_words_is_no_bullet() -> None:
    rows = b"".join(at(40, y, "Health") for y in FIRST_LINES)
    assert "•" not in read(dots(74, 2), ITEMS + rows)
