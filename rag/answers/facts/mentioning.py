"""A question whether words stand in a review in, the sentences that have them out; or that they do
not stand there, and in which review they do.

The text is searched in full, so that this is certain for terms of the field, in all of their words;
what is asked for in other words is left to the search where part of it is there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from rag.answer import Answer
from rag.answers.search.search_answer import answer_by_search
from rag.evidence.choosing import fill_out, worth
from rag.evidence.evidence import Evidence
from rag.evidence.looking import look
from rag.evidence.units.wording import Place, documents_with, find_places, has_all
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.language.word_forms import forms_of, is_light
from rag.questions.request import Request
from rag.telling.composing import Piece, compose, with_gap
from rag.telling.in_context import in_context
from rag.telling.refusals import not_mentioned

LEAST_LOOSE = 2
"""Words that name one thing together: "young carers"."""
MOST_SENTENCES = 4
"""Shown where the search did not bring any of them."""


def answer_mention(library: Library, request: Request) -> Answer | None:
    """None where no mention is asked for, or the search may find it in other words."""
    asked = request.mention
    if asked is None:
        return None
    everywhere = frozenset(record.id for record in library.catalogue.records())
    documents = request.documents or everywhere
    found = {terms: find_places(library, terms, documents) for terms in asked.parts}
    absent = [terms for terms, places in found.items() if not places]
    if asked.loosely and len(absent) < len(found):
        return None
    if not all(_is_surely_absent(library, terms, documents) for terms in absent):
        return None if asked.loosely else _answer_in_other_words(library, request, absent)
    if len(absent) == len(found):
        return _tell_absent(library, request, absent)
    return _quote_each(library, request, found, all_wanted=asked.all_wanted)


def _quote_each(
    library: Library,
    request: Request,
    found: Mapping[tuple[TopicWord, ...], Sequence[Place]],
    *,
    all_wanted: bool,
) -> Answer | None:
    """None of several reviews: the search tells which of them do."""
    if request.documents is None or len(request.documents) > 1:
        return None
    there = [terms for terms, places in found.items() if places]
    absent = [terms for terms, places in found.items() if not places]
    told = compose(library, request, _pieces(library, request, there, [*chain(*found.values())]))
    if not (absent and all_wanted):
        return told
    return with_gap(told, "not_stated", _tell_absent(library, request, absent))


def _tell_absent(
    library: Library, request: Request, absent: Sequence[Sequence[TopicWord]]
) -> Answer:
    return not_mentioned(library, request, absent, documents_with(library, absent[0]))


def _answer_in_other_words(
    library: Library, request: Request, absent: Sequence[Sequence[TopicWord]]
) -> Answer | None:
    """Its words stand there, and nowhere together: what the search finds, said to be no more."""
    if request.documents is None or max(map(len, absent)) < LEAST_LOOSE:
        return None
    gap = not_mentioned(library, request, absent, ())
    return with_gap(answer_by_search(library, request), "not_stated", gap)


def _is_surely_absent(
    library: Library, terms: Sequence[TopicWord], documents: frozenset[str]
) -> bool:
    """A term of the field stands there in none of its words; of other words, none in any form."""
    telling = [t for t in terms if not is_light(t)]
    named = [t for t in telling if t.of_vocabulary]
    if named:
        return any(not find_places(library, [t], documents) for t in named)
    forms = [(form,) for t in telling for s in t.variants[0] for form in forms_of(s)]
    return bool(telling) and not library.lexical.holding(forms, documents)


def _pieces(
    library: Library,
    request: Request,
    parts: Sequence[Sequence[TopicWord]],
    places: Sequence[Place],
) -> list[Piece]:
    """As the search ranks them."""
    evidence = [_on_the_words(e, parts, places) for e in look(library, request).evidence]
    chosen = worth([e for e in evidence if e is not None])
    if not chosen:
        return [Piece(place.focus, (place.span,)) for place in places[:MOST_SENTENCES]]
    return in_context(library, fill_out(chosen))


def _on_the_words(
    e: Evidence, parts: Sequence[Sequence[TopicWord]], places: Sequence[Place]
) -> Evidence | None:
    """What would be shown where it has the words, else the sentence of its unit that does."""
    if any(has_all(e.text, terms) for terms in parts):
        return e
    for place in places:
        if place.focus == e.focus:
            return replace(e, spans=(place.span,), text=place.text)
    return None
