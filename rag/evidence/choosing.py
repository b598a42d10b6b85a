"""Evidence in, the part of it that is worth showing out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.evidence.evidence import APPARATUS, Evidence, is_title, say_the_same
from rag.evidence.weights import weights
from rag.questions.forms.points import Point

MOST_WORDS = 200
"""An answer of found sentences stops before it grows longer."""
MOST_PIECES = 5
ROOM = 120
"""Words up to which an answer is filled out with the rest of its best units."""
MOST_FILLED = 2
NEARLY_AS_STRONG = 0.8
"""Share of the best score from which words that are asked for are quoted beside the best."""
LEAST_WORDS = 4
"""What is shorter ("Police") says nothing by itself."""

_ADVICE = frozenset({"recommendation", "learning_point", "key_message", "question", "measure"})
_SHOULD = re.compile(r"\bshould (?!have\b)|\bmust (?!have\b)|\bneeds? to\b", re.I)


def worth(evidence: Sequence[Evidence]) -> list[Evidence]:
    chosen: list[Evidence] = []
    words = 0
    telling = [e for e in evidence if e.words >= LEAST_WORDS and not is_title(e)]
    for e in telling:
        if e.score < weights().worth * telling[0].score or (
            chosen and words + e.words > MOST_WORDS
        ):
            break
        twice = any(say_the_same(e, other) for other in chosen)
        if not twice and len(chosen) < MOST_PIECES:
            chosen.append(e)
            words += e.words
    return chosen


def fill_out(chosen: Sequence[Evidence]) -> list[Evidence]:
    """The best pieces as the whole units that they stand in, as far as there is room."""
    room = ROOM - sum(e.words for e in chosen)
    filled = []
    for i, e in enumerate(chosen):
        more = len(e.focus.unit.text.split()) - e.words
        if i < MOST_FILLED and 0 < more <= room:
            filled.append(replace(e, spans=e.focus.unit.spans, text=e.focus.unit.text))
            room -= more
        else:
            filled.append(e)
    return filled


def deciding_first(point: Point, chosen: Sequence[Evidence]) -> list[Evidence]:
    """For a yes or no: what has most of the question's words decides it, and comes first; whether
    something was done is not decided by what should be, and nothing by a link."""
    return sorted(
        chosen,
        key=lambda e: (
            point.of_past and _advises(e),
            e.focus.unit.kind in APPARATUS,
            -round(e.coverage, 1),
        ),
    )


def told_first(point: Point, chosen: Sequence[Evidence]) -> list[Evidence]:
    """What went wrong, and why something was so, is told by what was, not by what should be."""
    return sorted(chosen, key=_advises) if point.of_failing else list(chosen)


def _advises(e: Evidence) -> bool:
    return e.focus.unit.kind in _ADVICE or _SHOULD.search(e.text) is not None


def strongest(chosen: Sequence[Evidence]) -> list[Evidence]:
    """For "quote me the words on ...": they are asked for, not all that is said about it."""
    best = max((e.score for e in chosen), default=0.0)
    return [e for i, e in enumerate(chosen) if i == 0 or e.score >= NEARLY_AS_STRONG * best]
