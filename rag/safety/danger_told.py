"""The turns of a conversation in, what its last turn tells of a danger out, as signs.

A sign is a list of phrases in telling.toml, and is looked for in the whole turn and in what it
tells beside its questions about reviews: in "which review is on bruises, i have just found one"
the second half."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.phrases import Phrases, load_phrases, plain
from rag.safety.hidden_commands import strip_commands

_LEAST_WORDS = 4
_JOINT = re.compile(
    r"\s*[,(]?\s+(?:asking )?(?:because|bc|cos|cuz|also|actually|anyway|well|but)\s+"
    r"|(?<=[.?!;:\n])\s+|\s[-–]\s|,\s+",
    re.IGNORECASE,
)
_ASKS_REVIEWS = ("about_reviews", "which_one", "opens_past")
_ASKS = frozenset({"about_reviews", "which_one", "asks_what_it_says"})
_DANGERS = frozenset({"wounds", "violence", "sexual", "drink", "left", "despair", "scared"})
OTHERS = frozenset({"a_child", "somebody", "others"})
_NAMES = re.compile(r"\b(?:sur)?names?\b|\bidentif|\bfacebook|\binstagram", re.IGNORECASE)
_PEOPLE = OTHERS | {"asker"}
CALM = ("calm", "asks_calmly")
"""Two signs of the whole: nothing dangerous is named; and reviews are asked besides."""


@dataclass(frozen=True, slots=True)
class Told:
    text: str
    """The turn without orders to the machine, after what is dangerous in the turn before."""
    own: str
    """Of it, what does not ask about reviews; all of it where little else is left."""
    signs: frozenset[str]
    """Names of signs in the text, and with "told_" before them those in `own`."""

    @property
    def hints(self) -> bool:
        """Is anything dangerous, or anybody, spoken of at all? Not by an order to the machine."""
        people = "commands" not in self.signs and not self.signs.isdisjoint(_PEOPLE)
        return people or not self.signs.isdisjoint(_DANGERS)


def read_told(turns: Sequence[str]) -> Told:
    topic = " ".join(topic_of(turns[-2])) if len(turns) > 1 else ""
    last = _without_identities(strip_commands(turns[-1]))
    text = f"{topic}. {last}" if topic else last
    own = _own(text)
    whole = _signs(text)
    return Told(text, own, whole | _calm(whole) | {f"told_{sign}" for sign in _signs(own)})


def _without_identities(turn: str) -> str:
    """Whom a review hides is asked: "what is mum's name, i want to find her" tells nothing."""
    identity = load_phrases("asides").pattern("identity")
    if not identity.search(plain(turn)) or not _NAMES.search(turn):
        return turn
    parts = [part for part in _JOINT.split(turn) if part.strip()]
    return turn if len(parts) > 1 or not _DANGERS.isdisjoint(_signs(turn)) else ""


def topic_of(turn: str) -> list[str]:
    """The words of danger in a turn, without what it asks about them."""
    return load_phrases("concerns").pattern("topic").findall(plain(turn))


def sign_names() -> list[str]:
    names = list(_phrases().content["lists"])
    return [*names, *CALM, *(f"told_{name}" for name in names)]


def _phrases() -> Phrases:
    return load_phrases("telling")


def _signs(text: str) -> frozenset[str]:
    phrases, words = _phrases(), plain(text)
    return frozenset(n for n in phrases.content["lists"] if phrases.pattern(n).search(words))


def _calm(signs: frozenset[str]) -> frozenset[str]:
    calm, asks_calmly = CALM
    if not signs.isdisjoint(_DANGERS):
        return frozenset()
    return frozenset({calm} if signs.isdisjoint(_ASKS) else {calm, asks_calmly})


def _own(text: str) -> str:
    parts = [part for part in _JOINT.split(text) if part.strip()]
    asks = [_phrases().pattern(name) for name in _ASKS_REVIEWS]
    own = [part for part in parts if not any(ask.search(plain(part)) for ask in asks)]
    return ", ".join(own) if len(" ".join(own).split()) >= _LEAST_WORDS else text
