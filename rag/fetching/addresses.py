"""What a person typed as a web address in, one that can be asked and kept out."""

import re

import httpx

from rag.errors import NotFetched

MOST_CHARACTERS = 2000
_SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9_.-]+|[0-9a-f:.]*:[0-9a-f:.]*", re.IGNORECASE)
_NAMED = re.compile(r"//[^/?#]*@")


def is_address(text: str) -> bool:
    """Whether it is meant as an address on a network, of whatever kind, and not as a file."""
    return _SCHEME.match(text) is not None


def parse_address(given: str) -> httpx.URL:
    """In lower case and ASCII where addresses are, without a fragment or a port that goes without
    saying.

    Raises NotFetched where it is not http or https, names no host, or holds a name and password,
    which would be kept and shown.
    """
    text = given.strip()
    if len(text) > MOST_CHARACTERS:
        raise NotFetched(
            f"the address has {len(text)} characters: expected {MOST_CHARACTERS} at most; copy it"
            " again from the browser."
        )
    try:
        address = httpx.URL(text).copy_with(fragment=None)
        host = address.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFetched(_no_address(text)) from error
    if address.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise NotFetched(_no_address(text))
    if address.port is not None and not 0 < address.port < 65536:
        raise NotFetched(_no_address(text))
    if address.userinfo:
        raise NotFetched(
            f"{without_name(text)} holds a name or password before the host: expected an address"
            " without, for it is kept and shown; take these out."
        )
    return address


def follow(address: httpx.URL, location: str) -> httpx.URL:
    """Where an answer of `address` leads on to. Raises NotFetched as `parse_address` does."""
    try:
        return parse_address(str(address.join(location)))
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFetched(_no_address(location)) from error


def without_name(text: str) -> str:
    """The address without a name and password, for showing."""
    return _NAMED.sub("//", text.strip()[:MOST_CHARACTERS])


def _no_address(text: str) -> str:
    shown = without_name(text)
    return (
        f"{shown or 'nothing'} is no address of the web: expected one such as"
        " https://example.org/report.pdf; copy it again from the browser."
    )
