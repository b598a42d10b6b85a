"""Units and spans chosen in, an answer of checked quotations out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.answers.citations import cite
from rag.answers.references import FROM_DIGEST
from rag.answers.refusals import not_stated
from rag.errors import UnknownDocument
from rag.index.library import Library
from rag.questions.query import Focus, Query
from rag.types import Answer, Citation, Span, Statement


@dataclass(frozen=True, slots=True)
class Piece:
    focus: Focus
    spans: tuple[Span, ...]


def compose(
    library: Library,
    query: Query,
    pieces: Sequence[Piece],
    *,
    remarks: Sequence[str] = (),
    counted: str | None = None,
) -> Answer:
    """Every piece is checked against its source; one that does not hold is never shown.

    `counted` is the kind whose number is asked for: it opens the answer and cites all."""
    citations: list[Citation] = []
    shown: list[Statement] = []
    for piece in pieces:
        citation = _cite(library, piece, len(citations) + 1)
        if citation is not None:
            citations.append(citation)
            verbatim = citation.match is not None
            shown.append(Statement(citation.quote, (citation.n,), verbatim))
    if not citations:
        return not_stated(library, query)
    opening = [Statement(remark) for remark in remarks]
    if counted:
        of_kind = tuple(c.n for c in citations if c.kind == counted)
        noun = counted.replace("_", " ") + ("" if len(of_kind) == 1 else "s")
        opening.append(Statement(f"{len(of_kind)} {noun}:", of_kind))
    if any(citation.provenance == "digest" for citation in citations):
        shown.append(Statement(FROM_DIGEST))
    return Answer(query.question, "answered", None, (*opening, *shown), tuple(citations))


def _cite(library: Library, piece: Piece, n: int) -> Citation | None:
    """None too where the document has been published anew since the unit was found."""
    try:
        document = library.document(piece.focus.document)
    except UnknownDocument:
        return None
    if piece.focus.unit not in document.units:
        return None
    return cite(document, piece.focus.unit, piece.spans, n)


def whole(units: Iterable[Focus]) -> list[Piece]:
    return [
        Piece(f, f.unit.spans) for f in units if f.unit.kind != "section" or _says_more(f)
    ]  # fmt: skip


def _says_more(focus: Focus) -> bool:
    return focus.unit.text.count(" ") > 14
