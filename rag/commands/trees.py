"""Documents as a table and their units as an indented tree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rich.console import Group
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from rag.commands.streams import words
from rag.documents.front.labels import NAMES
from rag.documents.front.properties import PROPERTIES, unprinted_properties
from rag.index.catalogue import Card
from rag.types import Document, Record, Unit


def card_table(cards: Iterable[Card]) -> Table:
    """Id above title, so that an id is never broken: it is there to be copied."""
    cards = tuple(cards)
    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0))
    longest = max((len(card.record.id) for card in cards), default=0)
    table.add_column("document", overflow="fold", min_width=longest)
    table.add_column("published", no_wrap=True)
    table.add_column("words", no_wrap=True)
    table.add_column("units", no_wrap=True, justify="right")
    for card in cards:
        record = card.record
        table.add_row(
            Text.assemble(words(record.id, "cyan"), "\n", words(record.title)),
            words(record.published or "-"),
            words("digest", "yellow") if record.provenance == "digest" else words("original"),
            str(card.units),
        )
    return table


def outline_tree(document: Document) -> Tree:
    """Each unit below its parent, its text cut to one line."""
    tree = Tree(Text.assemble(_card(document.record), _properties(document)), guide_style="dim")
    children: dict[str | None, list[Unit]] = defaultdict(list)
    for unit in document.units:
        children[unit.parent].append(unit)
    _grow(tree, None, children)
    return tree


def _card(record: Record) -> Text:
    """The title, and below it what the card says of the document."""
    facts = (record.publisher, record.area, record.published, record.kind.replace("_", " "))
    said = " · ".join(fact for fact in facts if fact)
    return Text.assemble(words(record.title or record.file, "bold"), "\n", words(said, "dim"))


def _properties(document: Document) -> Text:
    """What only the file says, on a line of its own; empty where it says nothing more."""
    found = unprinted_properties(document)
    said = " · ".join(f"{PROPERTIES[name].lower()} {value}" for name, value in found)
    return words(f"\nOnly in the file's properties: {said}" if said else "", "dim")


def unit_text(unit: Unit) -> Text:
    """The unit's address and its whole text."""
    introduction = (words(f"\n{unit.lead_in}"),) if unit.lead_in else ()
    return Text.assemble(_heading(unit), *introduction, "\n", words(unit.text))


def _grow(tree: Tree, parent: str | None, children: dict[str | None, list[Unit]]) -> None:
    for unit in children[parent]:
        branch = tree.add(Group(_heading(unit), *_first_line(unit)))
        _grow(branch, unit.id, children)


def _heading(unit: Unit) -> Text:
    heading = Text.assemble(words(unit.label, "cyan"), "  ", words(unit.id, "dim"))
    if unit.key:
        heading.append_text(words(f"  {NAMES[unit.key]}", "yellow"))
    if unit.page is not None:
        heading.append_text(words(f"  p. {unit.page_label or unit.page}", "dim"))
    return heading


def _first_line(unit: Unit) -> Iterator[Text]:
    """As much of the text as fits, where it says more than the label does."""
    text = " ".join(unit.text.split())
    if text.rstrip(":. ") not in ("", unit.label):
        line = words(text)
        line.no_wrap, line.overflow = True, "ellipsis"
        yield line
