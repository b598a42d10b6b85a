""" "How many bruises" in, the number of bruises out: a number counts only what it stands beside."""

import re
from dataclasses import dataclass

from rag.backends.lexical import stem
from rag.documents.places import AREAS
from rag.language.numbers import NUMBER
from rag.language.role_words import ROLE
from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import words_of
from rag.language.word_forms import forms_of
from rag.questions.facts.reasons import deed_in

_ASKS = re.compile(
    r"(?:\bhow many|\b(?:the|what) number of"
    r"|(?:^|[,:;] ?)(?:(?:the|exact|total|overall|average) )*(?:number|total|no\.?|count) of)"
    r" (?P<counted>[^,;:?.()]+)|\bhow much (?P<much>\w+)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should|got|went|to|who"
    r"|that|which|there|in|on|at|for|from|with|by|about|after|before|under|a|the|nationally"
    r"|(?<=s )(?:\w{3,}ed|knew|saw|heard|told|found|came|left|felt|met|spoke|sent|held)"
    r"|between|per|look\w*|s?he|they|it|we|you|i|contribut\w*|gave|took|made|said|told|thought|felt|died|involved|live[ds]?)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:cost|costs|money|paid|pay|did|does|was|is|of|will|would)\b", re.IGNORECASE
)
_OF_TIMES = frozenset({"time", "occas"})
_TIMES = re.compile(
    rf"\b(?:once|twice|{NUMBER} (?:\w+ )?(?:times|occasions|periods))\b", re.IGNORECASE
)
_DONE = frozenset(stem("meetings visits calls contacts referrals assessments moves"))
"""What is counted as things and told as deeds."""
_OPEN = frozenset(stem("people person child children kids others more ones of them adults folk"))
_AMOUNT = re.compile(
    r"\b(?:(?:level|amount|deal|range|lot|lack) of|little|much|minimal|limited|frequent|regular"
    r"|significant|(?:in)?sufficient|extensive|consistent|most|no|any)\b",
    re.IGNORECASE,
)
_REVIEWS = frozenset(stem("reviews scrs cases reports"))
_BARE = re.compile(rf"(?<![\w/.%-]){NUMBER}\b", re.IGNORECASE)
_IN_ALL = re.compile(
    r"\b(?:nation(?:ally|wide)|across (?:the )?(?:country|uk|england)|in (?:england|wales"
    r"|the uk|the country)|(?:last|this|each|every|per|a) year|currently|at the moment"
    r"|right now)\b",
    re.IGNORECASE,
)
_SPOKEN = {*AREAS, *(name.split(" with ")[0].split(" and ")[0] for name in AREAS)}
"""Areas as people call them: "Blackburn"."""
_IN_AREA = re.compile(
    r"(?:\bhow many (?:\w+ )?(?:kids|children|babies|infants|families|people|referrals"
    rf"|{words_of('review', 'case', 'mother', 'father', 'parent', forms='other')}|deaths)\b"
    r".*\bin) (?:"
    + "|".join(map(re.escape, sorted(_SPOKEN, key=len, reverse=True)))
    + rf")\b(?! {words_of('review', 'document', 'case', 'one', forms='plain')})",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"(?<![\w/.%-])(?:[1-9]\d(?! (?:months|weeks|days|hours))|(?!19|20)\d[\d,]{2,})\b|%"
    r"|\b(?:hundreds?|thousands?|per cent|majority)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’&-]+")
_TIME = frozenset(stem("years months weeks days hours minutes"))
_LIKE_UNITS = {
    stem(unit)[0]: pattern
    for unit, pattern in (
        ("years", "year|month"), ("months", "month|year|week"), ("weeks", "week|month|day"),
        ("days", "day|week|hour"), ("hours", "hour|minute|day"), ("minutes", "minute|hour"),
    )
}  # fmt: skip
"""A time is told in the unit asked for or in the next: nobody tells hours in months."""
_OF_TIME = re.compile(
    rf"\b(?:{NUMBER}|an?)[ -](?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"(?![- ]old\b)",
    re.IGNORECASE,
)
_OF_DATE_OR_TIME = re.compile(
    rf"{NUMBER}[ -](?:\w+[ -])?(?:years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"|(?:19|20)\d\d\b|\d\d?(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)",
    re.IGNORECASE,
)
"""No count of people."""
_OF_PLACE = re.compile(
    r"\b(?:days?|weeks?|months?|pages?|sections?|paragraphs?|appendix|steps?|stages?|levels?|tiers?"
    r"|phase|part|age|aged|under|below|form|chapter|table|figure) $",
    re.IGNORECASE,
)
"""Before a number that tells which one, or how old, not how many: "on day 10", "under 16"."""
_BREAKS = re.compile(
    r"(?:with|and|in|at|for|to|from|after|before|when|by|on|who|that|was|were)", re.I
)
_DOERS = re.compile(rf"(?:.* )?{ROLE}", re.IGNORECASE)
_TIME_AND = re.compile(
    r"(?<=\b)((?:years|months|weeks|days|hours|minutes)) (?:early|late|premature\w*|pregnant"
    r"|overdue|gestation|into)\b.*",
    re.IGNORECASE,
)
""" "Weeks early" are weeks."""
_OF_SOME = re.compile(
    r"(?:none|neither|no|both)\b|\S+ of (?:the|these|those|them|his|her|their)\b", re.IGNORECASE
)
""" "None of the staff knew" counts those who knew, and tells nothing of those who came."""
REACH = 4
"""Words between a number and what it counts: "three unannounced home visits"."""


