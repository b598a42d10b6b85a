"""A question in the light of the turns before it in, what it asks for out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.backends.lexical import FUNCTION_WORDS, stem
from rag.index.library import Library
from rag.questions.asked import Asked, blank, find_agency, find_units_asked
from rag.questions.pseudonyms import mend_pseudonyms
from rag.questions.reviews_named import ReviewsNamed, find_reviews
from rag.questions.topic_words import TopicWord, mend_spelling, read_topic
from rag.questions.vocabulary import load_vocabulary
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
        """
    )
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_POINTS_BACK = re.compile(
    r"\b(?:it|its|it's|that|this|those|these|they|them|their|there|she|he|her|him|his|one|ones|so"
    r"|same|other|else|also|then)\b|^(?:and|but|so|what about|how about|ok|which)\b",
    re.IGNORECASE,
)
_WHOLE_LIST = re.compile(
    r"\b(?:all|every|full list|whole list|complete)\b(?! (?:that|this|about))", re.IGNORECASE
)
_ACROSS = re.compile(
    r"\b(?:all|each|every|across|several|different|these|any|which|other|most|many|both|five)"
    r"(?: of)?(?: the| these| those| your)? (?:reviews?|cases|scrs?|documents|reports|ones?)\b"
    r"|more than one|reviews say|do (?:the )?reviews|in common|\bcompar(?:e[ds]?|ing|ison)\b"
    r"|\b(?:vs|versus)\b|difference between|recurring",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Focus:
    """A unit that the conversation is about."""

    document: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Query:
    question: str
    """As typed."""
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
    focus: tuple[Focus, ...] = ()


def understand(typed: str, library: Library, before: Query | None = None) -> Query:
    """`before` is what the conversation asked last."""
    vocabulary = load_vocabulary()
    records = library.catalogue.records()
    plainly = mend_pseudonyms(_TAG.sub(" ", typed), records)
    question = mend_spelling(plainly, vocabulary, library.lexical)
    reviews = find_reviews(
        question,
        records,
        library.catalogue.reading_text,
        holds=library.lexical.holds,
        before=before.documents if before else None,
    )
    numbered = [
        (m.start, m.end) for m in vocabulary.read(question) if any(c.isdigit() for c in m.words)
    ]
    asked = find_units_asked(question, numbered)
    across = _ACROSS.search(question) is not None
    documents = reviews.documents
    if documents is None and before is not None and not across and not reviews.missing:
        documents = before.documents
    rest = blank(question, [*reviews.spans, *asked.spans])
    agencies = (
        find_agency(rest, _agencies(library, documents)) if asked.kinds or asked.units else ()
    )
    left_out = _EMPTY_WORDS | {s for agency in agencies for s in stem(agency)}
    terms = read_topic(rest, vocabulary, library.lexical, left_out)
    query = Query(
        typed,
        widen(question, terms),
        reviews,
        documents,
        asked,
        agencies,
        terms,
        across or _several(reviews),
    )
    return _carry(query, before) if before is not None else query


def _several(reviews: ReviewsNamed) -> bool:
    return reviews.documents is not None and len(reviews.documents) > 1


def widen(question: str, terms: Sequence[TopicWord]) -> str:
    """The question with the field's own word behind each everyday one ("nan": grandmother)."""
    said = set(stem(question))
    names = [" ".join(t.variants[1]) for t in terms if len(t.variants) > 1]
    return " ".join([question, *(n for n in names if not said.issuperset(n.split()))])


def _agencies(library: Library, documents: frozenset[str] | None) -> tuple[str, ...]:
    units = library.catalogue.find_units(documents, kind="recommendation")
    return tuple(dict.fromkeys(unit.agency for _, unit in units if unit.agency))


def _carry(query: Query, before: Query) -> Query:
    """What a follow-up leaves unsaid stands in the turns before it."""
    named_only = not (query.asked.units or query.asked.kinds or query.terms)
    if named_only and query.reviews.documents is not None:
        # "Baby O", after "which one do you mean?"; "and Child Q?"
        search = f"{query.question} {before.search}"
        return replace(query, asked=before.asked, agencies=before.agencies, terms=before.terms,
                       search=search)  # fmt: skip
    if query.asked.units and not query.agencies and query.reviews.documents is None:
        query = replace(query, agencies=before.agencies)
    if query.reviews.documents is not None or _WHOLE_LIST.search(query.question):
        # It says itself what it is about: "findings for child Q, all of them".
        return query
    back = _POINTS_BACK.search(query.question) is not None or len(query.terms) <= 2
    if not back or query.asked.units or query.across:
        return query
    words = " ".join(dict.fromkeys(f.unit.text for f in before.focus)) or before.search
    terms = tuple(dict.fromkeys((*query.terms, *before.terms)))
    search = f"{query.search} {words}"[:1500]
    return replace(query, search=search, focus=before.focus, terms=terms)
