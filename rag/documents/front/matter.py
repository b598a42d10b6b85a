"""The blocks of a document in, its front matter out: each key's value, found once and checked."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rag.documents.front.coroners import find_in_form, is_coroners_report
from rag.documents.front.findings import Finding
from rag.documents.front.heads import find_in_head, head_length
from rag.documents.front.labelled import find_labelled
from rag.documents.front.labels import NAMES, SEVERAL
from rag.documents.front.placed import find_placed
from rag.documents.front.properties import find_in_properties
from rag.documents.inspections import is_inspection
from rag.documents.publication import find_publication
from rag.reading.blocks import Block
from rag.types import Reading, Source

_MOST = 20
"""Values of one key."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    findings: tuple[Finding, ...]
    """In order of the document; by label before by place, and what the file's properties name last;
    several of a key only where people or addressees are told."""
    coroner: bool
    """It is a coroner's report."""
    inspection: bool

    def first(self, key: str) -> Finding | None:
        return next((f for f in self.findings if f.key == key), None)


def read_front_matter(
    source: Source, reading: Reading, blocks: Sequence[Block], subject: str | None
) -> FrontMatter:
    """`subject`: of the review, as its title names it; a sentence may say when it was published."""
    head = list(find_in_head(source, reading))
    after = bisect_left(reading.places, head_length(source))
    blocks = [block for block in blocks if block.start >= after]
    coroner = is_coroners_report(blocks)
    inspection = not coroner and is_inspection(blocks)
    # A coroner's report is a form; an inspection report may name its inspectors anywhere.
    everywhere = frozenset(NAMES) if coroner else frozenset({"inspector"} if inspection else ())
    labelled = [*head, *find_labelled(blocks, everywhere=everywhere)]
    placed = find_in_form(blocks) if coroner else find_placed(blocks, inspection=inspection)
    found = list(_choose([*labelled, *placed, *find_in_properties(source, blocks)]))
    dates = [f for f in [*labelled, *found] if f.key == "date_of_report"]
    published = find_publication(blocks, dates, subject)
    kept = [f for f in found if f.key != "date_of_report"]
    kept += [published] if published else []
    return FrontMatter(tuple(sorted(kept, key=lambda f: f.span)), coroner, inspection)


def _choose(found: Iterable[Finding]) -> Iterator[Finding]:
    """Of each key the first, and where several may be told all those that were found as it was."""
    first: dict[str, Finding] = {}
    texts: set[tuple[str, str]] = set()
    for each in found:
        known = first.setdefault(each.key, each)
        again = (each.key, each.text.casefold()) in texts
        together = each.key in SEVERAL and bool(known.label) == bool(each.label)
        if known is each or (together and not again and len(texts) < _MOST):
            texts.add((each.key, each.text.casefold()))
            yield each
