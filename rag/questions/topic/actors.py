"""Topic words in, those that name a subject out: not who acts, nor that something was done."""

from collections.abc import Sequence

from rag.backends.lexical import stem
from rag.language.topic_words import TopicWord

_ACTORS = frozenset(
    stem(
        """
        professional professionals practitioner practitioners worker workers staff agency agencies
        service services partnership board boards lscb council authority organisation organisations
        team teams everyone people review managers management
        """
    )
)
_DONE = frozenset(
    stem(
        """
        went go goes going gone miss missed missing lack lacked lacking fail failed failing failure
        done doing did do wrong badly well happened happen change changing changed changes promise
        promised promises pledged committed plan planned planning respond responded responding
        response react reacted tackle tackling address addressing fix fixing fixed put
        right sort sorted act acted action taken dealt
        """
    )
)


def subject_words(terms: Sequence[TopicWord]) -> tuple[TopicWord, ...]:
    """ "What did professionals do wrong" has none: every point of a finding may speak of it."""
    said = _ACTORS | _DONE
    return tuple(t for t in terms if not said.issuperset(t.variants[0]))


def without_actors(terms: Sequence[TopicWord]) -> tuple[TopicWord, ...]:
    """All, where nothing else is named: whatever is asked, agencies and workers are in it."""
    left = tuple(t for t in terms if not _ACTORS.issuperset(t.variants[0]))
    return left or tuple(terms)
