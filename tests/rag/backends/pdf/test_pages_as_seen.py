"""What a person sees of a page is its text, whatever the file draws and in whatever order."""

import pytest
from made_pdfs import at, drawn, lines, stream

from rag.backends.pdf import Extracted, extract_pages
from rag.backends.pdf.raised import raise_marks
from rag.backends.pdf.runs import Run

SEEN = at(60, 760, "Finding 1") + at(60, 742, "The health visitor saw the child alone.")
SEEN_TEXT = "Finding 1\nThe health visitor saw the child alone."
UNSEEN = at(60, 500, "Recommendation 9: Close this case.")


def read(*pages: bytes, **more: bytes) -> Extracted:
    return extract_pages(drawn(*pages, **more), "made.pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "unseen",
    [
        pytest.param(b"1 g " + UNSEEN + b"0 g ", id="white on white"),
        pytest.param(b"BT 3 Tr ET " + UNSEEN + b"BT 0 Tr ET ", id="without ink"),
        pytest.param(UNSEEN + b"1 g 50 490 400 30 re f 0 g ", id="under a white shape"),
        pytest.param(UNSEEN + b"0 g 50 490 400 30 re f ", id="under a black shape"),
        pytest.param(b"q 0 0 9 9 re W n " + UNSEEN + b"Q ", id="clipped"),
        pytest.param(b"q /G gs " + UNSEEN + b"Q ", id="transparent"),
        pytest.param(at(60, 500, "Recommendation 9: Close this case.", size=1), id="tiny"),
        pytest.param(at(60, -40, "Recommendation 9: Close this case."), id="below the page"),
        pytest.param(at(700, 500, "Recommendation 9: Close this case."), id="beside the page"),
        pytest.param(at(60, 820, "Recommendation 9: Close it."), id="outside the crop box"),
    ],
)
def test_what_nobody_sees_is_left_out(unseen: bytes) -> None:
    found = read(
        SEEN + unseen,
        page=b"/CropBox [0 0 595 800]",
        resources=b"/ExtGState << /G << /ca 0 >> >>",
    )
    assert found.texts == (SEEN_TEXT,)
    assert found.second_reader == (1,)
    assert found.warnings == ()


def test_of_two_titles_in_one_place_the_uncovered_one_counts() -> None:
    cover = at(60, 500, "Former title of the pack") + b"1 g 50 490 400 30 re f 0 g "
    assert read(cover + at(60, 500, "Present title of the pack")).texts == (
        "Present title of the pack",
    )


def test_white_words_on_a_dark_shape_are_seen() -> None:
    found = read(SEEN + b"0 0 .5 rg 50 490 400 30 re f 1 g " + UNSEEN + b"0 g ")
    assert "Close this case" in found.texts[0]
    assert found.second_reader == ()


@pytest.mark.parametrize(
    "mark",
    [
        b"q .9 g BT /F1 90 Tf .7 .7 -.7 .7 150 250 Tm (DRAFT) Tj ET Q ",
        b"q .9 g BT /F1 80 Tf 100 560 Td (DRAFT) Tj ET Q ",
    ],
)
def test_a_watermark_is_left_out_and_told(mark: bytes) -> None:
    body = ["The agencies held many meetings and wrote minutes."] * 8
    found = read(mark + lines(60, 650, body))
    assert found.texts == ("\n".join(body),)
    assert found.warnings == ("page 1 bears the watermark “DRAFT”, which was left out",)


def test_out_of_order() -> None:
    found = read(
        at(60, 640, "Supervision must be recorded.")
        + at(60, 660, "Lesson 2")
        + at(60, 700, "Fathers must be seen.")
        + at(60, 720, "Lesson 1")
        + at(60, 780, "Review of Child Zed", size=16)
    )
    assert found.texts[0].split("\n\n") == [
        "Review of Child Zed",
        "Lesson 1\nFathers must be seen.",
        "Lesson 2\nSupervision must be recorded.",
    ]


LEFT = ["The agencies held many meetings", "about the family and wrote minutes"] * 3
RIGHT = ["The police did not share what they", "knew of the father with the school"] * 3


def test_columns_drawn_line_by_line_are_read_one_by_one() -> None:
    rows = zip(lines_of(60, LEFT), lines_of(320, RIGHT), strict=True)
    found = read(b"".join(left + right for left, right in rows))
    assert found.texts == ("\n".join([*LEFT, *RIGHT]),)


