"""The bytes of a web page in, the character set that it declares out."""

import re
from collections.abc import Iterator

_COMMENT = re.compile(rb"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BODY = re.compile(rb"<body\b", re.IGNORECASE)
_META = re.compile(rb"<meta[\s/](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"([^\s=/>\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s;\"']+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)
_FAR_ENOUGH = 1 << 20
"""Bytes; no page declares its character set so late."""


def declared_charsets(content: bytes) -> Iterator[str]:
    """Every name that stands where browsers look for one, in the order in which they look: the
    `meta` elements of the head that are no comment (HTML Standard, "Determining the character
    encoding"), then the XML declaration."""
    head = _COMMENT.sub(b"", content[:_FAR_ENOUGH])
    body = _BODY.search(head)
    for meta in _META.finditer(head, 0, body.start() if body else len(head)):
        found = {
            name.lower(): double or single or bare
            for name, double, single, bare in reversed(_ATTRIBUTE.findall(meta[0]))
        }
        named = found.get(b"charset")
        if named is None and found.get(b"http-equiv", b"").strip().lower() == b"content-type":
            inside = _CHARSET.search(found.get(b"content", b""))
            named = inside[1] if inside else None
        if named and named.strip():
            yield named.strip().decode("latin-1")
    if xml := _XML.match(content):
        yield xml[1].strip().decode("latin-1")
