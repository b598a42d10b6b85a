"""The units of a document and its front matter in, the units with their keys out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.documents.front.findings import Finding
from rag.documents.front.labels import NAMES, UNKEYED
from rag.types import Page, Reading, Unit

_KEEPS_KIND = frozenset({"metadata", "detail", "signature"})
_MORE = 6
"""Words that a line of front matter may have beside a date: "Final version,", "(revised)"."""


def add_details(
    units: Sequence[Unit], findings: Sequence[Finding], reading: Reading, pages: Sequence[Page]
) -> tuple[Unit, ...]:
    """A unit that is nothing but a finding with its label gets the key, and becomes a `detail`
    where it was text. What stands inside a sentence or a title becomes a unit beside it: the only
    kind of unit whose words stand in another one too."""
    found = [f for f in findings if f.key not in UNKEYED]
    heads = frozenset(u.parent for u in units if u.parent)
    longest_first = sorted(found, key=lambda finding: -len(finding.text))
    keyed: dict[str, Finding] = {}
    inside: list[Finding] = []
    for finding in longest_first:
        free = (u for u in units if u.id not in keyed and not _heads(u, finding, heads))
        unit = next((u for u in free if _is_all(u, finding, reading)), None)
        if unit is not None:
            keyed[unit.id] = finding
        else:
            inside.append(finding)
    told = [_mark(unit, keyed.get(unit.id)) for unit in units]
    taken = {unit.id for unit in units}
    for finding in inside:
        after = (i for i, unit in enumerate(told) if unit.start > finding.span[0])
        told.insert(next(after, len(told)), _new(finding, pages, taken))
    return tuple(told)


def enclosed_details(units: Sequence[Unit]) -> frozenset[str]:
    """Ids of the units of front matter whose words stand in another unit too."""
    keyed = [unit for unit in units if unit.key]
    return frozenset(
        unit.id
        for unit in keyed
        if any(
            a <= unit.start and unit.end <= b
            for other in units
            if other is not unit and not other.key
            for a, b in other.spans
        )
    )


def _heads(unit: Unit, finding: Finding, heads: frozenset[str]) -> bool:
    """ "For the Safeguarding Board" over its recommendations is no line of an imprint."""
    return finding.key == "publisher" and unit.kind == "section" and unit.id in heads


def _is_all(unit: Unit, finding: Finding, reading: Reading) -> bool:
    """Does the unit say no more than the label and the value?"""
    start, end = finding.span
    if not any(a <= start and end <= b for a, b in unit.spans):
        return False
    if unit.kind == "signature":
        return True
    if unit.kind == "title" and finding.key == "area":
        return False
    around = f"{reading.text[unit.start : start]} {reading.text[end : unit.end]}"
    if unit.kind == "metadata" and finding.key.startswith("date"):
        return len(around.split()) <= _MORE
    label = finding.label.casefold()
    rest = around.casefold().replace(label, " ", 1) if label else around
    return not any(sign.isalpha() for sign in rest)


def _mark(unit: Unit, finding: Finding | None) -> Unit:
    if finding is None:
        return unit
    kind = unit.kind if unit.kind in _KEEPS_KIND else "detail"
    return replace(unit, kind=kind, key=finding.key)


def _new(finding: Finding, pages: Sequence[Page], taken: set[str]) -> Unit:
    name = NAMES[finding.key]
    start, end = finding.span
    page = next((p for p in reversed(pages) if p.start <= start), None)
    return Unit(
        _free(finding.key.replace("_", "-"), taken), "detail", name, None, None, None, (),
        finding.text, None, page.number if page else None, page.label if page else None,
        start, end, (finding.span,), finding.key,
    )  # fmt: skip


def _free(ident: str, taken: set[str]) -> str:
    def numbered() -> Iterator[str]:
        yield ident
        n = 2
        while True:
            yield f"{ident}-{n}"
            n += 1

    free = next(each for each in numbered() if each not in taken)
    taken.add(free)
    return free
