"""The outline of a document on the command line."""

import io
from dataclasses import replace

from builders import build_document
from rich.console import Console

from rag.commands.trees import outline_tree


def test_the_card_stands_under_the_title_and_front_matter_is_named() -> None:
    document = build_document([("metadata", "Metadata", "Jane Green")], kind="coroner_report")
    written = io.StringIO()
    units = (replace(document.units[0], key="coroner"),)
    Console(width=80, file=written).print(outline_tree(replace(document, units=units)))
    title, card, unit, text = written.getvalue().splitlines()
    assert title.strip() == "Baby Z: learning"
    assert card.strip() == "Anyshire · 2019 · coroner report"
    assert unit.split() == ["└──", "Metadata", "metadata", "Coroner", "p.", "1"]
    assert text.split() == ["Jane", "Green"]


def test_what_only_the_files_properties_say_stands_below_the_card() -> None:
    document = build_document([("finding", "Finding 1", "It was late.")])
    source = replace(document.source, format="word", properties=(("author", "Jo Green"),))
    written = io.StringIO()
    Console(width=80, file=written).print(outline_tree(replace(document, source=source)))
    assert written.getvalue().splitlines()[2].strip() == (
        "Only in the file's properties: author Jo Green"
    )
