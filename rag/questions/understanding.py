"""A question in, what it asks for out."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from rag.index.library import Library
from rag.language.phrases import plain
from rag.language.spans import blank, blot
from rag.language.topic_words import TopicWord, read_topic
from rag.language.unread import why_unread
from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import words_of
from rag.questions.askers import asks_for_themselves, without_asker
from rag.questions.documents.documents_meant import find_meant, naming_words
from rag.questions.documents.makers_named import made_by, makers_said
from rag.questions.documents.names_typed import read_names, speaks_of_inspections
from rag.questions.documents.several_reviews import find_across
from rag.questions.documents.silent_reviews import find_silence
from rag.questions.facts.answer_types import facts_asked
from rag.questions.forms.answer_form import read_wants
from rag.questions.forms.asking_words import asking_words
from rag.questions.forms.form import decide_form
from rag.questions.forms.form_signs import form_signs
from rag.questions.request import Request
from rag.questions.topic.empty_words import WORK_WORDS, empty_words
from rag.questions.topic.vector_words import bare_meaning
from rag.questions.topic.widened import widen
from rag.questions.units.duties import or_duties
from rag.questions.units.indicator_lists import or_signs
from rag.questions.units.manner import read_manner
from rag.questions.units.units_asked import Asked, find_agency, find_units_asked
from rag.questions.units.units_held import agencies_of, of_kinds_held
from rag.questions.wording import Wording
from rag.types import Span

_LEARN = r"(?:learn|take|draw|pick up|get|know|remember|be aware of)\b.*\b(?:about|on|around|of)\b"
_LEARNERS = re.compile(
    rf"(?<=\bwhat )(?:(?:can|could|should|might|must|would) (?:[\w'’/&-]+,? ){{1,6}}?(?={_LEARN})"
    rf"|(?:do|does) (?:[\w'’/&-]+,? ){{1,6}}?need to (?={_LEARN}))",
    re.IGNORECASE,
)
"""Who is to learn something is not what it is about: "what can midwives learn about ..."."""
_AMONG_US = re.compile(
    r"\b(?:between|among|amongst|across) (?:(?:the|all|different|other|partner|various) )*"
    r"(?:agenc(?:y|ies)|professionals|practitioners|services|partners|organisations|workers|teams"
    r"|staff|disciplines|each other|one another)\b",
    re.IGNORECASE,
)
"""Reviews are about nothing else than what is done among agencies."""
_FAMILY = re.compile(r"(?P<of>['’]?s)? famil(?:y|ies)\b", re.IGNORECASE)
_MENTIONED = re.compile(r"\b(?:mention|refer|talk|speak)(?:s|ing|ed)?\b.*", re.IGNORECASE)
"""Whom a list mentions, it need not be addressed to."""
_ORDERS = re.compile(
    rf"(?:^|\b(?:and|{words_of('please')}|you|then))"
    r" (?:explain|describe|outline|discuss)\b(?: to me| me)?"
    r"|\bwhich (?:one )?(?:is|was) (?:the )?most (?:important|useful)\b",
    re.IGNORECASE,
)
"""Said of the answer wanted, not of what the reviews say."""
_ANY_NAME = "Baby Q"
LEAST_WEIGHT = 1.5
"""Of a topic word."""
MOST_OF_THEME = 2.0
"""Of a topic word outside the vocabulary, where several reviews are asked."""
WIDE = 3
"""Topic words, of a topic that is no single thing."""


def understand(
    typed: str,
    library: Library,
    within: frozenset[str] | None = None,
    *,
    talked_of: frozenset[str] | None = None,
    listed: Sequence[str] = (),
) -> Request:
    """A question by itself; `within` are the documents to look in where it names none, `talked_of`
    those in whose light it is read all the same, `listed` those that it may name by their place."""
    vocabulary = load_vocabulary()
    question, reviews = read_names(typed, library, within or talked_of, listed)
    unnamed = reviews.documents is None and within is None and talked_of is None
    made = made_by(library, question) if unnamed else None
    of_several = find_across(question, unnamed=unnamed) or (makers_said(question) if made else ())
    across = bool(of_several)
    meant, weights = find_meant(library, question, reviews, several=across)
    reviews = meant.settle(reviews) if meant else reviews
    documents = reviews.documents
    silence = find_silence(question) if across else None
    of_several = (*of_several, silence) if silence else of_several
    asked = _find_asked(
        blot(question, [*of_several, *reviews.places]), agencies_of(library, documents)
    )
    asked = of_kinds_held(library, asked, documents, question, talked_of or within)
    of = documents or talked_of or within or reviews.missing
    asked = or_signs(asked, question, of_one=bool(of))
    if documents is None and not (reviews.missing and not across):
        talked = None if across else within or (meant.documents if meant else None)
        documents = talked or made
    picked = meant is not None and not meant.known and within is None
    by_itself = reviews.documents is not None or reviews.missing or across
    there = documents if by_itself else talked_of or documents
    named = [
        *_with_family(question, reviews.spans),
        *naming_words(library, there, question),
        *(m.span() for n in reviews.missing for m in _find_name(n, question)),
    ]
    rest = blank(question, [*named, *asked.spans, *of_several])
    themselves = asks_for_themselves(question)
    asking = rest if themselves else without_asker(rest)
    agencies = (
        find_agency(_named_by_field(_MENTIONED.sub(" ", asking)), agencies_of(library, there))
        if asked.kinds or asked.units
        else ()
    )
    wants = read_wants(plain(_with_pseudonyms(question, reviews.spans)), listed=bool(asked.kinds))
    if wants == "locate" and asked.kinds == ("section",):
        asked = replace(asked, kinds=())
    asked = replace(asked, manner=read_manner(question, asked.spans))
    empty = empty_words(question, wants, agencies, asked.kinds, across=across)
    read = partial(read_topic, vocabulary=vocabulary, lexical=library.terms(there), empty=empty)
    in_full = themselves or not (asked.kinds or asked.units)
    terms = _read_terms(read, rest, in_full=in_full)
    if not terms and wants not in ("summary", "list"):
        terms = read(_without_orders(rest), empty=empty - WORK_WORDS)
    topic = blank(question, named)
    facts = facts_asked(question)
    found = {
        f"wants {wants}": True, "several": across, "owner": bool(agencies), "fact": bool(facts),
        "no topic": not terms, "wide topic": len(terms) > WIDE,
    }  # fmt: skip
    words = asking_words(question, named, asked.spans, one_unit=bool(asked.units))
    terms = tuple(_reweigh(term, across=across) for term in terms)
    return Request(
        Wording(question, topic),
        widen(question, terms),
        bare_meaning(topic, wants) or question,
        reviews,
        documents,
        asked,
        agencies,
        terms,
        across or len(reviews.documents or ()) > 1,
        speaks_of_inspections(question),
        wants,
        picked=picked,
        meant=meant,
        weights=weights,
        unread=why_unread(typed, library.lexical.holds, follows=True),
        form=decide_form(form_signs(question, asked, reviews, words=words, found=found)),
    )


def _read_terms(
    read: Callable[[str], tuple[TopicWord, ...]], rest: str, *, in_full: bool
) -> tuple[TopicWord, ...]:
    """Of what the asker wants to know; with what is said of the asker, where that leaves none and
    no unit is asked for."""
    whole = _without_orders(rest)
    said = without_asker(whole)
    return read(_AMONG_US.sub(" ", said)) or read(whole if in_full else said)


def _without_orders(text: str) -> str:
    return _LEARNERS.sub(" ", _ORDERS.sub(" ", text))


def _with_pseudonyms(question: str, names: Sequence[Span]) -> str:
    """ "Tell me about the ... review", whatever the name in it is."""
    for start, end in sorted(names, reverse=True):
        question = f"{question[:start]}{_ANY_NAME}{question[end:]}"
    return question


def _with_family(question: str, names: Sequence[Span]) -> list[Span]:
    """ "The Baby O family" is Baby O, as is "in Baby O's family"; "Baby O's family" are people."""

    def end(a: int, b: int) -> int:
        found = _FAMILY.match(question, b)
        inside = question[:a].casefold().endswith((" in ", " in the "))
        return found.end() if found and (inside or not found["of"]) else b

    return [(a, end(a, b)) for a, b in names]


def _reweigh(term: TopicWord, *, across: bool) -> TopicWord:
    """A word that stands all over the library is left in only where the question turns on it; an
    everyday one that is rare says little of a theme, however rare."""
    most = MOST_OF_THEME if across and not term.of_vocabulary else term.weight
    return replace(term, weight=max(LEAST_WEIGHT, min(term.weight, most)))


def _named_by_field(text: str) -> str:
    """With the field's own name behind each everyday one: "the old bill", the police."""
    return " ".join([text, *(m.term for m in load_vocabulary().read(text) if m.certain)])


def _find_asked(question: str, agencies: Sequence[str]) -> Asked:
    mentions = load_vocabulary().read(question)
    numbered = [(m.start, m.end) for m in mentions if any(c.isdigit() for c in m.words)]
    return or_duties(find_units_asked(question, numbered), question, agencies)


def _find_name(name: str, question: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\b{re.escape(name)}\b", question, re.IGNORECASE)
