"""Evidence in, its sentences with what they lean on out, and whether one states a fact."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.backends.lexical import stem
from rag.evidence.evidence import Evidence
from rag.language.topic_words import TopicWord
from rag.language.word_forms import spoken_of
from rag.questions.facts.answer_types import Fact
from rag.questions.facts.persons import asked_about, is_about, names_other
from rag.questions.request import Request
from rag.reading.sentences import sentence_spans

ONE_SAYING = 20
"""Words up to which a unit is taken whole: a name above the post that it signs for."""
_OPENS_WITH_PRONOUN = re.compile(
    r"(?:this|that|these|those|it|they|she|he|her|his|their|such|both)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence with what it leans on."""

    text: str
    stems: tuple[str, ...]
    heading: str
    """The nearest one that it stands under."""
    above: frozenset[str]
    """Stems of all of them."""
    around: frozenset[str]
    """Stems of everything shown with it."""


def sayings(evidence: Evidence) -> list[Saying]:
    unit = evidence.focus.unit
    above = frozenset(stem(" ".join((*unit.path, unit.label, unit.lead_in or ""))))
    heading = unit.path[-1] if unit.path else unit.label
    around = above.union(stem(evidence.text))
    if evidence.words < ONE_SAYING:
        return [Saying(evidence.text, tuple(stem(evidence.text)), heading, above, around)]
    sentences = [evidence.text[a:b] for a, b in sentence_spans(evidence.text)]
    sayings = []
    for i, sentence in enumerate(sentences):
        leans = i > 0 and _OPENS_WITH_PRONOUN.match(sentence)
        text = f"{sentences[i - 1]} {sentence}" if leans else sentence
        sayings.append(Saying(text, tuple(stem(text)), heading, above, around))
    return sayings


def is_carried(asked: Fact, request: Request, said: Saying) -> bool:
    """Does it give such a fact, of the person who is asked about?"""
    places = asked.carried_by(said.text)
    person = request.said.person.name if asked.of_person else None
    return any(person is None or _is_said_of(person, request, said, at) for at in places)


def states(asked: Fact, request: Request, said: Saying, least: float) -> bool:
    """The same, where it speaks of at least that share of the topic; what earlier turns spoke of
    does not make up for what is asked now."""
    if not is_carried(asked, request, said):
        return False
    topic = _topic(request, asked)
    topic = [t for t in topic if not _is_told_by_letter(t, request, said)] or topic
    share = max(least, asked.share)
    typed = request.typed_terms
    now = [t for t in topic if t in typed]
    return _is_spoken_of(topic, said, share) and (
        len(now) == len(topic) or share_spoken(now, said.around.union(said.stems)) >= share
    )


def _is_spoken_of(topic: Sequence[TopicWord], said: Saying, share: float) -> bool:
    own = share_spoken(topic, said.above.union(said.stems))
    return own >= share or (own > 0 and own + share_spoken(topic, said.around) >= 2 * share)


def share_stated(asked: Fact, request: Request, said: Saying) -> float:
    """Share of the topic that a sentence speaks of which gives such a fact; 0.0 of others."""
    if not is_carried(asked, request, said):
        return 0.0
    return share_spoken(_topic(request, asked), said.above.union(said.stems))


def _is_said_of(person: str, request: Request, said: Saying, at: int) -> bool:
    """What names nobody is said of whom the heading above it names."""
    named = asked_about(said.text)
    text, place = (said.text, at) if named else (said.heading, 0)
    return is_about(person, text, place, of=request.said.person.child)


def _is_told_by_letter(term: TopicWord, request: Request, said: Saying) -> bool:
    """Beside Baby M, "Child D" is the half sibling."""
    return asked_about(term.words) == "sibling" and names_other(
        said.text, request.said.person.child
    )


def _topic(request: Request, asked: Fact) -> list[TopicWord]:
    """The question's terms without those that only say what kind of answer is wanted."""
    wanted = _stems(f"{asked.wish} {asked.name} number date deadline name called")
    return [t for t in request.terms if not all(s in wanted for s in t.variants[0])]


@lru_cache(maxsize=256)
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(words))


def share_spoken(terms: Sequence[TopicWord], said: Collection[str]) -> float:
    """By weight; a word that the whole library lacks is likely to be said in other words."""
    counts = [term.weight if term.known else term.weight / 2 for term in terms]
    spoken = [n for n, term in zip(counts, terms, strict=True) if spoken_of(term, said)]
    return sum(spoken) / sum(counts) if sum(counts) else 1.0
