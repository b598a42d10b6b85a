"""A question in, the documents that it names by a person's own name out: "Peter Connelly"."""

import re
from collections.abc import Sequence

from rag.backends.plain_words import plain_words
from rag.language.spans import overlaps
from rag.questions.names.pseudonyms import Named, is_pseudonym
from rag.questions.names.review_words import is_called_review
from rag.types import Record

_SHORTEST = 3
"""Letters of a name that can stand alone."""


def find_own_names(question: str, records: Sequence[Record]) -> list[Named]:
    """By the whole name, or of one person by the first, the last, or both."""
    held: dict[str, set[str]] = {}
    for record in records:
        if record.subject and not is_pseudonym(record.subject):
            for name in _parts(record.subject):
                held.setdefault(name.casefold(), set()).add(record.id)
    found = list[Named]()
    for name in sorted(held, key=len, reverse=True):
        for m in re.finditer(rf"\b{re.escape(name)}(?=['’]?s?\b)", question, re.IGNORECASE):
            taken = overlaps(m.span(), (n.span for n in found))
            owns = re.match(r"['’]s\b", question[m.end() :]) is not None
            sure = owns or m[0][0].isupper() or name not in plain_words()
            if not taken and (sure or is_called_review(question, m.span())):
                found.append(Named(m[0], m.span(), frozenset(held[name]), subject=True))
    return found


def _parts(subject: str) -> set[str]:
    words = subject.split()
    several = "," in subject or " and " in subject
    alone = () if several else (words[0], words[-1], f"{words[0]} {words[-1]}")
    return {subject, *(part for part in alone if len(part) >= _SHORTEST)}
