"""What a right answer of a question holds: its nuggets, or its gold sentences where a set gives no
nuggets, and where each stands in the documents."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eval.measuring.figures import mean_of
from eval.sets.questions import Question
from eval.sets.targets import Target, find_target
from eval.sets.words import find_words, split_words
from rag.types import Document, Span, Unit

_TOKEN = re.compile(r"\S+")
_SENTENCE_BORDER = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Goal:
    text: str
    """In the words of the set."""
    vital: bool
    """True of every gold sentence of a set without nuggets."""
    target: Target
    places: tuple[Span, ...]
    """Of its words in the reading text; several where the document says them more than once,
    none where it says them nowhere."""
    sentences: tuple[Span, ...]
    """The whole sentences around the places."""
    units: frozenset[str]
    """Ids of the units that a place stands in."""


@dataclass(frozen=True, slots=True)
class Goals:
    gold: tuple[Target, ...]
    nuggets: tuple[Goal, ...]
    """Vital and okay; the gold sentences, all vital, where the set gives no nuggets."""
    any_one: bool = False
    """One of them is enough."""

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
    told = told or [(_told(target), True, target) for target in gold]
    nuggets = (_locate(target, documents, text, vital=vital) for text, vital, target in told)
    return Goals(gold, tuple(nuggets), question.any_one)


def _told(target: Target) -> str:
    sought = " ".join(target.words or ("(the whole unit)",))
    return f"{target.document}, {target.under}: {sought}"


def _locate(target: Target, documents: Mapping[str, Document], text: str, *, vital: bool) -> Goal:
    document = documents[target.document]
    named = next((unit for unit in document.units if unit.id == target.unit), None)
    places = _places(target, document, named)
    return Goal(
        text,
        vital,
        target,
        places=places,
        sentences=tuple(_sentences_around(document.reading.text, place) for place in places),
        units=frozenset({named.id} if named else _units_at(places, document.units)),
    )


def _places(target: Target, document: Document, named: Unit | None) -> tuple[Span, ...]:
    if target.words is None:
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
    words: list[str] = []
    spans: list[Span] = []
    for token in _TOKEN.finditer(text):
        for word in split_words(token[0]):
            words.append(word)
            spans.append(token.span())
    return tuple(words), tuple(spans)


def _is_inside(place: Span, spans: Sequence[Span]) -> bool:
    """A sentence that goes on behind a page break begins in one stretch and ends in another."""
    return any(start <= place[0] < end for start, end in spans)


def _units_at(places: Sequence[Span], units: Sequence[Unit]) -> set[str]:
    return {unit.id for unit in units for place in places if _is_inside(place, unit.spans)}


def _sentences_around(text: str, place: Span) -> Span:
    before = [border.end() for border in _SENTENCE_BORDER.finditer(text, 0, place[0] + 1)]
    after = _SENTENCE_BORDER.search(text, max(place[0], place[1] - 1))
    start = max((at for at in before if at <= place[0]), default=0)
    return start, after.start() if after else len(text)
