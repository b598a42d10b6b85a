"""Claims and where they are asked in, the judgements on each of them out."""

from collections import Counter
from collections.abc import Sequence

from rag.answers.claims.sources import Sources, read_sources
from rag.answers.claims.verdicts import NOTHING, Judged, judge, verdict_of
from rag.backends.lexical import stem
from rag.index.library import Library
from rag.language.statement_words import light_stems

FOUND = 20
"""Passages by which it is found of which document a text speaks that names none."""
MOST_TRIED = 3
"""Of those documents."""
MOST_TOLD = 6.0
"""Weight of a word of a claim, however rare it is."""
LEAST_TOLD = 0.5
_ORDER = ("not_stated", "contradicted", "confirmed")


def judge_all(
    library: Library, claims: Sequence[str], documents: frozenset[str] | None
) -> list[tuple[Judged, ...]]:
    """Of each claim. Where no document is named the claims are about one, whose words bear on most
    of them: another review says nothing of its case."""
    asked = sorted(documents) if documents else _spoken_of(library, claims)
    sources = [read_sources(library, document) for document in asked]
    if documents:
        return [_judge(library, claim, _of_claim(library, claim, sources)) for claim in claims]
    tried = [[_judge(library, claim, [one]) for claim in claims] for one in sources]
    return max(tried, key=_borne_on, default=[(NOTHING,) for _ in claims])


def _judge(library: Library, claim: str, sources: Sequence[Sources]) -> tuple[Judged, ...]:
    """By the document that says most of it."""

    def weigh(word: str) -> float:
        if word in light_stems():
            return LEAST_TOLD
        return min(MOST_TOLD, max(LEAST_TOLD, library.lexical.idf(word)))

    return max((judge(claim, one, weigh) for one in sources), key=_rank)


def _rank(judged: tuple[Judged, ...]) -> tuple[int, float]:
    return _ORDER.index(verdict_of(judged)), sum(each.covered for each in judged)


def _borne_on(judged: Sequence[tuple[Judged, ...]]) -> float:
    return sum(_ORDER.index(verdict_of(each)) for each in judged)


def _spoken_of(library: Library, claims: Sequence[str]) -> list[str]:
    """Documents that a search for the claims brings first, reviews unless there is none."""
    found: Counter[str] = Counter()
    for claim in claims:
        hits = library.lexical.query(claim, FOUND, library.reviews or None)
        best: dict[str, float] = {}
        named = library.lexical.documents_of([passage for passage, _ in hits])
        for document, (_, score) in zip(named, hits, strict=True):
            best.setdefault(document, score / hits[0][1])
        found.update(best)
    return [document for document, _ in found.most_common(MOST_TRIED)]


def _of_claim(library: Library, claim: str, sources: Sequence[Sources]) -> Sequence[Sources]:
    """Of several documents those whose subject it names; all where it names none."""
    said = set(stem(claim))
    subjects = {r.id: stem(r.subject) for r in library.catalogue.records() if r.subject}
    named = [s for s in sources if said.issuperset(subjects.get(s.document) or ("",))]
    return named or sources
