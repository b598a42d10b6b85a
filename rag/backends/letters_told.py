"""Bytes of a text in no known character set in, the one that their letters tell out
(charset-normalizer)."""

import re
from dataclasses import dataclass

import charset_normalizer
from charset_normalizer import CharsetMatch

_TAG = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]+")
_LETTERS = re.compile(rb"(?:[\x80-\xff][\x40-\x7e]?)+")
"""Of two bytes the second may be one of ASCII."""
_OF_UNICODE = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_HIRAGANA, _HANGUL = re.compile("[\u3041-\u309f]"), re.compile("[\uac00-\ud7a3]")
_HIRAGANA_AT_LEAST, _HANGUL_AT_LEAST = 0.15, 0.8
"""Shares of the letters of a Japanese and of a Korean text."""
_LOOKED_AT = 1 << 17
"""Bytes."""
_FEWEST = 16
"""Bytes beyond ASCII; fewer do not tell."""
_IN_ROWS = 0.6
"""Share of them that stand beside each other: in Western languages they stand by themselves."""
_ROW = 4
_DISORDER, _AHEAD = 0.05, 0.08
"""charset-normalizer's measure of chaos, 0 to 1: at most, and how far ahead of the next."""
_LIKE_LANGUAGE, _MORE_LIKE, _LESS_CHAOS = 0.5, 0.08, 0.02
"""Its measure of how much the letters are those of a language, for sets of one byte a letter:
at least, and how far ahead of the next that is no more chaotic."""


@dataclass(frozen=True, slots=True)
class CharacterSet:
    name: str
    """As pages declare it."""
    codec: str
    """Python's, for what browsers read under that name."""


_SETS = (
    (CharacterSet("Big5", "big5hkscs"), {"big5", "big5hkscs", "cp950"}),
    (CharacterSet("GB18030", "gb18030"), {"gb18030", "gbk", "gb2312"}),
    (CharacterSet("Shift_JIS", "cp932"),
     {"cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213"}),
    (CharacterSet("EUC-JP", "euc_jp"), {"euc_jp", "euc_jis_2004", "euc_jisx0213"}),
    (CharacterSet("EUC-KR", "cp949"), {"cp949", "euc_kr"}),
    (CharacterSet("Windows-1251", "cp1251"), {"cp1251"}),
    (CharacterSet("KOI8-R", "koi8_r"), {"koi8_r", "koi8_t", "koi8_u"}),
)  # fmt: skip
_ONE_BYTE = frozenset({"Windows-1251", "KOI8-R"})


def is_western(content: bytes) -> bool:
    """Do its bytes beyond ASCII stand by themselves, as accents and quotation marks do? Tags and
    characters of UTF-8 do not count."""
    rows = _LETTERS.findall(_OF_UNICODE.sub(b" ", _sample(content)))
    words = [row for row in rows if len(row) >= _ROW and len({*row}) > 1]  # not a row of dashes
    return sum(map(len, words)) < _IN_ROWS * sum(map(len, rows))


def told_by_letters(content: bytes) -> CharacterSet | None:
    """None where they do not tell with certainty: the text is like no language, or another set
    makes of it nearly as good a one."""
    sample = _sample(content)
    if sum(map(len, _HIGH.findall(sample))) < _FEWEST:
        return None
    readings = [
        (match, _set_of(match.encoding))
        for match in charset_normalizer.from_bytes(sample)
        if _may_be(_set_of(match.encoding), str(match))
    ]
    best, found = readings[0] if readings else (None, None)
    if best is None or found is None or best.chaos > _DISORDER:
        return None
    if found.name in _ONE_BYTE and best.coherence < _LIKE_LANGUAGE:
        return None
    others = [match for match, _ in readings if str(match) != str(best)]
    return None if any(_rivals(best, other, found) for other in others) else found


def _set_of(encoding: str) -> CharacterSet | None:
    return next((known for known, codecs in _SETS if encoding in codecs), None)


def _may_be(found: CharacterSet | None, text: str) -> bool:
    """Has it the letters that texts of the language have? Other bytes may look as good."""
    letters = sum(sign > "\x7f" and sign.isalpha() for sign in text)
    match found.name if found else "":
        case "Shift_JIS" | "EUC-JP":
            return len(_HIRAGANA.findall(text)) >= _HIRAGANA_AT_LEAST * letters
        case "EUC-KR":
            # Most syllables are so rare that the first standard has no code of two bytes for them.
            common = (len(sign.encode("euc_kr")) == 2 for sign in _HANGUL.findall(text))
            return sum(common) >= _HANGUL_AT_LEAST * letters
        case _:
            return True


def _rivals(best: CharsetMatch, other: CharsetMatch, found: CharacterSet) -> bool:
    if found.name not in _ONE_BYTE:
        return other.chaos - best.chaos < _AHEAD
    level = other.chaos - best.chaos < _LESS_CHAOS
    return level and best.coherence - other.coherence < _MORE_LIKE


def _sample(content: bytes) -> bytes:
    """Its words, cut between two of them."""
    words = _TAG.sub(b" ", content[: 4 * _LOOKED_AT])
    if len(words) <= _LOOKED_AT:
        return words
    return words[: max(words.rfind(b" ", 0, _LOOKED_AT), words.rfind(b"\n", 0, _LOOKED_AT)) + 1]
