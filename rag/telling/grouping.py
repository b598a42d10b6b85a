"""Evidence of several reviews in, their strongest words out, grouped by review."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from rag.evidence.evidence import Evidence, is_title, say_the_same
from rag.evidence.units.theme_places import explains_reviews
from rag.evidence.weights import weights
from rag.telling.composing import Piece
from rag.telling.refusals import name_review
from rag.types import Record

MOST_REVIEWS = 6
MOST_WORDS = 240
"""Of all reviews together; the first piece of each is shown whatever its length."""
MOST_OF_EACH = 3
MOST_OF_TWO = 5
"""The same where no more than two reviews are shown."""
LEAST_WORDS = 3
GRADE_WORDS = 15
"""A shorter judgement is a grade, and what it is of."""
_ASIDE = frozenset({"resource", "footnote", "metadata"})
LEAST_COVERAGE = 0.3
LEAST_COSINE = 0.4
"""The same, of what has none of the words."""
AS_NEAR = 0.8
"""Least cosine, as a share of the best, of what speaks of a theme in other words."""
MUCH_TOUCHED = 0.45
"""Coverage from which a review has a part of a theme of several words."""
TRACE = 0.2
"""Coverage from which it is not certain that a review has nothing of a theme."""
LEAST_NEARNESS = 0.75
"""Least score, as a share of the best, of evidence that comes near."""
LEAST_OF_BEST = 0.6
"""Least strength, as a share of the best of the same review, of what speaks of a theme."""
LEAST_SCORE = 0.4
"""The same, of evidence that speaks of a theme."""
LEARNED = {
    "finding": 0.12, "point": 0.12, "lesson": 0.12, "learning_point": 0.12, "key_message": 0.12,
    "good_practice": 0.12, "recommendation": 0.06,
}  # fmt: skip
"""Added to the score: what was learned is what reviews are compared by."""


def group_compared(evidence: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    """Of each review the strongest by its own measure, the review with the best first: reviews
    that are compared all have their say, if they have any word of the theme."""
    return _in_order({d: _nearest(of_one) for d, of_one in _by_document(evidence).items()}, ())


def group_nearest(evidence: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    """What comes near the best of all, where none speaks of the theme."""
    near = [e for e in evidence if e.score >= LEAST_NEARNESS * evidence[0].score]
    return _share_out(_by_document(near))


def group_that_speak(
    evidence: Sequence[Evidence], said: Sequence[Evidence], *, in_so_many_words: bool
) -> dict[str, list[Evidence]]:
    """Of each review the strongest that speaks of the theme; first the reviews that do in so many
    words, which `said` has, then in the order of their best.

    `in_so_many_words`: of a theme that some review says so, none that only comes near."""
    found = {d: _that_speak(of_one, evidence) for d, of_one in _by_document(evidence).items()}
    found = _small_print(said) | {d: of_one for d, of_one in found.items() if of_one}
    sure = {e.focus.document for e in said}
    if said and in_so_many_words:
        found = {d: of_one for d, of_one in found.items() if d in sure}
    return _in_order(found, sure)


def _in_order(
    found: Mapping[str, Sequence[Evidence]], first: Collection[str]
) -> dict[str, list[Evidence]]:
    speaking = [document for document, of_one in found.items() if of_one]
    order = sorted(speaking, key=lambda d: (d not in first, -strength(found[d][0])))
    return _share_out({document: found[document] for document in order})


def is_clear(evidence: Sequence[Evidence]) -> bool:
    """The words of the theme stand in the evidence: who has none of them is silent on it."""
    return max((e.coverage for e in evidence), default=0.0) >= weights().clear


def _small_print(said: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    """Of each review its best; it may be a link or an item of two words."""
    best: dict[str, list[Evidence]] = {}
    for e in sorted(said, key=lambda e: (is_aside(e), -strength(e))):
        best.setdefault(e.focus.document, [e])
    return best


def _by_document(evidence: Sequence[Evidence]) -> dict[str, list[Evidence]]:
    of_review: dict[str, list[Evidence]] = {}
    for e in evidence:
        if e.words >= LEAST_WORDS and not is_aside(e):
            of_review.setdefault(e.focus.document, []).append(e)
    return of_review


def is_aside(e: Evidence) -> bool:
    """A mere title or grade, a link, the small print, what a review is."""
    grade = e.focus.unit.kind == "judgement" and e.words < GRADE_WORDS
    return e.focus.unit.kind in _ASIDE or grade or is_title(e) or explains_reviews(e.focus.unit)


def _nearest(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best of a review by its own measure; empty where it has no word of the theme."""
    covered, near = max(e.coverage for e in evidence), max(e.dense for e in evidence)
    if covered < LEAST_COVERAGE and near < LEAST_COSINE:
        return []
    strong = sorted(evidence, key=lambda e: -strength(e))
    return [e for e in strong if strength(e) >= LEAST_NEARNESS * strength(strong[0])]


