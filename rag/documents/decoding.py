"""The bytes of a text file in, its text out, with what had to be guessed or mended."""

import codecs
import re
from dataclasses import dataclass

from rag.backends.charsets import codec_of
from rag.backends.letters_told import is_western, told_by_letters
from rag.documents.declared import declared_charsets

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be"})
_WESTERN = "cp1252"
_UNICODE = "utf-8"
_AS_WESTERN = f"read as Windows-1252, because it is not {_UNICODE}"
_BROKEN = re.compile("[\udc80-\udcff]")
"""Bytes that are no UTF-8, as Python escapes them."""
_CUT_OFF = re.compile(r"[\udce0-\udcf4][\udc80-\udcbf]{1,2}\Z")
"""The last character of a file that was not copied to its end."""
_MANY_BYTES = re.compile(r"jis|cp9\d\d|gb|big5|euc|iso2022|utf")
"""Codecs in which a text may by chance be good UTF-8."""
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_OF_WINDOWS = re.compile("[\x80-\x84\x86-\x9f]")
_SIGN_IN_WORD = re.compile(r"[^\W\d_][\xa1-\xa9\xac\xae-\xb6\xb8\xb9\xbb-\xbf][^\W\d_]")
"""As Windows-1252 shows letters of Central Europe: "zosta³a"."""
_FEWEST_SIGNS = 3
_MAY_BE_WRONG = "; it is in another one, so letters may be wrong: save it as UTF-8"
_LINE_END = re.compile("\r\n?")
_STRAY_FEED = re.compile("(?<=[a-z])\f(?=[a-z])")
"""Inside a word, where no page ends."""
_SHORTEST_PAGE = 700
_LOOKED_AT = 4096
"""Bytes that tell whether every other one is zero."""
_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    """Line ends are "\\n"; a byte-order mark and characters that mean nothing in text are gone."""
    warnings: tuple[str, ...]


class NoTextError(Exception):
    """The bytes are no text in any character set that is tried."""


def decode(content: bytes, *, page: bool = False) -> Decoded:
    """By its byte-order mark; else as UTF-16 where every other byte is zero; else, for a web page
    (`page`), as browsers take what it declares; else as UTF-8, or as its letters tell where they
    are none of a Western language, single bytes that are no UTF-8 read as Windows-1252. A page that
    is good UTF-8 is taken for that whatever it declares.

    Raises NoTextError."""
    if content.startswith(codecs.BOM_UTF8):
        content, page = content.removeprefix(codecs.BOM_UTF8), False
    marked = next((codec for mark, codec in _BOMS if content.startswith(mark)), None)
    if codec := marked or _unmarked_wide(content):
        text, warnings = _decode_as(codec, content)
    elif page:
        text, warnings = _decode_page(content)
    else:
        text, warnings = _decode_mixed(content)
    text = _LINE_END.sub("\n", text)
    text, left_out = _without_strays(_mended_western(text))
    return Decoded(text, (*warnings, *left_out))


