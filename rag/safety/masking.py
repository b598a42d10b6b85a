"""What a person typed in, the same without the numbers and addresses of people out."""

import re

_MOD_11 = range(10, 1, -1)
"""Weights of the first nine digits of an NHS number (NHS Data Dictionary)."""
_GAP = r"[\s.\-‐‑–/]{0,2}"
_STREET = (
    r"(?:street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|gardens|grove|court|place"
    r"|way|row|hill|park|square)"
)
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
_HOUSE = r"(?:\b(?:flat|house|apartment|unit|no\.?|number)\s*)?\b\d{1,4}[a-z]?\b"
# A word of an address, not of the sentence around it ("12 years old, from ...").
_PLACE = r"(?!(?:i|is|are|and|what|does|say|says|about|from|tel|years?|months?|weeks?)\b)[\w'’.\-]+"
_DAY = (
    r"(?:\d{1,2}\s?[./\-]\s?\d{1,2}\s?[./\-]\s?(?:\d{4}|\d{2})\b|\d{4}-\d\d-\d\d\b"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8}\.?,?\s+\d{2,4}\b)"
)
_ON_FILE = re.compile(
    r"\b(?:case|ref|reference|crime|id|isbn|page|para)\b[\s.:#]*(?:no|number)?[\s.:#]*$",
    re.IGNORECASE,
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("e-mail", r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"),
    (
        "e-mail",
        r"\b[\w.+\-]+\s?[(\[]\s?at\s?[)\]]\s?[\w\-]+(?:\s?(?:\.|[(\[]\s?dot\s?[)\]])\s?\w+)+",
    ),
    (
        "date of birth",
        r"\b(?:d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth|born(?:\s+on)?|birthday)[\s:=]*"
        rf"(?:(?:is|was|on|the)\s+){{0,2}}{_DAY}",
    ),
    (
        "National Insurance number",
        r"\b(?!(?:in|of|at|to|on|by|no|or|is|as|an|we|do|go|me|up|us|it|be)\s)"
        r"[A-Z]{2}[\s\-]?\d\d[\s\-]?\d\d[\s\-]?\d\d[\s\-]?[A-D]\b",
    ),
    (
        "National Insurance number",
        r"\b(?:NI|national\s+insurance|NINO)(?:\s+(?:no\.?|number))?[\s:=]*(?:is\s+)?"
        r"[A-Z]{2}[\s\-]?\d\d[\s\-]?\d\d[\s\-]?\d\d\b",
    ),
    (
        "NHS number",
        r"\bNHS\s*(?:no\.?|number|num|#)?[\s:=]*(?:is\s+)?\d{3}[\s\-]?\d{3}[\s\-]?\d{4}\b",
    ),
    ("NHS number", r"(?<![\d+.])\d{3}[\s\-]?\d{3}[\s\-]?\d{4}(?!\d)"),
    (
        "telephone number",
        rf"(?<!\w)(?:\+|00)\d{{1,3}}{_GAP}(?:\(0\){_GAP})?\d(?:{_GAP}\d){{6,11}}(?!\d)",
    ),
    (
        "telephone number",
        rf"(?<![\w.])(?:\(0[1-9]\d{{1,4}}\)|0[1-9]\d)(?:{_GAP}\d){{4,8}}(?!\d)"
        r"(?:\s?(?:ext|x)\.?\s?\d{2,5}\b)?",
    ),
    ("telephone number", r"(?<![\w.])0(?:\s\d){9,10}(?!\d)"),
    ("telephone number", rf"(?<![\w.])7\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d)"),
    (
        "telephone number",
        r"\b(?:tel|telephone|phone|mobile|mob|(?:call|ring|text|reach)\s+me)"
        r"(?:\s+(?:no\.?|number|is|on|at|it'?s))*[\s:.=]*\d(?:[\s\-]?\d){5,11}(?!\d)",
    ),
    ("address", rf"{_HOUSE},?\s+(?:{_PLACE},?\s+){{0,7}}?{_POSTCODE}"),
    ("address", rf"\b{_POSTCODE},?\s+(?:house|flat|number|no\.?)\s*\d{{1,4}}[a-z]?\b"),
    (
        "address",
        rf"\b(?:[A-Z][\w'’\-]+\s+){{1,3}}{_STREET}\b,?\s+"
        rf"(?:[A-Z][\w'’\-]+,?\s+){{0,3}}{_POSTCODE}",
    ),
    (
        "address",
        r"(?-i:\b\d{1,3}[a-z]?,?\s+(?:[A-Z][a-z'’\-]+\s+){1,2}"
        r"(?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Ave|Rd)\b)",
    ),
    (
        "address",
        r"(?<=\bat )\d{1,3}[a-z]?,?\s+(?:[a-z'’\-]+\s+){1,2}"
        r"(?:street|road|avenue|lane|close|drive|crescent|terrace|grove)\b",
    ),
)
"""In this order: what an earlier one has taken, a later one does not see."""
_POSTCODE_ALONE = re.compile(rf"\b{_POSTCODE}", re.IGNORECASE)
_SELF = re.compile(r"\b(?:my (?:full )?name is|my (?:home )?postcode|i live)\b", re.IGNORECASE)
_COMPILED = tuple((label, re.compile(pattern, re.IGNORECASE)) for label, pattern in _PATTERNS)


def mask(text: str) -> str:
    """E-mail addresses, telephone, NHS and National Insurance numbers, dates of birth and home
    addresses (a postcode with its house or street) become "[telephone number removed]" and so on.

    Years, ranges, paragraph and case numbers stay, and a postcode where nothing else in the text
    leads to a person."""
    typed = text
    for label, pattern in _COMPILED:

        def remove(found: re.Match[str], label: str = label) -> str:
            return f"[{label} removed]" if _is_personal(label, found) else found[0]

        text = pattern.sub(remove, text)
    if text != typed or _SELF.search(text):
        text = _POSTCODE_ALONE.sub("[postcode removed]", text)
    return text


def _is_personal(label: str, found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found[0].casefold().partition("x")[0])
    on_file = _ON_FILE.search(found.string[: found.start()])
    if label == "NHS number" and not found[0][0].isalpha():
        return _is_nhs_number(digits) and not on_file
    if label != "telephone number":
        return True
    if found[0][0] in "(0" and not digits.startswith("00"):
        return len(digits) in (10, 11) and (digits.startswith("07") or not on_file)
    return not on_file


def _is_nhs_number(digits: str) -> bool:
    """Modulus 11: the last digit checks the first nine; a remainder of 10 is never issued."""
    check = 11 - sum(int(d) * w for d, w in zip(digits, _MOD_11, strict=False)) % 11
    return check % 11 == int(digits[-1]) and check != 10
