"""A question without the names of reviews in, what is asked of the vectors out."""

import re

from rag.language.word_classes import words_of
from rag.questions.forms.answer_form import Wants

_FRAME = re.compile(
    rf"^\W*(?:(?:{words_of('courtesy', 'opening')}|can you|could you|i need|need|i want)\W+)*"
    r"(?:(?:quote|give|show|find|tell|send|read|get)(?: me| us)?\W+)?(?:(?:the|an?|some)\W+)?"
    r"(?:(?:exact|actual|own|precise|direct|original|good|nice|strong|best|short|one|two|three"
    r"|couple of)\W+)*"
    r"(?:(?:words?|wording|quotes?|quotations?|lines?|sentences?|passages?|bits?|part|section"
    r"|text)\W+)?"
    r"(?:(?:on|about|for|re|regarding|around|where it says|that says|which says)\b\W*)?",
    re.IGNORECASE,
)


def bare_meaning(topic: str, wants: Wants) -> str:
    """Without what asks for the words themselves: "quote me the exact words on ..."."""
    if wants not in ("quote", "locate"):
        return topic
    bare = _FRAME.sub("", topic, count=1)
    return bare if " " in bare else topic
