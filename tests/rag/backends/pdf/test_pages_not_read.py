"""What a page shows that was not read, or cannot be trusted, is told by its page."""

from itertools import pairwise

import pytest
from made_pdfs import at, drawn, lines

from rag.backends.page_lists import about_pages, pages_named
from rag.backends.pdf import extract_pages, printed, structure
from rag.errors import UnreadableFile

PROSE = ["The agencies held many meetings about the family.", "Nobody read the minutes of them."]
UNNAMED = b"BT /F2 11 Tf 60 700 Td <010203010302> Tj ET"
"""Characters that no font names."""


def shifted(text: str) -> str:
    """As a font gives it whose table is out by 29 places, as those of many programs are."""
    return "".join(chr(ord(sign) - 29) if sign.isalpha() else " " for sign in text)


def test_a_page_in_an_unnamed_font_is_doubtful_and_empty() -> None:
    found = extract_pages(drawn(lines(60, 700, PROSE), UNNAMED), "made.pdf")
    assert found.texts[1] == ""
    assert found.doubtful == (2,)
    assert pages_named(found.warnings) == {2}
    assert "text recognition" in found.warnings[0]


def test_some_words_in_an_unnamed_font() -> None:
    page = lines(60, 600, PROSE) + UNNAMED
    found = extract_pages(drawn(page), "made.pdf")
    assert found.texts == ("\n".join(PROSE),)
    assert found.doubtful == (1,)
    assert found.warnings[0].startswith("page 1 cannot be read in part")


@pytest.mark.parametrize(
    "pages", [[lines(60, 600, PROSE) + UNNAMED], [lines(60, 600, PROSE), UNNAMED]]
)
def test_where_the_end_is_missing_the_whole_file_is_asked_for(pages: list[bytes]) -> None:
    found = extract_pages(_cut_off(drawn(*pages)), "made.pdf")
    assert found.doubtful == (len(pages),)
    assert "the end of the file is missing" in found.warnings[0]
    assert "the file is incomplete; download it again" in found.warnings[1]
    assert "recognition" not in " ".join(found.warnings)


def test_of_a_cut_off_file_without_a_word_the_whole_is_asked_for() -> None:
    with pytest.raises(UnreadableFile, match=r"made\.pdf is incomplete.*download it again"):
        extract_pages(_cut_off(drawn(UNNAMED)), "made.pdf")


def _cut_off(content: bytes) -> bytes:
    """Without its table of objects and the mark of its end."""
    return content[: content.rindex(b"endobj") + len(b"endobj")]


def test_a_bullet_that_no_font_names_is_no_matter() -> None:
    bullet = b"BT /F2 11 Tf 40 700 Td <01> Tj ET"
    found = extract_pages(drawn(bullet + lines(60, 700, PROSE)), "made.pdf")
    assert (found.doubtful, found.warnings) == ((), ())


@pytest.mark.parametrize("page", [UNNAMED, lines(60, 700, [*map(shifted, PROSE)] * 3)])
def test_a_file_of_nothing_else_gives_the_reason(page: bytes) -> None:
    with pytest.raises(UnreadableFile, match="fonts do not say which letters they show"):
        extract_pages(drawn(page), "made.pdf")


def test_letters_that_make_no_words_are_doubtful() -> None:
    gibberish = lines(60, 700, [*map(shifted, PROSE)] * 3)
    found = extract_pages(drawn(lines(60, 700, PROSE), gibberish), "made.pdf")
    assert (found.texts[1], found.doubtful) == ("", (2,))
    assert found.warnings[0].startswith("page 2 cannot be trusted")


def test_a_page_of_figures_and_names_is_trusted() -> None:
    rows = [f"Barnet {n} Camden {n} Merton {n} Sutton {n} Ealing {n}" for n in range(5)]
    assert extract_pages(drawn(lines(60, 700, rows)), "made.pdf").doubtful == ()


