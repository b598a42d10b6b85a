"""How two texts are compared: by their words, whatever the case, quotes, dashes and spaces."""

import re
import unicodedata

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
    if not length:
        return ()
    return tuple(
        start for start in range(len(words) - length + 1) if words[start : start + length] == sought
    )


def letters(text: str) -> str:
    """Letters and figures in order, case kept: what is left of a text once its layout is gone."""
    text = _FOOTNOTE_MARKS.sub("", _OMISSION.sub("", text))
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
