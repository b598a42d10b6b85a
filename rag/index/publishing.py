"""One file in: read, cut, given its id and published, with one result out."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Literal

from rag.documents.document import read_document
from rag.documents.register import Register
from rag.errors import UnreadableFile
from rag.index.addresses import Stand
from rag.index.catalogue import Card, Catalogue
from rag.index.files import File
from rag.index.fingerprints import document_fingerprint
from rag.index.identity import Claim, Known, claim_id
from rag.index.ledger import Failure, Identity, Location
from rag.index.passages import NOTHING_TO_FIND, cut_passages
from rag.index.writing import Writer
from rag.types import Document

if TYPE_CHECKING:
    from rag.backends.embeddings import Told

_READING = 1 / 3
"""What reading takes of the time that a file takes; the rest is for the vectors."""
Status = Literal["added", "updated", "unchanged", "removed", "failed"]


@dataclass(frozen=True, slots=True)
class Result:
    id: str | None
    """None for a file that failed."""
    file: str
    status: Status
    pages: int = 0
    units: int = 0
    passages: int = 0
    warnings: tuple[str, ...] = ()
    doubtful_pages: tuple[int, ...] = ()
    """From 1; their text cannot be trusted."""
    second_reader_pages: tuple[int, ...] = ()
    """From 1; see `Source`."""
    error: str | None = None
    source_url: str | None = None
    fetched: str | None = None
    """ISO day, of a document that came from the web."""
    sha256: str | None = None
    """Of the file, hexadecimal."""


class Publishing:
    """A run over files; what is held is looked up once, and kept up to date."""

    def __init__(
        self,
        catalogue: Catalogue,
        writer: Writer,
        register: Register,
        present: Collection[Location],
        keep: Callable[[File], None] = lambda _: None,
    ) -> None:
        """`present`: the files that are there; `keep` is called with each file that could be
        read, before it is published."""
        self._catalogue = catalogue
        self._writer = writer
        self._register = register
        self._present = frozenset(present)
        self._keep = keep
        self._read: Callable[[File], Document] = lambda file: read_document(file.path, register)
        self._held = {card.record.id: card for card in catalogue.cards()}

    def withdraw_vanished(self, files: Iterable[File]) -> tuple[Result, ...]:
        """Withdraws documents whose file is there no more, moved ones aside."""
        unknown = {f.checksum for f in files if self._card_at(f.location) is None}
        vanished = [
            card
            for card in self._held.values()
            if card.location not in self._present and card.checksum not in unknown
        ]
        for card in vanished:
            self._withdraw(card)
        for failure in self._catalogue.ledger.failures():
            if failure.location not in self._present:
                self._catalogue.ledger.forgive(failure.location)
        return tuple(result_of(card, "removed") for card in vanished)

    def read_by(self, read: Callable[[File], Document]) -> None:
        """How each file is read from now on; `read` raises UnreadableFile."""
        self._read = read

    def is_unchanged(self, file: File, stand: Stand | None = None) -> bool:
        """It is held as it is; `stand` as for `publish_file`."""
        card, fingerprint = self._card_at(file.location), self._fingerprint(file, stand)
        return card is not None and (card.checksum, card.fingerprint) == (
            file.checksum,
            fingerprint,
        )

    def publish_file(
        self, file: File, told: "Told | None" = None, stand: Stand | None = None
    ) -> Result:
        """`told` hears how much of the file is done; `stand`: where on the web it comes from,
        if that is not remembered yet.

        A digest whose original is held stays "unchanged". Where a file that is held can no
        more be read, its former text stays held, for a file may be locked or half copied; the
        failed result warns of it."""
        card = self._card_at(file.location)
        if card and self.is_unchanged(file, stand):
            return result_of(card, "unchanged")
        if twin := self._twin(file):
            warning = f"has the same content as {twin.record.file}, and is kept once"
            return replace(result_of(twin, "unchanged"), file=file.path.name, warnings=(warning,))
        if original := self._gives_way(file):
            return _set_aside(file, original)
        try:
            document = _as_told(self._read(file), self._stand(file, stand))
            self._keep(file)
        except UnreadableFile as error:
            return self._fail(file, error, card)
        fingerprint = self._fingerprint(file, stand)
        return self._publish(document, file, fingerprint, told or (lambda _: None))

    def _stand(self, file: File, given: Stand | None) -> Stand | None:
        return given or self._catalogue.addresses.of_file(file.location)

    def _fingerprint(self, file: File, given: Stand | None) -> str:
        stand = self._stand(file, given)
        from_web = (stand.address, stand.told) if stand else None
        return document_fingerprint(file.path.name, file.checksum, self._register, from_web)

    def _fail(self, file: File, error: UnreadableFile, card: Card | None) -> Result:
        self._catalogue.ledger.fail(Failure(file.location, str(error)))
        warnings = (
            (
                f"its former text is still held as {card.record.id}: mend the file and run"
                f" `rag index`, or run `rag remove {card.record.id}`",
            )
            if card
            else ()
        )
        return Result(
            None, file.path.name, "failed", warnings=warnings, error=str(error),
            sha256=file.checksum or None,
        )  # fmt: skip

    def _publish(self, document: Document, file: File, fingerprint: str, told: "Told") -> Result:
        told(_READING)
        claim = self._claim(document, file.location)
        former = self._card_at(file.location)
        if former and former.record.id != claim.document:
            self._withdraw(former)
        if claim.superseded:
            identity = Identity(claim.document, document.source.checksum)
            self._catalogue.ledger.remember(file.location, identity)
            return _set_aside(file, self._held[claim.document])
        known = claim.document in self._held and claim.replaces is None
        by_hand = self._catalogue.addresses.page_by_hand(claim.document)
        source_url = by_hand or document.record.source_url
        record = replace(document.record, id=claim.document, source_url=source_url)
        if file.location.origin == "added":
            record = replace(record, file=file.location.path)
        document = replace(document, record=record)
        self._writer.publish(
            document,
            cut_passages(document),
            location=file.location,
            fingerprint=fingerprint,
            told=lambda share: told(_READING + (1 - _READING) * share),
        )
        card = self._held[claim.document] = self._catalogue.card(claim.document)
        result = result_of(card, "updated" if known else "added")
        if claim.replaces is None:
            return result
        taken = f"takes the place of the digest {claim.replaces.file}"
        return replace(result, warnings=(*result.warnings, taken))

    def _claim(self, document: Document, location: Location) -> Claim:
        known = Known(
            tuple(self._held.values()),
            self._catalogue.ledger.identities(),
            self._present,
            self._register,
        )
        return claim_id(document, location, known)

    def _card_at(self, location: Location) -> Card | None:
        return next((card for card in self._held.values() if card.location == location), None)

    def _twin(self, file: File) -> Card | None:
        """The document of another file, which is there too, with the same content."""
        return next(
            (
                card
                for card in self._held.values()
                if card.checksum == file.checksum
                and card.location != file.location
                and card.location in self._present
            ),
            None,
        )

    def _gives_way(self, file: File) -> Card | None:
        """The original that a digest was set aside for, where it is still held."""
        entry = self._register.by_file(file.path.name)
        identity = self._catalogue.ledger.identities().get(file.location)
        if entry is None or entry.provenance != "digest" or identity is None:
            return None
        holder = self._held.get(identity.document)
        stands = (
            holder is not None
            and identity.checksum == file.checksum
            and holder.location != file.location
            and holder.record.provenance == "original"
        )
        return holder if stands else None

    def _withdraw(self, card: Card) -> None:
        self._writer.withdraw(card.record.id)
        del self._held[card.record.id]


def _as_told(document: Document, stand: Stand | None) -> Document:
    """With the address that it was fetched from, and what the person told of it above what it says
    of itself."""
    if stand is None:
        return document
    known = {name: value for name, value in asdict(stand.told).items() if value}
    record = replace(document.record, source_url=stand.address, **known)
    return replace(document, record=record)


def _set_aside(file: File, original: Card) -> Result:
    warning = f"is a digest of {original.record.file}, which is held in its place"
    return Result(
        original.record.id, file.path.name, "unchanged", warnings=(warning,),
        source_url=original.record.source_url, sha256=file.checksum,
    )  # fmt: skip


def result_of(card: Card, status: Status) -> Result:
    """`status` of a run over a document that is held."""
    warnings = card.warnings if card.passages else (*card.warnings, NOTHING_TO_FIND)
    return Result(
        card.record.id, card.record.file, status, card.pages, card.units, card.passages,
        warnings, card.doubtful_pages, card.second_reader_pages, None, card.record.source_url,
        card.fetched, card.checksum,
    )  # fmt: skip
