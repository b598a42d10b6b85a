"""A document's outline as a list of links."""

import html
from collections.abc import Iterator, Sequence
from itertools import groupby

from rag.quotes.citations.links import Link
from rag.types import Document, Unit

HEADINGS = frozenset({"section", "theme"})
_FEW = 60
"""Units of an outline that is shown whole; of a longer one the part that is read is open."""
_PREVIEW = 70


def outline_html(document: Document, current: Unit | None) -> str:
    units = document.units
    folds = len(units) > _FEW
    top = current and next((u for u in _upwards(document, current) if not u.path), current)
    groups = "".join(
        _group(document, members, current, is_open=not folds or (top in members))
        for members in _by_top(units)
    )
    return (
        '<details open data-fa-fold class="fa-fold"><summary>Outline</summary>'
        f'<nav aria-label="Outline" data-fa-outline class="fa-outline">{groups}</nav></details>'
    )


def address(unit_or_words: Link) -> str:
    """Of the reader's page with this place opened, from any page of the window."""
    return f"read{unit_or_words.address}"


def kind_name(unit: Unit) -> str:
    return unit.kind.replace("_", " ")


def _by_top(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Each unit without a parent with all below it; a run of those with nothing below them.
    A note at the foot of a page stays with what it interrupts."""
    trees: list[list[Unit]] = []
    for unit in units:
        if trees and (unit.path or unit.kind == "footnote"):
            trees[-1].append(unit)
        else:
            trees.append([unit])
    for single, run in groupby(trees, key=lambda tree: not any(unit.path for unit in tree)):
        if single:
            yield [unit for tree in run for unit in tree]
        else:
            yield from run


def _group(document: Document, units: list[Unit], current: Unit | None, *, is_open: bool) -> str:
    if len(units) < 4:
        return _nested(document, units, current)
    head = units[0]
    under = any(unit.path for unit in units)
    name = head.label if under else f"{head.label} to {units[-1].label}"
    opened = " open" if is_open else ""
    return (
        f"<details{opened}><summary>{html.escape(name)}"
        f' <span class="fa-count">{len(units)}</span></summary>'
        f"{_nested(document, units, current, named=head if under else None)}</details>"
    )


def _nested(
    document: Document, units: list[Unit], current: Unit | None, *, named: Unit | None = None
) -> str:
    """`named`: the unit whose label stands above the list already."""
    parts: list[str] = []
    labels = {unit.id: unit.label for unit in document.units}
    depth = -1
    for unit in units:
        stray = unit.kind == "footnote" and not unit.path
        at = depth if stray and depth >= 0 else min(len(unit.path), depth + 1)
        if at > depth:
            parts.append("<ul><li>")
        else:
            parts.append("</li></ul>" * (depth - at) + "</li><li>")
        depth = at
        above = labels.get(unit.parent or "", "")
        shown = _beginning(unit) if unit is named else _name(unit, above)
        parts.append(_entry(document, unit, shown, current=unit is current))
    return "".join(parts) + "</li></ul>" * (depth + 1)


def _entry(document: Document, unit: Unit, shown: str, *, current: bool) -> str:
    link = html.escape(address(Link(document.record.id, unit.id)))
    here = ' aria-current="true"' if current else ""
    return f'<a href="{link}" data-fa-open{here}>{shown}</a>'


def _name(unit: Unit, above: str) -> str:
    label = unit.label.removeprefix(f"{above}, ")
    label = label[:1].upper() + label[1:]
    kind = kind_name(unit)
    heads = unit.kind in HEADINGS
    said = heads or kind in unit.label.casefold()
    preview = _preview(unit, label)
    return (
        f'<span class="{"fa-heading" if heads else "fa-name"}">{html.escape(label)}</span>'
        + ("" if said else f' <span class="fa-kind">{html.escape(kind)}</span>')
        + (f' <span class="fa-preview">{html.escape(preview)}</span>' if preview else "")
    )


def _beginning(unit: Unit) -> str:
    preview = _preview(unit, unit.label)
    return f'<span class="fa-preview">{html.escape(preview or "From the beginning")}</span>'


def _preview(unit: Unit, label: str) -> str:
    """The first words, without the label where they begin with it."""
    words = " ".join(unit.text[: _PREVIEW * 2].split())
    if words.casefold().startswith(label.casefold()):
        words = words[len(label) :].lstrip(" :.–-")
    return words[:_PREVIEW]


def _upwards(document: Document, unit: Unit) -> Iterator[Unit]:
    by_id = {each.id: each for each in document.units}
    above: Unit | None = unit
    while above:
        yield above
        above = by_id.get(above.parent or "")
