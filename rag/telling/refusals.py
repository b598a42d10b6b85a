"""What cannot be answered in, a refusal with its reason and a useful next step out."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Answer, Option, refused
from rag.evidence.units.owners import owners, unknown_owner
from rag.evidence.units.units_named import NUMBERED_AS_PARAGRAPH, list_units, with_children
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.asked_of import ask_of, of_documents
from rag.questions.names.people_named import find_unheld_name
from rag.questions.request import Focus, Request
from rag.questions.units.units_asked import NOTHING_ASKED, UnitAsked
from rag.types import Record

_QUESTION_WORDS = ("who", "when", "where", "which", "what", "how", "why")
MOST_SUGGESTIONS = 5
MOST_NEAR = 3


def not_held(library: Library, request: Request) -> Answer:
    """The question names a review that is not in the library; one that goes by the same name is
    told, as it may be taken for the one asked for."""
    records = library.catalogue.records()
    told = [_tell_other(record) for record in records if record.id in request.reviews.instead]
    named = " or ".join(request.reviews.missing)
    # An inquiry or a report is a name in full.
    what = (
        f"the {named}"
        if named.endswith(("inquiry", "report", "inspection"))
        else f"a review of {named}"
    )
    text = " ".join((f"The library does not hold {what}.", *told[:MOST_SUGGESTIONS]))
    held = [name_review(record) for record in records]
    return refused("not_in_library", text, _some(held, "The library holds: "))


def _tell_other(record: Record) -> str:
    """ "The library holds a Child Q review of Oxfordshire, 2020, not that one." """
    if record.subject is None or record.kind == "coroner_report":
        return f"The library holds {name_review(record)}, not that one."
    year = record.published[:4] if record.published else None
    facts = ", ".join(part for part in (record.area or record.publisher, year) if part)
    review = f"{record.subject} review of {facts}" if facts else f"{record.subject} review"
    return f"The library holds a {review}, not that one."


def document_not_held(
    library: Library, request: Request, name: str, near: Sequence[Focus]
) -> Answer:
    """Another document's words are asked for; `near` are units that mention it."""
    text = f"The library does not hold the {name}, and no review here was found to quote it."
    if near:
        text = f"The library does not hold the {name}; it is only mentioned."
    return _offering(refused("not_in_library", text), _near(library, request, near))


def unit_missing(library: Library, request: Request, asked: UnitAsked) -> Answer:
    """The review is held and has no such unit."""
    kinds = asked.kinds or ("finding", "lesson", "recommendation")
    where = where_asked(library, request)
    units = list_units(library, request.documents, kinds, request.agencies)
    if "paragraph" in kinds:
        units = _paragraphs(library, request) or units
    noun = kinds[0].replace("_", " ")
    whose = f" for {' or '.join(request.agencies)}" if request.agencies else ""
    text = f"There is no {asked.typed.strip()}{whose} in {where}."
    if units and request.documents is not None:
        it = "It" if not request.agencies else "That organisation"
        text += f" {it} has {len(units)} {noun}{'' if len(units) == 1 else 's'}."
        options = tuple(_offer_unit(library, request, f, f.unit.label) for f in units[:8])
        return _offering(refused("no_such_unit", text), options)
    return refused("no_such_unit", text)


def _paragraphs(library: Library, request: Request) -> list[Focus]:
    """Lessons and findings too, where they go on with the numbers of the paragraphs."""
    numbered: dict[str, Focus] = {}
    for focus in list_units(library, request.documents, NUMBERED_AS_PARAGRAPH):
        number = focus.unit.number or ""
        if number.isdigit() and focus.unit.agency is None:
            numbered.setdefault(number, focus)
    return list(numbered.values())


def owner_missing(library: Library, request: Request) -> Answer:
    """The review has units of that kind, and none for the organisation that is asked for."""
    kind = (request.asked.kinds or request.asked.units[0].kinds)[0].replace("_", " ")
    who = unknown_owner(library, request)
    where = where_asked(library, request)
    text = f"No {kind} is addressed to {who} in so many words in {where}."
    options = tuple(
        Option(
            f"{kind.capitalize()}s for {owner}", "", replace(request, agencies=(owner,), owner="")
        )
        for owner in owners(library, request)
    )
    return _offering(refused("no_such_unit", text), options)


