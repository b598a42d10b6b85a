"""How two texts are compared: by their words, whatever the case, quotes, dashes and spaces."""

import re
import unicodedata
from collections.abc import Collection

from rag.backends.lexical import stem

_APOSTROPHES = re.compile("['‘’ʼ`]")
_WORD = re.compile(r"[^\W_]+")
_OMISSION = re.compile(r"\[(?:…|\.\.\.)\]")
_FOOTNOTE_MARKS = re.compile("[⁰¹²³⁴-⁹]+")


def split_words(text: str) -> tuple[str, ...]:
    """Lower-case words without punctuation; `child's` is one word, `multi-agency` two; omission
    marks and raised footnote numbers are none."""
    text = _FOOTNOTE_MARKS.sub("", _OMISSION.sub(" ", text))
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return tuple(_WORD.findall(_APOSTROPHES.sub("", text).casefold()))


def find_words(sought: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, ...]:
    """Every position in `words` where `sought` begins as an unbroken run; none for no words."""
    length = len(sought)
    starts = range(len(words) - length + 1) if sought else ()
    return tuple(start for start in starts if words[start : start + length] == sought)


def letters(text: str) -> str:
    """Letters and figures in order, case kept: what is left of a text once its layout is gone."""
    text = _FOOTNOTE_MARKS.sub("", _OMISSION.sub("", text))
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def nugget_words(text: str) -> frozenset[str]:
    """English stems (Snowball) of all words but articles, prepositions and the like; numbers as
    they stand; negations are kept."""
    return frozenset(stem(text))


def nugget_recall(
    nugget_words: Collection[str], answer_words: Collection[str], asked_words: Collection[str] = ()
) -> float:
    """Share of the nugget's words, 0 to 1, that the answer has; each counts once, whatever is
    negated. How far this agrees with people's judgement is measured by `rag eval meta`.

    Words that the question has (`asked_words`) do not count, since an answer that only repeats
    the question would have them, unless the nugget has no others. 0 for a nugget without words.
    """
    sought = set(nugget_words) - set(asked_words) or set(nugget_words)
    return len(sought.intersection(answer_words)) / len(sought) if sought else 0.0