def _unmarked_wide(content: bytes) -> str | None:
    """UTF-16 of a text in Latin letters has zeros for nearly every other byte."""
    start = content[:_LOOKED_AT]
    if len(content) % 2 or len(start) < 4:
        return None
    even, odd = start[::2].count(0) / (len(start) / 2), start[1::2].count(0) / (len(start) / 2)
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _decode_as(codec: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode(codec), ()
    except UnicodeDecodeError:
        text = content.decode(codec, "replace")
    lines = [_line(text, bad.start()) for bad in re.finditer("\ufffd", text)]
    return text, (f"bytes that are not {codec} could not be read, in {_places(lines)}",)


def _decode_page(content: bytes) -> tuple[str, tuple[str, ...]]:
    warnings: tuple[str, ...] = ()
    for label in declared_charsets(content):
        codec = codec_of(label)
        if codec is None:
            warnings += (f"the page declares an unknown encoding, {label}",)
            continue
        codec = _UNICODE if codec in _WIDE else codec  # as the HTML Standard says
        if codec == _UNICODE:
            break
        if not _MANY_BYTES.search(codec) and _is_unicode(content):
            return content.decode(_UNICODE), (
                *warnings, f"read as UTF-8, which it is, though the page declares {label}",
            )  # fmt: skip
        text, more = _decode_as(codec, content)
        return text, (*warnings, *more)
    text, more = _decode_mixed(content)
    return text, (*warnings, *more)


def _is_unicode(content: bytes) -> bool:
    """Does it hold characters that only UTF-8 writes so, and no byte that UTF-8 does not?"""
    try:
        return not content.isascii() and bool(content.decode(_UNICODE))
    except UnicodeDecodeError:
        return False


def _decode_mixed(content: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-8; where most bytes break it and stand beside each other, what their letters tell. Else
    each byte that breaks it is read as Windows-1252, and so is all of the content where hardly any
    byte makes a character of UTF-8."""
    text = content.decode(_UNICODE, "surrogateescape")
    bad = [found.start() for found in _BROKEN.finditer(text)]
    if not bad:
        return text, ()
    good = sum(ord(c) > 127 for c in text) - len(bad)
    if good < len(bad) and not is_western(content):
        return _decode_by_letters(content)
    if good * 10 < len(bad):
        return _decode_whole_western(content)
    told = f"{_counted(len(bad), 'byte')} not UTF-8 read as Windows-1252, in"
    warning = f"{told} {_places([_line(text, at) for at in bad])}"
    text = _CUT_OFF.sub("\ufffd", text)
    return _BROKEN.sub(lambda found: _decode_western(bytes([ord(found[0]) & 255])), text), (
        warning,
    )


def _decode_by_letters(content: bytes) -> tuple[str, tuple[str, ...]]:
    found = told_by_letters(content)
    if found is None:
        return _decode_western(content), (f"{_AS_WESTERN}{_MAY_BE_WRONG}",)
    text, warnings = _decode_as(found.codec, content)
    told = f"read as {found.name}, as its letters tell, because it is not {_UNICODE}"
    return text, (told, *warnings)


def _decode_whole_western(content: bytes) -> tuple[str, tuple[str, ...]]:
    text = _decode_western(content)
    strange = len(_SIGN_IN_WORD.findall(text)) >= _FEWEST_SIGNS
    return text, (f"{_AS_WESTERN}{_MAY_BE_WRONG if strange else ''}",)


def _decode_western(content: bytes) -> str:
    """Windows-1252 as the Encoding Standard has it: its five free places are control signs."""
    try:
        return content.decode(_WESTERN)
    except UnicodeDecodeError:
        return "".join(
            bytes([b]).decode(_WESTERN) if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b)
            for b in content
        )


def _mended_western(text: str) -> str:
    """Control signs of Unicode that stand for signs of Windows-1252, as HTML reads "&#146;"."""
    if not _OF_WINDOWS.search(text):
        return text
    return re.sub(
        "[\x80-\x9f]",
        lambda found: found[0].encode("latin-1").decode(_WESTERN, "ignore") or found[0],
        text,
    )


def _without_strays(text: str) -> tuple[str, tuple[str, ...]]:
    """Without control signs, which editors do not show; the end marks of DOS are not told of."""
    text = text.rstrip("\x00\x1a")
    count = len(_NO_TEXT.findall(text))
    if count * 100 > len(text) + 100:
        raise NoTextError
    kept = _without_stray_feeds(_NO_TEXT.sub("", text))
    if not count:
        return kept, ()
    lines = [_line(text, found.start()) for found in _NO_TEXT.finditer(text)]
    return kept, (f"{_counted(count, 'control character')} left out, in {_places(lines)}",)


def _without_stray_feeds(text: str) -> str:
    pages = text.split("\f")
    short = all(len(page) < _SHORTEST_PAGE for page in pages)
    stray = short and len(_STRAY_FEED.findall(text)) == len(pages) - 1
    return text.replace("\f", "") if stray else text


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"


def _places(lines: list[int]) -> str:
    unique = list(dict.fromkeys(lines))
    shown = ", ".join(map(str, unique[:_MOST_PLACES]))
    more = f" and {len(unique) - _MOST_PLACES} more" if len(unique) > _MOST_PLACES else ""
    return f"line{'s' if len(unique) > 1 else ''} {shown}{more}"
