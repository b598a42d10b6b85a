"""A question in, the facts that it asks for out.

Near misses have the right subject and lack the fact, so that no similarity can see them; the
kind of answer asked for can (a date, a number, a name, an outcome).
"""

from collections.abc import Sequence
from functools import lru_cache

from rag.questions.facts.alternatives import AskedWhich, which_asked
from rag.questions.facts.answer_type import AskedFact
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

Fact = AskedFact | AskedNumber | AskedName | AskedShort | AskedWhich


@lru_cache(maxsize=256)
def facts_asked(question: str) -> tuple[Fact, ...]:
    """In the order of the tables, the most particular first."""
    if short := short_asked(question):
        return (short,)
    kinds = _particular([fact for kind in ANSWER_TYPES if (fact := kind.read(question))])
    number, name, which = number_asked(question), name_asked(question), which_asked(question)
    if any(kind.name == HOW_EARLY for kind in kinds):
        number = None
    things = tuple(fact for each in NAMED_THINGS if (fact := each.read(question)))
    if which:  # "was it mum or dad who": the words beside "who" are the answer
        kinds = tuple(kind for kind in kinds if not kind.name.startswith("who "))
    asked = (each for each in (number, name, which) if each)
    return (*asked, *things, *kinds)


def _particular(kinds: Sequence[AskedFact]) -> tuple[AskedFact, ...]:
    """Without those that only ask less of the same: an age, beside the age at a birth; whether
    somebody died, beside when."""
    asked = {kind.name for kind in kinds}
    wide = {_WIDER[name] for name in asked & _WIDER.keys()}
    return tuple(kind for kind in kinds if kind.name not in wide)


def carries_all(facts: Sequence[Fact], text: str) -> bool:
    """Does the text carry every fact that is asked for?"""
    return all(fact.carried_by(text) for fact in facts)
