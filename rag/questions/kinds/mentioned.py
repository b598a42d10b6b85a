""" "Is disguised compliance mentioned in Child Q?" in, the words that are looked for out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.topic_words import TopicWord
from rag.language.word_classes import words_of
from rag.questions.topic.typed_words import terms_between

_SAYS = (
    r"(?:mention|name|discuss|use|cover|raise|refer to|bring up|talk about|touch on|speak of"
    r"|say (?:any|some)thing (?:about|on|of))"
)
_SAID = (
    r"(?:mentioned|named|referred to|brought up|talked about|discussed|spoken (?:of|about)|raised"
    r"|touched on|covered|used)"
)
_COMES_UP = (
    r"(?:come up|crop up|appear|feature|occur|figure|get (?:an? |any )?mention(?:ed)?|turn up"
    r"|get named)"
)
_WORD = r"(?:(?:the )?(?:words?|terms?|phrases?|expressions?|topics?|subjects?|issues?) (?:of )?)?"
_WHOLE = r"(?P<what>[^?.!;:]{2,60}?)"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:is|are|was|were) (?:there )?(?:any )?{_WORD}{_WHOLE}"
        rf" (?:ever |even |actually |also |at all |specifically )*{_SAID}\b",
        rf"^(?:does|do|did) (?:.{{0,40}} )?(?:ever |even |actually |also |specifically )*{_SAYS}"
        rf" {_WORD}{_WHOLE}$",
        rf"^(?:does|do|did) {_WORD}{_WHOLE} (?:ever |even |actually |also )*{_COMES_UP}\b",
        rf"^(?:(?:is|are) there )?(?:(?:any|a|some) )?(?:mentions?|references?)"
        r" (?:made )?(?:of|to)"
        rf" {_WORD}{_WHOLE}$",
    )
)
_IN = re.compile(
    rf"^(?:is|are) (?!there\b|it\b|this\b|that\b){_WORD}{_WHOLE} (?:anywhere )?in"
    r"(?: (?:any|one|all|either|some) of)?"
    rf"(?: (?:these|them|those|here|there|it|(?:the |these )?{words_of('review', 'document')}))?"
    r"\W*$",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"^(?:(?:is|are) there )?(?:any|some)thing (?:about|on|regarding|to do with)"
    rf" {_WORD}{_WHOLE}$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"^\W*(?:(?:{words_of('opening', 'courtesy')}|quick(?: one| question)?)"
    r"\b[\W]*)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:\W|\b(?>(?:in |of )?(?:the|this|that|any|these|those|your)(?: \w+)?"
    rf" {words_of('review', 'document', 'beside_review', 'case', 'one')}"
    r"|any(?:where)? in|anywhere|at all|in|of|these|them|those|there|here|it"
    rf"|{words_of('please', 'thanks')}"
    r"|then|too)\b)++$",
    re.IGNORECASE,
)
"""Never read twice: "in these reviews" has two readings, and a row of them no end."""
_CLAUSE = re.compile(
    r"\b(?:that|how|why|whether|who|whom|whose|what|when|where|which|if|should|was|were|is|are|had"
    r"|has|have|did|does|do|not|no|being|he|she|they|about)\b",
    re.IGNORECASE,
)
"""What is told in a clause is told in many words; what is named is named."""
_JOINED = re.compile(r"\b(?:and|or|nor)\b|[,/&]", re.IGNORECASE)
_ALL = re.compile(r"\band\b|&", re.IGNORECASE)
MOST_WORDS = 6
MOST_SIGNS = 400
"""A longer question tells of something beside what it asks."""


@dataclass(frozen=True, slots=True)
class MentionAsked:
    parts: tuple[tuple[TopicWord, ...], ...]
    """Topic words that have to stand together, in the order asked for ("drugs or alcohol": two)."""
    loosely: bool
    """ "Anything on smoking": what is said of it is wanted, not the word."""
    all_wanted: bool
    """ "Drugs and alcohol", not "drugs or alcohol"."""


def read_mention(topic: str, terms: Sequence[TopicWord]) -> MentionAsked | None:
    """None where no mention is asked for; `topic` is the question without the names of
    documents."""
    what = _what(topic) if len(topic) <= MOST_SIGNS else None
    if what is None:
        return None
    said = (terms_between(terms, part) for part in _parts(terms, what))
    parts = tuple(found for found in said if found)
    loosely = _LOOSE.search(_bare(topic)) is not None
    return MentionAsked(parts, loosely, _ALL.search(what) is not None) if parts else None


def _what(topic: str) -> str | None:
    asked = _bare(topic)
    found = next((m for form in (*_FORMS, _LOOSE) if (m := form.search(asked))), None)
    found = found or _IN.search(_OPENING.sub("", topic))
    if found is None:
        return None
    what = _CLOSING.sub("", found["what"]).strip()
    fits = len(what.split()) <= MOST_WORDS and not _CLAUSE.search(what)
    return what if fits and what else None


def _bare(topic: str) -> str:
    return _CLOSING.sub("", _OPENING.sub("", topic))


def _parts(terms: Sequence[TopicWord], what: str) -> list[str]:
    """Apart at each "and", but for one within a term of the field: "accident and emergency"."""
    joined = [t.words for t in terms if _JOINED.search(t.words) and t.words in what]
    return joined or _JOINED.split(what)