def test_three_columns_drawn_line_by_line_are_read_one_by_one() -> None:
    last = ["A plan was agreed in March without", "the school although it had asked"] * 3
    columns = [LEFT, RIGHT, last]
    shown = b"".join(
        at(40 + 180 * column, 700 - 14 * row, columns[column][row], size=9)
        for row in range(6)
        for column in range(3)
    )
    assert read(shown).texts[0].replace("\n\n", "\n") == "\n".join([*LEFT, *RIGHT, *last])


def test_two_raised_marks_with_a_comma_join_no_figure() -> None:
    marked = b"BT /F1 11 Tf 60 740 Td (in 2019) Tj /F1 6 Tf 5 Ts (12,13) Tj ET "
    assert "2019¹²,¹³" in read(SEEN + b"1 g " + UNSEEN + b"0 g " + marked).texts[0]


def test_columns_drawn_one_by_one_need_no_second_reader() -> None:
    found = read(lines(60, 700, LEFT) + lines(320, 700, RIGHT))
    assert found.second_reader == ()


def test_rows_of_a_table_stay_rows() -> None:
    cells = ["Ask the father", "Write it down", "Share the log", "Tell the court"]
    owners = ["Health visitor, March", "Social worker, April", "Police, May", "Council, June"]
    rows = zip(lines_of(60, cells), lines_of(320, owners), strict=True)
    text = read(b"".join(left + right for left, right in rows)).texts[0]
    assert text == "\n".join(f"{a} {b}" for a, b in zip(cells, owners, strict=True))


@pytest.mark.parametrize("height", [40, 80])
def test_a_page_number_below_a_column_ends_the_page(height: int) -> None:
    rows = zip(lines_of(60, LEFT), lines_of(320, RIGHT), strict=True)
    found = read(b"".join(left + right for left, right in rows) + at(240, height, "7"))
    assert found.texts == ("\n".join([*LEFT, *RIGHT]) + "\n\n7",)


def test_columns_with_a_chart_are_read_one_by_one() -> None:
    """Its short labels beside the prose of the next column make no row of a table."""
    axis = b"".join(at(62, 613 - 17 * n, str(60 - 10 * n), size=9) for n in range(7))
    chart = at(90, 628, "Children in care", size=12) + axis
    last = ["The number of children in care fell", "from 60 to 40, which the council"]
    right = ["expects to go on in the next years.", "It asked the partners what they see."]
    prose = lines(60, 700, LEFT[:4]) + lines(60, 480, last)
    found = read(prose + lines(320, 704, right) + lines(320, 640, RIGHT) + chart)
    assert found.second_reader == (1,)
    text = found.texts[0].replace("\n\n", "\n")
    assert "\n".join([*last, *right, *RIGHT]) in text


def test_charts_that_stand_level_in_two_columns_are_read_one_by_one() -> None:
    """Their labels make no rows of a table where the prose of both columns is as wide."""
    left, right = (lines(x, 700 + up, LEFT[:2]) for x, up in ((60, 0), (320, 5)))
    labels = [str(60 - 10 * n) for n in range(7)]
    charts = [lines(x, 620, labels, step=24) for x in (62, 322)]
    ends = [lines(x, 430 + up, LEFT[:2]) for x, up in ((60, 0), (320, 6))]
    found = read(right + charts[1] + ends[1] + left + charts[0] + ends[0])
    column = "\n".join([*LEFT[:2], *labels, *LEFT[:2]])
    assert found.texts[0].replace("\n\n", "\n") == f"{column}\n{column}"


LABELS = ("MISSOURI", "MONTANA", "NEVADA")
BLOCKS = (
    ("Richard Williams", "Office of the Attorney General"),
    ("Shane Shaw", "Division of Criminal Investigations"),
    ("Timothy Terry", "Office of the Attorney General"),
)


def test_labels_drawn_before_all_their_rows_stand_beside_them() -> None:
    labels = lines(60, 700, LABELS, step=50)
    rows = b"".join(lines(160, 700 - 50 * n, block) for n, block in enumerate(BLOCKS))
    found = read(labels + rows)
    assert found.second_reader == (1,)
    rows_read = (f"{label} {a}\n{b}" for label, (a, b) in zip(LABELS, BLOCKS, strict=True))
    assert found.texts[0].replace("    ", " ") == "\n\n".join(rows_read)


def test_a_list_beside_prose_is_a_column() -> None:
    """Its items do not stand where the paragraphs beside them begin."""
    items = lines(60, 660, LABELS, step=14)
    assert read(items + lines(200, 700, [*LEFT, *RIGHT])).second_reader == ()


