"""Every field that other programs rely on, written out: some may be added, none may go."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fakes import KeywordEmbedding
from typer.testing import CliRunner

from rag import cli, wiring

BULLETIN = """# Learning bulletin: Child Zed

Published by Northmoor Safeguarding Children Board, March 2019

## Findings

- The nursery wrote down three bruises and told nobody.
- Housing officers were not asked what they had seen.
"""
QUESTION = "What were the findings about Child Zed?"

DOCUMENT = {
    "id": str, "file": str, "title": str, "subject": (str, None), "publisher": (str, None),
    "area": (str, None), "published": (str, None), "kind": str, "provenance": str,
    "passages": int, "source_url": (str, None),
}  # fmt: skip
COUNTS = {"pages": int, "units": int}
UNIT = {
    "id": str, "kind": str, "label": str, "number": (str, None), "agency": (str, None),
    "parent": (str, None), "path": list, "text": str, "lead_in": (str, None), "page": (int, None),
    "page_label": (str, None), "start": int, "end": int, "spans": list,
}  # fmt: skip
RESULT = {
    "id": (str, None), "file": str, "status": str, "pages": int, "units": int, "passages": int,
    "warnings": list, "doubtful_pages": list, "second_reader_pages": list, "error": (str, None),
    "source_url": (str, None), "fetched": (str, None), "sha256": (str, None),
}  # fmt: skip
TOTALS = {"documents": int, "pages": int, "units": int, "passages": int, "failed": int}
HIT = {
    "rank": int, "document": str, "unit": str, "label": str, "page": (int, None), "text": str,
    "score": float,
}  # fmt: skip
ANSWER = {
    "question": str, "status": str, "reason": (str, None), "form": (str, None), "text": str,
    "parts": list, "statements": list, "citations": list, "suggestions": list, "seconds": float,
}  # fmt: skip
FORMS = {
    "unit", "list", "count", "fact", "yes_no", "why", "quote", "summary", "timeline", "theme",
    "compare", "role", "check", "explain", "library", "search", None,
}  # fmt: skip
TRACE = {
    "question": str, "documents": list, "others": list, "scope": str, "scopes": dict, "forms": dict,
    "units": list, "kinds": list, "owners": list, "facts": list, "times": list, "person": str,
    "asks": list, "mention": list, "premises": list, "polarity": str, "language": str,
    "topic": list, "points": str, "points_at": list, "way": str, "proposals": list,
    "reason": (str, None),
}  # fmt: skip
STATEMENT = {"text": str, "citations": list, "verbatim": bool}
CITATION = {
    "n": int, "document": str, "title": str, "subject": (str, None), "publisher": (str, None),
    "area": (str, None), "published": (str, None), "provenance": str, "unit": str, "kind": str,
    "label": str, "path": list, "agency": (str, None), "page": (int, None),
    "page_label": (str, None), "quote": str, "start": int, "end": int, "spans": list,
    "match": (str, None), "link": str, "source_url": (str, None),
    "speaker": str,
}  # fmt: skip
VERDICT = {
    "given": str, "match": str, "differences": list, "citation": (dict, None), "also": list
}  # fmt: skip
DIFFERENCE = {"op": str, "given": str, "source": str}


@pytest.fixture(scope="module", autouse=True)
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a corpus of two files, one of them broken, which are indexed."""
    folder = tmp_path_factory.mktemp("contract")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "zed.md").write_text(BULLETIN, encoding="utf-8")
    (corpus / "broken.pdf").write_bytes(b"no PDF")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("RAG_CORPUS", str(corpus))
        patch.setenv("RAG_DATA", str(folder / "data"))
        patch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())
        rag("index")
        yield corpus


def rag(*arguments: str, given: str | None = None) -> str:
    done = CliRunner().invoke(cli.app, [*arguments], input=given)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def data(*arguments: str) -> Any:
    return json.loads(rag(*arguments, "--json"))


