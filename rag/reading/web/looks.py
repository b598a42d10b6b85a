"""An element of a web page in, how a browser shows it out, whatever stands around it."""

import re

from rag.backends.web_page import Element
from rag.reading.markup import BLOCK_TAGS, BOX_TAGS

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
SECTIONS = frozenset("article aside main nav section blockquote details fieldset figure td".split())
"""Inside these, a header or footer is not the page's own."""
_INLINE = frozenset({"inline", "contents", "ruby"})
_INLINE_BOX = re.compile(r"inline-|table-cell")
_KEEPS_LINES = re.compile(r"pre\b|pre-|break-spaces")
_LINE_KEEPERS = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
_BOLD = re.compile(r"bold|[6-9]00")
_LEVEL = re.compile(r"[1-6]")


def is_block(element: Element) -> bool:
    """Do its words stand on lines of their own?"""
    display = element.style.get("display", "")
    if not display or display == "none":
        return element.name in BLOCK_TAGS
    return display not in _INLINE and not _INLINE_BOX.match(display)


def is_box(element: Element) -> bool:
    """Do its words stand in a line, but apart from those beside them?"""
    display = element.style.get("display", "")
    return _INLINE_BOX.match(display) is not None or element.name in BOX_TAGS


def keeps_lines(element: Element) -> bool | None:
    """Do the ends of its lines show? None where that is not told of it."""
    space = element.style.get("white-space", "")
    if space and space != "inherit":
        return _KEEPS_LINES.match(space) is not None
    return True if element.name in _LINE_KEEPERS else None


def is_bold(element: Element) -> bool | None:
    """None where that is not told of it."""
    weight = element.style.get("font-weight", "")
    if weight and weight != "inherit":
        return _BOLD.match(weight) is not None
    return True if element.name in ("b", "strong") else None


def heading_level(element: Element) -> int:
    """1 to 6; 0 for what is no heading."""
    if element.name in HEADINGS:
        return int(element.name[1])
    if element.attributes.get("role") != "heading":
        return 0
    level = _LEVEL.fullmatch(element.attributes.get("aria-level", "2").strip())
    return int(level[0]) if level else 2


def rise(element: Element) -> int:
    """1 for raised words, -1 for lowered ones."""
    aligned = element.style.get("vertical-align", "")
    if element.name == "sup" or aligned in ("super", "text-top"):
        return 0 if aligned == "baseline" else 1
    return -1 if element.name == "sub" or aligned == "sub" else 0


def roles(element: Element) -> frozenset[str]:
    return frozenset(element.attributes.get("role", "").lower().split())


def names(element: Element) -> str:
    """Its id and classes, lower case, with spaces between."""
    found = (element.attributes.get("id", ""), element.attributes.get("class", ""))
    return " ".join(found).lower()
