"""A question without its names in, the words that carry its topic out."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rag.index.library import Library
from rag.language.topic_words import TopicWord, read_topic
from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import words_of
from rag.questions.askers import asks_for_themselves, without_asker
from rag.questions.question_read import QuestionRead
from rag.questions.topic.empty_words import WORK_WORDS, empty_words

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
_ORDERS = re.compile(
    rf"(?:^|\b(?:and|{words_of('please')}|you|then))"
    r" (?:explain|describe|outline|discuss)\b(?: to me| me)?"
    r"|\bwhich (?:one )?(?:is|was) (?:the )?most (?:important|useful)\b",
    re.IGNORECASE,
)
"""Said of the answer wanted, not of what the reviews say."""
LEAST_WEIGHT = 1.5
"""Of a topic word."""
MOST_OF_THEME = 2.0
"""Of a topic word outside the vocabulary, where several reviews are asked."""


def find_terms(library: Library, read: QuestionRead) -> tuple[TopicWord, ...]:
    """In order, each once."""
    empty = empty_words(read.text, read.wants, read.agencies, read.asked.kinds, across=read.across)
    terms_of = partial(
        read_topic,
        vocabulary=load_vocabulary(),
        lexical=library.terms(read.place.there),
        empty=empty,
    )
    in_full = asks_for_themselves(read.text) or not read.listed
    terms = _read_terms(terms_of, read.rest, in_full=in_full)
    if not terms and read.wants not in ("summary", "list"):
        terms = terms_of(_without_orders(read.rest), empty=empty - WORK_WORDS)
    return tuple(_reweigh(term, across=read.across) for term in terms)


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


def _reweigh(term: TopicWord, *, across: bool) -> TopicWord:
    """A word that stands all over the library is left in only where the question turns on it; an
    everyday one that is rare says little of a theme, however rare."""
    most = MOST_OF_THEME if across and not term.of_vocabulary else term.weight
    return replace(term, weight=max(LEAST_WEIGHT, min(term.weight, most)))
