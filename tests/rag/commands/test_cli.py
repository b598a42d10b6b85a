"""The command line as a script meets it: streams, exit statuses, fields."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fakes import KeywordEmbedding

from rag import cli, wiring
from rag.settings import SETTINGS_FILE, Settings

BULLETIN = """# Learning bulletin: Child Zed

Published by Northmoor Safeguarding Children Board, March 2019

## Findings

- The nursery wrote down three bruises and told nobody.
- Housing officers were not asked what they had seen.

## Recommendations

1. The Board should test how nurseries pass on what they record.
2. Housing staff should be invited to every strategy meeting.
"""
NOTE = "# Notes on Child Yew\n\n## Findings\n\n- The father was met once in two years.\n"


@dataclass(frozen=True)
class Run:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Rag = Callable[..., Run]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "zed.md").write_text(BULLETIN, encoding="utf-8")
    return folder


@pytest.fixture
def rag(
    tmp_path: Path,
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Rag:
    """Runs a command in this process, over the small corpus, with vectors of keywords."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAG_CORPUS", str(corpus))
    monkeypatch.setenv("RAG_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())

    def run(*arguments: str, given: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["rag", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as exit_:
            cli.main()
        captured = capsys.readouterr()
        return Run(int(exit_.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def indexed(rag: Rag) -> Rag:
    assert rag("index").status == 0
    return rag


def only_document(rag: Rag) -> dict[str, Any]:
    (document,) = rag("list", "--json").json["documents"]
    return document


def test_index_reports_each_file_and_the_sums(rag: Rag, corpus: Path) -> None:
    (corpus / "broken.pdf").write_bytes(b"no PDF")
    run = rag("index", "--json")
    assert (run.status, set(run.json)) == (0, {"documents", "totals", "seconds"})
    failed, read = sorted(run.json["documents"], key=lambda d: d["file"])
    assert (failed["id"], failed["status"]) == (None, "failed")
    assert "broken.pdf" in failed["error"]
    assert (read["file"], read["status"], read["error"]) == ("zed.md", "added", None)
    assert set(read) >= {"id", "file", "status", "pages", "units", "passages", "warnings", "error"}
    sums = run.json["totals"]
    assert (sums["documents"], sums["failed"]) == (1, 1)
    assert (sums["units"], sums["passages"]) == (read["units"], read["passages"])


def test_index_again_changes_nothing_and_follows_the_folder(indexed: Rag, corpus: Path) -> None:
    assert [d["status"] for d in indexed("index", "--json").json["documents"]] == ["unchanged"]
    (corpus / "zed.md").unlink()
    (corpus / "yew.md").write_text(NOTE, encoding="utf-8")
    statuses = {d["file"]: d["status"] for d in indexed("index", "--json").json["documents"]}
    assert statuses == {"zed.md": "removed", "yew.md": "added"}


def test_a_file_that_was_added_outlives_a_sync(indexed: Rag, tmp_path: Path) -> None:
    note = tmp_path / "yew.md"
    note.write_text(NOTE, encoding="utf-8")
    assert indexed("index", str(note)).status == 0
    note.unlink()
    assert indexed("index").status == 0
    assert len(indexed("list", "--json").json["documents"]) == 2


def test_where_nothing_can_be_read_index_fails_and_still_says_why(rag: Rag, corpus: Path) -> None:
    err = " ".join(rag("index", "nowhere.pdf").err.split())
    assert "nowhere.pdf: not read." in err
    assert "give another file" in err
    assert "--corpus" not in err
    (corpus / "zed.md").unlink()
    (corpus / "broken.pdf").write_bytes(b"no PDF")
    run = rag("index", "--json")
    assert run.status == 1
    assert run.json["totals"]["failed"] == 1
    assert_one_sentence(run, "Nothing could be read")


def test_an_empty_corpus_folder_is_told_as_that(rag: Rag, corpus: Path) -> None:
    (corpus / "zed.md").unlink()
    run = rag("index", "--json")
    assert run.json["documents"] == []
    assert_one_sentence(run, "No document was found")


def test_another_corpus_has_to_be_asked_for(indexed: Rag, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "yew.md").write_text(NOTE, encoding="utf-8")
    refused = indexed("index", "--corpus", str(other))
    assert_one_sentence(refused, "--replace-corpus")
    assert only_document(indexed)["file"] == "zed.md"
    assert indexed("index", "--corpus", str(other), "--replace-corpus").status == 0
    assert only_document(indexed)["file"] == "yew.md"


def test_list_gives_the_fields_of_the_interface(indexed: Rag) -> None:
    document = only_document(indexed)
    assert set(document) >= {
        "id", "file", "title", "subject", "publisher", "area", "published", "kind", "provenance",
        "pages", "units", "passages", "source_url",
    }  # fmt: skip
    assert document["published"] == "2019-03"
    assert document["provenance"] == "original"
    assert document["id"] in indexed("list").out


def test_show_gives_the_document_whose_units_stand_in_its_text(indexed: Rag) -> None:
    id_ = only_document(indexed)["id"]
    shown = indexed("show", id_, "--json").json
    text = shown["reading_text"]
    assert shown["pages"] == []
    for unit in shown["units"]:
        assert unit["text"].split()[0] in text[unit["start"] : unit["end"]]
    finding = next(unit for unit in shown["units"] if unit["kind"] == "finding")
    assert indexed("show", f"{id_}#{finding['id']}", "--json").json == finding
    assert "three bruises" in indexed("show", f"{id_}#{finding['id']}").out


def test_outline_needs_no_index(rag: Rag, corpus: Path) -> None:
    outlined = rag("outline", str(corpus / "zed.md"), "--json").json
    assert set(outlined) == {"document", "file_properties", "units"}
    assert outlined["document"]["units"] == len(outlined["units"])
    assert rag("list", "--json").json == {"documents": []}
    assert rag("index").status == 0
    assert outlined["document"]["sha256"]
    assert only_document(rag) == outlined["document"]


def test_what_only_a_file_says_of_itself_is_the_same_before_and_after_it_is_indexed(
    rag: Rag, corpus: Path
) -> None:
    file = corpus / "zed.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"---\nauthor: Jo Green\n---\n{text}", encoding="utf-8")
    outlined = rag("outline", str(file), "--json").json
    assert outlined["file_properties"] == {"author": "Jo Green"}
    assert rag("index").status == 0
    shown = rag("show", only_document(rag)["id"], "--json").json
    assert shown["file_properties"] == outlined["file_properties"]


def test_remove_takes_a_document_out_and_says_that_its_file_stays(indexed: Rag) -> None:
    run = indexed("remove", only_document(indexed)["id"])
    assert (run.status, "zed.md stays" in run.err) == (0, True)
    assert indexed("list", "--json").json == {"documents": []}


def test_an_id_that_is_near_is_offered(indexed: Rag) -> None:
    id_ = only_document(indexed)["id"]
    for command in ("remove", "show"):
        err = " ".join(indexed(command, id_[:4].upper()).err.split())
        assert f"Did you mean {id_}?" in err
    assert "Did you mean" not in indexed("remove", "nowhere").err


def test_search_ranks_passages(indexed: Rag) -> None:
    found = indexed("search", "bruises at nursery", "-k", "2", "--json").json
    assert found["question"] == "bruises at nursery"
    assert [hit["rank"] for hit in found["hits"]] == [1, 2]
    assert set(found["hits"][0]) >= {
        "rank", "document", "unit", "label", "page", "text", "score"
    }  # fmt: skip
    assert "three bruises" in found["hits"][0]["text"]


def test_search_neither_shows_nor_searches_for_what_identifies_a_person(
    indexed: Rag, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = KeywordEmbedding.get_query_embedding
    monkeypatch.setattr(
        KeywordEmbedding,
        "get_query_embedding",
        lambda self, text: asked.append(text) or read(self, text),
    )
    found = indexed("search", "bruises, tell me at ann@example.org", "--json").json
    assert found["question"] == "bruises, tell me at [e-mail removed]"
    assert asked == [found["question"]]


def test_ask_answers_with_citations_whose_quotes_are_checked(indexed: Rag) -> None:
    answer = indexed("ask", "What were the findings about Child Zed?", "--json").json
    assert list(answer) == [
        "question", "status", "reason", "form", "parts", "text", "statements", "citations",
        "suggestions", "confidence", "seconds",
    ]  # fmt: skip
    assert answer["status"] == "answered"
    assert {citation["match"] for citation in answer["citations"]} <= {"exact", "layout"}
    text = indexed("show", only_document(indexed)["id"], "--json").json["reading_text"]
    for citation in answer["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["quote"]
    shown = indexed("ask", "What were the findings about Child Zed?").out
    assert "three bruises" in shown
    assert "[1]" in shown


def test_a_refusal_is_an_answer(indexed: Rag) -> None:
    run = indexed("ask", "What is the capital of France?", "--json")
    assert (run.status, run.json["status"], run.json["citations"]) == (0, "refused", [])


def test_batch_answers_line_by_line_and_passes_over_bad_ones(indexed: Rag) -> None:
    lines = [
        b'{"id": 1, "turns": ["What were the findings about Child Zed?"]}',
        b"",
        b"not JSON",
        b'{"id": "b", "turns": []}',
        b'{"id": "c", "turns": [" "]}',
        b'{"id": "d", "turns": ["\xff"]}',
        b"[" * 100_000,
        b'{"id": 2, "turns": ["findings about Child Zed?", "and the recommendations?"]}',
    ]
    run = indexed("ask", "--batch", "-", given=b"\n".join(lines))
    assert run.status == 0
    assert [line["id"] for line in run.lines] == [1, None, "b", "c", None, None, 2]
    assert [line.get("line") for line in run.lines] == [None, 3, 4, 5, 6, 7, None]
    assert all(set(line) == {"id", "line", "error"} for line in run.lines[1:-1])
    assert run.lines[0]["citations"]


@pytest.mark.parametrize("command", [("ask", ""), ("ask", "What?", " "), ("search", " ")])
def test_an_empty_question_is_an_error(indexed: Rag, command: tuple[str, ...]) -> None:
    assert_one_sentence(indexed(*command), "question is empty")


@pytest.mark.parametrize(
    "command", [("ask", "What?"), ("search", "What?"), ("ask", "--batch", "-")]
)
def test_an_empty_library_is_an_error(rag: Rag, command: tuple[str, ...]) -> None:
    assert_one_sentence(rag(*command), "rag index")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("show", "nothing"), "nothing"),
        (("remove", "nothing"), "nothing"),
        (("outline", "nothing.pdf"), "nothing.pdf"),
        (("list", "--llm", "foo"), "--llm"),
        (("ask", "What?", "--llm", "openai-like:m@http://localhost/v1"), "not supported yet"),
        (("index", "--corpus", "nowhere"), "nowhere"),
    ],
)
def test_an_error_is_one_sentence_on_standard_error(
    rag: Rag, command: tuple[str, ...], reason: str
) -> None:
    assert_one_sentence(rag(*command), reason)


@pytest.mark.parametrize(
    "command", [("ask",), ("ask", "What?", "--batch", "-"), ("lst",), ("search", "-k", "0", "x")]
)
def test_wrong_usage_has_a_status_of_its_own(rag: Rag, command: tuple[str, ...]) -> None:
    run = rag(*command)
    assert (run.status, run.out) == (2, "")


def test_what_others_wrote_cannot_steer_the_terminal(rag: Rag, corpus: Path) -> None:
    (corpus / "zed.md").write_text("# A [bold]title[/bold] :smile:\n\nWords.\n", "utf-8")
    rag("index")
    assert "A [bold]title[/bold] :smile:" in rag("list").out
    told = rag("show", "\x1b[31mred\x07\x9b").err
    assert "[31mred" in told
    assert not set(told) & {"\x1b", "\x07", "\x9b"}


def test_the_data_folder_is_private_and_kept_out_of_git(indexed: Rag, tmp_path: Path) -> None:
    assert only_document(indexed)
    assert (tmp_path / "data" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    if sys.platform != "win32":
        assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_settings_go_before_or_after_what_a_command_is_about(rag: Rag, tmp_path: Path) -> None:
    elsewhere = str(tmp_path / "elsewhere")
    assert rag("index", "--data", elsewhere).status == 0
    assert rag("list", "--json").json["documents"] == []
    for command in (("--data", elsewhere, "--json"), ("--json", "--data", elsewhere)):
        assert len(rag("list", *command).json["documents"]) == 1


def test_the_help_names_every_setting(rag: Rag) -> None:
    told = rag("--help").out
    for name in Settings.model_fields:
        assert f"--{name.replace('_', '-')}" in told
        assert f"RAG_{name.upper()}" in told
    assert SETTINGS_FILE in told


def test_commands_that_only_look_load_no_model() -> None:
    """Two thirds of a second at most, where the models take ten: it is the imports that count."""
    code = (
        "import sys; from rag import cli; sys.argv = ['rag', 'list'];\n"
        "try: cli.main()\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    slow = {"torch", "chromadb", "llama_index", "streamlit", "sentence_transformers", "numpy"}
    assert loaded & slow == set()


def assert_one_sentence(run: Run, part: str) -> None:
    assert run.status == 1
    assert part in run.err
    assert "Traceback" not in run.err
    assert len(run.err.strip().splitlines()) == 1