def _that_speak(evidence: Sequence[Evidence], among: Sequence[Evidence]) -> list[Evidence]:
    """With words of the theme, or as near to it in meaning as what has them; of those what comes
    up to the review's own best."""
    score = LEAST_SCORE * max(e.score for e in among)
    dense = max(LEAST_COSINE, AS_NEAR * max(e.dense for e in among))
    speaking = [
        e
        for e in evidence
        if (_has_words(e, among, weights().speaks) and e.score >= score) or e.dense >= dense
    ]
    strong = sorted(speaking, key=lambda e: -strength(e))
    return [e for e in strong if strength(e) >= LEAST_OF_BEST * strength(strong[0])]


def _has_words(e: Evidence, among: Sequence[Evidence], share: float) -> bool:
    most = max(each.coverage for each in among)
    return e.coverage >= max(LEAST_COVERAGE, share * most)


def strength(e: Evidence) -> float:
    return e.score + LEARNED.get(e.focus.unit.kind, 0.0)


def _share_out(found: Mapping[str, Sequence[Evidence]]) -> dict[str, list[Evidence]]:
    """The best of each review, then the second best of each, and so on while there is room."""
    chosen = {document: [of_one[0]] for document, of_one in found.items()}
    shown = list(chosen)[:MOST_REVIEWS]
    words = sum(chosen[document][0].words for document in shown)
    most = MOST_OF_TWO if len(shown) <= 2 else MOST_OF_EACH
    rest = [(place, e) for document in shown for place, e in enumerate(found[document][1:])]
    for _, e in sorted(rest, key=lambda each: (each[0], -strength(each[1]))):
        own = chosen[e.focus.document]
        if len(own) == most or any(say_the_same(e, other) for other in own):
            continue
        if words + e.words <= MOST_WORDS:
            own.append(e)
            words += e.words
    return chosen


def touched_by(evidence: Sequence[Evidence]) -> frozenset[str]:
    """Documents that have a good part of a theme of several words."""
    return frozenset(e.focus.document for e in evidence if e.coverage >= MUCH_TOUCHED)


def traced_in(evidence: Sequence[Evidence]) -> frozenset[str]:
    """Documents that may speak of it: something in them has one of its words, or comes near."""
    return frozenset(
        e.focus.document for e in evidence if e.coverage >= TRACE or e.dense >= LEAST_COSINE
    )


def headed(groups: Mapping[str, Sequence[Evidence]], records: Iterable[Record]) -> list[Piece]:
    """At most MOST_REVIEWS of the groups, each under the name of its review."""
    shown = list(groups.values())[:MOST_REVIEWS]
    return under_names([Piece(e.focus, e.spans) for of_one in shown for e in of_one], records)


def under_names(pieces: Iterable[Piece], records: Iterable[Record]) -> list[Piece]:
    """The first piece of each review with the review's name above it."""
    names = {record.id: name_review(record) for record in records}
    return [replace(p, heading=names.pop(p.focus.document, None)) for p in pieces]
