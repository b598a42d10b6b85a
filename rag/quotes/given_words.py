"""What a writer puts around a quotation in, the ways to take its words out."""

import re
from dataclasses import dataclass

from rag.quotes.occurrences import Wanted, want
from rag.quotes.omissions import OMISSION, limits, split_pieces

_PAIRS = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"))
_NAMED = (
    r"reviews?|findings?|lessons?|recommendations?|paragraphs?|paras?|learning points?|pages?|pp?\."
    r"|scr|cspr|lcspr|lscb|bulletins?|briefings?|reports?|summary|response|(?:19|20)\d\d"
)
_REFERENCE = re.compile(
    rf"\s*(?:\((?P<brackets>[^()]*\b(?:{_NAMED})[^()]*)\)|\[\d{{1,3}}\]"
    rf"|\s[-–—]\s?(?P<dash>[^.!?\n]{{0,80}}\b(?:{_NAMED})[^.!?\n]{{0,80}}))[.,;]?\s*$",
    re.IGNORECASE,
)
_OUTER_OMISSION = re.compile(rf"\A(?:{OMISSION.pattern})\s*|\s*(?:{OMISSION.pattern})\Z")
_MOST_OF_A_REFERENCE = 25
"""Words; what is longer is not a reference."""


@dataclass(frozen=True, slots=True)
class Taking:
    """One way to take what was given."""

    words: str
    whole: Wanted
    pieces: tuple[Wanted, ...]
    """Between marks of omission; one where there is none."""
    sign: str = ""
    """Closing sign that was given and is not among the words, as it may be the writer's: after a
    full stop the sentence must end in the source too."""


def ways_to_take(given: str) -> tuple[Taking, ...]:
    """As it stands first; then less quotation marks, a reference behind and a closing sign."""
    texts = [given.strip()]
    for strip in (_without_reference, _without_marks, _without_reference, _without_marks):
        texts.append(strip(texts[-1]))
    texts.append(_OUTER_OMISSION.sub("", texts[-1]))
    takings = [_take(text) for text in dict.fromkeys(texts) if text]
    sign = re.search(r"(?<=[^\W_])[.,]$", texts[-1])
    if sign:
        takings.append(_take(texts[-1][: sign.start()], sign[0]))
    return tuple(takings)


def _take(words: str, sign: str = "") -> Taking:
    pieces = split_pieces(words) or (words,)
    return Taking(words, want(words), tuple(map(want, pieces)), sign)


def _without_reference(text: str) -> str:
    found = _REFERENCE.search(text)
    if not found or limits(found[0]) or len(found[0].split()) > _MOST_OF_A_REFERENCE:
        return text
    return text[: found.start()].rstrip() or text


def _without_marks(text: str) -> str:
    """Only marks that enclose all of it."""
    bare = text.rstrip(".,;") if text[-1:] in (".", ",", ";") else text
    for opening, closing in _PAIRS:
        inner = bare[1:-1]
        enclosed = len(bare) > 2 and bare[0] == opening and bare[-1] == closing
        if enclosed and opening not in inner and (closing not in inner or closing == "’"):
            return inner.strip()
    return text
