"""A question in, the chance of each held document that it is the one meant out.

A logistic regression on the signs of each document, fitted by `python -m eval.fit_documents` on
several libraries and tried on one that was left out; the figures stand beside the weights."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp

from rag.backends.lexical import FUNCTION_WORDS, stem
from rag.backends.plain_words import plain_words
from rag.index.library import Library
from rag.questions.documents.document_signs import DocumentSigns, read_signs
from rag.questions.names.pseudonyms import has_lone_letter, is_pseudonym
from rag.questions.names.review_words import NOUN
from rag.questions.names.reviews_named import ReviewsNamed, speaks_of_several
from rag.questions.names.years_named import of_year
from rag.questions.units.units_asked import find_units_asked
from rag.types import Record, Span

_WORD = re.compile(r"[^\W_]+(?:['’]s\b)?")
ISSUERS = {
    "inspection_report": "Ofsted inspectors inspected inspection council authority",
    "coroner_report": "coroner coroners inquest PFD",
}
"""Who issued documents of a kind, and who is judged in them all."""
OFTEN, MOSTLY = 3, 0.8
"""Passages in which a document says its own name, and their share of all that do."""
LEAST_CHANCE = 0.01
"""Below which a document is not meant at all."""
EDITION = 0.1
"""Least chance of another edition."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOUN = re.compile(rf"\b{NOUN}\b", re.IGNORECASE)
LEAST_WORDS = 3
"""That carry something, in a question by which a document is meant that it does not name."""
NAMED = 0.5
"""Share of the title, or of whom it is about, from which a document is called by its name."""


@dataclass(frozen=True, slots=True)
class Weights:
    sure: float
    """Chance from which a document whose name, or a word of its own, is said is looked in alone."""
    sure_unnamed: float
    """The same of one that only the passages found speak for."""
    constant: float
    signs: Mapping[str, float]


@cache
def load_weights() -> Weights:
    path = files("rag.questions.documents").joinpath("documents_meant.toml")
    return Weights(**tomllib.loads(path.read_text(encoding="utf-8")))


DocumentWeights = tuple[tuple[str, float], ...]
"""Ids with the chance, 0 to 1, of each that it is the one meant: those above nothing, the likeliest
first."""


@dataclass(frozen=True, slots=True)
class Meant:
    documents: frozenset[str]
    """One; or several editions, such as two inspections of one home, where no year is typed."""
    named: bool
    """By its title or by whom it is about."""
    known: bool
    """By that, by a word that it alone says, or as one of those that a name leaves."""

    def settle(self, reviews: ReviewsNamed) -> ReviewsNamed:
        """The reviews named, with this one in their place where it is named too."""
        if not self.named and reviews.documents is None:
            return reviews
        return replace(reviews, documents=self.documents)


def find_meant(
    library: Library, question: str, reviews: ReviewsNamed, *, several: bool = False
) -> tuple[Meant | None, DocumentWeights]:
    """The document that is meant, with some certainty, and how likely each is. Where the names have
    settled it, or several are named, none is meant beyond them, and what is named is certain.
    `several`: the question is about several documents."""
    before = reviews.documents
    settled = before is not None and (len(before) == 1 or not reviews.one_name)
    if several or settled or reviews.missing or reviews.unsettled or speaks_of_several(question):
        chance = 1 / len(before) if before and reviews.unsettled else 1.0
        return None, weigh(dict.fromkeys(before or (), chance))
    signs = read_signs(library.whole, question, before)
    chances = {id_: _chance(of) for id_, of in signs.items() if before is None or id_ in before}
    return _choose(library, question, signs, chances, of_name=before is not None), weigh(chances)


def weigh(chances: Mapping[str, float]) -> DocumentWeights:
    ranked = sorted(chances.items(), key=lambda each: (-each[1], each[0]))
    return tuple((id_, chance) for id_, chance in ranked if chance >= LEAST_CHANCE)


