"""The body of an answer in, its bytes out: unpacked, whole, and never more than a limit."""

import zlib
from collections.abc import Callable, Iterator, Mapping

from rag.backends.web import Answer
from rag.errors import NotFetched

Told = Callable[[float], None]
"""Hears which share of a body is here, 0 to 1; 0 where its length is not known."""
_AS_IS = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_MEGABYTE = 1_000_000


def read_body(answer: Answer, most: int, told: Told = lambda _: None) -> bytes:
    """Raises NotFetched where it is larger than `most` bytes, before or after unpacking, or is
    damaged, cut short or packed in a way that was not asked for."""
    announced = _announced(answer.headers)
    if announced > most:
        raise _too_large(most)
    body = bytearray()
    for chunk in _unpacked(answer, most):
        body += chunk
        if len(body) > most:
            raise _too_large(most)
        told(min(len(body) / announced, 1.0) if announced else 0.0)
    return bytes(body)


def _announced(headers: Mapping[str, str]) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else 0


def _unpacked(answer: Answer, most: int) -> Iterator[bytes]:
    packing = answer.headers.get("content-encoding", "").strip().lower()
    if packing in _AS_IS:
        yield from answer.chunks
    elif packing in _PACKED:
        yield from _inflated(answer, most)
    else:
        raise NotFetched(
            f"it came packed as “{packing[:40]}”, which was not asked for: download it in a browser"
            " and add the file."
        )


def _inflated(answer: Answer, most: int) -> Iterator[bytes]:
    """Stops one byte above the limit, however much a few bytes would grow to."""
    unpacking, left = zlib.decompressobj(_GZIP_OR_ZLIB), most + 1
    try:
        for chunk in answer.chunks:
            unpacked = unpacking.decompress(chunk, left)
            left -= len(unpacked)
            yield unpacked
            if left <= 0 or unpacking.eof:
                return
    except zlib.error as error:
        raise NotFetched(
            f"it came packed, and the packing is damaged ({error}): try again."
        ) from error
    raise NotFetched("it came packed, and ends before its end: try again.")


def _too_large(most: int) -> NotFetched:
    return NotFetched(
        f"it is larger than the {most // _MEGABYTE} MB that are fetched: download it in a browser"
        " and add the file."
    )
