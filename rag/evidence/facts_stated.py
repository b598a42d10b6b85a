"""Where what scores best does not state the fact that is asked for, what does."""

from collections.abc import Sequence
from operator import itemgetter

from rag.evidence.cutting import nearness
from rag.evidence.evidence import Evidence
from rag.evidence.sayings import Saying, is_carried, sayings, share_stated, states
from rag.index.library import Library
from rag.questions.facts.answer_types import Fact
from rag.questions.request import Request

LOOKED_AT = 15
"""Pieces of evidence among which the fact is looked for."""
LEAST_TOPIC = 0.3
"""Share of the topic that such a piece must speak of."""
LEAST_TOPIC_ANYWHERE = 0.6
"""The same where the question names no review."""
LEAST_NEAR = 0.5
"""Cosine of the question and a sentence that carries the fact, from which it speaks of the topic
in whatever words."""
CLEARLY_MORE = 0.5
"""Share of the topic by which a sentence that gives the fact leads, whatever its score."""
MOST_SHOWN = 2
MOST_READ = 12
"""Sentences read by meaning: it takes a while."""


def stating(library: Library, request: Request, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What states all that is asked for, best first; by its words, or else by its meaning."""
    asked = request.said.facts
    if not asked:
        return []
    least = LEAST_TOPIC if request.documents is not None else LEAST_TOPIC_ANYWHERE
    found = [e for e in evidence[:LOOKED_AT] if _states_all(asked, request, sayings(e), least)]
    return found[:MOST_SHOWN] or _stating_by_meaning(library, request, asked, evidence)


def stating_first(
    request: Request, chosen: Sequence[Evidence], evidence: Sequence[Evidence]
) -> list[Evidence]:
    """In front what gives the fact that is asked for and speaks most of its topic, where what
    scores best speaks much less of it."""
    asked = request.said.facts
    if not asked or not chosen:
        return list(chosen)
    best = max(evidence[:LOOKED_AT], key=lambda e: _share_told(asked, request, e))
    if _share_told(asked, request, best) < _share_told(asked, request, chosen[0]) + CLEARLY_MORE:
        return list(chosen)
    return [best, *(e for e in chosen if e is not best)]


def _share_told(asked: Sequence[Fact], request: Request, e: Evidence) -> float:
    """Of the fact that is told least well."""
    said = sayings(e)
    return min(max(share_stated(kind, request, each) for each in said) for kind in asked)


def stating_some(request: Request, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Where several facts are asked for and not all are stated: what states most of them."""
    asked = request.said.facts
    if len(asked) < 2 or request.documents is None:
        return []
    stated = [(_count_stated(asked, request, e), e) for e in evidence[:LOOKED_AT]]
    most = max(stated, key=itemgetter(0), default=None)
    return [most[1]] if most and most[0] else []


def _count_stated(asked: Sequence[Fact], request: Request, e: Evidence) -> int:
    said = sayings(e)
    return sum(_states_all([kind], request, said, LEAST_TOPIC) for kind in asked)


def _states_all(
    asked: Sequence[Fact], request: Request, said: Sequence[Saying], least: float
) -> bool:
    return all(any(states(kind, request, each, least) for each in said) for kind in asked)


def _stating_by_meaning(
    library: Library, request: Request, asked: Sequence[Fact], evidence: Sequence[Evidence]
) -> list[Evidence]:
    """A person is named in a few words, by which meanings are not told apart."""
    if any(kind.name == "who it was" for kind in asked):
        return []
    carrying = [
        (e, said.text)
        for e in evidence[:LOOKED_AT]
        for said in sayings(e)
        if all(is_carried(kind, request, said) for kind in asked)
    ][:MOST_READ]
    if not carrying:
        return []
    near = nearness(library, request.meaning, [text for _, text in carrying])
    best, (e, _) = max(zip(near, carrying, strict=True), key=itemgetter(0))
    return [e] if best >= LEAST_NEAR else []
