"""One document in, its own words on what happened and what was learned out, within one screen."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from rag.answer import Answer
from rag.evidence.thoughts import leans_back
from rag.evidence.units.units_named import opens_list
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.reading.sentences import sentence_spans
from rag.telling.composing import Piece, compose
from rag.telling.nouns import noun_of
from rag.telling.refusals import name_review
from rag.types import Span, Unit

MOST_WORDS = 90
"""Of what happened, and again of what was learned."""
MOST_LEARNED = 7
MOST_WHOLE = 2
"""Reviews of which a summary of several tells more than what happened."""
EACH_BY_ITSELF = "The reviews do not compare themselves with each other. What each says:"
MOST_SUMMARISED = 6
"""Reviews."""
BRIEF, LEARNED = "In brief", "What was learned"
_TOLD_UNDER = (
    re.compile(r"\bwhat happened\b|\bcircumstances\b|\bcase (?:summary|details)\b", re.I),
    re.compile(r"\bsummary\b|\bheadline\b|\boverview\b", re.I),
    re.compile(r"\bthe (?:case|child|incident|family)\b|\bbackground\b|\bhistory\b", re.I),
    re.compile(r"\bintroduction\b|\bopening\b|\bdescription\b", re.I),
)
"""Headings that a story stands under, best first."""
_OUTCOME = re.compile(
    r"\b(?:died|dead|death|killed|drown\w*|injur\w+|fractur\w+|unresponsive|harmed|abused|found"
    r"|prosecuted|convicted)\b",
    re.IGNORECASE,
)
_NEXT_TO = 2
"""Characters of layout between two sentences that stand next to each other."""
_LEAST_WORDS = 5
"""What is shorter is a heading or an entry of a list."""
_TELLING = frozenset({"summary", "paragraph", "detail"})
_LEARNED_KINDS = (
    "finding", "lesson", "learning_point", "key_message", "theme", "recommendation", "concern",
    "required_action",
)  # fmt: skip
"""What a review sums its learning up in, best first."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    unit: Unit
    piece: int
    """Which of the unit's spans it stands in."""
    span: Span
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


def answer_summary(library: Library, request: Request) -> Answer | None:
    """Of a review, where nothing else is asked of it; or of each of several, which a question names
    or compares by nothing at all."""
    compared = request.wants == "compare"
    if request.asked.kinds or not (compared or _asks_what_it_is(library, request)):
        return None
    named = request.documents or (library.reviews if request.across else frozenset())
    if not named or len(named) > MOST_SUMMARISED:
        return None
    if not all(_is_year(library, request, named, term.words) for term in request.terms):
        return None
    remarks = (EACH_BY_ITSELF,) if compared and len(named) > 1 else ()
    return compose(library, request, summarise_each(library, named), remarks=remarks)


def _is_year(library: Library, request: Request, documents: Collection[str], words: str) -> bool:
    """Of the review, as people remember it; where no summary is asked for, as one of them says."""
    read = library.catalogue.reading_text
    borne = request.wants != "plain" or any(words in read(document) for document in documents)
    return words.isdigit() and borne


def _asks_what_it_is(library: Library, request: Request) -> bool:
    """ "Tell me about Child Q" asks for a summary; "what did Ofsted say of it" does not."""
    alone = request.wants == "plain" and not (request.said.facts or request.focus or request.picked)
    documents = request.documents or frozenset()
    of_one = len(documents) == 1 and bool(request.reviews.spans)
    by_others = request.of_inspections and not documents <= library.inspections
    return request.wants == "summary" or (alone and of_one and not by_others)


def summarise(library: Library, document: str) -> list[Piece]:
    """Empty where the document has neither a story nor anything learned."""
    units, text = library.catalogue.units(document), library.catalogue.reading_text(document)
    told = _under(BRIEF, _join(_tell(_cut(_story(units), text))), document)
    return [*told, *_under(*_learned(units, text), document)]


