"""The name of a character set as a page writes it in, Python's codec for it out (webencodings)."""

import codecs

import webencodings


def codec_of(label: str) -> str | None:
    """As browsers take it (Encoding Standard, "Names and labels"): "latin1" and "ascii" are
    Windows-1252. None for a name that the standard does not know, or forbids."""
    found = webencodings.lookup(label)
    if found is None or found.name == "replacement":
        return None
    return codecs.lookup(found.codec_info.name).name if found.name != "x-user-defined" else None
