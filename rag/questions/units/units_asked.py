"""A question in, the units that it asks for by name, number, kind or owner out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.backends.lexical import stem
from rag.language.numbers import NUMBER_WORDS, ORDINALS
from rag.language.spans import blank, overlaps
from rag.language.vocabulary import load_vocabulary
from rag.questions.units.kind_words import KIND_WORDS
from rag.questions.units.manner import UNSAID, Manner
from rag.types import Span

_IN_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_APART = r"(?!(?:in|of|no|is|to|at|on|by|for|and|the|was|are|or|as)\b)[A-Za-z]{2,3} (?=\d{1,2}\.\d)"
"""The letters of a code that is typed in two: "lesson BF 4.2"."""
_CODE = rf"(?P<code>(?:{_APART}|[A-Za-z]{{0,3}})\d{{1,4}}(?:\.\d{{1,3}}){{0,3}})"
_KIND = "|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern) in enumerate(KIND_WORDS))
_NUMBERED = re.compile(rf"\b(?:{_KIND})\s*(?:no\.?|number|#)?\s*{_CODE}\b", re.IGNORECASE)
_NAMED_NUMBER = re.compile(
    rf"\b(?:{_KIND})\s+(?:no\.?|number)?\s*"
    rf"(?P<word>{_IN_WORDS})\b"
    r"(?P<many> (?:hundred|thousand))?\b(?! (?:hours|days|weeks|months|years|times)\b)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    rf"\b(?:number|no\.?|nr\.?|item) (?:{_CODE}|(?P<word>{_IN_WORDS}))"
    rf" (?:of|from|in|on|among) (?P<whose>(?:[\w'’]+ ){{0,3}}?)(?:{_KIND})",
    re.IGNORECASE,
)
"""From the other end: "number three of the police recommendations"."""
_ORDINAL = re.compile(
    rf"\b(?P<ordinal>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|last|final)\s+(?:{_KIND})",
    re.IGNORECASE,
)
_BARE_CODE = re.compile(
    r"\b(?P<code>[A-Z]{1,3}\d{1,2}(?:\.\d{1,2})+|[A-Z]{2,3} \d{1,2}(?:\.\d{1,2})+"
    r"|[A-Z]{2,3}\d{1,2})\b"
)
_BARE_NUMBER = re.compile(
    r"\b(?:number|item|no\.) ?(?P<code>\d{1,3}(?:\.\d{1,3})*)\b", re.IGNORECASE
)
_COUNTS = list(NUMBER_WORDS)[:10]
_COUNT = rf"(?:{'|'.join(_COUNTS)}|\d\d?)"
_OWNED = r"who (?:is responsible for|owns|leads(?: on)?) (?:each |every |all |the )*"
_OWNERS = re.compile(
    r"\b(?:and )?who (?:owns|leads(?: on)?|is responsible for) (?:them|it|these)\b", re.IGNORECASE
)
_COLUMN = r"(?:owners?|deadlines?|due dates?|dates?|timescales?|leads?|lead agenc(?:y|ies))"
_COLUMNS = rf" with (?:the(?:ir)? )?{_COLUMN}(?:(?:,| and|, and) (?:the(?:ir)? )?{_COLUMN})*"
_ADDRESSED = (
    r"(?: (?:that|which))?(?: (?:is|are|was|were))?"
    r" (?:addressed|directed|aimed|made|given|put|sent) (?:to|at)\b"
)
_ANY_KIND = re.compile(
    rf"\b(?:{_OWNED}|{_COUNT} (?:main |key )?|(?:numbered|printed|listed) )?(?:{_KIND})\b"
    rf"(?:['’\"”]* (?:statements?|boxe?s?|tables?|bullets)\b)?(?:{_COLUMNS}\b)?(?:{_ADDRESSED})?",
    re.IGNORECASE,
)
"""With how many there are, what they stand in and whom they lead to: "the seven themes", "the
actions table", "recommendations that are addressed to"."""
_SOME = re.compile(
    rf"\b(?P<end>first|top|last|final)\s+(?P<count>{'|'.join(_COUNTS)}|\d)\s+"
    rf"(?:main |key )?(?:{_KIND})\b",
    re.IGNORECASE,
)
"""So many from one end of a list."""
_MORE = re.compile(
    r"\s*(?P<by>,|;|and|&|or|to|-|–)\s*(?:and\s+)?(?P<code>\d{1,4})\b(?![.\d])", re.I
)
_ZEROS = {"": "", " hundred": "00", " thousand": "000"}
MOST_IN_RANGE = 60
LAST = -1
"""Place of "the last finding"."""


@dataclass(frozen=True, slots=True)
class UnitAsked:
    kinds: tuple[str, ...]
    """Empty for a bare code ("BF4.1")."""
    number: str | None
    """As typed, without regard to case."""
    ordinal: int | None
    """1-based place among the units of this kind; counted from the end, LAST and below it."""
    typed: str


@dataclass(frozen=True, slots=True)
class Asked:
    units: tuple[UnitAsked, ...]
    kinds: tuple[str, ...]
    """Kinds asked for without a number, in the order of the question."""
    spans: tuple[Span, ...]
    """Where all this stands in the question."""
    lacking: tuple[str, ...] = ()
    """Kinds asked for that the documents have none of, where `kinds` has one of their like."""
    manner: Manner = UNSAID
    """How they are asked for."""


