"""Text in, its words out, folded so that two readers' words can be compared."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+")

Pairs = Counter[tuple[str, str]]


def words_of(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def neighbours(lines: Iterable[str]) -> Pairs:
    """Words that stand beside each other on one line."""
    return Counter(pair for line in lines for pair in pairwise(words_of(line)))
