"""The card of a document in, what a reader should know of how well it was read out."""

from dataclasses import dataclass

from rag.backends.page_lists import pages_named
from rag.index.catalogue import Card

_SILENT = "has no text"


@dataclass(frozen=True, slots=True)
class Condition:
    silent_pages: tuple[int, ...]
    """1-based positions of the pages without text: pictures, or scans."""
    warnings: tuple[str, ...]
    """All else that was noticed."""


def condition(card: Card) -> Condition:
    silent = [warning for warning in card.warnings if _SILENT in warning]
    others = tuple(warning for warning in card.warnings if _SILENT not in warning)
    return Condition(tuple(sorted(pages_named(silent))), others)


def tell_condition(card: Card) -> str:
    found = condition(card)
    told = []
    if found.silent_pages:
        told.append(f"{len(found.silent_pages)} of {card.pages} pages have no text")
    if found.warnings:
        count = len(found.warnings)
        told.append(f"{count} warning{'' if count == 1 else 's'}")
    if not card.passages:
        told.append("nothing to search")
    return ", ".join(told) or "fine"
