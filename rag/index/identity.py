"""A document and the ledger in, the id that the document keeps for ever out.

A file keeps the id it had at first sight; a renamed file takes its id along. An original takes
over the id of the digest of the same review, and that digest gives way for as long as the
original is held.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from rag.documents.register import Register
from rag.index.catalogue import Card
from rag.index.ledger import Identity, Location
from rag.types import Document, Record


@dataclass(frozen=True, slots=True)
class Claim:
    document: str
    """Id for the document, or of the original that stands in its way."""
    superseded: bool = False
    """The document is a digest whose original is held: not to be published."""
    replaces: Record | None = None
    """The digest whose place an original takes."""


@dataclass(frozen=True, slots=True)
class Known:
    """What decides on an id."""

    cards: tuple[Card, ...]
    identities: Mapping[Location, Identity]
    files: frozenset[Location]
    """The files that are there now."""
    register: Register


def claim_id(document: Document, location: Location, known: Known) -> Claim:
    held = {card.record.id: card for card in known.cards}
    remembered = known.identities.get(location) or _moved(document, known)
    if remembered:
        holder = held.get(remembered.document)
        if holder is None or holder.location in (location, *_absent(known)):
            return Claim(remembered.document)
        if document.record.provenance == "digest" and holder.record.provenance == "original":
            return Claim(holder.record.id, superseded=True)
        if document.record.provenance == "original" and holder.record.provenance == "digest":
            return Claim(holder.record.id, replaces=holder.record)
    counterpart = _counterpart(document, known)
    if counterpart is None:
        return Claim(_free_id(document.record.id, location, known))
    if document.record.provenance == "digest":
        return Claim(counterpart.id, superseded=True)
    return Claim(counterpart.id, replaces=counterpart)


def _moved(document: Document, known: Known) -> Identity | None:
    """The identity of a file with the same content that is there no more."""
    return next(
        (
            identity
            for location, identity in known.identities.items()
            if identity.checksum == document.source.checksum and location not in known.files
        ),
        None,
    )


def _absent(known: Known) -> set[Location]:
    return {card.location for card in known.cards} - known.files


def _counterpart(document: Document, known: Known) -> Record | None:
    """The held digest of this original, or the held original of this digest."""
    wanted = "original" if document.record.provenance == "digest" else "digest"
    return next(
        (
            card.record
            for card in known.cards
            if card.record.provenance == wanted
            and (_registered(document, card, known) or same_review(document.record, card.record))
        ),
        None,
    )


def _registered(document: Document, card: Card, known: Known) -> bool:
    """Whether the register names one as the original of the other."""
    if document.record.provenance == "original":
        digest, original = card.record.file, document.source.checksum
    else:
        digest, original = document.record.file, card.checksum
    entry = known.register.by_original_checksum(original)
    return entry is not None and entry.file == digest


def same_review(one: Record, other: Record) -> bool:
    """Subject and kind agree, and nothing that both say of area and year differs."""
    return (
        one.subject is not None
        and _alike(one.subject, other.subject or "")
        and one.kind == other.kind
        and _compatible(one.area, other.area)
        and _compatible(_year(one), _year(other))
    )


def _compatible(one: str | None, other: str | None) -> bool:
    return one is None or other is None or _alike(one, other)


def _alike(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _year(record: Record) -> str | None:
    return record.published and record.published[:4]


def _free_id(proposed: str, location: Location, known: Known) -> str:
    taken = {card.record.id for card in known.cards}
    taken.update(
        identity.document for place, identity in known.identities.items() if place != location
    )
    return next(id_ for id_ in _candidates(proposed) if id_ not in taken)


def _candidates(proposed: str) -> Iterable[str]:
    yield proposed
    yield from (f"{proposed}-{n}" for n in count(2))