def summarise_each(library: Library, documents: Collection[str]) -> list[Piece]:
    """Of one or two reviews all; of more only what happened, or else what was learned. The name
    of each stands above it."""
    records = [r for r in library.catalogue.records() if r.id in documents]
    told = list[Piece]()
    for record in records:
        pieces = summarise(library, record.id)
        if len(records) > MOST_WHOLE:
            ends = (i for i, p in enumerate(pieces) if i and p.heading)
            pieces = pieces[: next(ends, len(pieces))]
        if len(records) > 1 and pieces:
            heading = f"{name_review(record)}: {(pieces[0].heading or '').lower()}"
            pieces[0] = replace(pieces[0], heading=heading)
        told += pieces
    return told


def _under(heading: str, parts: Iterable[tuple[Unit, Span]], document: str) -> list[Piece]:
    return [
        Piece(Focus(document, unit), (span,), None if i else heading)
        for i, (unit, span) in enumerate(parts)
    ]


def _story(units: Sequence[Unit]) -> list[Unit]:
    telling = [u for u in units if u.kind in _TELLING]
    for pattern in _TOLD_UNDER:
        headings = (heading for u in telling for heading in u.path if pattern.search(heading))
        if heading := next(headings, None):
            return [u for u in telling if heading in u.path]
    return [u for u in telling if not opens_list(u)][:3]


def _cut(units: Iterable[Unit], text: str) -> list[_Sentence]:
    return [
        _Sentence(unit, piece, (start + a, start + b), text[start + a : start + b])
        for unit in units
        for piece, (start, end) in enumerate(unit.spans)
        for a, b in sentence_spans(text[start:end])
        if _says_something(text[start + a : start + b])
    ]


def _says_something(sentence: str) -> bool:
    """By itself: no item of a sentence above ("there is a loss of consciousness, or")."""
    return sentence.count(" ") + 1 >= _LEAST_WORDS and not sentence[0].islower()


def _tell(sentences: Sequence[_Sentence]) -> list[_Sentence]:
    """How the story opens, how it ends, and what fits of the rest, in its order."""
    chosen: set[int] = set()
    words = 0
    ends = [i for i, s in enumerate(sentences) if _OUTCOME.search(s.text)]
    for i in [0, *ends[:1], *reversed(ends), *range(len(sentences))]:
        if i >= len(sentences) or i in chosen or words + sentences[i].words > MOST_WORDS:
            continue
        if i and leans_back(sentences[i].text) and i - 1 not in chosen:
            continue
        chosen.add(i)
        words += sentences[i].words
    return [sentences[i] for i in sorted(chosen)]


def _join(sentences: Iterable[_Sentence]) -> list[tuple[Unit, Span]]:
    """Sentences that stand next to each other become one quotation."""
    parts: list[tuple[Unit, Span]] = []
    before: _Sentence | None = None
    for s in sentences:
        follows = before is not None and (before.unit, before.piece) == (s.unit, s.piece)
        if follows and before is not None and s.span[0] - before.span[1] <= _NEXT_TO:
            parts[-1] = (s.unit, (parts[-1][1][0], s.span[1]))
        else:
            parts.append((s.unit, s.span))
        before = s
    return parts


def _learned(units: Sequence[Unit], text: str) -> tuple[str, list[tuple[Unit, Span]]]:
    """The opening sentence of each finding, or of what the review has in their place, and the
    heading that says how many are shown of how many."""
    of_kind = ([u for u in units if u.kind == kind] for kind in _LEARNED_KINDS)
    learned = next((found for found in of_kind if len(found) > 1), [])
    parts: list[tuple[Unit, Span]] = []
    words = 0
    for first in (s for unit in learned for s in _cut([unit], text)[:1]):
        if words + first.words <= MOST_WORDS and len(parts) < MOST_LEARNED:
            parts.append((first.unit, first.span))
            words += first.words
    if len(parts) == len(learned):
        return LEARNED, parts
    nouns = noun_of(learned[0].kind, 2)
    return f"{LEARNED} ({len(parts)} of {len(learned)} {nouns})", parts
