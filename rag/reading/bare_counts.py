"""Lines in, those out that count without a stop behind the number: "1 Ask the child. ..."."""

import re
from collections.abc import Sequence

from rag.reading.marks import Mark
from rag.reading.scan import Line
from rag.reading.wrapping import ends_sentence

FEWEST = 3
_BARE = re.compile(r"(?P<number>\d{1,2}) (?=[A-Z‘“'\"])")


def read_bare(text: str) -> Mark | None:
    """The number, where a capital stands right behind it."""
    bare = _BARE.match(text)
    return Mark("integer", "", bare["number"], bare.end()) if bare else None


def find_bare_counts(lines: Sequence[Line]) -> frozenset[int]:
    """Positions of the lines that count from one, each but the first behind the end of a
    sentence."""
    found: set[int] = set()
    run: list[int] = []
    for i, line in enumerate(lines):
        mark = read_bare(line.text) if line.row < 0 and not line.level else None
        number = int(mark.number) if mark else 0
        if number == 1:
            run = [i]
        elif run and number == len(run) + 1 and ends_sentence(lines[i - 1].text):
            run.append(i)
        found |= {*run} if len(run) >= FEWEST else set()
    return frozenset(found)
