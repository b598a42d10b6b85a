"""A question whose answer was not what was meant, or shows not what is pointed at, in, a question
back out: how it was understood, and what else it can be."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Answer, Option
from rag.index.library import Library
from rag.questions.asked_of import NO_REVIEWS, ask_of, in_words, of_documents, of_no_topic
from rag.questions.request import Request
from rag.questions.topic.actors import subject_words
from rag.questions.units.units_asked import NOTHING_ASKED, Asked
from rag.telling.asking_back import ask_back, offer_review
from rag.telling.nouns import noun_of
from rag.telling.refusals import name_review
from rag.types import Record

KINDS = (
    "recommendation", "finding", "lesson", "learning_point", "key_message", "concern",
    "required_action",
)  # fmt: skip
"""Whose whole list may have been meant."""
_SAID = {
    "says": "what is said",
    "is silent": "which documents say nothing",
    "lacks": "which documents have none",
}
MOST_NAMED = 2
MOST_CARRIED = 3


def ask_what_is_meant(library: Library, request: Request) -> Answer:
    """`request` is the question that was answered before; each option is another reading of it."""
    held = library.catalogue.records()
    records = [r for r in held if request.documents is not None and r.id in request.documents]
    text = f"Your question was understood as: {_understood(request, records)}. What did you mean?"
    if request.points == "nowhere":
        text = f"The answer before this one shows no such item. {text}"
    options = (
        *_other_readings(request, records),
        *_of_each(request, records),
        *_lists(library, request, records),
    )
    if not options:
        text += " Please ask it again in other words."
    return ask_back(text, options)


def _understood(request: Request, records: Sequence[Record]) -> str:
    """ "recommendations for the police about housing, in Baby M, 2010"."""
    what = _listed(request) or _SAID[request.polarity]
    whose = f" for {' and '.join(request.agencies)}" if request.agencies else ""
    shown = [focus.unit.label for focus in request.focus[:MOST_NAMED]]
    topic = " and ".join((*shown, *(f"“{words}”" for words in _topic(request))))
    about = f" about {topic}" if topic else ""
    where = " and ".join(request.reviews.missing) or _where(records)
    return f"{what}{whose}{about}, in {where}"


def _listed(request: Request) -> str:
    units = [unit.typed.strip() for unit in request.asked.units]
    return " and ".join((*units, *(noun_of(kind, 2) for kind in request.asked.kinds)))


def _topic(request: Request) -> tuple[str, ...]:
    """The words of it that were typed; else those that weigh most of what it took over."""
    typed = request.typed_terms
    carried = sorted(request.terms, key=lambda term: -term.weight)[:MOST_CARRIED]
    terms = typed or ([] if request.focus else carried)
    return tuple(request.as_typed(term) for term in subject_words(terms) or terms)


def _where(records: Sequence[Record]) -> str:
    names = " and ".join(name_review(record) for record in records[:MOST_NAMED])
    more = len(records) - MOST_NAMED
    return f"{names}{f' and {more} more' if more > 0 else ''}" if names else "all documents"


def _other_readings(request: Request, records: Sequence[Record]) -> list[Option]:
    """What is said of the topic, where a list or a unit was shown; and what all reviews say."""
    topic = " and ".join(_topic(request))
    if not topic or not (records or request.polarity != "says"):
        return []
    options = []
    if records and (request.asked.kinds or request.asked.units):
        name = " and ".join(record.subject or record.title for record in records[:MOST_NAMED])
        words = f"What does {name} say about {topic}?"
        options.append(Option(words, name, _read_as(request, words)))
    words = f"What do all reviews say about {topic}?"
    of_all = replace(_read_as(request, words), wants="theme")
    everywhere = replace(ask_of(of_all, NO_REVIEWS), across=True)
    return [*options, Option(words, "all reviews", everywhere)]


def _of_each(request: Request, records: Sequence[Record]) -> list[Option]:
    """The same of each of several documents."""
    if len(records) < 2:
        return []
    what, topic = _listed(request) or "what is said", " and ".join(_topic(request))
    about = f" about {topic}" if topic else ""
    return [
        offer_review(request, record, f"{what.capitalize()}{about} in {name_review(record)}")
        for record in records
    ]


def _lists(library: Library, request: Request, records: Sequence[Record]) -> list[Option]:
    """Whole lists of the only document that was asked."""
    if len(records) != 1:
        return []
    record, options = records[0], []
    for kind in KINDS:
        if library.catalogue.find_units(frozenset({record.id}), kind=kind):
            noun = noun_of(kind, 2)
            words = f"{noun.capitalize()} of {name_review(record)}"
            of_kind = replace(of_no_topic(_read_as(request, words)), asked=Asked((), (kind,), ()))
            options.append(Option(words, noun, ask_of(of_kind, of_documents([record.id]))))
    return options


def _read_as(request: Request, words: str) -> Request:
    """In these words, of no list."""
    return replace(
        in_words(request, words, " and ".join(_topic(request))),
        points="",
        focus=(),
        wants="plain",
        agencies=(),
        asked=NOTHING_ASKED,
    )
