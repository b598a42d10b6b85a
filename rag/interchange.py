"""The project's values as the plain dictionaries that `--json` prints.

Fields are named as the machine interface fixes them: some may be added, none renamed, dropped
or given another meaning.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rag.answer import Answer, Part, Statement
from rag.documents.front.properties import unprinted_properties
from rag.index.catalogue import Card
from rag.trace import Trace
from rag.types import Document, Hit, Page, Record, Unit

if TYPE_CHECKING:
    from rag.health import Health
    from rag.index.publishing import Result
    from rag.quotes.look_up import QuoteVerdict

Json = dict[str, Any]
_OF_CLAIMS = frozenset({"claim", "verdict"})


def of_card(card: Card) -> Json:
    """The document as `rag list` gives it."""
    counts = {"pages": card.pages, "units": card.units, "passages": card.passages}
    return _record(card.record, **counts) | {"fetched": card.fetched, "sha256": card.checksum}


def of_unit(unit: Unit) -> Json:
    return asdict(unit)


def of_page(page: Page) -> Json:
    return {
        "page": page.number,
        "page_label": page.label,
        "start": page.start,
        "end": page.end,
    }


def of_outline(document: Document, *, passages: int) -> Json:
    """Of a file that is not indexed: the document has the keys of a card in `rag list`, with no
    day on which it was fetched; `file_properties` as in `of_document`."""
    counts = {"pages": len(document.pages), "units": len(document.units), "passages": passages}
    return {
        "document": _record(document.record, **counts)
        | {"fetched": None, "sha256": document.source.checksum},
        "file_properties": dict(unprinted_properties(document)),
        "units": [of_unit(unit) for unit in document.units],
    }


def of_document(document: Document, card: Card) -> Json:
    """The card's fields and the whole document: `pages` and `units` are lists, not counts;
    `file_properties` is what the file says of itself and does not print."""
    return of_card(card) | {
        "file_properties": dict(unprinted_properties(document)),
        "reading_text": document.reading.text,
        "units": [of_unit(unit) for unit in document.units],
        "pages": [of_page(page) for page in document.pages],
    }


def of_hit(rank: int, hit: Hit, unit: Unit) -> Json:
    """`rank` counts from 1; `unit` is the one that the passage belongs to."""
    return {
        "rank": rank,
        "document": hit.passage.document,
        "unit": unit.id,
        "label": unit.label,
        "page": unit.page,
        "text": hit.passage.text,
        "score": hit.score,
    }


def of_answer(answer: Answer) -> Json:
    """With `trace` where the answer has one; one for each of the parts of a message."""
    traces = [of_trace(trace) for trace in answer.traces]
    trace = traces[0] if len(traces) == 1 else {"parts": traces}
    traced = {"trace": trace} if traces else {}
    return {
        "question": answer.question,
        "status": answer.status,
        "reason": answer.reason,
        "form": answer.form,
        "parts": [asdict(part) for part in answer.parts or (_whole(answer),)],
        "text": answer.text,
        "statements": [_of_statement(each) for each in answer.statements],
        "citations": [asdict(citation) for citation in answer.citations],
        "suggestions": list(answer.suggestions),
        "confidence": answer.confidence,
        "seconds": round(answer.seconds, 4),
    } | traced


def _of_statement(statement: Statement) -> Json:
    """`claim` and `verdict` only where a given text is checked."""
    told = asdict(statement)
    return told if statement.claim else {k: v for k, v in told.items() if k not in _OF_CLAIMS}


def of_trace(trace: Trace) -> Json:
    """The chances of forms and scopes by name."""
    return asdict(trace) | {"forms": dict(trace.forms), "scopes": dict(trace.scopes)}


def _whole(answer: Answer) -> Part:
    """The only question of its message."""
    place = (0, len(answer.statements) - 1)
    return Part(answer.question, answer.status, answer.reason, place)


def of_quotes(verdicts: "Sequence[QuoteVerdict]") -> Json:
    return {"quotes": [asdict(verdict) for verdict in verdicts]}


def of_results(results: "Sequence[Result]", totals: Mapping[str, int], *, seconds: float) -> Json:
    """A run of the index; `totals` are those of `rag.index.indexing.totals`."""
    return {
        "documents": [asdict(result) for result in results],
        "totals": dict(totals),
        "seconds": round(seconds, 3),
    }


def of_health(health: "Health") -> Json:
    return {
        "ok": health.is_sound,
        "versions": health.versions,
        "checks": [asdict(check) for check in health.checks],
    }


def _record(record: Record, *, pages: int, units: int, passages: int) -> Json:
    fields = asdict(record)
    source_url = fields.pop("source_url")
    return fields | {
        "pages": pages,
        "units": units,
        "passages": passages,
        "source_url": source_url,
    }
