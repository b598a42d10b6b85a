"""Pages as printed: pictures, and boxes around words that are located by their letters."""

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from made_files import pdf_of
from PIL import Image

from rag.backends.page_images import Box, locate_words, render_page
from rag.errors import UnreadableFile

LINE = "The “father” was not seen, and the dog was not seen."


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "review.pdf"
    path.write_bytes(pdf_of(["", LINE]))
    return path


def turned(path: Path) -> Path:
    content = path.read_bytes().replace(
        b"/MediaBox [0 0 595 842] ", b"/MediaBox [0 0 595 842]/Rotate 90 "
    )
    other = path.with_name("turned.pdf")
    other.write_bytes(content)
    return other


def locate(path: Path, words: str, *, share: float = 0) -> tuple[Box, ...]:
    return locate_words(path, 2, words, share=share)


def test_a_page_is_a_picture_of_its_shape(pdf: Path) -> None:
    picture = Image.open(io.BytesIO(render_page(pdf, 2)))
    assert picture.format == "JPEG"
    assert picture.width / picture.height == pytest.approx(595 / 842, rel=0.01)


def test_words_are_boxed_where_the_ink_is(pdf: Path) -> None:
    (box,) = locate(pdf, "not seen, and the dog")
    picture = Image.open(io.BytesIO(render_page(pdf, 2))).convert("L")
    whole = (0, 0, picture.width, picture.height)
    dark = picture.point(lambda value: 255 if value < 128 else 0)
    ink = dark.getbbox() or whole
    assert box.top * picture.height == pytest.approx(ink[1], abs=8)
    assert box.bottom * picture.height == pytest.approx(ink[3], abs=8)
    assert ink[0] < box.left * picture.width < box.right * picture.width < ink[2]


def test_layout_is_no_matter_but_letters_are(pdf: Path) -> None:
    assert locate(pdf, 'the "father"\nwas  not seen') == locate(pdf, "The “father” was not seen")
    assert locate(pdf, "was seen") == ()
    assert locate_words(pdf, 1, "father", share=0) == ()
    assert locate(pdf, " … ") == ()


def test_of_words_said_twice_those_are_boxed_that_are_meant(pdf: Path) -> None:
    (first,), (last,) = (
        locate(pdf, "was not seen", share=0.2),
        locate(pdf, "was not seen", share=0.8),
    )
    assert first.right < last.left


def test_the_marks_around_the_words_belong_to_them(pdf: Path) -> None:
    (bare,), (quoted,) = locate(pdf, "father"), locate(pdf, "“father”")
    assert quoted.left < bare.left
    assert bare.right < quoted.right


def test_a_page_that_lies_on_its_side_is_boxed_as_it_is_seen(pdf: Path) -> None:
    (upright,), (lying,) = locate(pdf, "father"), locate(turned(pdf), "father")
    assert lying.top == pytest.approx(upright.left, abs=0.01)
    assert lying.right == pytest.approx(1 - upright.top, abs=0.01)


def test_a_damaged_file_and_a_page_that_is_none_are_one_sentence(pdf: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 and no more")
    for path, number in [(broken, 1), (pdf, 3), (tmp_path / "gone.pdf", 1)]:
        with pytest.raises(UnreadableFile, match=f"Page {number} of {path.name}"):
            render_page(path, number)


def test_many_visitors_at_once_see_the_same_page(pdf: Path) -> None:
    with ThreadPoolExecutor(8) as visitors:
        pictures = [*visitors.map(lambda _: render_page(pdf, 2), range(24))]
    assert len(set(pictures)) == 1
