"""A turn that wants less of the answer before it in, what it keeps of it out: "only recommendations
please", "which one says it best", "shorter please"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.backends.lexical import stem
from rag.conversation.follow_ups import FollowUp
from rag.conversation.turns import Turn, heads, units_shown
from rag.index.library import Library
from rag.language.phrases import plain
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus, Request
from rag.questions.topic.actors import subject_words
from rag.questions.understanding import understand
from rag.reading.sentences import sentence_spans
from rag.telling.composing import Piece
from rag.types import Span

MOST_QUOTED = 45
"""Words of what goes on a slide."""
MOST_KEPT = 2
_BEST = re.compile(
    r"\b(?:which|what)(?: of (?:them|these|those))?(?: ones?| quotes?)? (?:says?|puts?|sums?|makes?"
    r"|explains?|shows?|expresses)\b.{0,30}\b(?:best|clearest|most clearly)\b"
    r"|\b(?:which|whats?)(?: ones?| quotes?)? (?:is|are|would be|works?|reads?)?"
    r"(?: the)? ?(?:best|clearest|shortest|strongest|snappiest)(?: ones?| quotes?)?"
    r"(?: for (?:a |my |the )?(?:\w+ )?(?:slides?|training|poster|handout|presentation))?$"
    r"|^(?:the |give me the |pick the )?(?:best|clearest|shortest|strongest) (?:one|quote)"
    r"(?: for (?:a |my |the )?(?:\w+ )?(?:slides?|training|poster|handout|presentation))?$"
)
_TELLING = ("finding", "lesson", "key_message", "learning_point", "recommendation")
"""What is kept of a summary."""


def keep_part(library: Library, request: Request, lean: FollowUp, before: Turn) -> Request | None:
    if request.reviews.documents is not None or request.reviews.missing or request.asked.units:
        return None
    if lean.only and request.asked.kinds and not lean.own:
        return _keep_kinds(library, request, before.request)
    if _BEST.search(plain(request.wording.text).strip(" .")):
        return _keep_best(library, request, before)
    return None


def _keep_kinds(library: Library, request: Request, told: Request) -> Request | None:
    topic = " ".join(t.words for t in subject_words(told.terms))
    if not topic:
        return None
    kinds = " and ".join(f"{kind.replace('_', ' ')}s" for kind in request.asked.kinds)
    again = understand(f"{kinds} about {topic}", library, told.documents)
    return replace(again, across=told.across)


def _keep_best(library: Library, request: Request, before: Turn) -> Request | None:
    """The first that is short enough to be quoted: answers are in the order of what tells most."""
    shown = heads(units_shown(library, before))
    if len(shown) < 2:
        return None
    short = (f for f in shown if f.unit.text.count(" ") < MOST_QUOTED)
    best = next(short, shown[0])
    where = frozenset({best.document})
    told = replace(
        before.request,
        wording=request.wording,
        documents=where,
        across=False,
    )
    return replace(told, wants="quote", focus=(best,), points="again")


def shorten(library: Library, request: Request) -> list[Piece]:
    """A sentence of each: of a list, of every unit of it; of what was found, of the first; where
    several reviews have their say, of the first of each."""
    kept = _kept(request, heads(request.focus))
    return [Piece(f, (_telling_sentence(library, f, request.terms),)) for f in kept]


def _kept(request: Request, shown: Sequence[Focus]) -> Sequence[Focus]:
    if request.asked.kinds:
        return shown
    by_review = {f.document: f for f in reversed(shown)}
    if len(by_review) > 1:
        return [f for f in shown if by_review[f.document] is f]
    telling = [f for f in shown if f.unit.kind in _TELLING]
    return (telling if not request.terms and telling else shown[:MOST_KEPT]) or shown


def _telling_sentence(library: Library, focus: Focus, terms: Sequence[TopicWord]) -> Span:
    """The first of those that speak most of the topic."""
    text = library.catalogue.reading_text(focus.document)
    sentences = [
        (start + a, start + b)
        for start, end in focus.unit.spans
        for a, b in sentence_spans(text[start:end])
    ]

    def spoken(span: Span) -> float:
        said = frozenset(stem(text[slice(*span)]))
        return sum(t.weight for t in terms if t.stands_in(said))

    return max(sentences, key=spoken)