def lines_of(x: float, texts: list[str]) -> list[bytes]:
    return [at(x, 700 - 14 * n, text) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("quarters", "matrix"),
    [
        (0, "1 0 0 1 60 {}"),
        (1, "0 1 -1 0 {} 60"),
        (2, "-1 0 0 -1 500 {}"),
        (3, "0 -1 1 0 {} 700"),
    ],
)
def test_a_page_may_be_turned(quarters: int, matrix: str) -> None:
    rows = ["The health visitor saw the child", "alone on three occasions."]
    steps = [100, 114] if quarters in (1, 2) else [114, 100]
    shown = b"".join(
        b"BT /F1 11 Tf %s Tm (%s) Tj ET " % (matrix.format(step).encode(), row.encode())
        for row, step in zip(rows, steps, strict=True)
    )
    faint = b"1 g " + shown.replace(b"alone on", b"never on").replace(b" Tm", b" Tm 0 -40 Td")
    found = read(shown + faint + b"0 g ", page=b"/Rotate %d" % (90 * quarters))
    assert found.texts == ("\n".join(rows),)
    assert found.second_reader == (1,)


@pytest.mark.parametrize("matrix", ["0 1 -1 0 60 300", ".7 .7 -.7 .7 60 300", "0 -1 1 0 60 500"])
def test_a_turned_label_is_one(matrix: str) -> None:
    label = b"BT /F1 11 Tf %s Tm (Number of children harmed) Tj ET " % matrix.encode()
    found = read(SEEN + label + b"1 g " + UNSEEN + b"0 g ")
    assert found.second_reader == (1,)
    assert "Number of children harmed" in found.texts[0].split("\n")


def test_labels_set_aslant_side_by_side_are_not_joined() -> None:
    labels = b"".join(
        b"BT /F1 11 Tf .7 .7 -.7 .7 %d 300 Tm (%s) Tj ET " % (60 + 25 * n, word)
        for n, word in enumerate([b"professionals", b"parents", b"agencies"])
    )
    text = read(SEEN + labels + b"1 g " + UNSEEN + b"0 g ").texts[0]
    assert {"professionals", "parents", "agencies"} <= {*text.split("\n")}


def test_word_by_word() -> None:
    words = [at(60 + 60 * n, 700, word) for n, word in enumerate("Finding 1 of the review".split())]
    # Each a text object of its own, a little above or below the others.
    found = read(b"".join(word.replace(b"700 Td", b"700.4 Td") for word in words) + SEEN)
    assert len(found.texts[0].split("\n")) <= len(words) + 2


def test_letter_by_letter() -> None:
    widths = {"F": 6.7, "i": 2.4, "n": 6.1, "d": 6.1, "g": 6.1, " ": 3.1, "1": 6.1}
    x, letters = 60.0, b""
    for letter in "Finding 1":
        letters += at(x, 700, letter) if letter.strip() else b""
        x += widths[letter]
    assert read(letters).texts == ("Finding 1",)


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    found = read(at(60, 700, "Finding 1") + at(60.3, 700, "Finding 1"))
    assert found.texts[0].strip() == "Finding 1"


@pytest.mark.parametrize("rise", [b"5 Ts", b"4 Ts"])
def test_a_raised_mark_joins_no_figure(rise: bytes) -> None:
    found = read(
        b"BT /F1 11 Tf 60 700 Td (It ended in 2013) Tj %s /F1 7 Tf (2) Tj" % rise
        + b" 0 Ts /F1 11 Tf ( or 2014.) Tj ET"
    )
    assert found.texts == ("It ended in 2013² or 2014.",)


