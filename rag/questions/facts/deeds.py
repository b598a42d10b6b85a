""" "Who rang 999", "who chaired it" in, whom a sentence says to have done it out: "an ambulance was
called" leaves it unsaid, and what somebody should do was done by nobody yet."""

import re
from dataclasses import dataclass

from rag.backends.lexical import stem
from rag.language.role_words import OFFICE, POST
from rag.language.word_forms import forms_of
from rag.questions.facts.answer_type import AnswerType, AskedFact, words_said

_DID = re.compile(
    r"\b(?:who|which [\w’'-]+(?: [\w’'-]+)?) (?:(?:first|then|also|actually|really|had|has"
    r"|it was (?:that|who)|\w+ly) )*(?P<verb>(?!family|only|early)[a-z]+)\b",
    re.IGNORECASE,
)
_NO_DEED = re.compile(
    r"(?:is|was|are|were|be|been|do|does|did|has|have|had|will|would|should|must|can|could|may"
    r"|might|ought|needs?|to|else|in|at|on|from|for|the|or|and|made|makes|did)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:[a-z]+ed|rang|took|gave|found|saw|told|led|made|held|sent|wrote|heard|knew|went|said|left"
    r"|kept|got|came|brought|let|put|set|lost|met|paid|spoke|threw|thought|did|chose|began)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|be)(?: not| never| also| \w+ly)? (?P<deed>[a-z]+)",
    re.IGNORECASE,
)
_BY = re.compile(r"[^.;]{0,80}\bby\b", re.IGNORECASE)
_ADVICE = re.compile(
    r"\b(?:should|must|shall|will|needs? to|are to|is to)\b"
    r"|^\W*(?:[A-Z][\w'’-]*,? ){1,4}to (?:[a-z]+ly )?[a-z]+"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|did|been|went|took|[a-z]{3,}ed (?:that|to|by))\b", re.IGNORECASE
)

_WROTE = frozenset({"autho", "revie", "write", "writt", "wrote", "led"})
"""Who writes a review leads it."""


def only_advises(text: str) -> bool:
    """It tells what is to be done, and nothing that was."""
    return _ADVICE.search(text) is not None and _TOLD.search(text) is None


@dataclass(frozen=True, slots=True)
class Doer(AnswerType):
    def read(self, question: str) -> "AskedDoer | None":
        found = self.asks.search(question)
        if found is None:
            return None
        did = _DID.search(question)
        verb = did["verb"] if did and not _NO_DEED.fullmatch(did["verb"]) else None
        return AskedDoer(self, found[0], words_said(question), verb)


@dataclass(frozen=True, slots=True)
class AskedDoer(AskedFact):
    verb: str | None
    """Of the deed, as typed; None where none is said."""

    def carried_by(self, text: str) -> tuple[int, ...]:
        places = AskedFact.carried_by(self, text)
        if self.verb is None:
            return places
        if _PAST.fullmatch(self.verb) and only_advises(text):
            return ()
        return () if _leaves_unsaid(self.verb, text) else places


def _leaves_unsaid(verb: str, text: str) -> bool:
    """All that is said of the deed is that it was done, not by whom."""
    forms = frozenset(form for each in stem(verb) for form in forms_of(each))
    done = [m for m in re.finditer(r"[A-Za-z]+", text) if not forms.isdisjoint(stem(m[0]))]
    passive = {m.start("deed"): m for m in _PASSIVE.finditer(text)}
    return bool(done) and all(
        m.start() in passive and not _BY.match(text, passive[m.start()].end()) for m in done
    )


@dataclass(frozen=True, slots=True)
class InPost(AnswerType):
    def read(self, question: str) -> "AskedPost | None":
        found = self.asks.search(question)
        return AskedPost(self, found[0], words_said(question)) if found else None


@dataclass(frozen=True, slots=True)
class AskedPost(AskedFact):
    def carried_by(self, text: str) -> tuple[int, ...]:
        """The chair of a board is not who wrote the review."""
        posts, told = _posts(self.asked), self.kind.carries.finditer(text)
        return tuple(found.start() for found in told if not posts.isdisjoint(_posts(found[0])))


def _posts(words: str) -> frozenset[str]:
    """Beginnings of the posts that the words have, and of those that are as good."""
    found = re.findall(rf"{POST}|{OFFICE}|\b(?:wrote|written|led)\b", words, re.IGNORECASE)
    posts = frozenset(post.casefold()[:5] for post in found)
    return posts if posts.isdisjoint(_WROTE) else posts | _WROTE
