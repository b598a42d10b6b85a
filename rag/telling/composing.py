"""Units and spans chosen in, an answer of checked quotations out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rag.answer import Answer, Statement, answered
from rag.errors import UnknownDocument
from rag.evidence.thoughts import complete
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.quotes.citations.citing import cite
from rag.quotes.citations.references import FROM_DIGEST
from rag.telling.refusals import not_stated
from rag.types import Citation, Span

ONLY_INSPECTIONS = "No review here was found to say this. Inspection reports do:"
Lead = Callable[[Sequence[Citation]], Statement]
"""The citations of an answer in, the sentence that opens it out."""


@dataclass(frozen=True, slots=True)
class Piece:
    focus: Focus
    spans: tuple[Span, ...]
    heading: str | None = None
    """Stands above it: the review, where several have their say."""


def compose(
    library: Library,
    request: Request,
    pieces: Sequence[Piece],
    *,
    lead: Lead | None = None,
    remarks: Sequence[str] = (),
) -> Answer:
    """Every piece is checked against its source; one that does not hold is never shown, and its
    heading stands above the next that has none."""
    shown, citations = _show(library, pieces, ())
    if not citations:
        return not_stated(library, request)
    opening = [Statement(remark) for remark in remarks]
    opening += [lead(citations)] if lead else []
    statements = with_digest_note((*opening, *shown), citations)
    return answered(statements, citations)


def add_pieces(library: Library, answer: Answer, pieces: Sequence[Piece], heading: str) -> Answer:
    """Behind all that the answer says, under a heading of their own; what it quotes already is left
    out."""
    shown, citations = _show(library, pieces, answer.citations)
    if not shown:
        return answer
    statements = (*answer.statements, Statement(heading, heading=True), *shown)
    told = with_digest_note(statements, citations)
    return replace(answer, statements=told, citations=citations)


def _show(
    library: Library, pieces: Sequence[Piece], before: Sequence[Citation]
) -> tuple[list[Statement], tuple[Citation, ...]]:
    """The statements, and all citations, those before included."""
    citations = [*before]
    shown: list[Statement] = []
    heading: str | None = None
    for piece in pieces:
        heading = piece.heading or heading
        citation = cite_piece(library, piece, len(citations) + 1)
        if citation is not None and not _is_shown(citation, citations):
            citations.append(citation)
            shown += [Statement(heading, heading=True)] if heading else []
            shown.append(Statement(citation.quote, (citation.n,), citation.match is not None))
            heading = None
    return shown, tuple(citations)


def with_digest_note(
    statements: Iterable[Statement], citations: Iterable[Citation]
) -> tuple[Statement, ...]:
    """Once, at the end, where anything cited is a digest."""
    note = Statement(FROM_DIGEST)
    told = [statement for statement in statements if statement != note]
    digests = any(citation.provenance == "digest" for citation in citations)
    return (*told, note) if digests else tuple(told)


def _is_shown(citation: Citation, before: Iterable[Citation]) -> bool:
    """Two pieces of one unit may have grown to the same thought."""
    return any(
        (c.document, c.unit) == (citation.document, citation.unit)
        and c.start <= citation.start
        and citation.end <= c.end
        for c in before
    )


def cite_all(text: str) -> Lead:
    """Said of the whole answer."""

    def say(citations: Sequence[Citation]) -> Statement:
        return Statement(text, tuple(c.n for c in citations))

    return say


def with_gap(part: Answer, reason: str, gap: Answer) -> Answer:
    """What is covered, and in front what is not."""
    if part.status != "answered":
        return gap
    statements = (*gap.statements, *part.statements)
    return replace(
        part, status="partial", reason=reason, statements=statements, suggestions=gap.suggestions
    )


def not_by_reviews(told: Answer) -> Answer:
    """What only inspection reports say, to a question that was asked of reviews."""
    if told.status != "answered":
        return told
    return no_more_than(replace(told, statements=(Statement(ONLY_INSPECTIONS), *told.statements)))


def no_more_than(told: Answer) -> Answer:
    """What is shown does not answer the whole question; a refusal stays one."""
    if told.status != "answered":
        return told
    return replace(told, status="partial", reason="not_stated")


def remark(text: str) -> Lead:
    """Of what was not found: it cites nothing."""
    return lambda _: Statement(text)


def cite_piece(library: Library, piece: Piece, n: int) -> Citation | None:
    """None too where the document has been published anew since the unit was found."""
    try:
        document = library.document(piece.focus.document)
    except UnknownDocument:
        return None
    if piece.focus.unit not in document.units:
        return None
    unit = piece.focus.unit
    return cite(document, unit, complete(document.reading.text, unit, piece.spans), n)


def whole(units: Iterable[Focus]) -> list[Piece]:
    return [
        Piece(f, f.unit.spans) for f in units if f.unit.kind != "section" or _says_more(f)
    ]  # fmt: skip


def _says_more(focus: Focus) -> bool:
    return focus.unit.text.count(" ") > 14
