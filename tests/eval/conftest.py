"""A library small enough to check by eye: two documents in a folder, and answers by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from made_gold import FATHER, FINDING, POLICE

from eval.measuring.held import Held
from rag.answer import Answer, Statement
from rag.types import Citation, Document, Reading, Record, Source, Unit

SOURCE = """<p>Findings</p>

- Nobody   kept a **chronology** of
  the home visits.
- Father was seldom asked about.

POLICE
1) Officers to record each visit.

More at [the board](https://example.org/board): <https://example.org/guide>
"""
READING = (
    "Findings\n\n"
    "Nobody kept a chronology of the home visits.\n\n"
    "Father was seldom asked about.\n\n"
    "POLICE\n\n"
    "Officers to record each visit.\n\n"
    "More at the board: https://example.org/guide"
)
LINKS = "More at the board: https://example.org/guide"


def _unit(name: str, kind: str, label: str, text: str, agency: str | None = None) -> Unit:
    start = READING.index(text)
    end = start + len(text)
    span = ((start, end),)
    return Unit(name, kind, label, None, agency, None, (), text, None, None, None, start, end, span)


UNITS = (
    _unit("findings-item-1", "finding", "Findings, item 1", FINDING),
    _unit("findings-item-2", "finding", "Findings, item 2", FATHER),
    _unit(
        "police-recommendation-1", "recommendation", "Police, recommendation 1", POLICE, "Police"
    ),
    _unit("resource-1", "resource", "Resource 1", LINKS),
)


def _document(name: str, provenance: str) -> Document:
    record = Record(
        id=name,
        file=f"{name}.txt",
        title=f"Review {name}",
        subject=None,
        publisher=None,
        area=None,
        published=None,
        kind="other",
        provenance="digest" if provenance == "digest" else "original",
        source_url=None,
    )
    source = Source(record.file, "text", SOURCE, (), "0" * 64)
    return Document(record, source, Reading(READING, (), ()), (), UNITS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("elm", "oak"):
        (tmp_path / f"{name}.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def documents() -> dict[str, Document]:
    return {"elm": _document("elm", "original"), "oak": _document("oak", "digest")}


@pytest.fixture
def cite() -> Callable[..., Citation]:
    """A citation of the words given, in the unit that holds them."""

    def make(n: int, quote: str, document: str = "elm", *, shift: int = 0) -> Citation:
        unit = next(unit for unit in UNITS if quote in unit.text)
        start = READING.index(quote) + shift
        end = start + len(quote)
        original = document != "oak"
        return Citation(
            n=n,
            document=document,
            title=f"Review {document}",
            subject=None,
            publisher=None,
            area=None,
            published=None,
            provenance="original" if original else "digest",
            unit=unit.id,
            kind=unit.kind,
            label=unit.label,
            path=unit.path,
            agency=unit.agency,
            page=None,
            page_label=None,
            quote=quote,
            start=start,
            end=end,
            spans=((start, end),),
            match="layout" if original else None,
            link=f"?doc={document}&unit={unit.id}&start={start}&end={end}",
            source_url=None,
            speaker="the review",
        )

    return make


@pytest.fixture
def answer() -> Callable[..., Answer]:
    """An answer that shows the citations in the order given."""

    def make(*citations: Citation, status: str = "answered", reason: str | None = None) -> Answer:
        statements = tuple(Statement(each.quote, (each.n,), verbatim=True) for each in citations)
        return Answer("?", status, reason, statements, citations)  # type: ignore[arg-type]

    return make


@pytest.fixture
def held(documents: dict[str, Document], folder: Path) -> Held:
    return Held(documents, {name: folder / f"{name}.txt" for name in documents})
