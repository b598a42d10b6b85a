"""What a right answer of a question holds: its nuggets, or its gold sentences where a set gives no
nuggets, and where each stands in the documents; and which questions of a set a library can be
asked, so that these are there to be found."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eval.measuring.figures import mean_of
from eval.measuring.held import Held, source_says
from eval.sets.questions import Gold, PlacedGold, Question, QuotedGold
from eval.sets.targets import Target, find_target
from eval.sets.words import find_words, split_words
from rag.errors import NothingIndexed, UnknownUnit
from rag.types import Document, Span, Unit

_SENTENCE_BORDER = re.compile(r"(?<=[.!?…])\s+|\n+")
NOT_HELD = "its document is not held"
REPLACED = "an original stands in place of the digest it was written over"
NOWHERE = "its gold stands nowhere in the document"
_MOST_NAMED = 3
LeftOut = tuple[str, str]
"""Why a question is left out, one of the three above; and the document, or the line of the set's
file, from 1, and the words that stand nowhere."""


@dataclass(frozen=True, slots=True)
class Goal:
    text: str
    vital: bool
    """True of every gold sentence of a set without nuggets."""
    target: Target
    places: tuple[Span, ...]
    """Of its words in the reading text; several where the document says them more than once,
    none where it says them nowhere."""
    sentences: tuple[Span, ...]
    units: frozenset[str]
    """Ids of the units that a place stands in."""


@dataclass(frozen=True, slots=True)
class Goals:
    gold: tuple[Target, ...]
    nuggets: tuple[Goal, ...]
    """Vital and okay; the gold sentences, all vital, where the set gives no nuggets."""
    any_one: bool = False

    @property
    def vital(self) -> tuple[Goal, ...]:
        return tuple(goal for goal in self.nuggets if goal.vital)

    def share(self, rights: Sequence[float]) -> float | None:
        """Of the nuggets or gold sentences that have what is asked of each, 0 to 1; where any one
        is enough, whether one has. None for none."""
        return max(rights, default=None) if self.any_one else mean_of(rights)


def find_goals(question: Question, documents: Mapping[str, Document]) -> Goals:
    """`documents` by id. Raises UnknownDocument or UnknownUnit where they lack the gold."""
    held = documents.values()
    gold = tuple(find_target(each, held) for each in question.gold)
    told = [(each.text, each.vital, find_target(each.gold, held)) for each in question.nuggets]
    told = told or [(_call(target), True, target) for target in gold]
    nuggets = (_locate(target, documents, text, vital=vital) for text, vital, target in told)
    return Goals(gold, tuple(nuggets), question.any_one)


def _call(target: Target) -> str:
    words = " ".join(target.wordings[0]) if target.wordings else "(the whole unit)"
    return f"{target.document}, {target.under}: {words}"


def _locate(target: Target, documents: Mapping[str, Document], text: str, *, vital: bool) -> Goal:
    document = documents[target.document]
    named = next((unit for unit in document.units if unit.id == target.unit), None)
    places = _places(target, document, named)
    sentences = tuple(_sentences_around(document.reading.text, place) for place in places)
    around = [u for u in document.units if any(_is_inside(place, u.spans) for place in places)]
    units = frozenset(unit.id for unit in ([named] if named else around))
    return Goal(text, vital, target, places, sentences, units)


def _places(target: Target, document: Document, named: Unit | None) -> tuple[Span, ...]:
    if not target.wordings:
        return named.spans if named else ()
    words, spans = _words_at(document.reading.text)
    found = (
        (spans[at][0], spans[at + len(sought) - 1][1])
        for sought in target.wordings
        for at in find_words(sought, words)
    )
    return tuple(place for place in found if named is None or _is_inside(place, named.spans))


@lru_cache(maxsize=512)
def _words_at(text: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Every word of a text, and the stretch between spaces that it stands in."""
    tokens = ((token.span(), split_words(token[0])) for token in re.finditer(r"\S+", text))
    found = [(word, span) for span, words in tokens for word in words]
    return tuple(word for word, _ in found), tuple(span for _, span in found)


