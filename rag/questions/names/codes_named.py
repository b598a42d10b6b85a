"""A question in, the documents that it names by a printed number out: "SC025813"."""

import re
from collections.abc import Sequence

from rag.questions.names.pseudonyms import Named
from rag.types import Record

_CODE = re.compile(r"\b[A-Z]{0,3}\d{5,}\b", re.IGNORECASE)


def find_codes(question: str, records: Sequence[Record]) -> tuple[Named, ...]:
    """In order of the question; only those that a title or a file's name has."""
    found = list[Named]()
    for code in _CODE.finditer(question):
        said = re.compile(rf"(?<![A-Z\d]){re.escape(code[0])}(?!\d)", re.IGNORECASE)
        documents = frozenset(r.id for r in records if said.search(f"{r.title} {r.file}"))
        if documents:
            found.append(Named(code[0], code.span(), documents))
    return tuple(found)
