"""What a person typed in, why it cannot be read out: no words, or those of no English.

Two signs must agree before another language is told: words that are no English, and the letters.
Names, codes, slang and typing mistakes have the first alone; short English has the second alone.
`python -m eval.languages` measures both together; its development half, and all of its English,
set the numbers here."""

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from rag.backends.languages_told import english_before_others, is_no_language
from rag.backends.lexical import stem
from rag.backends.plain_words import plain_words
from rag.documents.places import AREAS, WELSH_NAMES
from rag.language.tokens import fold
from rag.language.vocabulary import load_vocabulary

Holds = Callable[[str], bool]
"""Whether a stem stands in the library."""
Unread = Literal["no words", "other language", "no language"]

FEWEST_FOREIGN = 2
"""Words that are no English; one may be a name."""
MARGIN, SURE_MARGIN = 1.0, 4.0
"""By so much, in log odds, another language must be likelier than English; and where a few words
are all there is, which may be a name."""
_COMMON, _SHORT_KNOWN = 1000, 2000
"""Places among the commonest words: those that show that a sentence is English; and the last that
makes English of a word of three letters or fewer, for many languages have "ki" and "te"."""
_SHORT, _FEW = 3, 3
"""Letters of a short word, and words of a question that may be a name with its short forms."""
_LONGEST_NAME = 2
"""Words that are taken for a name, in capitals alone (and not for a shout) or in small letters."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""Joined by hyphens, it is one: "Pen-y-bont"."""
_QUOTED = re.compile(r"(?<!\w)[\"“‘'].+?[\"”’'](?!\w)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAST_LATIN = "\u024f"
"""The last letter of Latin Extended-B: what comes after it is of another script."""


def why_unread(text: str, holds: Holds, *, follows: bool = False) -> Unread | None:
    """None where it can be read; `follows`: a number may be an answer to the turn before."""
    if not re.search(r"[^\W_]", text):
        return "no words"
    words = _WORD.findall(_QUOTED.sub(" ", text)) or _WORD.findall(text)
    if not words:
        return None if follows or _YEAR.search(text) else "no words"
    counted = _counted(words, shouted=text.isupper())
    foreign = [word for word in counted if len(word) > 1 and not _is_english(word, holds)]
    few = len(counted) <= _FEW and "".join(counted).isascii()
    is_english = _may_be_name if few else _outnumbered
    if is_english(counted, foreign):
        return "no language" if counted == foreign and _is_mash(text) else None
    margin = SURE_MARGIN if few else MARGIN
    return "other language" if english_before_others(text) < -margin else None


def _may_be_name(words: list[str], foreign: list[str]) -> bool:
    """A few words in English letters: "khyra ishaq", "nurse ngozi okonkwo"."""
    known = any(len(word) > _SHORT and word not in foreign for word in words)
    return len(words) <= _LONGEST_NAME or len(foreign) < FEWEST_FOREIGN or known


def _outnumbered(words: list[str], foreign: list[str]) -> bool:
    """By words that an English sentence has."""
    if any(letter > _LAST_LATIN for word in words for letter in word):
        return False
    english = [word for word in words if word not in foreign]
    telling = sum(
        len(word) > _SHORT or (len(word) == _SHORT and _place(word) <= _COMMON) for word in english
    )
    return len(foreign) < FEWEST_FOREIGN or len(foreign) <= telling


def _counted(words: list[str], *, shouted: bool) -> list[str]:
    """In lower case, without names and codes."""
    if shouted:
        return [word.casefold() for word in words if len(words) > _LONGEST_NAME]
    # Letters of a script without capitals are not upper, either.
    if all(word[0].isupper() for word in words):
        return []
    first, *rest = words
    lower = [*([] if first.isupper() else [first]), *(w for w in rest if not w[0].isupper())]
    return [word.casefold() for word in lower]


def _is_english(word: str, holds: Holds) -> bool:
    word = word.replace("’", "'")
    vocabulary = load_vocabulary()
    if any(word in known for known in (vocabulary.words, vocabulary.spelling, _place_words())):
        return True
    if len(word) <= _SHORT:
        return _place(word) <= _SHORT_KNOWN
    if "-" in word:
        return all(_is_english(part, holds) for part in word.split("-"))
    forms = (word, word.replace("'", ""), word.split("'")[0], fold(word))
    return any(form in plain_words() for form in forms) or any(map(holds, stem(word)))


def _is_mash(text: str) -> bool:
    return text.islower() and not re.search(r"\d", text) and is_no_language(text)


def _place(word: str) -> int:
    """Among the ordinary words, the commonest first, from 1; beyond the last for others."""
    return _places().get(word, len(_places()) + 1)


@cache
def _places() -> dict[str, int]:
    return {word: place for place, word in enumerate(plain_words(), 1)}


@cache
def _place_words() -> frozenset[str]:
    return frozenset(_WORD.findall(" ".join((*AREAS, *WELSH_NAMES)).casefold()))
