"""Addresses in, each fetched and published like a file, one result for each out.

Each is published before the next is asked for, so that a run that is interrupted goes on where it
was: what is held is not asked for again, unless the person wants to know whether it has changed.
The library is held for one document at a time, never while a site is asked: others can write.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import httpx

from rag.documents.register import Register
from rag.errors import LibraryBusy, NotFetched
from rag.fetching.addresses import parse_address
from rag.fetching.fetch import Fetcher
from rag.fetching.lists import BadRow, Wish
from rag.fetching.taking import Version
from rag.index.addresses import Stand
from rag.index.catalogue import Card
from rag.index.indexing import Progress
from rag.index.keeping_fetched import Keeping, held_at, not_fetched
from rag.index.library import Library
from rag.index.publishing import Result, result_of
from rag.index.writing import open_writer, save_terms
from rag.types import NOTHING_TOLD

_PATIENCE = 600.0
"""Seconds that another process which changes the library is waited for, with a document at hand."""
_WAITING = "waiting for another process that changes the library"
_WITHDRAWN = NotFetched("it was removed from the library meanwhile: add the address again.")
_Tell = Callable[[float, str], None]
"""Told how much of the one in hand is done, from 0 to 1, and what is being done."""


def add_from_web(
    library: Library,
    rows: Sequence[Wish | BadRow],
    *,
    register: Register,
    fetcher: Fetcher,
    progress: Progress | None = None,
) -> Iterator[Result]:
    """One for each row, in their order, as soon as it is there; the run goes on while they are
    taken.

    An address that cannot be fetched, a document that cannot be read, a bad row and one for which
    another process holds the library too long fail by themselves. Raises LibraryBusy where it is
    held at the beginning, StoreUnavailable or ModelUnavailable.
    """
    with open_writer(library) as writer:
        writer.reconcile()
    adding = _Adding(library, register, fetcher)
    try:
        for done, row in enumerate(rows):
            if isinstance(row, BadRow):
                yield _left_out(row.place, row.reason)
            else:
                result = adding.add(row, partial(_tell, progress, done, len(rows)))
                yield replace(result, warnings=(*row.left_out, *result.warnings))
    finally:
        save_terms(library)


def _tell(progress: Progress | None, done: int, total: int, share: float, words: str) -> None:
    if progress:
        progress(done + share, total, words)


class _Adding:
    def __init__(self, library: Library, register: Register, fetcher: Fetcher) -> None:
        self._library = library
        self._register = register
        self._fetcher = fetcher

    def add(self, wish: Wish, tell: _Tell) -> Result:
        try:
            address = parse_address(wish.address)
        except NotFetched as error:
            return not_fetched(wish.place, error)
        try:
            return self._add(address, wish, tell)
        except LibraryBusy as error:
            return _left_out(str(address), str(error), source_url=str(address))

    def _add(self, address: httpx.URL, wish: Wish, tell: _Tell) -> Result:
        stand, card = held_at(self._library, str(address))
        if stand and card and not wish.again:
            return self._as_told(stand, card, wish, tell)
        try:
            fetched = self._fetcher.fetch(
                address,
                lambda words: tell(0.0, words),
                known=Version(stand.etag, stand.modified) if stand and card else None,
            )
        except NotFetched as error:
            return not_fetched(str(address), error, stand, card)
        with self._keeping(tell) as keeping:
            # Looked up anew: another process may have changed the library meanwhile.
            stand, card = held_at(self._library, str(address))
            if stand and card:
                return keeping.compare(stand, card, wish, fetched)
            if fetched is None:
                return not_fetched(str(address), _WITHDRAWN)
            name = fetched.name
            return keeping.take(
                str(address), wish, fetched, lambda share: tell(share, f"reading {name}")
            )

    def _as_told(self, stand: Stand, card: Card, wish: Wish, tell: _Tell) -> Result:
        """What is held, under what the person tells of it now."""
        if wish.told in (NOTHING_TOLD, stand.told):
            return result_of(card, "unchanged")
        with self._keeping(tell) as keeping:
            return keeping.renew(stand, card, wish)

    @contextmanager
    def _keeping(self, tell: _Tell) -> Iterator[Keeping]:
        """Raises LibraryBusy."""
        with open_writer(
            self._library, patience=_PATIENCE, waits=lambda: tell(0.0, _WAITING), saves_terms=False
        ) as writer:
            yield Keeping(self._library, writer, self._register, self._fetcher.today)


def _left_out(place: str, reason: str, *, source_url: str | None = None) -> Result:
    told = f"{place} was left out: {reason}"
    return Result(None, place, "failed", error=told, source_url=source_url)
