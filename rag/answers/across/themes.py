"""The vocabulary's themes and the reviews held in, how strongly each review speaks of each out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.backends.lexical import stem
from rag.evidence.evidence import Evidence, choose_evidence, say_the_same
from rag.evidence.units.theme_places import names_of, passages_speaking, speaks_of, terms_spoken
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.language.vocabulary import load_vocabulary
from rag.questions.names.reviews_named import ReviewsNamed
from rag.questions.request import Request
from rag.questions.units.units_asked import NOTHING_ASKED
from rag.questions.wording import Wording
from rag.quotes.citations.citing import cite
from rag.telling.grouping import LEARNED, is_aside, strength
from rag.types import Citation, Hit, Record

LEVELS = (1, 3, 6, 12)
"""Least number of units from which a review speaks of a theme: a little, some, much, very much."""
MOST_QUOTED = 4
"""Quotations of one review on one theme."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How strongly a review speaks of a theme, by the units that do in their own words."""

    units: int
    learned: int
    """Of these the findings, lessons, recommendations and other learning."""

    @property
    def level(self) -> int:
        """0 (not at all) to 4."""
        return sum(self.units >= least for least in LEVELS)


SILENT = Strength(0, 0)


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    """Of the term of the vocabulary."""
    title: str
    strengths: Mapping[str, Strength]
    """By the id of each document that speaks of it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a document says of a theme, the strongest first."""

    record: Record
    strength: Strength
    citations: tuple[Citation, ...]


def survey_themes(library: Library, documents: frozenset[str]) -> tuple[Theme, ...]:
    """All themes, in the order of the vocabulary."""
    return _survey(library, library.catalogue.generation, documents)


@lru_cache(maxsize=8)
def _survey(library: Library, _generation: str, documents: frozenset[str]) -> tuple[Theme, ...]:
    learning = {d: _learning(library, d) for d in sorted(documents)}
    spoken = {d: terms_spoken(library, d) for d in learning}
    found = []
    for term in load_vocabulary().themes():
        names = names_of(term.name)
        strengths = {}
        for document, units in spoken.items():
            speaking = [unit for unit, terms in units.items() if not names.isdisjoint(terms)]
            learned = sum(unit in learning[document] for unit in speaking)
            if speaking:
                strengths[document] = Strength(len(speaking), learned)
        found.append(Theme(term.name, term.title, strengths))
    return tuple(found)


def _learning(library: Library, document: str) -> frozenset[str]:
    return frozenset(u.id for u in library.catalogue.units(document) if u.kind in LEARNED)


def quote_theme(library: Library, theme: Theme) -> tuple[Saying, ...]:
    """Of every review that speaks of it, those that say most first."""
    documents = frozenset(theme.strengths)
    sayings = _quote(library, library.catalogue.generation, theme.name, documents)
    records = {record.id: record for record in library.catalogue.records()}
    told = [Saying(records[d], theme.strengths[d], sayings.get(d, ())) for d in documents]
    return tuple(sorted(told, key=lambda s: (-s.strength.learned, -s.strength.units, s.record.id)))


@lru_cache(maxsize=256)
def _quote(
    library: Library, _generation: str, theme: str, documents: frozenset[str]
) -> dict[str, tuple[Citation, ...]]:
    request = _request_for(theme, documents)
    names = names_of(theme)
    of_review: dict[str, list[Evidence]] = {document: [] for document in documents}
    for each in choose_evidence(library, request, _hits(library, request, names)):
        of_review[each.focus.document] += [] if is_aside(each) else [each]
    return {
        document: _cite_best(library, document, sorted(found, key=lambda e: _rank(e, names)))
        for document, found in of_review.items()
    }


def _request_for(theme: str, documents: frozenset[str]) -> Request:
    vocabulary = load_vocabulary()
    same = [variant for name in names_of(theme) for variant in vocabulary.same(name)]
    variants = tuple(dict.fromkeys(tuple(stem(variant)) for variant in (theme, *same)))
    topic = TopicWord(theme, tuple(v for v in variants if v), 1.0, known=True)
    search = " ".join((vocabulary.terms[theme].title, *same))
    unnamed = ReviewsNamed(None, (), (), ())
    asked = Wording(theme, "")
    return Request(
        asked, search, theme, unnamed, documents, NOTHING_ASKED, (), (topic,), across=True
    )


def _hits(library: Library, request: Request, names: frozenset[str]) -> list[Hit]:
    """The passages that speak of the theme, weighed by its wordings alone: so no model is needed,
    and the quotations chosen are as good."""
    documents = request.documents or frozenset()
    terms = library.terms(documents)
    found = dict(terms.query(request.search, len(library.catalogue.passage_ids()), documents))
    most = max(found.values(), default=1.0)
    passages = [p for d in sorted(documents) for p in passages_speaking(library, d, names)]
    return [Hit(p, found.get(p.id, 0.0) / most, 0.0, found.get(p.id, 0.0)) for p in passages]


def _rank(evidence: Evidence, names: frozenset[str]) -> tuple[bool, float]:
    """First what has the theme in the sentences that would be shown."""
    return not speaks_of(evidence.text, names), -strength(evidence)


def _cite_best(
    library: Library, document: str, evidence: Sequence[Evidence]
) -> tuple[Citation, ...]:
    text, chosen, cited = library.document(document), list[Evidence](), list[Citation]()
    for each in evidence:
        if len(cited) == MOST_QUOTED:
            break
        if any(say_the_same(each, other) for other in chosen):
            continue
        if citation := cite(text, each.focus.unit, each.spans, len(cited) + 1):
            chosen.append(each)
            cited.append(citation)
    return tuple(cited)
