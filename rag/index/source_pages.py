"""The page of the web that a document's citations lead to, set by hand."""

from rag.documents.register import Register
from rag.fetching.addresses import parse_address
from rag.index.library import Library
from rag.index.writing import open_writer


def set_source_page(library: Library, document: str, given: str, *, register: Register) -> str:
    """Gives the address as it is kept. Nothing is fetched.

    An empty one takes the page set by hand away: what the document was fetched from, or what the
    register names, stands again, or "". Raises NotFetched where it is no address of http or https,
    UnknownDocument, LibraryBusy or StoreUnavailable.
    """
    by_hand = str(parse_address(given)) if given.strip() else None
    with open_writer(library):
        catalogue = library.catalogue
        card = catalogue.card(document)
        stand = catalogue.addresses.of_file(card.location)
        entry = register.by_checksum(card.checksum) or register.by_original_checksum(card.checksum)
        registered = entry.source_url if entry else None
        otherwise = stand.address if stand else registered
        catalogue.addresses.set_page(document, by_hand, otherwise=otherwise)
    return by_hand or otherwise or ""
