"""Documents that the answer before listed in, a turn that points at one of them with its name in
its place out: "tell me about the second one", after "what reviews have you got"."""

import re
from collections.abc import Sequence

from rag.answer import Answer
from rag.index.library import Library
from rag.language.numbers import ORDINALS
from rag.telling.card_words import call
from rag.types import Record

_PLACE = re.compile(
    rf"\b(?:the )?(?P<word>{'|'.join(ORDINALS)}|last|final)"
    r"(?: (?:one|review|report|document|case|of (?:those|these|them))\b|(?=\W*$))",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?P<before>does|did|is|was|in|of|about|from|with) (?:it|that one|that review|this one)\b",
    re.IGNORECASE,
)


def reviews_listed(library: Library, aside: Answer | None) -> tuple[Record, ...]:
    """In the order of the answer; empty where it is no list of documents."""
    if aside is None or aside.status != "answered" or aside.citations:
        return ()
    held = library.catalogue.records()
    found = [r for s in aside.statements[1:] for r in held if _opens_with(s.text, r)]
    return tuple(dict.fromkeys(found))


def _opens_with(text: str, record: Record) -> bool:
    said = call(record)
    year = (record.published or "")[:4]
    if not text.startswith((f"{record.subject or record.title}: ", f"{said}, ")):
        return False
    # Reviews of several places go by one name.
    place = record.publisher or record.area or ""
    return text.startswith(said) or (place in text and year in text)


def name_listed(turn: str, listed: Sequence[Record]) -> str:
    """As typed where it points at none of them."""
    place = _PLACE.search(turn) if len(listed) > 1 else None
    if place:
        word = place["word"].casefold()
        at = len(listed) - 1 if word in ("last", "final") else ORDINALS[word] - 1
        return _PLACE.sub(_name(listed[at], listed), turn, count=1) if at < len(listed) else turn
    if len(listed) == 1:
        return _IT.sub(lambda found: f"{found['before']} {_name(listed[0], listed)}", turn, count=1)
    return turn


def _name(record: Record, listed: Sequence[Record]) -> str:
    """With its place where several go by the name."""
    alone = sum(r.subject == record.subject for r in listed) == 1
    where = record.area or record.publisher
    name = record.subject or record.title
    return name if alone or where is None else f"{where} {name}"
