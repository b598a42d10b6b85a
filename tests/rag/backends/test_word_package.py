"""Every way in which a Word file may be packed, and what is said of one that cannot be read."""

import io
import zipfile
from collections.abc import Callable

import pytest
from made_word import WITH_MACROS, heading, notes, packed, paragraph, word_of

from rag.backends.word import extract_text
from rag.errors import UnreadableFile

BODY = heading("Findings") + paragraph("The nurse saw the child.")
TEXT = "# Findings\n\nThe nurse saw the child."


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(change: Callable[[dict[str, bytes]], object]) -> bytes:
    parts = parts_of(word_of(BODY))
    change(parts)
    return packed(parts)


@pytest.mark.parametrize(
    "main",
    [
        WITH_MACROS,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_documents_with_macros_and_templates(main: str) -> None:
    assert extract_text(word_of(BODY, main=main), "a.docm").text == TEXT


def test_strict_open_xml() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    content = word_of(
        BODY + paragraph("Noted", reference),
        parts={"footnotes.xml": notes("footnote", "so")},
        strict=True,
    )
    assert b"schemas.openxmlformats.org/wordprocessingml" not in content
    assert extract_text(content, "a.docx").text == f"{TEXT}\n\nNoted\n\n¹ so"


def dead_link(target: str) -> Callable[[dict[str, bytes]], object]:
    link = f'<Relationship Id="rId9" Type="x" Target="{target}"/></Relationships>'.encode()

    def change(parts: dict[str, bytes]) -> None:
        key = "word/_rels/document.xml.rels"
        parts[key] = parts[key].replace(b"</Relationships>", link)

    return change


@pytest.mark.parametrize("target", ["NULL", "../NULL", "#_Toc1", "media/gone.png", "/x/y.xml"])
def test_links_to_nothing_do_no_harm(target: str) -> None:
    assert extract_text(changed(dead_link(target)), "a.docx").text == TEXT


def test_paths_as_windows_writes_them() -> None:
    parts = {name.replace("/", "\\"): part for name, part in parts_of(word_of(BODY)).items()}
    assert extract_text(packed(parts), "a.docx").text == TEXT


def test_letters_of_a_path_in_another_case() -> None:
    content = changed(lambda parts: parts.update({"word/Styles.xml": parts.pop("word/styles.xml")}))
    assert extract_text(content, "a.docx").text == TEXT


def test_properties_that_are_none() -> None:
    properties = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>soon'
        "</dcterms:created></cp:coreProperties>"
    )

    def change(parts: dict[str, bytes]) -> None:
        parts["docProps/core.xml"] = properties.encode()
        link = (
            b'<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/'
            b'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
        )
        parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", link)

    assert extract_text(changed(change), "a.docx").properties == ()


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as error:
        extract_text(content, "a.docx")
    message = str(error.value)
    assert message.startswith("a.docx ")
    assert message.endswith(".")
    return message


@pytest.mark.parametrize("content", [word_of(BODY)[:-100], b"PK\x03\x04 and so on"])
def test_a_file_that_was_cut_off_is_not_complete(content: bytes) -> None:
    assert "not a complete Word document" in refused(content)


def test_a_damaged_entry_is_not_complete() -> None:
    content = word_of(BODY).replace(b"The nurse", b"The burse")
    assert "not a complete Word document" in refused(content)


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: parts.update({"word/document.xml": b"<w:document"}),
        lambda parts: parts.pop("word/document.xml"),
        lambda parts: parts.pop("_rels/.rels"),
    ],
)
def test_a_complete_file_is_not_called_incomplete(
    change: Callable[[dict[str, bytes]], object],
) -> None:
    message = refused(changed(change))
    assert "cannot be read as a Word document" in message
    assert "complete" not in message


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xef\xbb\xbf{\\rtf1 x}", "an RTF file"),
        (b"\n<!DOCTYPE html><html></html>", "a web page"),
        (b"MIME-Version: 1.0\n", "a web page"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "an OpenDocument file"),
        (packed({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), "an Excel workbook"),
        (packed({"[Content_Types].xml": "<a/>", "ppt/x.xml": "<a/>"}), "a PowerPoint file"),
        (packed({"report.pdf": "x"}), "an archive of other files"),
    ],
)
def test_other_files_with_the_suffix_of_word(content: bytes, told: str) -> None:
    assert f"is not a Word document but {told}" in refused(content)


def test_a_locked_archive() -> None:
    content = bytearray(word_of(BODY))
    at = content.index(b"PK\x01\x02")
    while at >= 0:  # in the directory of the archive, the flag of each entry
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    assert "is locked with a password" in refused(bytes(content))


def test_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.backends.word_package._MOST_XML", 100)
    assert "expected at most" in refused(word_of(BODY))


@pytest.mark.parametrize(("opened", "closed"), [("<w:ins>", "</w:ins>"), ("<w:sdt>", "</w:sdt>")])
def test_a_file_that_is_nested_too_deep_is_whole(opened: str, closed: str) -> None:
    words = "<w:r><w:t>Nobody asked.</w:t></w:r>"
    shallow, deep = (
        word_of(paragraph(opened * deep + words + closed * deep) + paragraph("It was late."))
        for deep in (40, 300)
    )
    assert "It was late." in extract_text(shallow, "a.docx").text
    with pytest.raises(UnreadableFile, match=r"hundreds deep.* though it is whole"):
        extract_text(deep, "a.docx")
