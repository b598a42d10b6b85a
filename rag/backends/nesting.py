"""An error of reading XML in, whether whole parts stand too deep inside each other out."""

from lxml.etree import XMLSyntaxError

_LIMIT = "Excessive depth"
"""How libxml2 names its limit, which keeps a made-up file from filling the memory."""


def is_too_deep(error: Exception) -> bool:
    """Of the parser, or of a walk over what it gave."""
    return isinstance(error, RecursionError) or (
        isinstance(error, XMLSyntaxError) and _LIMIT in str(error)
    )


def too_deep(file: str, *, suffix: str) -> str:
    return (
        f"{file} has boxes, tables or fields inside each other, hundreds deep, and cannot be read"
        " though it is whole: expected some dozens at most; copy its text without formatting into a"
        f" new document, save that as {suffix} and add it."
    )
