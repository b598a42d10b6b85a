"""An id that the library does not hold in, the error that offers those it may stand for out."""

from collections.abc import Iterable

from rag.errors import UnknownDocument

_MOST_OFFERED = 3
_LEAST_WORD = 3
"""Letters of a word that an id may be offered for."""


def unknown_document(document: str, held: Iterable[tuple[str]]) -> UnknownDocument:
    """`held`: rows of ids."""
    word = document.casefold()
    near = [id_ for (id_,) in held if word in id_]
    offered = bool(near) and len(near) <= _MOST_OFFERED and len(word) >= _LEAST_WORD
    question = f" Did you mean {' or '.join(near)}?" if offered else ""
    return UnknownDocument(
        f"There is no document {document!r} in the library: expected one of the ids that"
        f" `rag list` shows.{question}"
    )
