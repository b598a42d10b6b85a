"""A kept answer in, the same answer as far as its words still stand in the library out."""

from dataclasses import dataclass, replace

from rag.answer import Answer, Statement
from rag.errors import UnknownDocument
from rag.index.library import Library
from rag.outline.addresses import span_text
from rag.quotes.check import check_quote
from rag.types import Citation

GONE = "These words no longer stand so in the library."


@dataclass(frozen=True, slots=True)
class Standing:
    answer: Answer
    """No word of a document in it that does not stand there now."""
    gone: frozenset[int] = frozenset()
    """Numbers of the citations whose words do not."""


def as_it_stands(library: Library, answer: Answer) -> Standing:
    gone = frozenset(each.n for each in answer.citations if not _stands(library, each))
    if not gone:
        return Standing(answer)
    statements = [
        Statement(GONE, each.citations) if gone.intersection(each.citations) else each
        for each in answer.statements
    ]
    citations = [replace(c, quote="", match=None) if c.n in gone else c for c in answer.citations]
    return Standing(replace(answer, statements=tuple(statements), citations=tuple(citations)), gone)


def _stands(library: Library, citation: Citation) -> bool:
    try:
        document = library.document(citation.document)
    except UnknownDocument:
        return False
    text, spans = document.reading.text, citation.spans
    return (
        document.record.provenance == citation.provenance
        and span_text(text, spans) == citation.quote
        and check_quote(document, spans, citation.quote) is not None
    )
