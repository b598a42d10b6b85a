"""A question that may mean several things in, a question back out: its options carry what each of
them asks."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from rag.answer import Answer, Option, asked_back
from rag.evidence.units.owners import owners
from rag.index.library import Library
from rag.questions.asked_of import ask_of, of_documents
from rag.questions.request import Request
from rag.telling.refusals import MOST_SUGGESTIONS, name_review, where_asked
from rag.types import Record


def which_named(library: Library, request: Request) -> Answer:
    """Reviews of several places go by the name: ask back."""
    named = request.documents or frozenset()
    records = [r for r in library.catalogue.records() if r.id in named]
    subject = records[0].subject or records[0].title
    text = f"{len(records)} documents are about a {subject}. Which one do you mean?"
    offered = [offer_review(request, record, name_review(record)) for record in records]
    return ask_back(text, offered)


def which_owner(library: Library, request: Request) -> Answer:
    """The numbers start again for each organisation: ask back."""
    asked = request.asked.units[0].typed.strip()
    named = owners(library, request)
    where = where_asked(library, request)
    text = f"{len(named)} organisations have a {asked} in {where}. Whose is it?"
    offered = [
        Option(f"{asked} for {owner}", owner, replace(request, agencies=(owner,)))
        for owner in named
    ]
    return ask_back(text, offered, most=len(offered))


def which_review(library: Library, request: Request, documents: Collection[str]) -> Answer:
    """Several reviews have a unit of that name: ask back."""
    records = [r for r in library.catalogue.records() if r.id in documents]
    asked = request.asked.units[0].typed.strip()
    text = f"{len(records)} reviews have a {asked}. Which one do you mean?"
    offered = [offer_review(request, r, f"{asked} in {name_review(r)}") for r in records]
    return ask_back(text, offered)


def whose_list(library: Library, request: Request, documents: Collection[str]) -> Answer:
    """ "What are the recommendations?", of no review in particular: ask back."""
    records = [r for r in library.catalogue.records() if r.id in documents]
    noun = request.asked.kinds[0].replace("_", " ") + "s"
    text = f"{len(records)} documents have {noun}. Which one do you mean?"
    offered = [
        offer_review(request, r, f"{noun.capitalize()} of {name_review(r)}") for r in records
    ]
    return ask_back(text, offered)


def offer_review(request: Request, record: Record, words: str) -> Option:
    """The question, asked of this document."""
    return Option(words, name_review(record), ask_of(request, of_documents([record.id])))


def list_reviews(request: Request, records: Sequence[Record]) -> tuple[Option, ...]:
    """Those that an answer lists: a later turn may point at one of them."""
    return tuple(offer_review(request, record, "") for record in records)


def ask_back(text: str, offered: Sequence[Option], *, most: int = MOST_SUGGESTIONS) -> Answer:
    """At most so many options are offered; a later turn may pick one."""
    options = tuple(offered[:most])
    words = tuple(option.words for option in options)
    return replace(asked_back(text, words), options=options)
