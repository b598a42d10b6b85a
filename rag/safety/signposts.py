"""A concern about somebody's safety in, whom to call out: never advice on the case.

The numbers stand here and nowhere else, and are never taken from a document."""

from collections.abc import Sequence

from rag.answer import Answer, Statement
from rag.index.library import Library
from rag.language.phrases import load_phrases, plain
from rag.safety.concerns import Concern, Kind, read_concern
from rag.safety.danger_told import topic_of
from rag.safety.held_codes import name_in_full
from rag.safety.unforeseen_concerns import read_telling

LINE = (
    "If a child may be at risk now: 999 if the danger is immediate; otherwise your local children's"
    " services, or the NSPCC helpline on 0808 800 5000."
)
_CALL_999 = "If anyone is in immediate danger, call 999 now."
_CHILD = (
    "Otherwise please tell your local children's services today (your council's website has the"
    " number, for out of hours too), or talk to the NSPCC helpline on 0808 800 5000, which is there"
    " for people at work as well."
)
SAMARITANS = (
    "Samaritans are there for you at any hour, free, on 116 123, whatever you are going through."
)
_TEXTS: dict[Kind, tuple[str, ...]] = {
    "child": (
        "It sounds as if somebody may be at risk now. Thank you for not looking away. This tool"
        " only knows published reviews and cannot help with it, but there are people who can,"
        " whether you ask at work or at home.",
        _CALL_999,
        _CHILD,
        "If this is weighing on you: " + SAMARITANS,
    ),
    "asker_harm": (
        "It takes courage to say this, and there are people who will help you and the child without"
        " judging you. This tool only knows published reviews and cannot.",
        _CALL_999,
        "You can talk to the NSPCC helpline on 0808 800 5000, or to your local children's"
        " services.",
        SAMARITANS,
    ),
    "asker": (
        "I am sorry that things are this hard. You do not have to carry it alone, and this tool,"
        " which only knows published reviews, is not the right help.",
        "If you are in immediate danger, or might act on it, call 999 now.",
        SAMARITANS,
        "If a child may be at risk as well: your local children's services, or the NSPCC helpline"
        " on 0808 800 5000.",
    ),
}


def signpost(question: str, concern: Concern) -> Answer:
    statements = tuple(Statement(text) for text in _TEXTS[concern.kind])
    return Answer(question, "refused", "live_concern", statements, ())


def signpost_line(text: str) -> str | None:
    """For a question of what to do about harm to a child."""
    return LINE if _says("guidance", text) or _says("number_of_it", text) else None


def line_under(turns: Sequence[str]) -> str | None:
    """What stands under the answer to the last turn: after a concern, in every turn; where the
    asker lived through harm and asks of the reviews."""
    if any(read_concern(turn) for turn in turns[:-1]):
        return f"{LINE} {SAMARITANS}"
    survived = _says("survived", turns[-1])
    return signpost_line(turns[-1]) or (SAMARITANS if survived else None)


def concern_in(
    turns: Sequence[str], library: Library, own_words: str | None = None
) -> Concern | None:
    """Of the last turn, or of an earlier one that the last one still speaks of. `own_words` are
    what the asker says in the last turn, where the rest is a text about a review: only a plain sign
    of danger counts in that."""
    subjects = [record.subject for record in library.catalogue.records()]
    told = [*turns[:-1], name_in_full(own_words or turns[-1], subjects)]
    earlier = next((c for turn in reversed(turns[:-1]) if (c := read_concern(turn))), None)
    if len(turns) > 1 and not earlier and _asks_only_the_number(turns[-1]):
        return None
    concern = read_concern(turns[-1]) or read_telling(told, library)
    if concern or len(turns) == 1:
        return concern
    if earlier and _says("still", turns[-1]):
        return earlier
    # "bruises on babies?" - "I have just seen one": the danger stands a turn before.
    topic = " ".join(f"{words}." for words in topic_of(turns[-2]))
    return read_concern(f"{topic} {turns[-1]}") if _says("first_hand", turns[-1]) else None


def _asks_only_the_number(turn: str) -> bool:
    """Whoever tells anything besides may be telling of a danger."""
    found = load_phrases("concerns").pattern("number_of_it").search(plain(turn))
    return found is not None and found.start() <= len(" . and ok so ")


def _says(pattern: str, turn: str) -> bool:
    """One of the patterns of that name in concerns.toml."""
    return load_phrases("concerns").pattern(pattern).search(plain(turn)) is not None
