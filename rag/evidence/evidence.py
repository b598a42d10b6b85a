"""Passages found in, the sentences that answer out: whole thoughts, best first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.backends.lexical import stem
from rag.backends.web_addresses import without_web_addresses
from rag.evidence.cutting import best_run, nearness
from rag.evidence.weights import weights
from rag.index.library import Library
from rag.language.denials import without_denied
from rag.language.topic_words import TopicWord
from rag.questions.facts.answer_types import carries_all
from rag.questions.request import Focus, Request
from rag.reading.sentences import sentence_spans
from rag.types import Hit, Span, Unit

WHOLE_WORDS = 90
"""A unit up to this length is shown whole, and a run of sentences grows no longer."""
SHORT_WORDS = 30
"""The same, where several reviews have their say."""
PREFERRED = {
    "finding": 0.06, "lesson": 0.06, "recommendation": 0.04, "learning_point": 0.05,
    "key_message": 0.04, "theme": 0.03, "point": 0.03,
}  # fmt: skip
"""What a unit's kind adds to its score, times a weight: learning is sought before narrative."""
APPARATUS = {"resource": -0.2, "footnote": -0.5, "metadata": -0.05, "signature": -0.1}
"""What it takes away, for what stands around the learning."""
SHOWN_BEFORE = 0.08
"""What it takes away that the answer before showed it."""
CUT_BY_MEANING = 2
"""Passages, of those that are best, whose sentences are read by meaning too: it takes a while."""
TITLE_WORDS = 8
_TITLES = frozenset({"theme", "section"})
_FRONT = frozenset({"metadata", "signature", "contents"})
SAME_WORDS = 0.9
"""Share of the shorter one's words above which two pieces say the same."""
MUCH_ELSE = 2
"""Times as many words in the longer one."""


@dataclass(frozen=True, slots=True)
class Evidence:
    focus: Focus
    spans: tuple[Span, ...]
    score: float
    """Higher is better; comparable within one question."""
    dense: float
    lexical: float
    coverage: float
    """Share of the question's terms, weighted by rarity, that the sentences carry: 0 to 1."""
    text: str
    """What would be shown."""

    @property
    def words(self) -> int:
        return len(self.text.split())


def choose_evidence(
    library: Library, request: Request, hits: Sequence[Hit]
) -> tuple[Evidence, ...]:
    """Best first; one piece of evidence a passage. Raises ModelUnavailable."""
    places = {(hit.passage.document, hit.passage.unit) for hit in hits}
    units = library.catalogue.units_at(places)
    found = []
    for hit in hits:
        unit = units.get((hit.passage.document, hit.passage.unit))
        # Another process may have published the document anew.
        if unit is not None and not _is_front_matter(unit, request):
            found.append((_from_passage(Focus(hit.passage.document, unit), hit, request), hit))
    ranked = sorted(found, key=lambda each: -each[0].score)
    first = [_cut_by_meaning(library, request, e, hit) for e, hit in ranked[:CUT_BY_MEANING]]
    return (*first, *(e for e, _ in ranked[CUT_BY_MEANING:]))


def _is_front_matter(unit: Unit, request: Request) -> bool:
    """It states facts, and says nothing of anything else."""
    front = unit.key is not None or unit.kind in _FRONT
    return front and not request.said.facts and not request.said.front.spoken_of


def _from_passage(focus: Focus, hit: Hit, request: Request) -> Evidence:
    passage = hit.passage
    covers = _covers(hit, request)
    (a, b), covered = _cut(hit, request, covers), max(covers)
    if (a, b) == (0, len(passage.text)):
        covered = _coverage(_told(request, passage.text), stems(passage.context), request.terms)
    w = weights()
    score = w.passage * hit.score + (1 - w.passage) * covered
    score += w.dense * hit.dense + w.kind * PREFERRED.get(focus.unit.kind, 0.0)
    score += APPARATUS.get(focus.unit.kind, 0.0)
    if request.said.facts and carries_all(request.said.facts, passage.text[a:b]):
        score += w.answers
    if (focus.document, focus.unit.id) in request.seen:
        score -= SHOWN_BEFORE
    span = (passage.start + a, passage.start + b)
    return Evidence(focus, (span,), score, hit.dense, hit.lexical, covered, passage.text[a:b])


def _cut_by_meaning(library: Library, request: Request, e: Evidence, hit: Hit) -> Evidence:
    """Another run of sentences, where the passage is too long to be shown."""
    passage = hit.passage
    if e.text == passage.text:
        return e
    sentences = [passage.text[a:b] for a, b in sentence_spans(passage.text)]
    near = nearness(library, request.meaning, sentences)
    values = [c + n for c, n in zip(_covers(hit, request), near, strict=True)]
    a, b = _cut(hit, request, values)
    return replace(e, spans=((passage.start + a, passage.start + b),), text=passage.text[a:b])


def _cut(hit: Hit, request: Request, values: Sequence[float]) -> Span:
    return best_run(hit.passage.text, values, SHORT_WORDS if request.across else WHOLE_WORDS)


def _covers(hit: Hit, request: Request) -> list[float]:
    """Of each sentence."""
    text, context = hit.passage.text, stems(hit.passage.context)
    told = (_told(request, text[a:b]) for a, b in sentence_spans(text))
    return [_coverage(each, context, request.terms) for each in told]


def _told(request: Request, text: str) -> str:
    """ "No history of violence" is no word of a review on violence, where several are asked."""
    return without_denied(text) if request.across else text


def _coverage(text: str, context: frozenset[str], terms: Sequence[TopicWord]) -> float:
    """Under a heading that carries a term all that is said is said of it."""
    total = sum(term.weight for term in terms)
    if not total:
        return 0.0
    said, in_order = stems(text), stems_in_order(text)
    covered = 0.0
    for term in terms:
        above = term.stands_in(said | context) and not term.stands_in(said)
        if above or term.stands_together_in(in_order):
            covered += term.weight
    return covered / total


@lru_cache(maxsize=20_000)
def stems_in_order(text: str) -> tuple[str, ...]:
    return tuple(stem(without_web_addresses(text)))


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    return frozenset(stems_in_order(text))


def is_title(e: Evidence) -> bool:
    """A heading: it says what something is about, and nothing of it."""
    return e.focus.unit.kind in _TITLES and e.words < TITLE_WORDS


def say_the_same(a: Evidence, b: Evidence) -> bool:
    """Not a piece that says something, and one that says it in passing among much else."""
    fewer, more = sorted((stems(a.text), stems(b.text)), key=len)
    return len(fewer & more) >= SAME_WORDS * len(fewer) and len(more) <= MUCH_ELSE * len(fewer)