NOTHING_ASKED = Asked((), (), ())


def find_units_asked(question: str, terms: Sequence[Span] = ()) -> Asked:
    """`terms` are stretches that are terms of the field with a number: "section 47"."""
    units, spans = list[UnitAsked](), [*terms]
    for found in _SOME.finditer(question):
        units += _some(found)
        spans.append(found.span())
    for pattern in (_NUMBERED, _NAMED_NUMBER, _NUMBER_OF, _ORDINAL, _BARE_CODE, _BARE_NUMBER):
        for found in pattern.finditer(question):
            if overlaps(found.span(), spans):
                continue
            unit = _unit_asked(found)
            more, end = _further(question, found.end(), unit)
            units += [unit, *more]
            spans += _stretches(found, end)
    kinds: list[str] = []
    for found in _ANY_KIND.finditer(question):
        if not overlaps(found.span(), spans):
            kinds += _kinds(found)
            spans.append(found.span())
    spans += (found.span() for found in _OWNERS.finditer(question) if kinds)
    return Asked(tuple(units), tuple(dict.fromkeys(kinds)), tuple(spans[len(terms) :]))


def _stretches(found: re.Match[str], end: int) -> list[Span]:
    """Without the words that say whose units they are."""
    if "whose" not in found.re.groupindex:
        return [(found.start(), end)]
    return [(found.start(), found.start("whose")), (found.end("whose"), end)]


def _further(question: str, at: int, first: UnitAsked) -> tuple[list[UnitAsked], int]:
    """ "Findings 1 to 3", "1, 2 and 99": the units after the first, and where they end."""
    more = list[UnitAsked]()
    noun = first.kinds[0].replace("_", " ") if first.kinds else "number"
    last = first.number or ""
    while last.isdigit() and (found := _MORE.match(question, at)):
        at, number = found.end(), int(found["code"])
        ranged = found["by"].lower() in ("to", "-", "–")
        begin = int(last) + 1 if ranged else number
        begin = begin if number - begin < MOST_IN_RANGE else number
        more += [
            UnitAsked(first.kinds, str(n), None, f"{noun} {n}") for n in range(begin, number + 1)
        ]
        last = str(number)
    return more, at


def _kinds(found: re.Match[str]) -> tuple[str, ...]:
    groups = found.groupdict()
    at = next((i for i in range(len(KIND_WORDS)) if groups.get(f"k{i}")), None)
    return KIND_WORDS[at][0] if at is not None else ()


def _some(found: re.Match[str]) -> list[UnitAsked]:
    """ "The first three findings": one by one."""
    word, kinds = found["count"].lower(), _kinds(found)
    count = int(word) if word.isdigit() else NUMBER_WORDS[word]
    ends = found["end"].lower() in ("last", "final")
    places = range(-count, 0) if ends else range(1, count + 1)
    noun = kinds[0].replace("_", " ")
    typed = [f"{noun} {p}" if p > 0 else f"{noun} {-p} from the end" for p in places]
    return [UnitAsked(kinds, None, p, t) for p, t in zip(places, typed, strict=True)]


def _unit_asked(found: re.Match[str]) -> UnitAsked:
    groups = found.groupdict()
    ordinal = None
    number = (groups.get("code") or "").replace(" ", "") or None
    if word := groups.get("word"):
        number = str(NUMBER_WORDS[word.lower()]) + _ZEROS[(groups.get("many") or "").lower()]
    if word := groups.get("ordinal"):
        ordinal = LAST if word.lower() in ("last", "final") else ORDINALS[word.lower()]
    kinds = _kinds(found)
    typed = f"{kinds[0].replace('_', ' ')} {number}" if "whose" in groups else found.group()
    return UnitAsked(kinds, number, ordinal, typed)


def find_agency(question: str, agencies: Iterable[str]) -> tuple[str, ...]:
    """Those of the library's owners that the question names best, as printed; () for none.

    An owner counts by how many of its words are named; of equals, the one named most fully."""
    scored = [(_named(agency, _meant(agency, question)), agency) for agency in agencies]
    best = max((score for score, _ in scored), default=(0, 0.0))
    if best[0] == 0:
        return ()
    return tuple(agency for score, agency in scored if score == best)


_GENERAL = frozenset(stem("the and of services service provider team agency board single or by"))
_STAFF = frozenset(
    stem("professionals practitioners workers staff officers managers recommendation")
)


def _meant(agency: str, question: str) -> set[str]:
    """Stems of the question without the terms of the field that only share a word with the owner:
    "health visitors" are not all of "Health", "health workers" are."""
    own = set(stem(agency)) | _GENERAL | _STAFF
    shared = [
        (m.start, m.end) for m in load_vocabulary().read(question)
        if m.certain and " " in m.words and not own.issuperset(stem(m.words))
    ]  # fmt: skip
    return set(stem(blank(question, shared)))


def _named(agency: str, asked: set[str]) -> tuple[int, float]:
    words = [w for w in stem(agency) if w not in _GENERAL]
    named = sum(w in asked for w in words)
    return named, named / len(words) if words else 0.0
