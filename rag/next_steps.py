"""An answer in, what to ask or to do next out: only questions that the library answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from rag.answer import Answer
from rag.answers.cards.examples import example_questions, questions_about
from rag.assistant import ask
from rag.errors import RagError
from rag.index.library import Library

_MOST = 4


@dataclass(frozen=True, slots=True)
class NextSteps:
    questions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What an answer suggests and is no question: "The library holds ..."."""


def next_steps(library: Library, answers: Sequence[Answer]) -> NextSteps:
    """After the last of the answers; takes about as long as answering each question."""
    last = answers[-1]
    if last.reason == "live_concern":
        return NextSteps()
    notes = tuple(each for each in last.suggestions if each.endswith("."))
    offered = [each for each in last.suggestions if each not in notes]
    turns = [answer.question for answer in answers]
    kept = _that_are_answered(library, turns, offered)
    return NextSteps(kept or _that_are_answered(library, turns, _further(library, last)), notes)


def _that_are_answered(
    library: Library, turns: Sequence[str], offered: Sequence[str]
) -> tuple[str, ...]:
    """After these turns, and not asked in them; at most _MOST."""
    asked = {turn.casefold() for turn in turns}
    new = (q for q in dict.fromkeys(offered) if q.casefold() not in asked)
    return tuple(islice((q for q in new if _is_answered(library, [*turns, q])), _MOST))


def _further(library: Library, answer: Answer) -> list[str]:
    """Of the reviews that the answer cites; where it cites none, of any."""
    cited = dict.fromkeys(citation.document for citation in answer.citations)
    if not cited:
        return list(example_questions(library.catalogue, count=_MOST))
    each = [questions_about(library.catalogue, document) for document in cited]
    # The first question of every review, then the second ones: the reviews take turns.
    return [qs[n] for n in range(max(map(len, each))) for qs in each if n < len(qs)]


def _is_answered(library: Library, turns: Sequence[str]) -> bool:
    try:
        return ask(library, turns).status in ("answered", "partial")
    except RagError:
        return False
