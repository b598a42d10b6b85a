"""Evidence in, the verdict whether it answers what was asked out."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rag.answers.evidence import Evidence
from rag.answers.weights import weights
from rag.backends.lexical import stem
from rag.index.library import Library
from rag.questions.answer_types import AnswerKind, types_asked
from rag.questions.facts import AnswerType
from rag.questions.persons import asked_about, is_about
from rag.questions.query import Query
from rag.questions.topic_words import TopicWord
from rag.questions.word_forms import is_light, spoken_of
from rag.reading.sentences import sentence_spans

LEAST_COVERAGE = 0.05
LOOKED_AT = 8
"""Pieces of evidence whose support counts."""
MOST_UNSPOKEN = 0.5
"""Share of the topic of a yes-or-no question that may go without a word."""
ONE_SAYING = 20
"""Words up to which a unit is taken whole: a name above the post that it signs for."""
STATING = 15
"""Pieces of evidence among which the fact is looked for where the best do not state it."""
LEAST_STATING = 0.3
"""Share of the topic that such a piece must speak of."""
LEAST_STATING_ANYWHERE = 0.6
"""The same where the question names no review."""
MOST_STATING = 2
_YES_OR_NO = re.compile(
    r"(?:^|[,;:–-] ?|\b(?:and|so|but|ok|was it) )(?:did|was|were|is|are|has|have|had|does|do)\b"
    r"(?! (?:there )?(?:any(?:thing)?|something) (?:on|about)\b)",
    re.IGNORECASE,
)
_OPENS_ELSE = re.compile(r"^\W*(?:who|what|when|where|why|how|which|whose|wh?ats)", re.IGNORECASE)
_OPENS_WITH_PRONOUN = re.compile(
    r"(?:this|that|these|those|it|they|she|he|her|his|their|such|both)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Saying:
    """A sentence with what it leans on."""

    text: str
    stems: tuple[str, ...]
    heading: str
    """The nearest one that it stands under."""
    above: frozenset[str]
    """Stems of all of them."""
    around: frozenset[str]
    """Stems of everything shown with it."""


def speaks(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Does anything found speak of the question's topic at all?"""
    if not evidence:
        return False
    if not query.terms:
        known = query.documents is not None or bool(query.focus)
        return known or max(e.dense for e in evidence[:LOOKED_AT]) >= weights().support
    if stating(query, evidence):
        return True
    covered = max(e.coverage for e in evidence[:LOOKED_AT])
    near = max(e.dense for e in evidence[:LOOKED_AT])
    return covered >= LEAST_COVERAGE and covered + 0.8 * near >= weights().support


def gone(library: Library, query: Query) -> float:
    """Share of the topic, by weight, whose words, in any of their forms, never occur where is
    looked: the school, of a review that knows of none. 0 to 1."""
    total = sum(t.weight for t in query.terms)
    if not total or query.focus:
        return 0.0
    documents = query.documents if query.documents is not None else library.reviews
    absent = [t for t in query.terms if not library.lexical.holding(t.variants, documents)]
    return sum(t.weight for t in absent) / total


def answers(query: Query, chosen: Sequence[Evidence]) -> bool:
    """Does what would be shown state what is asked for, of the subject that is asked about?"""
    return missing(query, chosen) is None


def missing(query: Query, chosen: Sequence[Evidence]) -> str | None:
    """What is asked for and stated nowhere, as a reader would call it ("the date")."""
    said = [each for e in chosen for each in _sayings(e)]
    for asked in types_asked(query.question):
        if not any(_states(asked, query, each, 0.0) for each in said):
            return asked.name
    return None if types_asked(query.question) else _unspoken(query, said)


