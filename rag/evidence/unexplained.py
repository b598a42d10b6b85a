"""A question for the reason of something that was done, and what would be shown for it, in;
whether that only says that it was done, out."""

import re
from collections.abc import Sequence

from rag.backends.lexical import stem
from rag.evidence.evidence import Evidence
from rag.evidence.sayings import share_spoken
from rag.questions.facts.reasons import gives_reason, states_deed
from rag.questions.request import Request
from rag.reading.sentences import sentence_spans

LEAST_TOPIC = 0.3
"""Share of the topic of which a sentence that gives a reason must speak, to give this one."""
_GOES_ON = re.compile(
    r"\W*(?:this|these|that|it|such|there|however|although|but|so|as|because|therefore"
    r"|consequently|the reasons?|s?he|they|nor|given|due)\b",
    re.IGNORECASE,
)


def is_unexplained(request: Request, shown: Sequence[Evidence]) -> bool:
    """The deed is told in so many words, and nothing shown beside it tells of a reason."""
    deed = request.said.deed
    if deed is None or request.across:
        return False
    told = [_sentences(e) for e in shown]
    if not any(states_deed(deed, sentence) for sentences in told for sentence in sentences):
        return False
    speaking = [t for ts in told for i, t in enumerate(ts) if _is_of_it(request, deed, ts, i)]
    return not any(gives_reason(deed, text) for text in speaking)


def _sentences(e: Evidence) -> list[str]:
    text = e.focus.unit.text
    return [text[a:b] for a, b in sentence_spans(text)]


def _is_of_it(request: Request, deed: frozenset[str], sentences: Sequence[str], i: int) -> bool:
    """It speaks of the topic, or goes on from, or leads to, a sentence that tells the deed."""
    if share_spoken(request.terms, stem(sentences[i])) >= LEAST_TOPIC:
        return True
    after = i > 0 and _GOES_ON.match(sentences[i]) and states_deed(deed, sentences[i - 1])
    following = sentences[i + 1 : i + 2]
    leads = any(_GOES_ON.match(s) and states_deed(deed, s) for s in following)
    return bool(after or leads)