@dataclass(frozen=True, slots=True)
class AskedNumber:
    counted: str
    variants: tuple[tuple[str, ...], ...]
    """Stems of what is counted, and of its synonyms and more particular kinds."""
    times: bool
    of_time: bool
    much: bool
    """Of what is not counted: "a good level of support"."""
    statistic: bool
    """Of a whole area or country: the two children of a family are no answer."""
    deed: frozenset[str]
    """Stems of what is said of them."""
    share: float = 0.3
    of_person: bool = False
    wish: str = ""

    @property
    def name(self) -> str:
        return f"how many {self.counted}"

    def carried_by(self, text: str) -> tuple[int, ...]:
        if self.times:
            return tuple(found.start() for found in _TIMES.finditer(text))
        if self.of_time:
            unit = _LIKE_UNITS[stem(self.counted)[-1]]
            return tuple(m.start() for m in _OF_TIME.finditer(text) if re.search(unit, m[0], re.I))
        if self.much and self._names(set(stem(text))) and (said := _AMOUNT.search(text)):
            return (said.start(),)
        pattern = _STATISTIC if self.statistic else _BARE
        numbers = [
            n
            for n in pattern.finditer(text)
            if self._is_of_deed(text, n) and not _OF_PLACE.search(text[: n.start()])
        ]
        if not self.variants:
            return tuple(n.start() for n in numbers if not _OF_DATE_OR_TIME.match(text, n.start()))
        if text.rstrip().endswith(":") and self._names(set(stem(text))):
            return (len(text) - 1,)  # a list follows, to be counted
        # "How many meetings": "it met five times".
        done = {f for variant in self.variants for s in variant if s in _DONE for f in forms_of(s)}
        times = () if done.isdisjoint(stem(text)) else _TIMES.finditer(text)
        counting = [n for n in numbers if self._counts(text, n)]
        return tuple(n.start() for n in (*counting, *times))

    def _is_of_deed(self, text: str, number: re.Match[str]) -> bool:
        if not self.deed or not _OF_SOME.match(text, number.start()):
            return True
        return not {form for done in self.deed for form in forms_of(done)}.isdisjoint(stem(text))

    def _counts(self, text: str, number: re.Match[str]) -> bool:
        behind: list[str] = []
        for word in _WORD.finditer(text, number.end()):
            clause = re.search(r"[,.;:()\n]", text[number.end() : word.start()])
            if clause or len(behind) > REACH or _BREAKS.fullmatch(word[0]):
                break
            behind += stem(word[0]) or [""]
        return self._names(set(behind))

    def _names(self, said: set[str]) -> bool:
        return any(all(s in said for s in variant) for variant in self.variants)


def number_asked(question: str) -> AskedNumber | None:
    found = _ASKS.search(question)
    if found is None or (found["much"] and _MONEY.fullmatch(found["much"])):
        return None
    counted = _counted(_ENDS.split(found["counted"] or found["much"])[0].strip())
    statistic = any(each.search(question) for each in (_IN_ALL, _IN_AREA))
    head = counted.partition(" of ")[0]
    return AskedNumber(
        counted or "there were",
        _variants(head),
        _ends_in(_OF_TIMES, head),
        _ends_in(_TIME, head),
        found["much"] is not None,
        statistic,
        deed_in(question[found.start() :]) - frozenset(stem(f"many much number {counted}")),
    )


def _counted(asked: str) -> str:
    """Without who did it: "assessments social care (did)"."""
    asked = _TIME_AND.sub(r"\1", asked)
    for mention in load_vocabulary().read(asked):
        things = asked[: mention.start].split()
        plural = things and re.fullmatch(r"(?!services|years)\w+s", things[-1], re.IGNORECASE)
        if plural and mention.end == len(asked) and _DOERS.fullmatch(mention.words):
            return " ".join(things)
    return asked


def _ends_in(stems: frozenset[str], counted: str) -> bool:
    return not stems.isdisjoint(stem(counted)[-1:])


def _variants(counted: str) -> tuple[tuple[str, ...], ...]:
    """Of the last word, or of the vocabulary's term that ends there; none where any number does."""
    stems = stem(counted)
    if not stems or stems[-1] in _OPEN:
        return ()
    if stems[-1] in _REVIEWS:
        return tuple((each,) for each in sorted(_REVIEWS))
    vocabulary = load_vocabulary()
    variants: list[tuple[str, ...]] = [(stems[-1],)]
    for mention in vocabulary.read(counted):
        if mention.certain and mention.end == len(counted):
            names = (mention.term, *vocabulary.narrower(mention.term))
            same = [tuple(stem(each)) for name in names for each in vocabulary.same(name)]
            variants = [tuple(stem(mention.words)), *same]
    return tuple(dict.fromkeys(v for v in variants if v))
