"""Text in, the number, label or note mark at its front out."""

import re
from dataclasses import dataclass

_ORDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
).split()
_CODE = rf"(?:[A-Z]{{0,3}}\s?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[a-z]?|[IVX]{{1,5}}|{'|'.join(_ORDINALS)})"
LABELS: tuple[tuple[str, str, str], ...] = (
    ("finding", "finding", r"(?:key |systems? |overall |priority )?finding"),
    ("finding", "area of significant practice", r"area of significant practice|ASP"),
    ("lesson", "lesson", r"(?:key )?lesson(?: learn(?:ed|t))?"),
    ("learning_point", "learning point",
     r"(?:key )?(?:practice )?learning(?: point| theme)?|LP|practice (?:learning )?point"),
    ("recommendation", "recommendation", r"(?:national |local )?recommendation|rec"),
    ("recommendation", "consideration", r"consideration(?: for the board)?"),
    ("theme", "theme", r"(?:key |learning )?theme"),
    ("key_message", "key message", r"(?:key )?message"),
    ("question", "key line of enquiry", r"key line of enquiry|KLOE"),
    ("question", "question", r"(?:key |research )?question"),
    ("section", "key practice episode", r"key (?:practice )?episode|KPE|care episode|episode"),
    ("section", "section", r"section|part|chapter|appendix|step"),
    ("good_practice", "good practice", r"good practice(?: point)?"),
    ("action", "action", r"action"),
)  # fmt: skip
"""Kind of unit, word for its id, pattern of the printed label."""
_LABEL = re.compile(
    r"(?P<agency>(?!the |this |our )[A-Z][\w'’&/, ]{1,40}? )?"
    + r"(?P<word>" + "|".join(f"(?:{p})" for _, _, p in LABELS) + r")"
    + rf"\s*(?:no\.?|number)?\s*(?P<code>{_CODE})(?P<stop>\s*(?:[:.)–—]|-(?=\s))+|(?=\s*$)|(?=\s))\s*",
    re.IGNORECASE,
)  # fmt: skip
_NUMBER = re.compile(
    r"\s*(?P<decimal>\d{1,2}(?:\.\d{1,3}){1,3})(?!\d|%)(?:[.):]?\s+|[.)]|(?=[A-Z][a-z]))"
    r"|\s*(?P<integer>\d{1,3})(?:[.)]\s*(?=\D)|\)\s*)(?!\d)"
    r"|\s*\(?(?P<letter>[a-z]|[ivx]{1,4})\)\s*",
)
_NOTE = re.compile(r"\s*(?:(?P<super>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)|\[\^?(?P<bracket>\d{1,3})\]:?)\s*(?=\S)")
_BARE_NOTE = re.compile(r"\s*(\d{1,2})\s+(?=[A-Z‘“'\"(h])")
SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a unit's own words."""

    kind: str
    """Kind of unit for a printed label, "decimal", "integer", "letter" or "footnote"."""
    word: str
    """Word for the unit's id ("finding"), empty for a bare number."""
    number: str
    length: int
    """Characters of the text that the mark takes."""
    agency: str | None = None
    labelled: str = ""
    """The label as printed, without its closing stop."""


def read_label(text: str) -> Mark | None:
    """A label such as "Finding 3:", "Lesson BF4.1", "Police recommendation 2 -"."""
    found = _LABEL.match(text)
    if not found or not _is_label(found, text):
        return None
    word = found.group("word").lower()
    kind, name = next((k, n) for k, n, p in LABELS if re.fullmatch(p, word, re.IGNORECASE))
    agency = (found.group("agency") or "").strip() or None
    code = found.group("code").replace(" ", "")
    number = str(_ORDINALS.index(code.lower()) + 1) if code.lower() in _ORDINALS else code
    printed = text[: found.end("code")].strip()
    return Mark(kind, name, number, found.end(), agency, printed)


def _is_label(found: re.Match[str], text: str) -> bool:
    """"Finding 3 was discussed" is a sentence; "Finding 3", "Finding 3: ..." are labels."""
    rest = text[found.end() :]
    if found.group("stop").strip() or not rest:
        return found.group("code")[0].isupper() or found.group("code")[0].isdigit()
    if found.group("agency"):
        return False
    digits = any(c.isdigit() for c in found.group("code"))
    return digits and rest[0].isupper() and text[0].isupper()


def read_number(text: str) -> Mark | None:
    """A bare number: "12. ", "2.9.3 ", glued "1.1This", "1) ", "(a) ", "iv) "."""
    found = _NUMBER.match(text)
    if not found or found.end() >= len(text):
        return None
    kind = str(found.lastgroup)
    return Mark(kind, "", found.group(kind), found.end())


def read_note(text: str, *, bare: bool = False) -> Mark | None:
    """A footnote's mark; `bare` also takes "1 Text", as it stands at the foot of a PDF page."""
    found = _NOTE.match(text)
    if found:
        number = found.group("super") or found.group("bracket")
        return Mark("footnote", "footnote", number.translate(SUPERSCRIPTS), found.end())
    found = _BARE_NOTE.match(text) if bare else None
    return Mark("footnote", "footnote", found.group(1), found.end()) if found else None
