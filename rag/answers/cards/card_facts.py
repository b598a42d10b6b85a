"""A question that a document's catalogue card answers in, its answer out: cited to the words of the
document where those bear the card out, else in the card's name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from rag.answer import Answer, Statement, answered, refused
from rag.answers.cards.carriers import find_carrier
from rag.answers.cards.examples import example_questions
from rag.index.library import Library
from rag.questions.asides.card_asked import LISTINGS, CardAsked, read_card_question
from rag.questions.request import Request
from rag.quotes.citations.citing import cite
from rag.quotes.citations.references import FROM_DIGEST
from rag.telling.asking_back import ask_back, list_reviews, offer_review
from rag.telling.card_words import ASKED, ask_again, call, describe, name_years, spell_date, tell
from rag.telling.refusals import MOST_SUGGESTIONS, name_review
from rag.types import Citation, Record

MOST_TOLD = 10
_CARD = "According to the library's card: "
_CARDS = "According to the library's cards: "


@dataclass(frozen=True, slots=True)
class _Told:
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...] = ()


def answer_card_question(library: Library, request: Request) -> Answer | None:
    """None where the question asks for anything besides the card."""
    if request.reviews.missing or request.reviews.people:
        return None
    records = library.catalogue.records()
    asked = read_card_question(request, records)
    if asked is None:
        return None
    if asked.about in LISTINGS:
        return _list(library, request, asked, _fitting(records, asked, request.reviews.documents))
    meant = _meant(records, asked, request.documents)
    if len(meant) > 1 and request.documents is None and not asked.several:
        return _which(request, asked.about, meant)
    facts = (asked.about, asked.also) if asked.also else (asked.about,)
    return _tell_all(library, facts, meant) if meant else None


def _meant(
    records: Sequence[Record], asked: CardAsked, documents: frozenset[str] | None
) -> list[Record]:
    """None of them where the one asked for is another than the one held: its overview report,
    of a bulletin."""
    named = [r for r in records if documents is None or r.id in documents]
    if asked.kind is None or asked.about in ("kind", "link"):
        return named if documents else _fitting(records, asked, None)
    fitting = [r for r in named if r.kind == asked.kind]
    return fitting or ([] if asked.kind == "overview_report" or documents is None else named)


def _fitting(
    records: Sequence[Record], asked: CardAsked, documents: frozenset[str] | None
) -> list[Record]:
    named = [r for r in records if documents is None or r.id in documents]
    if asked.kind and asked.about not in ("kind", "link"):
        return [r for r in named if r.kind == asked.kind]
    reviews = [r for r in named if r.kind != "inspection_report"] if asked.reviews else named
    return reviews or named


def _which(request: Request, fact: str, records: Sequence[Record]) -> Answer | None:
    if fact == "kind":
        # "Is this the full report?", of the library as a whole.
        return None
    text = f"The library holds {len(records)} documents. Which one do you mean?"
    offered = [offer_review(request, record, ask_again(fact, record)) for record in records]
    return ask_back(text, offered)


def _tell_all(library: Library, facts: Sequence[str], records: Sequence[Record]) -> Answer:
    statements: list[Statement] = []
    citations: list[Citation] = []
    silent: list[tuple[str, Record]] = []
    for record, fact in product(records[:MOST_TOLD], facts):
        told = _tell(library, fact, record, len(citations) + 1)
        if told is None:
            silent.append((fact, record))
            continue
        statements += told.statements
        citations += told.citations
    if len(records) > MOST_TOLD:
        statements.append(Statement(f"The library holds {len(records) - MOST_TOLD} more."))
    if any(citation.provenance == "digest" for citation in citations):
        statements.append(Statement(FROM_DIGEST))
    unsaid = tuple(_unsaid(fact, record) for fact, record in silent)
    if not statements:
        examples = example_questions(library.catalogue, count=3)
        return replace(refused("not_stated", "", examples), statements=unsaid)
    answer = answered((*statements, *unsaid), citations)
    without_link = "link" in facts and any(record.source_url is None for record in records)
    if unsaid or without_link:
        return replace(answer, status="partial", reason="not_stated")
    return answer


def _tell(library: Library, fact: str, record: Record, n: int) -> _Told | None:
    pages = library.catalogue.card(record.id).pages if fact == "pages" else 0
    sentence = tell(fact, record, pages=pages)
    citation = _carried(library, fact, record, n)
    if sentence is None and citation is None:
        return None
    if citation is None:
        return _Told((Statement(_CARD + (sentence or "")),))
    said = Statement(citation.quote, (n,), verbatim=citation.match is not None)
    if sentence is None:
        opening = f"The library's card of {name_review(record)} has no link. The document says:"
        return _Told((Statement(opening), said), (citation,))
    told = Statement(sentence[0].upper() + sentence[1:], (n,))
    return _Told((told, said), (citation,))


def _carried(library: Library, fact: str, record: Record, n: int) -> Citation | None:
    """Where the document itself says what its card says."""
    document = library.document(record.id)
    found = find_carrier(document, fact)
    return cite(document, found.unit, [found.span], n) if found else None


def _unsaid(fact: str, record: Record) -> Statement:
    text = f"The library's card of {name_review(record)} does not say {ASKED[fact]}."
    return Statement(f"{text} It says: {describe(record)}.")


def _list(library: Library, request: Request, asked: CardAsked, records: list[Record]) -> Answer:
    if not records:
        noun = (asked.kind or "document").replace("_", " ")
        text = f"The library holds no {noun}."
        told = example_questions(library.catalogue, count=3)
        return refused("not_in_library", text, told)
    if asked.years is not None:
        return _dated(request, asked.years, records)
    return _extreme(library, request, asked, records)


def _extreme(library: Library, request: Request, asked: CardAsked, records: list[Record]) -> Answer:
    dated = sorted((r for r in records if r.published), key=lambda r: r.published or "")
    undated = [r for r in records if not r.published]
    if not dated:
        text = "None of the library's cards says when its document was published."
        return refused("not_stated", text)
    chosen = dated[-1] if asked.about == "newest" else dated[0]
    text = f"the {asked.about} is {call(chosen)}, published {spell_date(chosen.published or '')}."
    opening = Statement(f"{_CARDS}{text}")
    options = list_reviews(request, [chosen])
    citation = _carried(library, "published", chosen, 1)
    if citation is None:
        return replace(_with_undated((opening,), undated), options=options)
    said = Statement(citation.quote, (1,), verbatim=citation.match is not None)
    opening = replace(opening, citations=(1,))
    given = _with_undated((opening, said), undated)
    return replace(given, citations=(citation,), options=options)


def _dated(request: Request, years: tuple[int, int], records: list[Record]) -> Answer:
    first, last = years
    fits = [r for r in records if r.published and first <= int(r.published[:4]) <= last]
    noun = "document" if len(fits) == 1 else "documents"
    opening = f"{_CARDS}{len(fits) or 'no'} {noun} {name_years(first, last)}{':' if fits else '.'}"
    listed = [Statement(f"{call(r)}, {spell_date(r.published or '')}") for r in fits[:MOST_TOLD]]
    if len(fits) > MOST_TOLD:
        listed.append(Statement(f"And {len(fits) - MOST_TOLD} more."))
    undated = [r for r in records if not r.published]
    given = _with_undated((Statement(opening), *listed), undated)
    return replace(given, options=list_reviews(request, fits[:MOST_TOLD]))


def _with_undated(statements: tuple[Statement, ...], undated: Sequence[Record]) -> Answer:
    """A document without a date may belong to the answer as well."""
    if undated:
        names = "; ".join(name_review(r) for r in undated[:MOST_SUGGESTIONS])
        more = len(undated) - MOST_SUGGESTIONS
        names += f"; and {more} more" if more > 0 else ""
        statements = (*statements, Statement(f"No date is printed on: {names}."))
    return answered(statements)
