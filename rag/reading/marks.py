"""Text in, the number, label or note mark at its front out."""

import re
from dataclasses import dataclass

_ORDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
).split()
_CODE = (
    r"(?:[A-Z]{0,3}\s?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[IVX]{1,5}"
    rf"|{'|'.join(_ORDINALS)})"
)
LABELS: tuple[tuple[str, str, str], ...] = (
    ("finding", "finding", r"(?:key |systems? |overall |priority )?finding"),
    ("finding", "area of significant practice", r"area of significant practice|ASP"),
    ("lesson", "lesson", r"(?:key )?lesson(?: learn(?:ed|t))?"),
    ("learning_point", "learning point",
     r"(?:key )?(?:practice )?learning(?: point| theme)?|LP|practice (?:learning )?point"),
    ("recommendation", "recommendation", r"(?:national |local )?recommendation|rec"),
    ("recommendation", "consideration", r"consideration(?: for the board)?"),
    ("concern", "concern", r"(?:matter of )?concern"),
    ("required_action", "area for improvement", r"area for improvement"),
    ("required_action", "requirement", r"(?:statutory )?requirement"),
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
_WORDS = "|".join(f"(?:{p})" for _, _, p in LABELS)
_LABEL = re.compile(
    r"(?P<agency>(?!the |this |our )[A-Z][\w'’&/, -]{1,40}? )?"
    rf"(?P<word>{_WORDS})\s*(?:no\.?|number|#)?\s*(?P<code>{_CODE})"
    r"(?P<stop>\s*(?:[:.)–—]|-(?=\s|$))+|(?=\s*$)|(?=\s))\s*",
    re.IGNORECASE,
)
_NO_AGENCY = re.compile(
    r"(?:in|as|under|see|from|with|for|to|on|of|by|per|a|an|and|or|following|regarding|progress"
    r"|response|implementing|implementation|meeting|linked|also|each|every|all|both)\b"
    r"|.*\b(?:to|of|on|with|for|in|by|from|under|and|the|see|per)\s*$",
    re.IGNORECASE,
)
_LAST_PRINTED_SECTION = 12
"""Reports have few sections; "Section 47" is one of an Act."""
_NO_MEASURE = r"(?!\s*(?:am|pm|a\.m|p\.m|per\s?cent|million|billion|hours?|years?|weeks?|kg|cm)\b)"
_NUMBER = re.compile(
    r"\s*(?P<decimal>\d{1,2}(?:\.\d{1,3}){1,3})(?![\d%])"
    rf"{_NO_MEASURE}"
    r"(?:[.):]?\s+|[.)](?!\d)|(?=[A-Z][a-z]))"
    r"|\s*(?:(?P<integer>\d{1,3})(?:[.)]\s*(?=\D)|\)\s*)|\((?P<bracketed>\d{1,3})\)\s*)(?!\d)"
    r"|\s*\(?(?P<letter>[A-Za-z]|[ivx]{1,4})\)\s*"
    r"|\s*(?P<dotted>[a-h]|[ivx]{1,4})\.\s+(?=\S)",
)
_DATE = re.compile(r"\d\d\.\d\d\.\d\d$|.*\.0\d")
_ALONE = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,4})[.):]*")
_NOTE = re.compile(
    r"\s*(?:(?P<super>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)|(?:\.\. )?\[\^?(?P<bracket>\d{1,3})\]:?)\s*(?=\S)"
)
_BARE_NOTE = re.compile(
    r"\s*(\d{1,3})\s+(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d)"
    r"(?=[A-Z‘“'\"(]|https?:|www\.|ibid|see )"
)
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
    """ "Finding 3 was discussed" is a sentence; "Finding 3", "Finding 3: ..." are labels."""
    rest, code, agency = text[found.end() :], found.group("code"), found.group("agency")
    if agency and (not text[0].isupper() or _NO_AGENCY.match(agency)):
        return False
    if found.group("stop").strip() or not rest:
        return code[0].isupper() or text[0].isupper()
    if agency or not any(c.isdigit() for c in code):
        return False
    if found.group("word").lower() in ("section", "part"):
        return code.isdigit() and int(code) <= _LAST_PRINTED_SECTION and not _names_review(rest)
    return rest[0].isupper() and text[0].isupper()


def _names_review(rest: str) -> bool:
    """ "Part 8 Review" is what serious case reviews were called before 2006."""
    return not rest[0].isupper() or rest.lower().startswith("review")


def read_number(text: str) -> Mark | None:
    """A bare number: "12. ", "2.9.3 ", glued "1.1This", "1) ", "(a) ", "iv) ", "ii. "."""
    found = _NUMBER.match(text)
    if not found or found.end() >= len(text):
        return None
    group = str(found.lastgroup)
    number = found.group(group)
    if group == "decimal" and _DATE.match(number):
        return None
    kind = {"bracketed": "integer", "dotted": "letter"}.get(group, group)
    return Mark(kind, "", number, found.end())


def is_mark_alone(text: str) -> bool:
    """Is the text nothing but a number or label, whose words stand elsewhere?"""
    if _ALONE.fullmatch(text):
        return True
    label = read_label(text)
    return label is not None and label.length == len(text)


def read_note(text: str, *, bare: bool = False) -> Mark | None:
    """A footnote's mark; `bare` also takes "1 Text", as it stands at the foot of a PDF page."""
    found = _NOTE.match(text)
    if found:
        number = found.group("super") or found.group("bracket")
        return Mark("footnote", "footnote", number.translate(SUPERSCRIPTS), found.end())
    found = _BARE_NOTE.match(text) if bare else None
    return Mark("footnote", "footnote", found.group(1), found.end()) if found else None
