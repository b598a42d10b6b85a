"""A PDF whose end is missing in, a whole one with the pages that are left out.

A PDF ends in a table of where its objects stand (ISO 32000-1, 7.5); without it the objects can be
found by their own marks, and the list of pages can be made anew.
"""

import re
import zlib

_END = b"%%EOF"
_OBJECT = re.compile(rb"(?:^|[\r\n ])(\d{1,8})[ \r\n]+(\d{1,5})[ \r\n]+obj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_BUNDLE = re.compile(rb"/Type\s*/ObjStm\b")
_STREAM = re.compile(rb"stream\r?\n")
_COUNT, _FIRST = re.compile(rb"/N\s+(\d+)"), re.compile(rb"/First\s+(\d+)")
_LARGEST_BUNDLE = 50_000_000
"""Bytes of objects that are packed together."""


def is_cut_off(content: bytes) -> bool:
    """Whether objects stand behind the last mark of an end, or there is no such mark."""
    return b" obj" in content[content.rfind(_END) + 1 :]


def rebuild(content: bytes) -> bytes | None:
    """None where no page is left."""
    bodies = _bodies(content)
    pages = [number for number, body in bodies.items() if _PAGE.search(_head(body))]
    if not pages:
        return None
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    tree, catalogue = max(bodies) + 1, max(bodies) + 2
    bodies[tree] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids)
    bodies[catalogue] = b"<< /Type /Catalog /Pages %d 0 R >>" % tree
    return _written(bodies, catalogue)


def _bodies(content: bytes) -> dict[int, bytes]:
    """What stands between "obj" and "endobj", by object number; the last of a number counts."""
    places = [*_OBJECT.finditer(content)]
    bodies: dict[int, bytes] = {}
    ends = [*(place.start() for place in places[1:]), len(content)]
    for place, end in zip(places, ends[: len(places)], strict=True):
        body, closed, _ = content[place.end() : end].rpartition(b"endobj")
        if not closed:
            continue  # the one that was cut through
        bodies[int(place[1])] = body
        if _BUNDLE.search(_head(body)):
            bodies.update(_unpacked(body))
    return bodies


def _unpacked(body: bytes) -> dict[int, bytes]:
    """The objects of an object stream (7.5.7)."""
    begin = _STREAM.search(body)
    count, first = _COUNT.search(_head(body)), _FIRST.search(_head(body))
    if not (begin and count and first):
        return {}
    try:
        data = zlib.decompressobj().decompress(body[begin.end() :], _LARGEST_BUNDLE)
        numbers = [int(number) for number in data[: int(first[1])].split()[: 2 * int(count[1])]]
    except (zlib.error, ValueError):
        return {}
    starts = [int(first[1]) + offset for offset in numbers[1::2]]
    ends = [*starts[1:], len(data)]
    return {
        number: data[start:end]
        for number, start, end in zip(numbers[::2], starts, ends, strict=False)
    }


def _head(body: bytes) -> bytes:
    """Its dictionary, without the stream."""
    begin = _STREAM.search(body)
    return body[: begin.start()] if begin else body


def _written(bodies: dict[int, bytes], catalogue: int) -> bytes:
    content = bytearray(b"%PDF-1.7\n")
    rows = []
    for number, body in bodies.items():
        rows.append(b"%d 1\n%010d 00000 n \n" % (number, len(content)))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(content)
    content += b"xref\n0 1\n0000000000 65535 f \n" + b"".join(rows)
    content += b"trailer\n<< /Size %d /Root %d 0 R >>\n" % (max(bodies) + 1, catalogue)
    content += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(content)