def _is_inside(place: Span, spans: Sequence[Span]) -> bool:
    """A sentence that goes on behind a page break begins in one stretch and ends in another."""
    return any(start <= place[0] < end for start, end in spans)


def _sentences_around(text: str, place: Span) -> Span:
    before = (border.end() for border in _SENTENCE_BORDER.finditer(text, 0, place[0] + 1))
    after = _SENTENCE_BORDER.search(text, max(place[0], place[1] - 1))
    start = max((at for at in before if at <= place[0]), default=0)
    return start, after.start() if after else len(text)


@dataclass(frozen=True, slots=True)
class Askable:
    questions: tuple[Question, ...]
    goals: tuple[Goals, ...]
    left_out: tuple[LeftOut, ...]


def choose_askable(questions: Sequence[Question], held: Held) -> Askable:
    """Gold that our reading has lost, but the file has, does not excuse: it is asked, and missed.

    Raises NothingIndexed where nothing is left to be asked, or nothing that is about a document."""
    found = [(question, _find(question, held)) for question in questions]
    kept = [(question, goals) for question, goals in found if isinstance(goals, Goals)]
    left_out = tuple(why for _, why in found if not isinstance(why, Goals))
    about_documents = any(_documents(question) for question, _ in kept)
    if not kept or (left_out and not about_documents):
        raise NothingIndexed(
            f"Of the {len(questions)} questions none about a document can be asked of this library"
            f" ({'; '.join(tell_left_out(left_out))}): name the folder that they were written"
            " over (--corpus), a library that holds it (--data), or another set."
        )
    return Askable(tuple(q for q, _ in kept), tuple(goals for _, goals in kept), left_out)


def tell_left_out(left_out: Sequence[LeftOut]) -> list[str]:
    """One clause a reason: how many, and which."""
    named: dict[str, list[str]] = {}
    for reason, name in left_out:
        named.setdefault(reason, []).append(name)
    return [f"{len(names)} because {why} ({_name(names)})" for why, names in named.items()]


def _name(names: Sequence[str]) -> str:
    different = list(dict.fromkeys(names))
    more = len(different) - _MOST_NAMED
    return ", ".join(different[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _find(question: Question, held: Held) -> Goals | LeftOut:
    records = [document.record for document in held.documents.values()]
    names = {name for record in records for name in (record.file, record.id)}
    if missing := [name for name in _documents(question) if name not in names]:
        return (NOT_HELD, missing[0])
    try:
        goals = find_goals(question, held.documents)
    except UnknownUnit:
        return _why_not_found(question, held)
    if lost := next(filter(None, (_lost(goal, held) for goal in goals.nuggets)), None):
        return (NOWHERE, f"line {question.line}: {lost}")
    return goals


def _documents(question: Question) -> list[str]:
    golds = _golds(question)
    told = (gold.file if isinstance(gold, QuotedGold) else gold.document for gold in golds)
    return [*question.files, *told]


def _golds(question: Question) -> tuple[Gold, ...]:
    return (*question.gold, *(nugget.gold for nugget in question.nuggets))


def _why_not_found(question: Question, held: Held) -> LeftOut:
    placed = [gold for gold in _golds(question) if isinstance(gold, PlacedGold)]
    for gold in placed:
        document = held.documents.get(gold.document)
        if gold.of_nugget and document and document.record.provenance == "original":
            return (REPLACED, gold.document)
    return (NOWHERE, f"line {question.line}: {placed[0].phrase}")


def _lost(goal: Goal, held: Held) -> str | None:
    """Words that neither our reading nor the file itself has."""
    wordings, file = goal.target.wordings, held.files[goal.target.document]
    if goal.places or not wordings or any(source_says(words, file) for words in wordings):
        return None
    return " ".join(wordings[0])
