"""A question in, the areas, publishers and kinds of document that it names out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.backends.plain_words import plain_words
from rag.documents.places import AREAS, SHORT_FORMS
from rag.language.spans import overlaps
from rag.questions.names.pseudonyms import Named
from rag.questions.names.review_words import is_called_review
from rag.types import Record

_PLACE = re.compile(
    r"\b(?:" + "|".join(map(re.escape, sorted(AREAS, key=len, reverse=True))) + r")\b",
    re.IGNORECASE,
)
_AREAS = frozenset(name.casefold() for name in AREAS)
_WORDS_TOO = frozenset("reading bury bath sale barking slough deal beds staffs".split())
"""Places that are a place with a capital only, or where a review is called by them."""
_OF_A_TOWN = re.compile(r" (?:health|university|hospital|infirmary|nhs)\b", re.IGNORECASE)
_BOARD = re.compile(r"\b[A-Z][A-Za-z]{0,4}(?:SCB|SCP|SCPB|SAB)\b", re.IGNORECASE)
"""Short name of a board or partnership."""
_ANY_BOARD = frozenset({"LSCB", "LSCP", "NHS"})
INSPECTORATES = re.compile(r"\b(?:ofsted|cqc|care quality commission|hmic\w*|hmip)\b", re.I)
_NATIONAL = re.compile(r"\b(?:nspcc|ofsted|cqc|hmicfrs|hmip|barnardo['’]?s|scie)\b", re.IGNORECASE)
_NATIONAL_ONE = re.compile(
    rf"\bthe (?P<name>{_NATIONAL.pattern}) (?:one|bulletin|briefing)\b", re.I
)
"""Reviews cite the reports of national bodies: "which NSPCC report" asks what they say."""


@dataclass(frozen=True, slots=True)
class Places:
    held: tuple[Named, ...]
    elsewhere: tuple[Named, ...]
    """Places of which the library holds no document."""


def find_areas(question: str, records: Sequence[Record]) -> Places:
    found = list[Named]()
    for name, documents in _by_name((n, r.id) for r in records for n in _area_names(r)):
        for place in re.finditer(rf"\b{re.escape(name)}\b", question, re.IGNORECASE):
            if _is_place(place) and not _OF_A_TOWN.match(question, place.end()):
                found.append(Named(place[0], place.span(), documents))
    held = _longest(found)
    others = [
        Named(
            place[0].title() if place[0].islower() else place[0],
            place.span(),
            frozenset(r.id for r in records if _carries(r, place[0])),
        )
        for place in _PLACE.finditer(question)
        if _is_place(place) and not overlaps(place.span(), (n.span for n in held))
    ]
    in_part = [named for named in others if named.documents]
    elsewhere = tuple(named for named in others if not named.documents)
    return Places(tuple(sorted((*held, *in_part), key=lambda n: n.span)), elsewhere)


def _carries(record: Record, place: str) -> bool:
    """A document of the East Riding of Yorkshire, or with the place in its title, is held by the
    name of the East Riding."""
    told = f"{record.area or ''} \n {record.title}"
    return re.search(rf"\b{re.escape(place)}\b", told, re.IGNORECASE) is not None


def find_publishers(question: str, records: Sequence[Record]) -> Places:
    """By the short name ("SSCB"), its own or of its initials, or the name in full."""
    found = list[Named]()
    for name, documents in _by_name((n, r.id) for r in records for n in _publisher_names(r)):
        for place in re.finditer(rf"\b{re.escape(name)}\b", question, re.IGNORECASE):
            # Many speak of a national body, whose report is one among others.
            national = _NATIONAL.fullmatch(name) is not None
            if not national or is_called_review(question, place.span()):
                found.append(Named(place[0], place.span(), documents))
    held = _longest(found)
    boards = (n.span() for n in _BOARD.finditer(question) if n[0].upper() not in _ANY_BOARD)
    called = [span for span in boards if is_called_review(question, span)]
    elsewhere = (
        Named(question[a:b].upper(), (a, b), frozenset())
        for a, b in (*called, *(n.span("name") for n in _NATIONAL_ONE.finditer(question)))
        if not overlaps((a, b), (n.span for n in held))
    )
    return Places(held, tuple(elsewhere))


_SHORT_KINDS = {
    "learning bulletin": "bulletin", "learning briefing": "briefing", "briefing note": "briefing",
    "executive summary": "exec(?:utive)? sum(?:mary)?", "partnership response": "response",
}  # fmt: skip
_SPEAKING = (
    r"(?<=\bthe ){kind}\b(?= (?:say|said|mention|cover|promise|list|give|talk|tell|include|commit"
    r"|set out|recommend)s?\b)"
    r"|(?:(?<=\bin the )|(?<=\bper the )){kind}\b(?! (?:to|of|time|from|by)\b)"
)


def find_kinds(question: str, records: Sequence[Record]) -> tuple[Named, ...]:
    """ "The executive summary", "the inspection report of ..."; an everyday word only where it
    says something: "does the response mention ..."."""
    called = ((way, r.id) for r in records for kind in _kind_phrases(r) for way in _ways(kind))
    return _longest(
        Named(m[0], m.span(), documents)
        for way, documents in _by_name(called)
        for m in re.finditer(way, question, re.IGNORECASE)
    )


def _ways(kind: str) -> list[str]:
    """Patterns of how it is called."""
    short = _SHORT_KINDS.get(kind)
    return [rf"\b{re.escape(kind)}s?\b", *([_SPEAKING.format(kind=short)] if short else [])]


def _by_name(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, frozenset[str]]]:
    names: dict[str, set[str]] = {}
    for name, document in pairs:
        names.setdefault(name, set()).add(document)
    return [(name, frozenset(documents)) for name, documents in names.items()]


def _area_names(record: Record) -> tuple[str, ...]:
    """ "Blackburn with Darwen", "Blackburn"; "Oxford" for Oxfordshire, but not Derby for
    Derbyshire; "BCP" for Bournemouth, Christchurch and Poole."""
    if not record.area:
        return ()
    first = re.split(r" (?:with|and|upon|on) |, ", record.area)[0]
    town = record.area.removesuffix("shire")
    shorter = [first, *([] if town.casefold() in _AREAS else [town])]
    if record.area.endswith(" upon Hull"):
        shorter.append("Hull")
    shorter += [short for short, county in SHORT_FORMS.items() if county == record.area]
    initials = "".join(re.findall(r"\b[A-Z]", record.area))
    long = (name for name in shorter if len(name) > 3)
    return tuple(dict.fromkeys((record.area, *long, *([initials] if len(initials) > 2 else []))))


def _publisher_names(record: Record) -> tuple[str, ...]:
    name = record.publisher or ""
    short = [s for s in re.findall(r"\b[A-Z]{3,6}\b", name) if s not in _ANY_BOARD]
    initials = "".join(re.findall(r"\b[A-Z]", name))
    if len(initials) > 3 and initials not in _ANY_BOARD:
        short.append(initials)
    short = [s for s in short if s.casefold() not in plain_words() or s.endswith(("SCB", "SCP"))]
    return tuple(dict.fromkeys((*([name] if len(name) > 4 else []), *short)))


def _kind_phrases(record: Record) -> tuple[str, ...]:
    kind = record.kind.replace("_", " ")
    title = record.title.casefold().replace("–", "-")
    phrases = ("learning briefing", "briefing note", "overview report", "partnership response",
               "learning bulletin", "executive summary", "inspection report")  # fmt: skip
    file = re.sub(r"[\W_]+", " ", record.file.casefold())
    return tuple(p for p in phrases if p == kind or p in title or p in file)


def _is_place(place: re.Match[str]) -> bool:
    sure = place[0][0].isupper() or place[0].casefold() not in _WORDS_TOO
    return sure or is_called_review(place.string, place.span())


def _longest(found: Iterable[Named]) -> tuple[Named, ...]:
    """Of names that overlap the longest: "West Sussex", "East Riding of Yorkshire"."""
    kept = list[Named]()
    for named in sorted(found, key=lambda n: n.span[0] - n.span[1]):
        if not overlaps(named.span, (n.span for n in kept)):
            kept.append(named)
    return tuple(sorted(kept, key=lambda n: n.span))