BARS = b"".join(b"0 0 1 rg %d 300 20 %d re f " % (100 + 40 * n, 30 * n) for n in range(1, 6))
LINE = b"1 0 0 RG 100 300 m 180 340 l 260 310 l 340 390 l 420 350 l 500 420 l S "
SLICES = b"".join(
    b"%g 0 0 rg 300 400 m %d %d l %d %d %d %d %d %d c f " % (0.3 * n, *corner)
    for n, corner in enumerate(
        [
            (400, 410, 400, 480, 380, 500, 310, 500),
            (290, 500, 220, 500, 200, 480, 200, 410),
            (200, 390, 200, 320, 220, 300, 380, 310),
        ]
    )
)


def dot(x: int, y: int) -> bytes:
    """A circle 4 points wide, drawn from its right."""
    curves = ((4, 3, 3, 4, 2, 4), (1, 4, 0, 3, 0, 2), (0, 1, 1, 0, 2, 0), (3, 0, 4, 1, 4, 2))
    moved = (
        b"%d %d %d %d %d %d c "
        % tuple(x + n if at % 2 == 0 else y + n for at, n in enumerate(curve))
        for curve in curves
    )
    return b"%d %d m " % (x + 4, y + 2) + b"".join(moved) + b"f "


DOTS = b"0 0 1 rg " + b"".join(dot(100 + 11 * n, 200 + 37 * n * n % 170) for n in range(20))


def stack(y: int, *ends: int) -> bytes:
    """A bar of pieces from 100 to each of the ends, each of its colour."""
    pieces = pairwise((100, *ends))
    return b"".join(
        b"0 .%d 0 rg %d %d %d 30 re f " % (2 + 2 * n, start, y, end - start)
        for n, (start, end) in enumerate(pieces)
    )


STACKS = stack(300, 180, 240, 400) + stack(360, 150, 300, 400)


@pytest.mark.parametrize("chart", [BARS, LINE, SLICES, DOTS, STACKS])
def test_a_chart_is_told(chart: bytes) -> None:
    found = extract_pages(drawn(lines(60, 700, PROSE) + chart + b"0 g "), "made.pdf")
    assert found.warnings == ("page 1 shows a chart; only what it prints as text was read",)


def test_shaded_cells_rules_and_boxes_are_no_chart() -> None:
    cells = b"".join(
        b".8 g %d %d %d 20 re f " % (60, 300 + 20 * row, 100 + 40 * (row % 4)) for row in range(8)
    )
    rules = b"".join(b"60 %d m 500 %d l S " % (300 + 20 * n, 300 + 20 * n) for n in range(9))
    found = extract_pages(drawn(cells + b"0 g " + rules + lines(60, 700, PROSE)), "made.pdf")
    assert found.warnings == ()


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(stack(300, 180, 240, 400) + stack(360, 180, 240, 400), id="rows apart"),
        pytest.param(stack(300, 180, 240, 400) + stack(330, 180, 300, 400), id="rows that touch"),
        pytest.param(
            b".8 g 100 300 80 20 re f 180 300 90 20 re f 100 400 150 20 re f 250 400 20 20 re f ",
            id="the heads of two tables",
        ),
    ],
)
def test_cells_side_by_side_are_no_chart(cells: bytes) -> None:
    found = extract_pages(drawn(cells + b"0 g " + lines(60, 700, PROSE)), "made.pdf")
    assert found.warnings == ()


@pytest.mark.parametrize(
    "places",
    [
        pytest.param([(60, 300 + 14 * n) for n in range(20)], id="bullets"),
        pytest.param([(60 + 20 * (n % 2), 300 + 14 * n) for n in range(20)], id="bullets in two"),
        pytest.param([(60 + 9 * x, 300 + 9 * y) for x in range(6) for y in range(6)], id="a grid"),
        pytest.param(
            [(60 + 9 * n, y) for n in range(30) for y in (300, 400)]
            + [(x, 300 + 9 * n) for n in range(12) for x in (60, 321)],
            id="a dotted frame",
        ),
    ],
)
def test_dots_in_rows_are_no_chart(places: list[tuple[int, int]]) -> None:
    shown = b"0 0 1 rg " + b"".join(dot(x, y) for x, y in places) + b"0 g "
    assert extract_pages(drawn(lines(60, 700, PROSE) + shown), "made.pdf").warnings == ()