def marked(word: str, mark: str, behind: str = "", *, raised: bytes = b"4 Ts /F1 7 Tf") -> bytes:
    return b"BT /F1 11 Tf 60 600 Td (%s) Tj %s (%s) Tj 0 Ts /F1 11 Tf (%s) Tj ET " % (
        word.encode(), raised, mark.encode(), behind.encode(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word", "mark", "behind", "shown"),
    [
        ("Rates of hospital admissions", "ix", " fell.", "admissionsⁱˣ fell."),
        ("They told all agencies", "iv", ", and", "agenciesⁱᵛ, and"),
        ("They told all agencies.", "iv", "", "agencies.ⁱᵛ"),
        ("What needs to improve?", "1", "", "improve?¹"),
        ("It was late (again)", "12", " and", "(again)¹² and"),
        ("In this area", "2", " of work", "area² of work"),
    ],
)
@pytest.mark.parametrize("unseen", [b"", b"1 g " + UNSEEN + b"0 g "])
def test_raised_marks_of_notes_are_told_from_their_word(
    word: str, mark: str, behind: str, shown: str, unseen: bytes
) -> None:
    """By the first reader, and by the second, whom hidden words call."""
    found = read(SEEN + marked(word, mark, behind) + unseen)
    assert shown in found.texts[0]
    assert found.second_reader == ((1,) if unseen else ())


@pytest.mark.parametrize(
    ("word", "mark", "behind", "raised"),
    [
        ("They told all agencies", "iv", "", b"/F1 7 Tf"),
        ("They told all agencies", "iv", "", b"4 Ts"),
        ("They called M", "c", "Donald", b"4 Ts /F1 7 Tf"),
        ("The matri", "x", "es", b"4 Ts /F1 7 Tf"),
        ("On the 4", "th", " of May", b"4 Ts /F1 7 Tf"),
    ],
)
def test_letters_that_are_no_mark_stay_as_they_are(
    word: str, mark: str, behind: str, raised: bytes
) -> None:
    found = read(SEEN + marked(word, mark, behind, raised=raised))
    assert found.texts[0].endswith(word + mark + behind)


def test_a_raised_mark_before_a_gap_without_a_space_is_one() -> None:
    text = b"BT /F1 11 Tf 60 600 Td (guidance for self-harm) Tj 4 Ts /F1 7 Tf (xii) Tj 0 Ts"
    parted = text + b" /F1 11 Tf [-250 (and strategies)] TJ ET "
    found = read(SEEN + parted + b"1 g " + UNSEEN + b"0 g ")
    assert "self-harmˣⁱⁱ and strategies" in found.texts[0]


def test_marks_are_looked_for_in_a_word_of_any_length() -> None:
    """In no more time than its length takes: squared, this would be hours."""
    run = Run(0, 400_000, "a" * 400_000, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0)
    assert raise_marks(run.text, [run]) == run.text


def test_a_mark_stays_where_the_word_stands_with_a_plain_figure_too() -> None:
    assert "area2" in read(SEEN + marked("See area2 or area", "2")).texts[0]


PLAN = "The partners must identify and review each of these cases before the end of the year."


def torn(word: str) -> bytes:
    """Its first letter is drawn apart, with a step back to its place."""
    return b"BT /F1 11 Tf 60 640 Td [(%s) -300 ( ) 578 (%s)] TJ ET " % (
        word[:1].encode(), word[1:].encode(),
    )  # fmt: skip


def test_a_word_that_the_first_reader_tears_is_whole() -> None:
    found = read(lines(60, 700, [PLAN]), lines(60, 760, [PLAN] * 6) + torn("identify"))
    assert "i dentify" not in found.texts[1]
    assert found.texts[1].split("\n")[-1] == "identify"


def test_what_the_fields_of_a_form_hold_stands_beside_their_labels() -> None:
    field = b"/Type /Annot /Subtype /Widget /FT /Tx /F 4 /DA (/Helv 11 Tf 0 g)"
    fields = [
        b"<< %s /T (a) /V (Flag missed visits.) /Rect [200 740 500 760] >>" % field,
        b"<< %s /T (b) /V (A list went live.) /Rect [200 690 500 710] >>" % field,
    ]
    found = extract_pages(
        drawn(
            at(60, 745, "Recommendation 1") + at(60, 695, "Action taken"),
            page=b"/Annots [6 0 R 7 0 R]",
            catalogue=b"/AcroForm << /Fields [6 0 R 7 0 R] /NeedAppearances true"
            b" /DR << /Font << /Helv 3 0 R >> >> /DA (/Helv 11 Tf 0 g) >>",
            objects=fields,
        ),
        "made.pdf",
    )
    text = " ".join(found.texts[0].split())
    assert text == "Recommendation 1 Flag missed visits. Action taken A list went live."


def test_a_scan_keeps_the_words_that_recognition_put_over_its_picture() -> None:
    picture = stream(
        bytes(255 if row % 40 < 24 else 0 for row in range(400) for _ in range(10)),
        b"/Type /XObject /Subtype /Image /Width 10 /Height 400 /BitsPerComponent 8"
        b" /ColorSpace /DeviceGray",
    )
    words = [at(60, 800 - 42 * n, "The child was seen alone") for n in range(1, 12)]
    found = extract_pages(
        drawn(
            b"q 595 0 0 842 0 0 cm /P Do Q BT 3 Tr ET " + b"".join(words),
            resources=b"/XObject << /P 6 0 R >>",
            objects=[picture],
        ),
        "made.pdf",
    )
    assert "The child was seen alone" in found.texts[0]
    assert found.warnings == (
        "page 1 is a scan: its words come from text recognition, which makes mistakes",
    )
