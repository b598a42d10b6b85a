"""`rag quote` as a person and as a script meets it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import KeywordEmbedding
from made_libraries import review

from rag import cli, wiring

SAID = "The nursery wrote down three bruises and told nobody."
Rag = Callable[..., tuple[int, str, str]]


@pytest.fixture
def rag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rag:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "zed.md").write_text(review(SAID), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAG_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("RAG_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["rag", *arguments])
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        captured = capsys.readouterr()
        return int(exit_.value.code or 0), captured.out, captured.err

    return run


def test_json_has_the_fields_of_the_interface(rag: Rag) -> None:
    rag("index")
    status, out, _ = rag("quote", SAID.replace("three", "two"), "--json")
    (found,) = json.loads(out)["quotes"]
    assert status == 0
    assert found["match"] == "altered"
    assert found["differences"] == [{"op": "changed", "given": "two", "source": "three"}]
    assert found["citation"]["quote"] == SAID
    assert found["also"] == []
    assert found["given"] == SAID.replace("three", "two")


def test_a_person_reads_the_verdict_first_and_a_reference_to_copy(rag: Rag) -> None:
    rag("index")
    _, out, _ = rag("quote", SAID)
    assert out.startswith("These words stand in the review, character for character.")
    assert "(Serious Case Review: Child Z" in out
    _, out, _ = rag("quote", SAID.replace("told nobody", "told somebody"))
    assert out.startswith("Not as quoted")
    assert "you have “somebody.”, the review has “nobody.”" in out
    _, out, _ = rag("quote", "words that nobody has ever written here")
    assert out.startswith("Not found")


def test_every_quotation_of_a_file_is_judged(rag: Rag, tmp_path: Path) -> None:
    rag("index")
    text = f"“{SAID}” is right; “the nursery wrote down two bruises and told nobody” is wrong."
    (tmp_path / "talk.txt").write_text(text, encoding="utf-8")
    status, out, _ = rag("quote", "talk.txt", "--json")
    assert status == 0
    assert [each["match"] for each in json.loads(out)["quotes"]] == ["exact", "altered"]
    _, out, _ = rag("quote", "talk.txt")
    assert out.splitlines()[-1] == "2 quotations: 1 exact, 1 altered."


def test_a_file_without_quotations_says_so(rag: Rag, tmp_path: Path) -> None:
    rag("index")
    (tmp_path / "talk.txt").write_text("Nothing is quoted.", encoding="utf-8")
    status, out, err = rag("quote", "talk.txt", "--json")
    assert (status, json.loads(out)) == (0, {"quotes": []})
    assert "no quotation" in err


def test_nothing_to_look_up_and_nothing_to_look_in_are_errors(rag: Rag) -> None:
    assert rag("quote", " ")[0] == 1
    status, out, err = rag("quote", "x" * 5000)
    assert (status, out) == (1, "")
    assert err.startswith("rag: The library is empty")


@pytest.mark.parametrize(
    "given",
    ["talk.docx", "my talk for Monday.PPTX", "talks/monday.odt", "./talk", "C:\\talks\\monday",
     "/talks/monday", "corpus/none"],
)  # fmt: skip
def test_a_file_that_is_not_there_is_an_error_and_no_verdict(rag: Rag, given: str) -> None:
    rag("index")
    status, out, err = rag("quote", given, "--json")
    assert (status, out) == (1, "")
    assert err.startswith("rag: There is no file ")


@pytest.mark.parametrize(
    "given",
    ["and/or", "24/7", "the police and/or the school", "aged 1.5", "corpus", "drugs/alcohol.",
     "/ the nursery was told. Nobody wrote it down", "https://www.example.org/talk.pdf"],
)  # fmt: skip
def test_words_with_a_slash_or_a_dot_are_words(rag: Rag, given: str) -> None:
    rag("index")
    status, out, _ = rag("quote", given, "--json")
    assert status == 0
    assert json.loads(out)["quotes"][0]["match"] == "absent"