def has(value: dict[str, Any], fields: dict[str, Any]) -> bool:
    """Every field is there, with a value of one of its types; None stands for null."""
    for name, types in fields.items():
        allowed = types if isinstance(types, tuple) else (types,)
        assert name in value, name
        assert (None if value[name] is None else type(value[name])) in allowed, name
    return True


def is_answer(value: dict[str, Any]) -> bool:
    assert has(value, ANSWER)
    assert value["status"] in {"answered", "partial", "refused", "clarify"}
    assert value["form"] in FORMS
    assert all(has(statement, STATEMENT) for statement in value["statements"])
    return all(is_citation(citation) for citation in value["citations"])


def is_citation(value: dict[str, Any]) -> bool:
    assert has(value, CITATION)
    assert value["match"] in {"exact", "layout"}
    place = "?doc={document}&unit={unit}&start={start}&end={end}".format(**value)
    assert f"{value['link']}&".startswith(f"{place}&")
    outer = [value["spans"][0][0], value["spans"][-1][1]]
    return outer == [value["start"], value["end"]]


def test_index() -> None:
    told = data("index")
    assert has(told, {"documents": list, "totals": dict, "seconds": float})
    assert has(told["totals"], TOTALS)
    assert {d["status"] for d in told["documents"] if has(d, RESULT)} == {"unchanged", "failed"}


def test_list_show_and_outline(library: Path) -> None:
    (listed,) = data("list")["documents"]
    assert has(listed, DOCUMENT | COUNTS)
    shown = data("show", listed["id"])
    assert has(shown, DOCUMENT | {"reading_text": str, "units": list, "pages": list})
    assert shown["units"]
    assert all(has(unit, UNIT) for unit in shown["units"])
    assert has(data("show", f"{listed['id']}#{shown['units'][0]['id']}"), UNIT)
    outlined = data("outline", str(library / "zed.md"))
    assert has(outlined["document"], DOCUMENT | COUNTS)
    assert outlined["units"] == shown["units"]


def test_show_gives_the_pages_of_a_document_that_has_some(tmp_path: Path) -> None:
    paged = tmp_path / "yew.txt"
    paged.write_text("Notes on Child Yew\n\nOne page.\fAnother page.", encoding="utf-8")
    (added,) = data("index", str(paged))["documents"]
    pages = data("show", added["id"])["pages"]
    fields = {"page": int, "page_label": (str, None), "start": int, "end": int}
    assert [page["page"] for page in pages if has(page, fields)] == [1, 2]
    rag("remove", added["id"])


def test_search() -> None:
    found = data("search", "bruises at nursery")
    assert has(found, {"question": str, "hits": list})
    assert found["hits"]
    assert all(has(hit, HIT) for hit in found["hits"])


def test_ask() -> None:
    answered = data("ask", QUESTION)
    assert is_answer(answered)
    assert answered["citations"]
    assert is_answer(data("ask", "What is the capital of France?"))


def test_batch() -> None:
    lines = [json.dumps({"id": "a", "turns": [QUESTION]}), "nonsense"]
    good, bad = map(json.loads, rag("ask", "--batch", "-", given="\n".join(lines)).splitlines())
    assert good["id"] == "a"
    assert is_answer(good)
    assert has(bad, {"id": (None,), "line": int, "error": str})


def test_explain() -> None:
    answered = data("ask", QUESTION, "--explain")
    assert is_answer(answered)
    assert has(answered["trace"], TRACE)
    assert [d["document"] for d in answered["trace"]["documents"]]
    line = json.dumps({"id": "a", "turns": [QUESTION]})
    (one,) = map(json.loads, rag("ask", "--batch", "-", "--explain", given=line).splitlines())
    assert one["trace"] == answered["trace"]
    assert "How this question was read" in rag("ask", QUESTION, "--explain")
    assert "How this question was read" not in rag("ask", QUESTION)


def test_quote() -> None:
    given = "The nursery wrote down two bruises and told nobody."
    (verdict,) = data("quote", given)["quotes"]
    assert has(verdict, VERDICT)
    assert verdict["match"] == "altered"
    assert all(has(difference, DIFFERENCE) for difference in verdict["differences"])
    assert is_citation(verdict["citation"])
