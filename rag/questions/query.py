"""A question in, what it asks for out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rag.backends.lexical import FUNCTION_WORDS, stem
from rag.index.library import Library
from rag.questions.asked import Asked, blank, find_agency, find_units_asked
from rag.questions.phrases import plain
from rag.questions.pseudonyms import mend_pseudonyms
from rag.questions.reviews_named import ReviewsNamed, find_reviews
from rag.questions.topic_words import TopicWord, mend_spelling, read_topic
from rag.questions.vocabulary import load_vocabulary
from rag.questions.wants import Wants, read_wants
from rag.types import Unit

_EMPTY_WORDS = frozenset(
    stem(
        " ".join(FUNCTION_WORDS)
        + """
        could would shall may might must us yes ok hi hello please pls plz thanks thank ta
        cheers whats wot hows wheres whos whys thats theres theyre theyd im ive id dont didnt
        doesnt wasnt werent isnt arent havent hasnt cant couldnt couldve wouldve shouldve weren
        didn wasn couldv say says said saying tell told give gave show find found get got list
        lists listed quote need want know look looking like come comes came make made makes go
        goes going went gone take took taken bring brought happen happened happening use put
        slide powerpoint deck drop team meeting session staff colleague handy useful relevant
        training mention mentioned mentions cover covers covered talk talks deal deals dealing
        concern regarding around compare compared versus vs matching match same different review
        reviews scr scrs case cases serious report reports bulletin briefing document documents
        learning summary response nutshell overview brief briefly quick quickly circumstances
        full whole complete sentence words wording word verbatim text exactly exact actual
        actually really basically one ones bit bits em part thing things anything something
        everything someone anyone anybody nobody somebody everyone question questions qs point
        points way ways sort kind kinds type types many much lot lots example examples ever even
        also wrong straight away back past present either long behind w n u r ur
        summarise summarize summarised summarized sum up gist tldr takeaways supposed meant main key
        """
    )
)
_SUMMARY_WORDS = frozenset(
    stem(
        """
        sum short version line lines few paragraph sentence synopsis recap run walk through gist
        story couple minute minutes slide page new starter background handover potted
        """
    )
)
"""Empty in a question that wants a summary."""
_OF_INSPECTIONS = re.compile(
    r"\b(?:ofsted|inspect\w*|cqc|hmic\w*|judge?ments?|grade[sd]?|rat(?:ed|ing)s?|local authorit\w+"
    r"|councils?)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ACROSS = re.compile(
    r"\b(?:all|each|every|across|several|different|these|any|which|other|most|many|both|five)"
    r"(?: of)?(?: the| these| those| your)? (?:reviews?|cases|scrs?|documents|reports|ones?)\b"
    r"|more than one|reviews say|do (?:the )?reviews|in common|\bcompar(?:e[ds]?|ing|ison)\b"
    r"|\b(?:vs|versus)\b|difference between|recurring",
    re.IGNORECASE,
)


Points = Literal["", "again", "among", "more", "aspect"]


@dataclass(frozen=True, slots=True)
class Focus:
    """A unit that the conversation is about."""

    document: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Query:
    question: str
    """As typed; a follow-up that leaves its verb unsaid has the words of the turn before it."""
    search: str
    """What is searched for: the question, with the topic of earlier turns where it needs them."""
    reviews: ReviewsNamed
    documents: frozenset[str] | None
    """Where to look: the reviews named here or before; None is everywhere."""
    asked: Asked
    agencies: tuple[str, ...]
    terms: tuple[TopicWord, ...]
    """The words that carry the topic, in order, each once."""
    across: bool
    """The question is about several reviews."""
    of_inspections: bool = False
    """It speaks of inspections: their reports answer beside the reviews."""
    wants: Wants = "plain"
    """The form of answer."""
    topic: str = ""
    """The question without the names of reviews."""
    focus: tuple[Focus, ...] = ()
    points: Points = ""
    """At the units in `focus`: they are asked for again, something among them, more than they
    say, or who or when it is that they speak of."""


def understand(typed: str, library: Library, within: frozenset[str] | None = None) -> Query:
    """A question by itself; `within` are the reviews to look in where it names none."""
    vocabulary = load_vocabulary()
    held = library.whole.catalogue
    records = held.records()
    plainly = mend_pseudonyms(_TAG.sub(" ", typed), records)
    question = mend_spelling(plainly, vocabulary, library.lexical)
    reviews = find_reviews(
        question,
        records,
        held.reading_text,
        holds=library.lexical.holds,
        before=within,
    )
    numbered = [
        (m.start, m.end) for m in vocabulary.read(question) if any(c.isdigit() for c in m.words)
    ]
    asked = find_units_asked(question, numbered)
    across = _ACROSS.search(question) is not None
    of_inspections = _OF_INSPECTIONS.search(question) is not None
    if reviews.documents and not of_inspections:
        # "The Wiltshire one" is the review, where an inspection report of Wiltshire is held too.
        reviews = replace(
            reviews, documents=reviews.documents - library.inspections or reviews.documents
        )
    documents = reviews.documents
    if documents is None and not across and not reviews.missing:
        documents = within
    missing = [(m.start(), m.end()) for n in reviews.missing for m in _find_name(n, question)]
    rest = blank(question, [*reviews.spans, *missing, *asked.spans])
    agencies = (
        find_agency(rest, agencies_of(library, documents)) if asked.kinds or asked.units else ()
    )
    wants = read_wants(plain(typed), listed=bool(asked.kinds))
    left_out = _EMPTY_WORDS | {s for agency in agencies for s in stem(agency)}
    left_out |= _SUMMARY_WORDS if wants == "summary" else frozenset()
    terms = read_topic(rest, vocabulary, library.terms(documents), left_out)
    return Query(
        typed,
        widen(question, terms),
        reviews,
        documents,
        asked,
        agencies,
        terms,
        across or _several(reviews),
        of_inspections,
        wants,
        blank(question, [*reviews.spans, *missing]),
    )


def _find_name(name: str, question: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\b{re.escape(name)}\b", question, re.IGNORECASE)


def _several(reviews: ReviewsNamed) -> bool:
    return reviews.documents is not None and len(reviews.documents) > 1


def widen(question: str, terms: Sequence[TopicWord]) -> str:
    """The question with the field's own word behind each everyday one ("nan": grandmother)."""
    said = set(stem(question))
    names = [" ".join(t.variants[1]) for t in terms if len(t.variants) > 1]
    return " ".join([question, *(n for n in names if not said.issuperset(n.split()))])


def agencies_of(library: Library, documents: frozenset[str] | None) -> tuple[str, ...]:
    """Those whom the recommendations are addressed to, as printed."""
    units = library.catalogue.find_units(documents, kind="recommendation")
    return tuple(dict.fromkeys(unit.agency for _, unit in units if unit.agency))
