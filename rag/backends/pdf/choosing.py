"""Both readers' findings of a page in; whose text is taken, and whether it can be trusted, out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from rag.backends.pdf.composing import compose
from rag.backends.pdf.order import reading_order
from rag.backends.pdf.printed import Printed
from rag.backends.pdf.raised import raise_marks
from rag.backends.pdf.runs import Run
from rag.backends.pdf.trust import is_language
from rag.backends.pdf.words import neighbours, words_of

_APART = 0.015
"""Share of the words, or of the pairs of neighbours on a printed line, in which the texts of two
readers that both are right may differ: hyphens, symbols, a table's rules."""
_JOINED = re.compile(r"\d[⁰¹²³⁴⁵⁶⁷⁸⁹]")
"""A note's mark behind a figure, which is part of it where it is not raised: "2013²"."""
_NAMELESS = frozenset({"Cc", "Cn", "Cs"})
"""Categories of signs that are no letters."""
_PRIVATE = re.compile("[\ue000-\uf8ff]{3,}")
"""Signs of a symbol font; by itself one is a bullet."""
_STRANGE = 3
_HEAD, _FOOT = 0.07, 0.93
"""Shares of the page's height where a running head ends and a running foot begins."""

Doubt = Literal["unnamed", "partly unnamed", "no language", "not opened"]


@dataclass(frozen=True, slots=True)
class Choice:
    text: str
    second: bool
    """It is the second reader's."""
    doubt: Doubt | None = None


def choose(first: str | None, printed: Printed | None, known: Set[str]) -> Choice:
    """`first`: the first reader's text, None where it could not read the page; `known`: the words
    that both readers have found in the document."""
    if printed is None:
        unread = Choice("", second=False, doubt="not opened")
        return unread if first is None else _trusted(Choice(first, second=False))
    if first is not None and not _is_better(printed, first, known):
        return _trusted(Choice(raise_marks(first, printed.runs), second=False))
    choice = _trusted(Choice(_text(printed), second=True))
    if not printed.unnamed and not choice.doubt:
        return choice
    if first is not None and not printed.hidden and _is_readable(first):
        return Choice(first, second=False)
    if printed.unnamed:
        doubt: Doubt = "partly unnamed" if words_of(choice.text) else "unnamed"
        return Choice(choice.text, second=True, doubt=doubt)
    return choice


def _text(printed: Printed) -> str:
    runs = printed.runs
    return compose(reading_order(runs, height=printed.height) if printed.disordered else runs)


def _is_better(printed: Printed, first: str, known: Set[str]) -> bool:
    """Whether the first reader's text is worse than what the page shows."""
    if printed.hidden or printed.watermarks or printed.unnamed or printed.bulleted:
        return True
    if _nameless(first) >= _STRANGE:
        return True
    if any(_JOINED.search(run.text) for run in printed.runs):
        return True
    return printed.disordered or _is_fused(printed, first, known)


def _is_fused(printed: Printed, first: str, known: Set[str]) -> bool:
    """Words are joined, split, lost or torn from their line; where only the words differ, those
    that stand elsewhere in the document too are right. A running head or foot is no matter."""
    lines = [run.text for run in printed.runs if _is_body(run, printed.height)]
    shown = neighbours(lines)
    lost = shown - neighbours(first.split("\n"))
    words, others = Counter(words_of("\n".join(lines))), Counter(words_of(first))
    missing = words - others
    added = others - Counter(word for run in printed.runs for word in words_of(run.text))
    if _tears_a_word(first, missing, added, known):
        return True
    added = Counter({word: count for word, count in added.items() if len(word) > 1})
    apart = max(missing.total(), added.total()) > _APART * words.total()
    if lost.total() <= _APART * shown.total() and not apart:
        return False
    return _share_known(missing, known) >= _share_known(added, known)


def _tears_a_word(first: str, missing: Counter[str], added: Counter[str], known: Set[str]) -> bool:
    """ "i dentify", where the page shows "identify" as other pages do."""
    return any(
        a + b in missing and a + b in known and (a in added or b in added)
        for a, b in neighbours(first.split("\n"))
    )


def _is_body(run: Run, height: float) -> bool:
    return run.top > _HEAD * height and run.bottom < _FOOT * height


def _share_known(words: Counter[str], known: Set[str]) -> float:
    """By their letters, as a letter by itself is always known."""
    sizes = {word: (len(word) - 1) * count for word, count in words.items()}
    return sum(size for word, size in sizes.items() if word in known) / (sum(sizes.values()) or 1)


def _trusted(choice: Choice) -> Choice:
    """Without its text where that is letters put in the place of others."""
    if is_language(words_of(choice.text)):
        return choice
    return Choice("", choice.second, doubt="no language")


def _is_readable(text: str) -> bool:
    words = words_of(text)
    return bool(words) and _nameless(text) < _STRANGE and is_language(words)


def _nameless(text: str) -> int:
    own = sum(unicodedata.category(sign) in _NAMELESS and not sign.isspace() for sign in text)
    return own + sum(map(len, _PRIVATE.findall(text)))
