"""Evidence in, the verdict whether it answers what was asked out."""

from collections.abc import Sequence

from rag.evidence.evidence import Evidence
from rag.evidence.sayings import Saying, sayings, states
from rag.evidence.weights import weights
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.language.word_forms import is_light, is_of_any_text, spoken_of
from rag.questions.request import Request

LEAST_COVERAGE = 0.05
LOOKED_AT = 8
"""Pieces of evidence whose support counts."""
MOST_UNSPOKEN = 0.5
"""Share of the topic of a yes-or-no question that may go without a word."""


def speaks(request: Request, evidence: Sequence[Evidence]) -> bool:
    """Does anything found speak of the question's topic at all?"""
    if not evidence:
        return False
    if not request.terms:
        known = request.documents is not None or bool(request.focus)
        return known or max(e.dense for e in evidence[:LOOKED_AT]) >= weights().support
    covered = max(e.coverage for e in evidence[:LOOKED_AT])
    near = max(e.dense for e in evidence[:LOOKED_AT])
    return covered >= LEAST_COVERAGE and covered + 0.8 * near >= weights().support


def gone(library: Library, request: Request) -> tuple[float, float]:
    """Share of the topic, by weight, whose words never occur where is looked; and the same of terms
    of the field alone, in any of their words: the school, of a review that knows of none. Another
    word is likely to be said in other words there. 0 to 1 each."""
    topic = [t for t in request.terms if not is_of_any_text(t)] or [*request.terms]
    total = sum(t.weight for t in topic)
    if not total or request.focus:
        return 0.0, 0.0
    documents = request.documents if request.documents is not None else library.reviews
    absent = [t for t in topic if not library.lexical.holding(t.variants, documents)]
    of_field = sum(t.weight for t in absent if t.of_vocabulary)
    return sum(t.weight for t in absent) / total, of_field / total


def answers(request: Request, chosen: Sequence[Evidence]) -> bool:
    """Does what would be shown state what is asked for, of the subject that is asked about?"""
    return missing(request, chosen) is None


def missing(request: Request, chosen: Sequence[Evidence]) -> str | None:
    """What is asked for and stated nowhere, as a reader would call it ("the date")."""
    said = [each for e in chosen for each in sayings(e)]
    for asked in request.said.facts:
        if not any(states(asked, request, each, 0.0) for each in said):
            return asked.name
    return None if request.said.facts else _unspoken(request, said)


def _unspoken(request: Request, said: Sequence[Saying]) -> str | None:
    """The words of a yes-or-no question that nothing shown speaks of, where they are its point."""
    if not request.said.point.yes_or_no or not request.terms:
        return None
    typed = request.typed_terms
    terms = [t for t in typed if not (is_light(t) or request.is_deed(t))]
    silent = [t for t in terms if not any(_speaks_of(t, each) for each in said)]
    weight = sum(t.weight for t in silent)
    if not silent or weight < MOST_UNSPOKEN * sum(t.weight for t in terms):
        return None
    return "anything of " + " and ".join(request.as_typed(term) for term in silent)


def _speaks_of(term: TopicWord, said: Saying) -> bool:
    """The words of one expression close together: "self-reported harm" is no self-harm."""
    longest = max(map(len, term.variants))
    runs = [said.stems[i : i + longest + 1] for i in range(len(said.stems))]
    return any(spoken_of(term, run) for run in runs) or spoken_of(term, said.above)
