"""Real citations for tests, one for each sentence of a folder's documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.measuring.held import Held
from rag.answer import Answer, Statement
from rag.documents.document import read_document
from rag.quotes.citations.citing import cite
from rag.reading.sentences import sentence_spans
from rag.types import Citation, Document, Unit


@dataclass(frozen=True, slots=True)
class Case:
    """One citation, the answer that is nothing else, and its neighbours."""

    cited: Citation
    document: Document
    other: Citation
    """Of another unit."""
    elsewhere: Document

    @property
    def answer(self) -> Answer:
        return answer_of(self.cited)


def answer_of(*cited: Citation) -> Answer:
    told = tuple(
        Statement(each.quote, (each.n,), verbatim=each.match is not None) for each in cited
    )
    return Answer("?", "answered", None, told, cited)


@dataclass(frozen=True, slots=True)
class Genuine:
    held: Held
    cases: Sequence[Case]


def cite_all(folder: Path) -> Genuine:
    """Documents are named after their files."""
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in (".md", ".pdf")]
    documents = {}
    for path in paths:
        if path.name != "README.md":
            document = read_document(path)
            named = replace(document.record, id=path.stem)
            documents[path.stem] = replace(document, record=named)
    held = Held(documents, {name: folder / each.record.file for name, each in documents.items()})
    return Genuine(held, cases(held))


def cases(held: Held) -> list[Case]:
    documents = list(held.documents.values())
    found = [
        (document, cited)
        for document in documents
        for unit in document.units
        for cited in citations_of(document, unit)
    ]
    return [
        Case(cited, document, other_unit(found, place), next_of(documents, document))
        for place, (document, cited) in enumerate(found)
    ]


def citations_of(document: Document, unit: Unit) -> Iterator[Citation]:
    for start, end in unit.spans:
        for a, b in sentence_spans(document.reading.text[start:end]):
            cited = cite(document, unit, [(start + a, start + b)], 1)
            if cited is not None and len(cited.quote.split()) > 1:
                yield cited


def other_unit(found: Sequence[tuple[Document, Citation]], place: int) -> Citation:
    own = found[place][1]
    after = (found[(place + step) % len(found)][1] for step in range(1, len(found)))
    return next(each for each in after if (each.document, each.unit) != (own.document, own.unit))


def next_of(documents: Sequence[Document], own: Document) -> Document:
    return documents[(documents.index(own) + 1) % len(documents)]
