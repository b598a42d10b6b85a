"""Which documents speak of a theme in, the sentence that says so, and which are silent, out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rag.answer import Statement
from rag.telling.composing import Lead
from rag.telling.grouping import MOST_REVIEWS
from rag.telling.nouns import noun_of_documents
from rag.types import Citation, Record

_OUTRIGHT = "in so many words"
MOST_NAMED = 8
"""Reviews that are named as silent."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Ids of the documents that say something of a theme, and how surely."""

    speaking: Collection[str]
    """Counted."""
    near: Sequence[str] = ()
    """In other words, the nearest first."""
    touched: Collection[str] = ()
    """By a part of a theme of several words."""
    traced: Collection[str] = ()
    """They may: something in them has a word of it."""


def who_speaks(heard: Heard, looked_at: Sequence[Record], *, all_seen: bool) -> Lead:
    """ "2 of the 5 reviews speak of this. What comes nearest in Baby M is shown too. Nothing of it
    was found in Baby O and Child K."

    `looked_at` are the documents searched; without `all_seen` more of them may speak.
    """
    speaking = heard.speaking
    silent = _name_silent({*speaking, *heard.near, *heard.touched, *heard.traced}, looked_at)
    shown = heard.near[: max(0, MOST_REVIEWS - len(speaking))]
    called, partly = _call(shown, looked_at), _call(heard.touched, looked_at)
    text = _count(len(speaking), looked_at, all_seen=all_seen)
    if called and not speaking:
        text += " What comes nearest is shown."
    elif called:
        text += f" What comes nearest in {_join(called)} is shown too."
    if len(speaking) > MOST_REVIEWS:
        text += f" The {MOST_REVIEWS} that say most are quoted."
    if 0 < len(partly) <= MOST_NAMED:
        text += f" A part of it stands in {_join(partly)}."
    if all_seen and 0 < len(silent) <= MOST_NAMED:
        text += f" Nothing of it was found in {_join(silent)}."
    return _cite_each(text)


def who_is_silent(heard: Heard, looked_at: Sequence[Record]) -> Lead:
    """ "Nothing of it was found in Baby O. 4 of the 5 reviews speak of this."

    All of the `looked_at` have been seen whole.
    """
    speaking, touched = set(heard.speaking), set(heard.touched)
    silent = _name_silent({*speaking, *touched, *heard.traced}, looked_at)
    hardly = _call(set(heard.traced) - speaking - touched, looked_at)
    partly = _call(touched - speaking, looked_at)
    told = [f"Nothing of it was found in {_join_most(silent)}."] if silent else []
    if hardly:
        told.append(
            f"No more than a heading, a link or a denial of it stands in {_join_most(hardly)}."
        )
    if partly:
        told.append(f"A part of it stands in {_join_most(partly)}.")
    return _cite_each(" ".join([*told, _count(len(speaking), looked_at, all_seen=True)]))


def _cite_each(text: str) -> Lead:
    """With the first citation of each document."""

    def say(citations: Sequence[Citation]) -> Statement:
        first = {c.document: c.n for c in reversed(citations)}
        return Statement(text, tuple(sorted(first.values())))

    return say


def _call(documents: Collection[str], looked_at: Sequence[Record]) -> list[str]:
    """By subject, or by title, each once."""
    return list(dict.fromkeys(r.subject or r.title for r in looked_at if r.id in documents))


def silent_on_this(groups: Mapping[str, object], looked_at: Sequence[Record]) -> str | None:
    """ "Nothing of this was found in Baby O.": of reviews that are compared; None if all speak."""
    silent = _name_silent(groups, looked_at)
    return f"Nothing of this was found in {_join_most(silent)}." if silent else None


def _name_silent(speaking: Collection[str], looked_at: Sequence[Record]) -> list[str]:
    """By subject, each once; by title where another document on that subject does speak."""
    told = {record.subject for record in looked_at if record.id in speaking}
    silent = [record for record in looked_at if record.id not in speaking]
    names = (r.subject if r.subject and r.subject not in told else r.title for r in silent)
    return list(dict.fromkeys(names))


def _count(speaking: int, looked_at: Sequence[Record], *, all_seen: bool) -> str:
    held, noun = len(looked_at), noun_of_documents(looked_at)
    if held == 1:
        one = looked_at[0].subject or looked_at[0].title
        return f"{one} speaks of this." if speaking else f"{one} does not say this {_OUTRIGHT}."
    if not speaking:
        return f"None of the {held} {noun} says all of this {_OUTRIGHT}."
    if speaking == held:
        return f"{'Both' if held == 2 else f'All {held}'} {noun} speak of this."
    verb = "speaks" if speaking == 1 else "speak"
    least = "" if all_seen else "At least "
    return f"{least}{speaking} of the {held} {noun} {verb} of this."


def _join_most(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    return _join([*names[:MOST_NAMED], f"{more} more"] if more > 0 else names)


def _join(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