def _choose(
    library: Library,
    question: str,
    signs: Mapping[str, DocumentSigns],
    chances: Mapping[str, float],
    *,
    of_name: bool,
) -> Meant | None:
    """`of_name`: all that are weighed go by a name that the question says."""
    document = max(chances, key=lambda id_: chances[id_], default=None)
    if document is None:
        return None
    best = signs[document]
    records = library.whole.catalogue.records()
    titles = [record.title for record in records if record.id == document]
    opens = any(_title_words(title, list(_WORD.finditer(question))) for title in titles)
    known = opens or max(best.title, best.said_only_here) >= NAMED or of_name
    fitted = load_weights()
    sure = fitted.sure if known else fitted.sure_unnamed
    if chances[document] < sure or not (known or _asks_of_one(question)):
        return None
    editions = _editions([r for r in records if r.id in chances], document, chances, question)
    named = best.title >= NAMED
    # A filter is told of what it leaves out only where that is named.
    inside = named or not editions.isdisjoint(r.id for r in library.catalogue.records())
    return Meant(editions, named, known) if inside else None


def _asks_of_one(question: str) -> bool:
    """With words of its own topic: a list is asked of all documents where none is named, and who is
    called by a letter may be of any."""
    asked = find_units_asked(question)
    words = {each for each in stem(_NOUN.sub(" ", question)) if each not in FUNCTION_WORDS}
    listed = asked.kinds or asked.units or has_lone_letter(question)
    return not listed and len(words) >= LEAST_WORDS


def _editions(
    records: Sequence[Record], document: str, chances: Mapping[str, float], question: str
) -> frozenset[str]:
    """The document, and others of its kind about the same, of the years typed or of all."""
    this = [r for r in records if r.id == document]
    about = [r for r in records for t in this if r.kind == t.kind and _same_matter(r, t)]
    ids = [r.id for r in about if r.id == document or chances[r.id] >= EDITION]
    typed = [int(year) for year in _YEAR.findall(question)]
    dated = frozenset[str]().union(*(of_year(ids, about, year) for year in typed))
    return dated or frozenset(ids) or frozenset({document})


def _same_matter(one: Record, other: Record) -> bool:
    if one.subject or other.subject:
        return one.subject == other.subject and one.area == other.area
    if one.kind == "inspection_report" and one.area and other.area:
        return one.area == other.area
    return set(stem(one.title)) == set(stem(other.title))


def naming_words(
    library: Library, documents: Collection[str] | None, question: str
) -> tuple[Span, ...]:
    """Where the question says whom the documents are about, or who issued them: no topic."""
    records = [r for r in library.whole.catalogue.records() if r.id in (documents or ())]
    kinds = {record.kind for record in records}
    named = (record.subject for record in records if record.subject)
    subjects = " ".join(subject for subject in named if not is_pseudonym(subject))
    issuers = ISSUERS.get(kinds.pop(), "") if len(kinds) == 1 else ""
    said, issued = set(stem(subjects)), set(stem(issuers))
    words = list(_WORD.finditer(question)) if records else []
    titled = _title_words(records[0].title, words) if len(records) == 1 else frozenset[int]()
    return tuple(
        word.span()
        for i, word in enumerate(words)
        if i in titled
        or issued.intersection(stem(word[0]))
        or (said.intersection(stem(word[0])) and _may_be_name(word[0]))
        or _is_own_name(library, records, word)
    )


def _may_be_name(typed: str) -> bool:
    """ "Green", or "nasar"; a green door is none."""
    return typed[0].isupper() or typed.casefold() not in plain_words()


def _title_words(title: str, words: Sequence[re.Match[str]]) -> frozenset[int]:
    """Places of the words with which the title begins, two at least: "Working Together"."""
    opening = [word[0].casefold() for word in _WORD.finditer(title)]
    typed = [word[0].casefold() for word in words]
    for at in range(len(typed)):
        length = 0
        while typed[at + length : at + length + 1] == opening[length : length + 1] != []:
            length += 1
        if length > 1:
            return frozenset(range(at, at + length))
    return frozenset()


def _is_own_name(library: Library, records: Sequence[Record], word: re.Match[str]) -> bool:
    """ "The Keyham coroner": a name, of which the one document speaks time and again."""
    typed = word[0].removesuffix("'s").removesuffix("’s")
    if len(records) != 1 or not typed[0].isupper() or typed.casefold() in plain_words():
        return False
    places = library.whole.lexical.places_by_document(next(iter(stem(typed)), ""))
    here = places.get(records[0].id, 0)
    return here >= OFTEN and here >= MOSTLY * sum(places.values())


def _chance(signs: DocumentSigns) -> float:
    fitted = load_weights()
    total = fitted.constant + sum(fitted.signs[n] * sign for n, sign in asdict(signs).items())
    return 1 / (1 + exp(-total))