def not_stated(
    library: Library, request: Request, near: Sequence[Focus] = (), fact: str | None = None
) -> Answer:
    """The documents do not say; `near` are units that speak of the subject without the `fact`
    ("the date")."""
    if (request.documents is None or request.picked) and (
        name := find_unheld_name(request.said.full_names, library.lexical.holds)
    ):
        missing = replace(request.reviews, missing=(name,))
        return not_held(library, replace(request, reviews=missing))
    where = where_asked(library, request)
    text = f"This is not stated in {where}."
    if near and fact:
        verb = "say" if fact.startswith(_QUESTION_WORDS) else "give"
        text = f"This is not stated in {where}: what it says of the subject does not {verb} {fact}."
    if near:
        return _offering(refused("not_stated", text), _near(library, request, near))
    return refused("not_stated", text, _what_is_held(library))


def not_mentioned(
    library: Library,
    request: Request,
    absent: Sequence[Sequence[TopicWord]],
    elsewhere: Sequence[str],
) -> Answer:
    """The words asked for stand nowhere in the reviews asked about; `elsewhere` are ids of others
    that have the first of them."""
    named = [" ".join(request.as_typed(term) for term in terms) for terms in absent]
    words = " or ".join(f"“{name}”" for name in named)
    text = (
        f"There is no mention of {words} in {where_asked(library, request)}: neither these words"
        " nor others that stand for them."
    )
    return refused("not_stated", text, _ask_of(library, elsewhere, named[0]))


def not_supposed(
    library: Library, request: Request, words: str, elsewhere: Sequence[str], *, of_one: bool
) -> Answer:
    """The question takes for granted what is not said; `elsewhere` are ids of reviews that say
    it. `of_one`: it may be said there of others."""
    silent = "says so of the one asked about" if of_one else "does"
    text = (
        f"This is not stated in {where_asked(library, request)}. The question speaks of “{words}”,"
        f" and nothing there {silent}."
    )
    return refused("not_stated", text, _ask_of(library, elsewhere, words))


def name_review(record: Record) -> str:
    """ "Baby O, SSCB, 2016": as a person would call it."""
    year = record.published[:4] if record.published else None
    name = record.subject or record.title
    parts = (name, record.area or record.publisher, year)
    return ", ".join(p for p in parts if p)


def _ask_of(library: Library, documents: Sequence[str], words: str) -> tuple[str, ...]:
    """Of none, what can be asked at all."""
    records = [r for r in library.catalogue.records() if r.id in documents]
    told = tuple(f"What does {name_review(r)} say about {words}?" for r in records)
    return told[:MOST_NEAR] or _what_is_held(library)


def _what_is_held(library: Library) -> tuple[str, ...]:
    held = [name_review(record) for record in library.catalogue.records()]
    hint = "Ask for a whole list, for example the findings or the recommendations of one review."
    return (hint, *_some(held, "The library holds: "))


def where_asked(library: Library, request: Request) -> str:
    """Names of the documents asked, three at most."""
    if request.documents is None or request.picked:
        return "the documents of this library"
    records = [r for r in library.catalogue.records() if r.id in request.documents]
    return " or ".join(name_review(r) for r in records[:3])


def _some(names: list[str], opening: str) -> tuple[str, ...]:
    if not names:
        return ()
    more = len(names) - MOST_SUGGESTIONS
    shown = "; ".join(names[:MOST_SUGGESTIONS])
    return (f"{opening}{shown}{f'; and {more} more' if more > 0 else ''}.",)


def _offer_unit(library: Library, request: Request, focus: Focus, words: str) -> Option:
    """The unit itself, with what stands inside it."""
    of_it = ask_of(request, of_documents([focus.document]))
    units = tuple(with_children(library, focus))
    request = replace(of_it, asked=NOTHING_ASKED, wants="plain", focus=units, points="again")
    return Option(words, "", request)


def _near(library: Library, request: Request, near: Sequence[Focus]) -> tuple[Option, ...]:
    """Units that may be asked for, each once."""
    names = {r.id: r.subject or r.title for r in library.catalogue.records()}
    units = {f"What does {f.unit.label} of {names[f.document]} say?": f for f in reversed(near)}
    first = [*reversed(units.items())][:MOST_NEAR]
    return tuple(_offer_unit(library, request, focus, words) for words, focus in first)


def _offering(answer: Answer, options: tuple[Option, ...]) -> Answer:
    words = tuple(option.words for option in options)
    return replace(answer, suggestions=words, options=options)
