"""A language model's reply in, its verdict out, or none.

Evaluators that look for a word in the reply take "yesterday" for "yes", and score an empty reply
as they please. Here a reply is a verdict or it is nothing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Verdict:
    given: str | None
    """None where there is no verdict, which is never a good one."""
    instead: str = ""
    """Where there is none, the reply's first 200 characters, or why there was no reply."""


def read_verdict(reply: str, verdicts: Sequence[str]) -> Verdict:
    """Of a reply that is one JSON object with `verdict` alone, once, and one of these words,
    letter for letter. White space around it is all that may be added."""
    try:
        pairs = json.loads(reply, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return Verdict(None, reply[:200])
    if isinstance(pairs, _Pairs) and pairs in [[("verdict", word)] for word in verdicts]:
        return Verdict(str(pairs[0][1]))
    return Verdict(None, reply[:200])


class _Pairs(list[tuple[str, Any]]):
    """An object's keys and values as they stand: a dict would hide a second verdict."""
