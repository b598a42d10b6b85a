"""A question in, what it asks for out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.index.library import Library
from rag.language.phrases import plain
from rag.language.spans import blank, blot
from rag.language.topic_words import TopicWord
from rag.language.unread import why_unread
from rag.language.vocabulary import load_vocabulary
from rag.questions.askers import asks_for_themselves, without_asker
from rag.questions.documents.documents_meant import naming_words
from rag.questions.documents.names_typed import read_names, speaks_of_inspections
from rag.questions.documents.place_asked import Place, find_place
from rag.questions.facts.answer_types import facts_asked
from rag.questions.forms.answer_form import read_wants
from rag.questions.forms.asking_words import asking_words
from rag.questions.forms.form import Form, decide_form
from rag.questions.forms.form_signs import form_signs
from rag.questions.forms.form_wanted import form_wanted, is_of_several
from rag.questions.question_read import QuestionRead
from rag.questions.request import Request
from rag.questions.topic.topic_terms import find_terms
from rag.questions.topic.vector_words import bare_meaning
from rag.questions.topic.widened import widen
from rag.questions.units.duties import or_duties
from rag.questions.units.indicator_lists import or_signs
from rag.questions.units.manner import read_manner
from rag.questions.units.units_asked import Asked, find_agency, find_units_asked
from rag.questions.units.units_held import agencies_of, of_kinds_held
from rag.questions.wording import Wording
from rag.types import Span

_FAMILY = re.compile(r"(?P<of>['’]?s)? famil(?:y|ies)\b", re.IGNORECASE)
_MENTIONED = re.compile(r"\b(?:mention|refer|talk|speak)(?:s|ing|ed)?\b.*", re.IGNORECASE)
"""Whom a list mentions, it need not be addressed to."""
_ANY_NAME = "Baby Q"
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
    question, reviews = read_names(typed, library, within or talked_of, listed)
    place = find_place(library, question, reviews, within, talked_of)
    read = _read(library, question, place, talked_of or within)
    terms = find_terms(library, read)
    form = _read_form(read, terms)
    wants = form_wanted(read.wants, form)
    topic = blank(question, read.names)
    return Request(
        Wording(question, topic),
        widen(question, terms),
        bare_meaning(topic, wants) or question,
        place.reviews,
        place.documents,
        read.asked,
        read.agencies,
        terms,
        _is_across(place, form),
        speaks_of_inspections(question),
        wants,
        picked=place.picked,
        meant=place.meant,
        weights=place.weights,
        unread=why_unread(typed, library.lexical.holds, follows=True),
        form=form,
    )


def _read(
    library: Library, question: str, place: Place, before: frozenset[str] | None
) -> QuestionRead:
    """All but the topic; `before` are the documents that the conversation is about."""
    asked = _read_asked(library, question, place, before)
    names = _find_names(library, question, place)
    rest = blank(question, [*names, *asked.spans, *place.several])
    agencies = _read_agencies(library, question, rest, asked, place)
    plainly = plain(_with_pseudonyms(question, place.reviews.spans))
    wants = read_wants(plainly, listed=bool(asked.kinds))
    if wants == "locate" and asked.kinds == ("section",):
        asked = replace(asked, kinds=())
    asked = replace(asked, manner=read_manner(question, asked.spans))
    return QuestionRead(question, place, names, asked, agencies, wants, rest)


def _read_asked(
    library: Library, question: str, place: Place, before: frozenset[str] | None
) -> Asked:
    """The units and kinds of unit."""
    reviews = place.reviews
    said = blot(question, [*place.several, *reviews.places])
    asked = _find_asked(said, agencies_of(library, reviews.documents))
    asked = of_kinds_held(library, asked, reviews.documents, question, before)
    of_one = bool(reviews.documents or before or reviews.missing)
    return or_signs(asked, question, of_one=of_one)


def _find_names(library: Library, question: str, place: Place) -> tuple[Span, ...]:
    """Where it names documents, held or not."""
    missing = (m.span() for n in place.reviews.missing for m in _find_name(n, question))
    named = _with_family(question, place.reviews.spans)
    return (*named, *naming_words(library, place.there, question), *missing)


def _read_agencies(
    library: Library, question: str, rest: str, asked: Asked, place: Place
) -> tuple[str, ...]:
    """Of whom the units asked for are."""
    if not (asked.kinds or asked.units):
        return ()
    asking = rest if asks_for_themselves(question) else without_asker(rest)
    said = _named_by_field(_MENTIONED.sub(" ", asking))
    return find_agency(said, agencies_of(library, place.there))


def _read_form(read: QuestionRead, terms: Sequence[TopicWord]) -> Form:
    found = {
        f"wants {read.wants}": True, "several": read.across, "owner": bool(read.agencies),
        "fact": bool(facts_asked(read.text)), "no topic": not terms,
        "wide topic": len(terms) > WIDE,
    }  # fmt: skip
    one_unit = bool(read.asked.units)
    words = asking_words(read.text, read.names, read.asked.spans, one_unit=one_unit)
    signs = form_signs(read.text, read.asked, read.place.reviews, words=words, found=found)
    return decide_form(signs)


def _is_across(place: Place, form: Form) -> bool:
    """Whether it is of several documents: of those that it names, or of all."""
    if len(place.reviews.documents or ()) > 1:
        return True
    said = bool(place.several)
    may_be = said or place.documents is None
    return may_be and is_of_several(form, said=said)


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


def _named_by_field(text: str) -> str:
    """With the field's own name behind each everyday one: "the old bill", the police."""
    return " ".join([text, *(m.term for m in load_vocabulary().read(text) if m.certain)])


def _find_asked(question: str, agencies: Sequence[str]) -> Asked:
    mentions = load_vocabulary().read(question)
    numbered = [(m.start, m.end) for m in mentions if any(c.isdigit() for c in m.words)]
    return or_duties(find_units_asked(question, numbered), question, agencies)


def _find_name(name: str, question: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\b{re.escape(name)}\b", question, re.IGNORECASE)
