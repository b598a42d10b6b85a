"""Names for files that every system takes."""

import pytest

from rag.fetching.addresses import parse_address
from rag.fetching.file_names import given_name, safe_name


@pytest.mark.parametrize(
    ("given", "suffix", "safe"),
    [
        ("report.pdf", ".pdf", "report.pdf"),
        ("Child Q: a <final>? report*.pdf", ".pdf", "Child Q- a -final-- report-.pdf"),
        ("download.aspx", ".pdf", "download.pdf"),
        ("version 1.2", ".pdf", "version 1.2.pdf"),
        ("../../etc/passwd", ".txt", "passwd.txt"),
        ("..\\..\\boot.ini", None, "boot.ini"),
        ("con.pdf", ".pdf", "document-con.pdf"),
        ("LPT1.old.pdf", ".pdf", "document-LPT1.old.pdf"),
        ("README.pdf", ".pdf", "document-README.pdf"),
        (" . ", ".pdf", "document.pdf"),
        ("", None, "document"),
        (".hidden", None, "hidden"),
        ("trailing. .pdf", ".pdf", "trailing.pdf"),
        ("a\x00b\nc.pdf", ".pdf", "a-b-c.pdf"),
        ("report.pdf.", ".pdf", "report.pdf"),
    ],
)
def test_a_name_is_safe_and_has_the_suffix_of_its_content(
    given: str, suffix: str | None, safe: str
) -> None:
    assert safe_name(given, suffix) == safe


def test_a_long_name_fits_into_any_file_system() -> None:
    name = safe_name("学" * 400 + ".pdf", ".pdf")
    assert name.endswith(".pdf")
    assert len(name.encode()) < 200


@pytest.mark.parametrize(
    ("address", "disposition", "name"),
    [
        ("https://a.example/x/Child%20Q.pdf?v=2", "", "Child Q.pdf"),
        ("https://a.example/x/%2e%2e%2f%2e%2e%2fq.pdf", "", "q.pdf"),
        ("https://a.example/reviews/", "", "reviews"),
        ("https://a.example/", "inline", "a.example"),
        ("https://a.example/get", 'attachment; filename="Child Q.pdf"', "Child Q.pdf"),
        ("https://a.example/get", "attachment; filename*=UTF-8''Child%20%C3%9C.pdf", "Child Ü.pdf"),
        ("https://a.example/get", "attachment; filename=", "get"),
    ],
)
def test_the_site_names_the_file_or_its_address_does(
    address: str, disposition: str, name: str
) -> None:
    assert given_name(parse_address(address), disposition) == name
