"""A question in, the kinds of answer that it asks for out.

Near misses have the right subject and lack the fact, so that no similarity can see them; the
kind of answer asked for can (a date, a number, a name, an outcome).
"""

from functools import lru_cache

from rag.questions.alternatives import AskedWhich, which_asked
from rag.questions.answer_type import AnswerType
from rag.questions.counted import AskedNumber, number_asked
from rag.questions.facts import ANSWER_TYPES
from rag.questions.named_things import NAMED_THINGS, AskedName, name_asked
from rag.questions.short_forms import AskedShort, short_asked

AnswerKind = AnswerType | AskedNumber | AskedName | AskedShort | AskedWhich


@lru_cache(maxsize=256)
def types_asked(question: str) -> tuple[AnswerKind, ...]:
    """In the order of the tables, the most particular first."""
    if short := short_asked(question):
        return (short,)
    kinds = tuple(kind for kind in ANSWER_TYPES if kind.asks.search(question))
    number, name, which = number_asked(question), name_asked(question), which_asked(question)
    things = tuple(each for each in NAMED_THINGS if each.asks.search(question))
    if which:  # "was it mum or dad who": the words beside "who" are the answer
        kinds = tuple(kind for kind in kinds if kind.name != "who it was")
    asked = (each for each in (number, name, which) if each)
    return (*asked, *things, *kinds)


def carries_all(question: str, text: str) -> bool:
    """Does the text carry something of every kind that the question asks for?"""
    return all(kind.carried_by(question, text) for kind in types_asked(question))
