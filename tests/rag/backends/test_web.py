"""Connections: only to the addresses that were chosen, with the certificate of the name."""

from pathlib import Path

import httpcore
import pytest
from made_certificates import certificate
from web_site import HERE, PDF, MadeTime, Sent, Site, fetcher_of, serving

from rag.backends import web
from rag.errors import NotFetched
from rag.fetching.addresses import parse_address
from rag.fetching.fetch import Fetcher


def named(site: Site, host: str, path: str) -> str:
    return f"https://{host}:{site.server_port}{path}"


def test_a_name_is_looked_up_once_and_just_what_was_found_is_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that leads to this machine when it is asked a second time gains nothing."""
    found = [["203.0.113.7", "203.0.113.8"], [HERE]]
    connected: list[str] = []

    def connect(_: object, host: str, *__: object, **___: object) -> httpcore.NetworkStream:
        connected.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    with (
        pytest.raises(NotFetched, match="cannot be reached"),
        web.ask("https://files.example/a.pdf", {}, choose=lambda *_: found.pop(0)),
    ):
        pass
    assert connected == ["203.0.113.7", "203.0.113.8"]
    assert found == [[HERE]]


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    shown, _ = certificate(tmp_path, HERE)
    with serving(shown) as site:
        site.pages["/a.pdf"] = Sent(PDF)
        with pytest.raises(NotFetched, match="cannot prove that it is that host"):
            fetcher_of().fetch(parse_address(site.at("/a.pdf", scheme="https")))
        assert site.asked == []


def test_a_certificate_is_checked_against_the_name_and_not_the_number_connected_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, trusted = certificate(tmp_path, "files.example")
    monkeypatch.setattr(web, "_trusted", lambda: trusted)
    with serving(shown) as site:
        site.pages["/a.pdf"] = Sent(PDF)
        fetcher = Fetcher(
            allowed={"files.example", "other.example"},
            clock=MadeTime().clock,
            resolve=lambda *_: [HERE],
        )
        found = fetcher.fetch(parse_address(named(site, "files.example", "/a.pdf")))
        assert found is not None
        assert found.content == PDF
        with pytest.raises(NotFetched, match="cannot prove that it is that host"):
            fetcher.fetch(parse_address(named(site, "other.example", "/a.pdf")))
