"""Every kind of file, and every way for one to be unreadable."""

import hashlib
import io
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import pdf_of

from rag.documents.sources import read_source
from rag.documents.suffixes import SUPPORTED
from rag.errors import UnreadableFile
from rag.types import Source


def read(folder: Path, name: str, content: bytes | str) -> Source:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_source(path)


def unreadable(folder: Path, name: str, content: bytes | str) -> str:
    with pytest.raises(UnreadableFile) as error:
        read(folder, name, content)
    message = str(error.value)
    assert message.startswith(name)
    assert message.endswith(".")
    return message


def page_texts(source: Source) -> list[str]:
    return [source.text[page.start : page.end] for page in source.pages]


class TestPdf:
    def test_pages_are_joined_by_form_feeds(self, tmp_path: Path) -> None:
        source = read(tmp_path, "a.pdf", pdf_of(["One (1)", "Two", "Three"]))
        assert source.text == "One (1)\fTwo\fThree"
        assert page_texts(source) == ["One (1)", "Two", "Three"]
        assert [page.number for page in source.pages] == [1, 2, 3]
        assert source.warnings == ()

    def test_checksum_is_of_the_bytes(self, tmp_path: Path) -> None:
        content = pdf_of(["One"])
        assert read(tmp_path, "a.pdf", content).checksum == hashlib.sha256(content).hexdigest()

    @pytest.mark.parametrize(
        ("tree", "labels"),
        [
            ("0 << /S /r >> 2 << /S /D /St 1 >>", ["i", "ii", "1"]),
            ("0 << /S /D >>", [None, None, None]),
            ("", [None, None, None]),
            ("0 << /S /D /St 5 >>", ["5", "6", "7"]),
        ],
    )
    def test_printed_labels(self, tmp_path: Path, tree: str, labels: list[str | None]) -> None:
        source = read(tmp_path, "a.pdf", pdf_of(["One", "Two", "Three"], labels=tree))
        assert [page.label for page in source.pages] == labels

    def test_properties(self, tmp_path: Path) -> None:
        info = "/Title (On bruises) /CreationDate (D:20160906120000Z)"
        source = read(tmp_path, "a.pdf", pdf_of(["One"], info=info))
        assert source.properties == (("title", "On bruises"), ("created", "2016-09-06"))

    def test_a_blank_page_is_no_matter(self, tmp_path: Path) -> None:
        source = read(tmp_path, "a.pdf", pdf_of(["One", "", "Three"]))
        assert source.warnings == ()
        assert page_texts(source) == ["One", "", "Three"]

    def test_a_scan(self, tmp_path: Path) -> None:
        assert "probably a scan" in unreadable(tmp_path, "a.pdf", pdf_of(["", ""]))

    def test_a_web_page(self, tmp_path: Path) -> None:
        page = "<!DOCTYPE html>\n<html><head><title>Report\n not found</title></head></html>"
        message = unreadable(tmp_path, "a.pdf", page)
        assert "web page titled “Report not found”" in message

    def test_something_else(self, tmp_path: Path) -> None:
        assert "not a PDF" in unreadable(tmp_path, "a.pdf", b"\x89PNG and so on")

    @pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
    def test_locked_with_a_password(self, tmp_path: Path, algorithm: str) -> None:
        content = encrypted(pdf_of(["One"]), "secret", algorithm)
        assert "password" in unreadable(tmp_path, "a.pdf", content)

    @pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
    def test_locked_against_editing_only(self, tmp_path: Path, algorithm: str) -> None:
        assert read(tmp_path, "a.pdf", encrypted(pdf_of(["One"]), "", algorithm)).text == "One"

    @pytest.mark.parametrize("compressed", [True, False])
    def test_of_a_truncated_file_what_is_left_is_read(
        self, tmp_path: Path, *, compressed: bool
    ) -> None:
        content = pdf_of(["One"] * 20, compressed=compressed)
        source = read(tmp_path, "a.pdf", content[: len(content) // 2])
        assert 5 <= sum(text.strip() == "One" for text in page_texts(source)) < 20
        assert source.warnings == (
            "the end of the file is missing, and pages may be with it: download it again",
        )

    def test_nothing_is_left_of_a_truncated_file(self, tmp_path: Path) -> None:
        content = pdf_of(["One"] * 20, compressed=True)
        assert "not a complete PDF" in unreadable(tmp_path, "a.pdf", content[:150])

    def test_a_wrong_table_is_mended_and_nothing_reaches_the_console(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
    ) -> None:
        content = pdf_of(["One"]).replace(b"startxref\n", b"startxref\n9")
        source = read(tmp_path, "a.pdf", content)
        assert source.text == "One"
        assert source.warnings == ()
        assert capfd.readouterr() == ("", "")
        assert caplog.records == []

    @settings(deadline=None)  # a busy machine takes longer
    @given(place=st.integers(0, 10_000), byte=st.integers(0, 255), cut=st.integers(0, 2_000))
    def test_damage_is_read_or_refused(
        self, tmp_path_factory: pytest.TempPathFactory, place: int, byte: int, cut: int
    ) -> None:
        """pypdf meets bytes changed and lost anywhere; nothing but UnreadableFile comes out."""
        content = bytearray(pdf_of(["One", "Two"], labels="0 << /S /r >>", compressed=True))
        content[place % len(content)] = byte
        path = tmp_path_factory.getbasetemp() / "damaged.pdf"
        path.write_bytes(bytes(content[: len(content) - cut]) or b"%PDF-")
        try:
            source = read_source(path)
        except UnreadableFile:
            return
        assert len(page_texts(source)) == source.text.count("\f") + 1


def encrypted(content: bytes, password: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(user_password=password, owner_password="owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_encodings(self, tmp_path: Path, encoding: str) -> None:
        source = read(tmp_path, "a.txt", "“Café” – naïve\nβ".encode(encoding))
        assert source.text == "“Café” – naïve\nβ"
        assert source.warnings == ()

    def test_windows_encoding_is_warned_of(self, tmp_path: Path) -> None:
        source = read(tmp_path, "a.txt", "“Café” – naïve".encode("cp1252"))
        assert source.text == "“Café” – naïve"
        assert source.warnings == ("read as Windows-1252, because it is not utf-8",)

    def test_line_ends(self, tmp_path: Path) -> None:
        assert read(tmp_path, "a.txt", "a\r\nb\rc\n\n d ").text == "a\nb\nc\n\n d "

    def test_form_feeds_make_pages(self, tmp_path: Path) -> None:
        source = read(tmp_path, "a.txt", "One\n\fTwo\n\f\n")
        assert page_texts(source) == ["One\n", "Two\n"]
        assert [(page.number, page.label) for page in source.pages] == [(1, None), (2, None)]

    def test_no_pages_without_form_feeds(self, tmp_path: Path) -> None:
        assert read(tmp_path, "a.txt", "One").pages == ()
        assert read(tmp_path, "a.md", "One\fTwo").pages == ()

    @pytest.mark.parametrize("content", [b"", b" \r\n\t "])
    def test_empty(self, tmp_path: Path, content: bytes) -> None:
        for suffix in SUPPORTED:
            assert "is empty" in unreadable(tmp_path, f"a{suffix}", content)

    @pytest.mark.parametrize("content", [bytes(range(256)), b"\x81\x8d\x8f", b"PK\x03\x04\x00\x00"])
    def test_binary(self, tmp_path: Path, content: bytes) -> None:
        assert "binary data" in unreadable(tmp_path, "a.txt", content)

    @pytest.mark.parametrize(
        ("suffix", "format_name"),
        [("txt", "text"), ("TXT", "text"), ("md", "markdown"), ("htm", "html"), ("html", "html")],
    )
    def test_formats(self, tmp_path: Path, suffix: str, format_name: str) -> None:
        source = read(tmp_path, f"a.{suffix}", "One")
        assert (source.file, source.format) == (f"a.{suffix}", format_name)

    @given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
    def test_text_comes_back_as_it_was_written(
        self, tmp_path_factory: pytest.TempPathFactory, text: str
    ) -> None:
        if not text.strip() or text.startswith("\ufeff"):
            return
        path = tmp_path_factory.getbasetemp() / "written.txt"
        path.write_text(text, encoding="utf-8")
        assert read_source(path).text == text


class TestHtml:
    def test_declared_encoding(self, tmp_path: Path) -> None:
        page = '<html><head><meta charset="iso-8859-15"></head><p>5 €</p></html>'
        source = read(tmp_path, "a.html", page.encode("iso-8859-15"))
        assert source.text == page
        assert source.warnings == ()

    def test_byte_order_mark_wins(self, tmp_path: Path) -> None:
        page = '<meta charset="iso-8859-1"><p>ö</p>'
        assert read(tmp_path, "a.html", page.encode("utf-8-sig")).text == page

    def test_unknown_encoding_is_warned_of(self, tmp_path: Path) -> None:
        source = read(tmp_path, "a.html", '<meta charset="klingon"><p>ö</p>')
        assert source.warnings == ("the page declares an unknown encoding, klingon",)
        assert source.text.endswith("<p>ö</p>")


class TestRefused:
    def test_unsupported(self, tmp_path: Path) -> None:
        message = unreadable(tmp_path, "a.xyz", "One")
        assert "unsupported kind" in message
        assert ".docx" in message

    @pytest.mark.parametrize(
        ("content", "what"),
        [(b"%PDF-1.4 and so on", "a PDF"), (b"\xd0\xcf\x11\xe0 x", "an old Off")],
    )
    def test_text_that_is_another_kind_of_file(
        self, tmp_path: Path, content: bytes, what: str
    ) -> None:
        assert f"is not text but {what}" in unreadable(tmp_path, "a.txt", content)

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableFile, match="cannot be opened"):
            read_source(tmp_path / "a.txt")

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").mkdir()
        with pytest.raises(UnreadableFile, match="cannot be opened"):
            read_source(tmp_path / "a.txt")

    def test_old_word(self, tmp_path: Path) -> None:
        assert "old Word file" in unreadable(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1")

    def test_broken_word(self, tmp_path: Path) -> None:
        assert "not a complete Word" in unreadable(tmp_path, "a.docx", b"PK\x03\x04 and so on")
