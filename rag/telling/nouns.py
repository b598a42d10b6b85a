"""Units or documents in, what they are called and how many there are out."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rag.types import Record


def noun_of(kind: str, count: int) -> str:
    return kind.replace("_", " ") + ("" if count == 1 else "s")


def tell_kinds(kinds: Iterable[str]) -> str:
    """ "5 findings and 1 recommendation"."""
    numbers = Counter(kinds)
    return " and ".join(f"{n} {noun_of(kind, n)}" for kind, n in numbers.items())


def noun_of_documents(records: Sequence[Record]) -> str:
    """In the plural: "documents" where inspection reports stand beside reviews."""
    inspections = sum(record.kind == "inspection_report" for record in records)
    if inspections == len(records):
        return "inspection reports"
    return "documents" if inspections else "reviews"
