"""A question in, the kinds of answer that it asks for out.

Near misses have the right subject and lack the fact, so that no similarity can see them; the
kind of answer asked for can (a date, a number, a name, an outcome).
"""

from collections.abc import Sequence
from functools import lru_cache

from rag.questions.facts.alternatives import AskedWhich, which_asked
from rag.questions.facts.answer_type import AnswerType
from rag.questions.facts.counted import AskedNumber, number_asked
from rag.questions.facts.fact_tables import ANSWER_TYPES
from rag.questions.facts.named_things import NAMED_THINGS, AskedName, name_asked
from rag.questions.facts.short_forms import AskedShort, short_asked
from rag.questions.facts.times import HOW_EARLY

_WIDER = {
    "the age when the child was born": "the age", "the date": "whether they died",
    "the month": "whether they died", "the day": "whether they died",
    "the time of day": "whether they died", "how long it lasted": "how long it was",
    "the cause of death": "whether they died", "when it will be": "when it was",
}  # fmt: skip

AnswerKind = AnswerType | AskedNumber | AskedName | AskedShort | AskedWhich


@lru_cache(maxsize=256)
def types_asked(question: str) -> tuple[AnswerKind, ...]:
    """In the order of the tables, the most particular first."""
    if short := short_asked(question):
        return (short,)
    kinds = _particular([kind for kind in ANSWER_TYPES if kind.asks.search(question)])
    number, name, which = number_asked(question), name_asked(question), which_asked(question)
    if any(kind.name == HOW_EARLY for kind in kinds):
        number = None
    things = tuple(each for each in NAMED_THINGS if each.asks.search(question))
    if which:  # "was it mum or dad who": the words beside "who" are the answer
        kinds = tuple(kind for kind in kinds if not kind.name.startswith("who "))
    asked = (each for each in (number, name, which) if each)
    return (*asked, *things, *kinds)


def _particular(kinds: Sequence[AnswerType]) -> tuple[AnswerType, ...]:
    """Without those that only ask less of the same: an age, beside the age at a birth; whether
    somebody died, beside when."""
    asked = {kind.name for kind in kinds}
    wide = {_WIDER[name] for name in asked & _WIDER.keys()}
    return tuple(kind for kind in kinds if kind.name not in wide)


def carries_all(question: str, text: str) -> bool:
    """Does the text carry something of every kind that the question asks for?"""
    return all(kind.carried_by(question, text) for kind in types_asked(question))
