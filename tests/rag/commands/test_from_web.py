"""`rag index` with addresses and lists, as a person at a terminal and a script meet it."""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from fakes import KeywordEmbedding
from web_site import HERE, OTHER_PDF, PDF, MadeTime, Sent, Site, serving

from rag import cli, wiring
from rag.fetching import fetch
from rag.fetching.fetch import Fetcher

Rag = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Asked without a pause."""
    monkeypatch.setattr(fetch, "Fetcher", partial(Fetcher, clock=MadeTime().clock))
    with serving() as opened:
        opened.pages["/pea.pdf"] = Sent(PDF)
        opened.pages["/oat.pdf"] = Sent(OTHER_PDF)
        yield opened


@pytest.fixture
def rag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rag:
    """Exit status, the JSON printed and what was said beside it."""
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAG_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("RAG_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())

    def run(*arguments: str) -> tuple[int, Any, str]:
        monkeypatch.setattr(sys, "argv", ["rag", *arguments, "--json"])
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        printed = capsys.readouterr()
        return int(exit_.value.code or 0), json.loads(printed.out or "null"), printed.err

    return run


def test_an_address_is_added_listed_and_led_to(rag: Rag, site: Site) -> None:
    address = site.at("/pea.pdf")
    status, told, err = rag("index", address, "--allow-host", HERE)
    (result,) = told["documents"]
    assert (status, result["status"], result["source_url"]) == (0, "added", address)
    assert f"{address}: added, pea.pdf, 2 pages, {result['id']}" in " ".join(err.split())
    _, listed, _ = rag("list")
    (document,) = listed["documents"]
    assert (document["source_url"], document["fetched"]) == (address, result["fetched"])
    assert document["sha256"] == result["sha256"]
    _, shown, _ = rag("show", result["id"])
    assert (shown["source_url"], shown["fetched"]) == (address, result["fetched"])
    _, told, _ = rag("quote", "The landlord reported the window in March.")
    assert told["quotes"][0]["citation"]["source_url"] == address


def test_a_typed_address_is_asked_again_and_a_list_only_when_it_is_wanted(
    rag: Rag, site: Site, tmp_path: Path
) -> None:
    listed = tmp_path / "reviews.csv"
    listed.write_text(f"address\n{site.at('/pea.pdf')}\n", encoding="utf-8")
    command = ("index", "--allow-host", HERE, "--list", str(listed))
    rag(*command)
    site.pages["/pea.pdf"] = Sent(OTHER_PDF)
    assert rag(*command)[1]["documents"][0]["warnings"] == []
    for changed in ((*command, "--again"), (*command[:3], site.at("/pea.pdf"))):
        (result,) = rag(*changed)[1]["documents"]
        assert result["status"] == "unchanged"
        assert "has changed at its address" in result["warnings"][0]
    assert site.documents() == ["/pea.pdf"] * 3


def test_a_list_has_a_result_for_each_row_in_its_order_and_files_come_before(
    rag: Rag, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "yew.md").write_text("# Notes on Child Yew\n\nThe dog barked.\n", encoding="utf-8")
    listed = tmp_path / "reviews.csv"
    listed.write_text(
        f"Title;URL;Remark\nPea;{site.at('/pea.pdf')};new\n;;x\n;{site.at('/none.pdf')};\n",
        encoding="utf-8",
    )
    status, told, err = rag(
        "index", "yew.md", site.at("/oat.pdf"), "--list", str(listed), "--allow-host", HERE
    )
    assert status == 0
    assert [(d["file"], d["status"]) for d in told["documents"]] == [
        ("yew.md", "added"), ("oat.pdf", "added"), ("pea.pdf", "added"),
        ("reviews.csv, line 3", "failed"), (site.at("/none.pdf"), "failed"),
    ]  # fmt: skip
    assert told["totals"]["failed"] == 2
    assert "the column 'Remark' is not used" in err
    assert "reviews.csv, line 3 was left out" in err


def test_where_nothing_could_be_fetched_the_status_is_one(rag: Rag, site: Site) -> None:
    status, told, err = rag("index", site.at("/pea.pdf"))
    assert (status, told["documents"][0]["status"]) == (1, "failed")
    told_in_words = " ".join(err.split())
    assert f"--allow-host {HERE}" in told_in_words
    assert "expected at least one web address" in told_in_words
    assert "PDF" not in told_in_words
    assert "--corpus" not in told_in_words
    assert site.asked == []


def test_a_document_of_an_unknown_kind_is_added_without_it(
    rag: Rag, site: Site, tmp_path: Path
) -> None:
    listed = tmp_path / "reviews.csv"
    listed.write_text(f"address,kind\n{site.at('/pea.pdf')},novel\n", encoding="utf-8")
    status, told, err = rag("index", "--allow-host", HERE, "--list", str(listed))
    (result,) = told["documents"]
    assert (status, result["status"]) == (0, "added")
    assert "the kind 'novel' in reviews.csv, line 2 was left out" in " ".join(err.split())


def test_a_list_that_is_none_is_an_error_in_one_sentence(rag: Rag, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("title,area\nA,B\n", encoding="utf-8")
    status, told, err = rag("index", "--list", "list.csv")
    assert (status, told) == (1, None)
    assert "no column of addresses" in err


def test_what_is_stopped_says_how_to_go_on(
    rag: Rag, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Fetcher, "fetch", stop)
    monkeypatch.setattr(sys, "argv", ["rag", "index", site.at("/pea.pdf")])
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    assert exit_.value.code == 130
    assert "the same command goes on with the rest" in " ".join(capsys.readouterr().err.split())
    assert rag("list")[1] == {"documents": []}