def stating(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What states all that is asked for, where evidence that scores better does not."""
    asked = types_asked(query.question)
    if not asked:
        return []
    least = LEAST_STATING if query.documents is not None else LEAST_STATING_ANYWHERE
    found = [e for e in evidence[:STATING] if _states_all(asked, query, _sayings(e), least)]
    return found[:MOST_STATING]


def stating_some(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Where several facts are asked for and not all are stated: what states one of them."""
    asked = types_asked(query.question)
    if len(asked) < 2 or query.documents is None:
        return []
    found = [
        e for e in evidence[:STATING]
        if any(_states_all([kind], query, _sayings(e), LEAST_STATING) for kind in asked)
    ]  # fmt: skip
    return found[:1]


def _states_all(
    asked: Sequence[AnswerKind], query: Query, said: Sequence[_Saying], least: float
) -> bool:
    return all(any(_states(kind, query, each, least) for each in said) for kind in asked)


def _sayings(evidence: Evidence) -> list[_Saying]:
    unit = evidence.focus.unit
    above = frozenset(stem(" ".join((*unit.path, unit.label, unit.lead_in or ""))))
    heading = unit.path[-1] if unit.path else unit.label
    around = above.union(stem(evidence.text))
    if evidence.words < ONE_SAYING:
        return [_Saying(evidence.text, tuple(stem(evidence.text)), heading, above, around)]
    sentences = [evidence.text[a:b] for a, b in sentence_spans(evidence.text)]
    sayings = []
    for i, sentence in enumerate(sentences):
        leans = i > 0 and _OPENS_WITH_PRONOUN.match(sentence)
        text = f"{sentences[i - 1]} {sentence}" if leans else sentence
        sayings.append(_Saying(text, tuple(stem(text)), heading, above, around))
    return sayings


def _states(asked: AnswerKind, query: Query, said: _Saying, least: float) -> bool:
    places = asked.carried_by(query.question, said.text)
    if not places:
        return False
    person = asked_about(query.question) if asked.of_person else None
    if person is not None and not any(_is_said_of(person, said, at) for at in places):
        return False
    topic = _topic(query, asked)
    own = _share(topic, said.above.union(said.stems))
    share = max(least, asked.share)
    return own >= share or (own > 0 and own + _share(topic, said.around) >= 2 * share)


def _is_said_of(person: str, said: _Saying, at: int) -> bool:
    """What names nobody is said of whom the heading above it names."""
    named = asked_about(said.text)
    return is_about(person, said.text if named else said.heading, at if named else 0)


def _topic(query: Query, asked: AnswerKind) -> list[TopicWord]:
    """The question's terms without those that only say what kind of answer is wanted."""
    wanted = _wanted(asked, query.question)
    return [t for t in query.terms if not all(s in wanted for s in t.variants[0])]


def _wanted(asked: AnswerKind, question: str) -> frozenset[str]:
    found = asked.asks.search(question) if isinstance(asked, AnswerType) else None
    words = found[0] if found and len(found[0].split()) < 6 else ""
    return frozenset(stem(f"{words} {asked.name} number date deadline name called"))


def _share(terms: Sequence[TopicWord], said: Collection[str]) -> float:
    """By weight; a word that the whole library lacks is likely to be said in other words."""
    counts = [term.weight if term.known else term.weight / 2 for term in terms]
    spoken = [n for n, term in zip(counts, terms, strict=True) if spoken_of(term, said)]
    return sum(spoken) / sum(counts) if sum(counts) else 1.0


def _unspoken(query: Query, said: Sequence[_Saying]) -> str | None:
    """The words of a yes-or-no question that nothing shown speaks of, where they are its point."""
    question = query.question
    if _OPENS_ELSE.match(question) or not _YES_OR_NO.search(question) or not query.terms:
        return None
    terms = [t for t in query.terms if not (is_light(t) or _is_told_otherwise(t, question))]
    silent = [t for t in terms if not any(_speaks_of(t, each) for each in said)]
    weight = sum(t.weight for t in silent)
    if not silent or weight < MOST_UNSPOKEN * sum(t.weight for t in terms):
        return None
    return "anything of " + " and ".join(_as_typed(term, question) for term in silent)


def _is_told_otherwise(term: TopicWord, question: str) -> bool:
    """What is done has many words ("finished", "completed"); a thing or a state has few."""
    typed = _as_typed(term, question)
    return len(term.variants) == 1 and re.search(r"(?:[^e]ed|ing)$", typed) is not None


def _as_typed(term: TopicWord, question: str) -> str:
    """A topic word outside the vocabulary is known by its stem only."""
    typed = re.findall(r"\w+", question)
    return next((word for word in typed if tuple(stem(word)) == term.variants[0]), term.words)


def _speaks_of(term: TopicWord, said: _Saying) -> bool:
    """The words of one expression close together: "self-reported harm" is no self-harm."""
    longest = max(map(len, term.variants))
    runs = [said.stems[i : i + longest + 1] for i in range(len(said.stems))]
    return any(spoken_of(term, run) for run in runs) or spoken_of(term, said.above)
