"""A question in, the fact of a document's catalogue card that it asks for out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from rag.language.phrases import load_phrases, plain
from rag.language.word_classes import has_word_of, words_of
from rag.questions.request import Request
from rag.types import Record

Fact = Literal["publisher", "published", "area", "kind", "pages", "link"]
Listing = Literal["newest", "oldest", "dated"]
LISTINGS = frozenset(get_args(Listing))
"""What is asked of the cards together."""
EARLIEST, LATEST = 1900, 2100
"""Years that stand for no limit."""
MOST_WORDS = 40
"""A longer question asks for something besides; the patterns take the cube of its length."""
_WHOLE = r"(?<=^ )(?:(?:\.|{polite}) )*(?:%s)(?: (?:\.|{polite}))*(?= $)"
_KINDS = (
    ("inspection_report", r"inspections?"),
    ("executive_summary", r"exec(?:utive)? summar(?:y|ies)"),
    ("learning_bulletin", r"bulletins?"),
    ("briefing", r"briefings?"),
    ("response", r"responses?"),
    ("overview_report", r"(?:overview|full|whole|complete|entire) (?:\w+ )?(?:reports?|reviews?)"),
)
_SECOND: tuple[tuple[Fact, str], ...] = (
    (
        "published",
        r"when|(?:in )?(?:what|which) year|what date|when was (?:it|that)(?: published)?",
    ),
    ("publisher", r"(?:by whom|who by|who published it|who (?:is|was) it by)"),
    ("area", r"(?:where|which area|what area)(?: (?:is|was) it)?(?: from)?"),
)
_SEVERAL = re.compile(
    r"\b(?:all|each|every|both|these|those|they"
    rf"|{words_of('review', 'document', 'beside_review', 'case', 'one', forms='other')})\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class CardAsked:
    about: Fact | Listing
    kind: str | None
    """Of the documents, where the question names one: "bulletin", "overview report"."""
    reviews: bool
    """The question says reviews, which an inspection report is not."""
    several: bool
    """Of all documents that fit, not of one."""
    years: tuple[int, int] | None = None
    """First and last year asked for, of "dated"."""
    also: Fact | None = None
    """The second of two facts: "who published it, and when"."""


def read_card_question(request: Request, records: Sequence[Record]) -> CardAsked | None:
    """None where the question has another word besides: then it is one to the documents."""
    if request.wording.text.count(" ") >= MOST_WORDS:
        return None
    question, also = _part(request.wording.text)
    text = plain(_names_taken_out(question, records))
    for about in (*get_args(Listing), *get_args(Fact)):
        if _pattern(about).search(text):
            kind = next((k for k, words in _KINDS if re.search(rf"\b{words}\b", text)), None)
            years = _years(text) if about == "dated" else None
            said = has_word_of(text, "review", "case")
            return CardAsked(about, kind, said, _SEVERAL.search(text) is not None, years, also)
    return None


def _part(question: str) -> tuple[str, Fact | None]:
    """The question without a second fact that its end asks for, and that fact."""
    for fact, words in _SECOND:
        found = re.search(rf",? (?:and|&) (?:{words})\W*$", question, re.IGNORECASE)
        if found:
            return question[: found.start()], fact
    return question, None


@cache
def _pattern(about: str) -> re.Pattern[str]:
    phrases = load_phrases("card_facts")
    return phrases.compile(_WHOLE % "|".join(phrases.content["lists"][about]))


def _names_taken_out(question: str, records: Sequence[Record]) -> str:
    """Each name of a review held as the one word that stands for a pseudonym."""
    names: set[str] = set()
    for record in records:
        publisher = record.publisher or ""
        codes = re.findall(r"\b[A-Z]{2,6}\b", f"{record.subject or ''} {publisher}")
        area = re.split(r" (?:with|and|upon|on) |, ", record.area or "")[0]
        names |= {record.subject or "", record.area or "", area, publisher, *codes}
    longest = sorted(filter(None, names), key=len, reverse=True)
    if not longest:
        return question
    said = rf"\b(?:{'|'.join(map(re.escape, longest))})(?:['’]s)?\b"
    return re.sub(said, " pseudonym ", question, flags=re.IGNORECASE)


def _years(text: str) -> tuple[int, int]:
    years = sorted(int(year) for year in _YEAR.findall(text))
    first, last = years[0], years[-1]
    if len(years) > 1:
        return first, last
    if re.search(r"\b(?:or (?:earlier|before)|until|up to)\b", text):
        return EARLIEST, last
    if re.search(r"\b(?:since|onwards?|or (?:later|after)|(?:to|until) now|\d{4} on)\b", text):
        return first, LATEST
    if re.search(r"\b(?:before|prior|earlier|older|pre)\b", text):
        return EARLIEST, last - 1
    if re.search(r"\b(?:after|later|newer|recent|post)\b", text):
        return first + 1, LATEST
    return first, last
