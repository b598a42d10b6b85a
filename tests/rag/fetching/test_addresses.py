"""What counts as an address, and how it is kept."""

import pytest

from rag.errors import NotFetched
from rag.fetching.addresses import is_address, parse_address


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (" https://Example.org:443/a b.pdf#page=3 ", "https://example.org/a%20b.pdf"),
        ("HTTP://example.org", "http://example.org"),
        ("https://bücher.example/ü.pdf?x=1&y=%2F", "https://xn--bcher-kva.example/%C3%BC.pdf?x=1&y=%2F"),
        ("http://example.org:8080/a%20b.pdf", "http://example.org:8080/a%20b.pdf"),
    ],
)  # fmt: skip
def test_an_address_is_kept_in_one_form(given: str, kept: str) -> None:
    assert str(parse_address(given)) == kept


@pytest.mark.parametrize(
    "given",
    ["", "report.pdf", "file:///etc/passwd", "ftp://example.org/a.pdf", "https:///a.pdf",
     "http://", "http://exa mple.org/", "http://[fe80::1%25eth0]/", "http://example.org:99999/",
     "javascript:alert(1)", "http://example.org/\x00", "https://" + "a" * 3000],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(given: str) -> None:
    with pytest.raises(NotFetched, match="address"):
        parse_address(given)


@pytest.mark.parametrize("given", ["https://ann:secret@example.org/a.pdf", "http://secret@b.org/"])
def test_a_name_and_password_are_neither_kept_nor_repeated(given: str) -> None:
    with pytest.raises(NotFetched) as refused:
        parse_address(given)
    assert "secret" not in str(refused.value)


def test_an_address_is_told_from_a_file() -> None:
    assert all(map(is_address, ("https://a.org/b.pdf", "FTP://a", " http://a")))
    assert not any(
        map(is_address, ("report.pdf", "C:\\reports\\a.pdf", "/a/b.pdf", "a:b", "http:/a"))
    )
