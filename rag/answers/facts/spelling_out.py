"""What letters stand for, asked in; the sentence that spells them out, out: a look-up."""

from rag.answer import Answer
from rag.index.library import Library
from rag.questions.facts.short_forms import AskedShort
from rag.questions.request import Focus, Request
from rag.reading.sentences import sentence_spans
from rag.telling.composing import Piece, compose
from rag.types import Span


def answer_short(library: Library, request: Request) -> Answer | None:
    spelt_out = find_spelt_out(library, request)
    return compose(library, request, [spelt_out]) if spelt_out else None


def find_spelt_out(library: Library, request: Request) -> Piece | None:
    """In the documents named, or else in the reviews; the first that does."""
    asked = next((fact for fact in request.said.facts if isinstance(fact, AskedShort)), None)
    if asked is None:
        return None
    for document in sorted(request.documents or library.reviews):
        text = library.catalogue.reading_text(document)
        if not asked.carried_by(text):
            continue
        for unit in library.catalogue.units(document):
            for span in unit.spans:
                if found := _sentence(asked, text, span):
                    return Piece(Focus(document, unit), (found,))
    return None


def _sentence(asked: AskedShort, text: str, span: Span) -> Span | None:
    start, end = span
    for a, b in sentence_spans(text[start:end]):
        if asked.carried_by(text[start + a : start + b]):
            return (start + a, start + b)
    return None