def test_a_faulty_font_costs_nothing() -> None:
    """pypdf gives up a page whose font has two files; viewers show it."""
    font = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding"
        b" /FirstChar 32 /LastChar 122 /Widths [%s] /FontDescriptor << /Type /FontDescriptor"
        b" /FontName /Arial /Flags 32 /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700"
        b" /StemV 80 /FontBBox [0 0 1 1] /FontFile2 7 0 R /FontFile3 7 0 R >> >>"
    ) % (b"500 " * 91)
    empty = b"<< /Length 0 >>\nstream\n\nendstream"
    content = drawn(
        at(60, 700, "The child was seen alone.", font="F3"),
        resources=b"",
        objects=[font, empty],
    ).replace(b"/F1 3 0 R", b"/F3 6 0 R")
    read = structure.read_structure(content, "made.pdf")
    assert not isinstance(read, str)
    assert read.texts == (None,)
    found = extract_pages(content, "made.pdf")
    assert found.texts == ("The child was seen alone.",)
    assert (found.second_reader, found.warnings) == ((1,), ())


def test_a_page_of_too_many_commands_is_left_to_the_second_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(structure, "_LARGEST_PAGE", 4_000)
    many, few = lines(60, 700, PROSE) + b"0 0 m 1 1 l S\n" * 400, lines(60, 700, PROSE)
    found = extract_pages(drawn(many, few), "made.pdf")
    assert found.texts == ("\n".join(PROSE),) * 2
    assert found.second_reader == (1,)


def test_a_page_of_far_too_many_commands_is_read_by_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(structure, "_LARGEST_PAGE", 4_000)
    monkeypatch.setattr(structure, "_LARGEST_OF_ALL", 5_000)
    many, few = lines(60, 700, PROSE) + b"0 0 m 1 1 l S\n" * 400, lines(60, 700, PROSE)
    found = extract_pages(drawn(many, few), "made.pdf")
    assert found.texts == ("", "\n".join(PROSE))
    assert found.doubtful == (1,)
    assert "takes more room than a page of a report" in found.warnings[0]


@pytest.mark.parametrize(
    ("warning", "pages"),
    [
        ("page 3 has no text", [3]),
        ("each of pages 3, 5 to 7 and 9 has no text", [3, 5, 6, 7, 9]),
        ("each of pages 3 and 4 has no text", [3, 4]),
        ("", []),
    ],
)
def test_pages_in_words_and_back(warning: str, pages: list[int]) -> None:
    assert about_pages(pages, "has no text") == warning
    assert pages_named([warning, "the file is damaged: check its 3 pages"]) == {*pages}


@pytest.mark.parametrize(
    ("drawing", "second"),
    [
        pytest.param(
            b"9 9 m 99 120 l 8 70 l S\n" * 150_000, (1,), id="too long for the first reader"
        ),
        pytest.param(b"9 9 2 2 re f\n" * 25_000, (), id="many shapes"),
        pytest.param(b"9 9 m " + b"99 120 l 8 70 l\n" * 101_000 + b"S ", (), id="many corners"),
    ],
)
def test_a_page_that_draws_too_much_is_read_unlooked_at(
    drawing: bytes, second: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printed, "draw_pictures", _fail)
    found = extract_pages(drawn(lines(60, 700, PROSE) + drawing), "made.pdf")
    assert found.texts == ("\n".join(PROSE),)
    assert found.second_reader == second
    assert found.doubtful == ()
    assert found.warnings[0].startswith("page 1 draws too much to be looked at")


def _fail(*_: object) -> None:
    raise AssertionError
