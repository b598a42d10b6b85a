"""The front matter of a gold outline and the parsed units in, counts and what is wrong out.

A value is found where a unit with its key ("author", "date_of_report") has it, white space and
capitals folded, with at most a few words more (a label, a role). A given value is untrue where
the gold outline does not allow it under its key.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rag.types import Unit

MORE_WORDS = 8
"""That a unit may have beside the value: "Inspection dates:", ", His Majesty's Inspector"."""
Values = Mapping[str, Sequence[str]]
"""By key, every acceptable value as printed."""


def score_front(
    front: Values, optional: Values, units: Iterable[Unit]
) -> tuple[Counter[str], tuple[str, ...]]:
    """Numbers of `keys` that must be found, and of these those found (`keys said`); of units with a
    key (`fields`), and of these those that are `fields untrue`. A remark for each fault."""
    given = [(unit.key, unit.text) for unit in units if unit.key]
    found = {key for key, text in given if _says(text, front.get(key, ()))}
    missed = [key for key in front if key not in found]
    allowed = ((key, text, (*front.get(key, ()), *optional.get(key, ()))) for key, text in given)
    wrong = [(key, text) for key, text, values in allowed if not _says(text, values)]
    counts = {"keys": len(front), "keys said": len(found)}
    counts |= {"fields": len(given), "fields untrue": len(wrong)}
    remarks = [f"missed  {key}: {front[key][0][:90]}" for key in missed]
    remarks += [f"wrong   {key}: {' '.join(text.split())[:90]}" for key, text in wrong]
    return Counter(counts), tuple(remarks)


def _says(text: str, values: Iterable[str]) -> bool:
    words = _fold(text)
    return any(
        re.search(rf"(?<!\w){re.escape(value)}(?!\w)", words)
        and len(words.split()) <= len(value.split()) + MORE_WORDS
        for value in map(_fold, values)
    )


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
