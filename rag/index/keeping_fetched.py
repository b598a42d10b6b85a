"""What was fetched from an address in, published with its address out: new, held already, changed
where it stands, or a copy of another document."""

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from rag.documents.register import Register
from rag.errors import NotFetched, UnreadableFile
from rag.fetching.lists import Wish
from rag.fetching.taking import Fetched
from rag.index.addresses import Stand
from rag.index.catalogue import Card
from rag.index.files import File, checksum
from rag.index.indexing import GIVEN, keep_copy
from rag.index.ledger import Location
from rag.index.library import Library
from rag.index.originals import original_file
from rag.index.publishing import Publishing, Result, result_of
from rag.index.writing import Writer
from rag.types import NOTHING_TOLD

_IS_PAGE = "is a web page: if it only leads to the report, give the address of the report itself"
_NO_ROOM = "it cannot be written down ({}): make room and add the address again."


def held_at(library: Library, address: str) -> tuple[Stand | None, Card | None]:
    """What was fetched from the address before, and the document of it if it is still held."""
    catalogue = library.catalogue
    stand = catalogue.addresses.find(address)
    if stand is None:
        return None, None
    return stand, next((c for c in catalogue.cards() if c.location == stand.location), None)


def not_fetched(
    address: str, error: NotFetched, stand: Stand | None = None, card: Card | None = None
) -> Result:
    """The failed line of an address; what is held of it (`stand`, `card`) stays."""
    warnings = (
        (f"what was fetched on {stand.fetched} is still held as {card.record.id}",)
        if stand and card
        else ()
    )
    told = f"{address} was not fetched: {error}"
    return Result(None, address, "failed", warnings=warnings, error=told, source_url=address)


class Keeping:
    """While the library is held for writing."""

    def __init__(self, library: Library, writer: Writer, register: Register, today: str) -> None:
        """`today`: ISO day."""
        self._library = library
        self._writer = writer
        self._register = register
        self._today = today
        self._catalogue = library.catalogue

    def renew(self, stand: Stand, card: Card, wish: Wish) -> Result:
        """What is held, under what the person tells of it now."""
        if wish.told in (NOTHING_TOLD, stand.told):
            return result_of(card, "unchanged")
        self._catalogue.addresses.remember(replace(stand, told=wish.told))
        return self._read_anew(card)

    def compare(self, stand: Stand, card: Card, wish: Wish, fetched: Fetched | None) -> Result:
        """What is held, and whether the site still has the same; None: it says so itself."""
        digest = _digest(fetched) if fetched else stand.checksum
        if digest not in (stand.checksum, card.checksum):
            warning = (
                f"has changed at its address since {stand.fetched}; the library keeps what it has:"
                f" to have the new one, run `rag remove {card.record.id}` and add the address"
                " again"
            )
            return replace(result_of(card, "unchanged"), warnings=(warning,))
        if digest != stand.checksum and fetched:
            # Replaced by hand with what stands there by now.
            stand = replace(
                stand, checksum=digest, fetched=self._today,
                etag=fetched.version.etag, modified=fetched.version.modified,
            )  # fmt: skip
            self._catalogue.addresses.remember(stand)
        return self.renew(stand, card, wish)

    def take(
        self, address: str, wish: Wish, fetched: Fetched, told: Callable[[float], None]
    ) -> Result:
        """As a document of its own, unless another with the same content is held."""
        digest = _digest(fetched)
        twin = next((card for card in self._catalogue.cards() if card.checksum == digest), None)
        place = twin.location if twin else self._location(fetched.name, address, digest)
        stand = Stand(
            address, place, digest, self._today, fetched.version.etag,
            fetched.version.modified, wish.told,
        )  # fmt: skip
        if twin:
            return self._linked(stand, twin, fetched.name)
        result = self._published(stand, fetched, told)
        if fetched.is_page and result.status != "failed":
            return replace(result, warnings=(*result.warnings, _IS_PAGE))
        return result

    def _read_anew(self, card: Card) -> Result:
        try:
            path = original_file(self._library, card)
        except UnreadableFile as error:
            return replace(result_of(card, "unchanged"), warnings=(str(error),))
        return self._publishing().publish_file(File(path, card.location, card.checksum))

    def _linked(self, stand: Stand, twin: Card, name: str) -> Result:
        """What is held already, which has the address from now on unless it has one."""
        self._catalogue.addresses.remember(stand)
        warning = f"has the same content as {twin.record.file}, and is kept once"
        return replace(self._read_anew(twin), file=name, status="unchanged", warnings=(warning,))

    def _published(self, stand: Stand, fetched: Fetched, told: Callable[[float], None]) -> Result:
        def keep(file: File) -> None:
            # First, so that the copy is never taken for a file that somebody added by hand.
            self._catalogue.addresses.remember(stand)
            keep_copy(self._library, file, given=stand.address)

        with tempfile.TemporaryDirectory(prefix="finding-aid-") as folder:
            path = Path(folder, stand.location.path)
            try:
                path.write_bytes(fetched.content)
            except OSError as error:
                return not_fetched(stand.address, NotFetched(_NO_ROOM.format(error.strerror)))
            file = File(path, stand.location, stand.checksum)
            result = self._publishing(stand.location, keep=keep).publish_file(file, told, stand)
        return replace(result, source_url=result.source_url or stand.address)

    def _publishing(
        self, *new: Location, keep: Callable[[File], None] = lambda _: None
    ) -> Publishing:
        held = {card.location for card in self._catalogue.cards()}
        return Publishing(self._catalogue, self._writer, self._register, held | {*new}, keep)

    def _location(self, name: str, address: str, digest: str) -> Location:
        """Under a name that no other document has or had: many reports are called report.pdf, and
        a removed one's name still leads to its id."""
        path = Path(name)
        later = (f"{path.stem}-{n}{path.suffix}" for n in count(2))
        names = chain([name], later)
        return Location("added", next(n for n in names if self._is_free(n, address, digest)))

    def _is_free(self, name: str, address: str, digest: str) -> bool:
        copy, given = self._library.added / name, self._catalogue.ledger.setting(GIVEN + name)
        if given == address or checksum(copy) == digest:
            return True
        return given is None and not copy.exists()


def _digest(fetched: Fetched) -> str:
    return hashlib.sha256(fetched.content).hexdigest()
