"""Words in, the same words without what counts as layout out."""

import html
import re
import unicodedata

from rag.reading.layout_signs import BULLETS, INVISIBLE, LIGATURES, NOTE_MARK
from rag.reading.markup import BLOCK_TAGS, BOX_TAGS

PARTED = "\x01"
"""Stands for a hyphen that a line ended with: it may belong to the word or not."""
_NAMES = (
    "a abbr address article aside b big blockquote body br caption center cite code col colgroup "
    "dd del details div dl dt em figcaption figure font footer h[1-6] header hr html i img ins li "
    "main mark nav o:p ol p pre q s section small span strike strong style sub summary sup table "
    "tbody td tfoot th thead tr tt u ul"
)
_TAG = re.compile(
    rf"</?(?P<name>{'|'.join(_NAMES.split())})(?:\s[^<>]{{0,600}})?/?>", re.IGNORECASE
)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?=[^()\s]*[/.#:@])[^()\s]*(?:\([^()\s]*\))?[^()\s]*\)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_LINE_MARK = re.compile(rf"(?m)^[ \t]*(?:(?:#{{1,6}}|[-*+–—o]|>|[{BULLETS}])(?:[ \t]+|$))+")
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011][ \t]*\n[ \t]*(?=[a-z])")
_SOFT_HYPHEN = re.compile(r"\u00ad(?:[ \t]*\n[ \t]*)?")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_NOTE_MARK = re.compile(rf"{NOTE_MARK}|(?<=\S)\[\^\w{{1,4}}\]")
_EMPHASIS = re.compile(r"\*{2,}|_{2,}|(?<![^\W_])[*_]|[*_](?![^\W_])")
_GAP = re.compile(rf"(?<!\d)[|{BULLETS}]|[|{BULLETS}](?!\d)")
_SPACES = re.compile(r"\s+")
_SHAPES = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
        "«": '"', "»": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
        "…": "...", "\xa0": " ",
    }
    | LIGATURES
)  # fmt: skip


def strip_marks(text: str) -> str:
    """Without tags, link targets, entities, bullets and the marks of Markdown; hyphens that end
    a line become `PARTED`. An unknown tag stays: nobody may hide a word in one."""
    bare = _LINK.sub(r"\1", _TAG.sub(without_tag, text))
    bare = _LINE_MARK.sub(" ", _ENTITY.sub(lambda found: html.unescape(found[0]), bare))
    bare = _LINE_END_HYPHEN.sub(PARTED, bare)
    return _EMPHASIS.sub("", bare)


def without_tag(tag: re.Match[str]) -> str:
    """A tag inside a word leaves it whole; others part words."""
    name = tag["name"].lower()
    return " " if name in BLOCK_TAGS or name in BOX_TAGS else ""


def fold_layout(text: str) -> str:
    """Two texts that fold alike, but for `PARTED`, have the same words.

    Spaces stay where they part words: "not able" is not "notable"."""
    text = _GAP.sub(" ", _INVISIBLE.sub("", _NOTE_MARK.sub("", _SOFT_HYPHEN.sub("", text))))
    text = unicodedata.normalize("NFC", text).translate(_SHAPES)
    return _SPACES.sub(_needed_space, text.strip()).strip()


def _needed_space(found: re.Match[str]) -> str:
    before, after = found.string[found.start() - 1], found.string[found.end()]
    parts = (before.isalnum() or (before in ".,:" and after.isdigit())) and after.isalnum()
    return " " if parts else ""


def same_words(one: str, other: str) -> bool:
    """Of two folded texts; a `PARTED` hyphen is the same as a hyphen, and as none."""
    if one == other:
        return True
    if PARTED not in one + other:
        return False
    i = j = 0
    while i < len(one) or j < len(other):
        a, b = one[i : i + 1], other[j : j + 1]
        if a == b:
            i, j = i + 1, j + 1
        elif PARTED in (a, b):
            i += a in (PARTED, "-")
            j += b in (PARTED, "-")
        else:
            return False
    return True
