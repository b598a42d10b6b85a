"""Boxes whose ticks are drawn and not set as letters: the page says that they were not read."""

import pytest
from made_pdfs import at, drawn, lines, stream

from rag.backends.pdf import extract_pages

FORM = lines(60, 700, ["Was the child seen alone?", "Was the father asked?"])
BOX = b"300 700 10 10 re S\n"
CROSS = b"302 702 m 308 708 l 302 708 m 308 702 l S\n"
TICK = b"302 705 m 304 702 l 309 709 l S\n"
FOUR_LINES = (
    b"300 700 m 310 700 l S 310 700 m 310 710 l S 310 710 m 300 710 l S 300 710 m 300 700 l S\n"
)
ROUNDED = (
    b"302 700 m 308 700 l 309 700 310 701 310 702 c 310 708 l 310 709 309 710 308 710 c"
    b" 302 710 l 301 710 300 709 300 708 c 300 702 l 300 701 301 700 302 700 c s\n"
)
RING = (
    b"300 705 m 300 707.8 302.2 710 305 710 c 307.8 710 310 707.8 310 705 c"
    b" 310 702.2 307.8 700 305 700 c 302.2 700 300 702.2 300 705 c "
)
TOLD = (
    "page 1 shows boxes with ticks or crosses that are drawn; which boxes are ticked was not read"
)


def warnings(shapes: bytes, **more: object) -> tuple[str, ...]:
    return extract_pages(drawn(FORM + shapes, **more), "made.pdf").warnings  # type: ignore[arg-type]


@pytest.mark.parametrize("box", [BOX, b"1 g 300 700 10 10 re B 0 g\n", FOUR_LINES, ROUNDED])
@pytest.mark.parametrize(
    "mark",
    [
        pytest.param(CROSS, id="cross"),
        pytest.param(CROSS.replace(b" l 302 708 m", b" l S 302 708 m"), id="cross of two lines"),
        pytest.param(TICK, id="tick"),
        pytest.param(b"302 705 m 303 703 304 702 304 702 c 305 705 309 709 309 709 c S", id="pen"),
        pytest.param(b"302 705 m 304 702 l 309 709 l 308 710 l 304 704 l 303 706 l f", id="filled"),
        pytest.param(b"302 702 6 6 re f", id="filled box"),
        pytest.param(b"q 1 0 0 1 -15 0 cm " + TICK + b"Q", id="tick beside"),
    ],
)
def test_boxes_with_drawn_marks_are_told(box: bytes, mark: bytes) -> None:
    assert warnings(box + mark) == (TOLD,)


def test_the_mark_of_a_form_field_is_told() -> None:
    """It is a drawing of its own, set in its place on the page."""
    look = stream(b"2 2 m 8 8 l 2 8 m 8 2 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 10 10]")
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (a) /F 4 /Rect [300 700 310 710] /AS /On"
        b" /V /On /AP << /N << /On 7 0 R >> >> >>"
    )
    told = warnings(
        BOX, page=b"/Annots [6 0 R]", catalogue=b"/AcroForm << /Fields [6 0 R] >>",
        objects=[field, look],
    )  # fmt: skip
    assert told == (TOLD,)


@pytest.mark.parametrize(
    "shapes",
    [
        pytest.param(BOX, id="empty box"),
        pytest.param(TICK, id="tick without a box"),
        pytest.param(b"0 0 1 rg " + BOX.replace(b"S", b"B") + CROSS, id="coloured sign"),
        pytest.param(BOX + BOX.replace(b"300", b"320"), id="two boxes"),
        pytest.param(BOX + b"200 650 m 400 750 l S", id="long line"),
        pytest.param(
            b"".join(b"%d %d 60 14 re S\n" % (60 + 60 * i, 500 + 14 * j) for i in range(6)
                     for j in range(9)),
            id="table",
        ),
        pytest.param(
            b"".join(b"%d %d 12 12 re S\n" % (60 + 12 * i, 500 + 12 * j) for i in range(9)
                     for j in range(9)) + b"60 500 m 168 608 l S",
            id="grid with a line over it",
        ),
        pytest.param(b"300 700 10 10 re S 300 700 10 10 re f", id="filled bullet"),
        pytest.param(RING + b"S " + RING + b"f", id="filled ring"),
        pytest.param(ROUNDED + ROUNDED.replace(b" s\n", b" f\n"), id="filled rounded bullet"),
    ],
)  # fmt: skip
def test_other_drawings_are_no_ticks(shapes: bytes) -> None:
    assert TOLD not in warnings(shapes)


def test_letters_that_are_ticks_are_read() -> None:
    assert warnings(BOX + at(301, 701, "x")) == ()
