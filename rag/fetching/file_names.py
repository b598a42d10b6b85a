"""What a site or a browser calls a document in, a name for its file out that every system takes."""

import re
import unicodedata
from email.message import Message
from pathlib import PurePath
from urllib.parse import unquote

import httpx

_STRANGE = re.compile(r"[^\w .,()&'+-]")
_ENDING = re.compile(r"\.[A-Za-z]{2,8}")
"""Not the end of "version 1.2"."""
_MOST_BYTES = 120
_MOST_OF_SUFFIX = 12
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that Windows keeps for itself, whatever stands behind a dot."""
_OF_FOLDERS = frozenset({"readme", "license", "licence"})
"""Files of these names speak of a folder and are passed over there."""


def given_name(address: httpx.URL, disposition: str) -> str:
    """What the answer calls the file ("Content-Disposition"), else the last part of the address's
    path, else the host. Not safe yet."""
    message = Message()
    message["content-disposition"] = " ".join(disposition.split())
    name = message.get_filename() or ""
    last = unquote(address.path).rstrip("/").rpartition("/")[2]
    return name.strip() or last.strip() or address.host


def safe_name(given: str, suffix: str | None = None) -> str:
    """One that leads into no other folder, is short and has no sign that a system forbids.

    `suffix`, with its dot, takes the place of the name's own.
    """
    last = PurePath(unicodedata.normalize("NFC", given).replace("\\", "/")).name.rstrip(" .")
    own = PurePath(last).suffix
    stem = last.removesuffix(own) if suffix is None or _ENDING.fullmatch(own) else last
    ending = _STRANGE.sub("-", suffix or own)[:_MOST_OF_SUFFIX].rstrip(" .")
    clean = _shortened(_STRANGE.sub("-", stem)).strip(" .") or "document"
    first = clean.partition(".")[0].strip().lower()
    if first in _DEVICES | _OF_FOLDERS:
        clean = f"document-{clean}"
    return clean + ending


def _shortened(stem: str) -> str:
    return stem.encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore")
