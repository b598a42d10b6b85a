"""A question after the words of another document in ("what does the NSPCC report recommend"), out
that the library does not hold it, unless a review tells what it says."""

from collections.abc import Sequence

from rag.answer import Answer
from rag.backends.lexical import stem
from rag.evidence.evidence import Evidence
from rag.evidence.looking import look
from rag.index.library import Library
from rag.questions.kinds.other_documents import reports
from rag.questions.request import Request
from rag.telling.refusals import document_not_held

LEAST_NAMED = 0.5
"""Share of the words of its name that what mentions it has."""
_LOOKED_AT = 8


def answer_elsewhere(library: Library, request: Request) -> Answer | None:
    """None where no such document is asked about, or a review reports what it says."""
    name = request.said.other_document
    if name is None:
        return None
    mentions = _mentioning(name, look(library, request).evidence)
    if any(reports(name, e.text) for e in mentions):
        return None
    return document_not_held(library, request, name, [e.focus for e in mentions])


def _mentioning(name: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    words = set(stem(name))
    return [
        e for e in evidence[:_LOOKED_AT]
        if len(words & set(stem(e.text))) >= LEAST_NAMED * len(words)
    ]  # fmt: skip
