"""A question in, what it names by a pseudonym or a person's name out, held or not."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.backends.plain_words import plain_words
from rag.language.spans import overlaps
from rag.language.vocabulary import load_vocabulary
from rag.questions.names.letters_called import may_stand_for_word, stands_as_name
from rag.questions.names.names_read import NamesRead
from rag.questions.names.own_names import find_own_names
from rag.questions.names.people_named import Holds, find_called_after, find_well_known, told_fact
from rag.questions.names.places_named import find_areas
from rag.questions.names.pseudonyms import Named, find_pseudonyms
from rag.questions.names.review_words import (
    is_called_review,
    is_compared_with,
    is_mentioned,
)
from rag.types import Record, Span

_PSEUDONYM = re.compile(
    r"\b(?:Baby|Child|Adult|Young [Pp]erson|Family|Mother|Father|Sibling) [A-Z]{1,3}\d{0,2}\b"
)
LEAST_CALLED = 3
"""Times that a text calls people by letters, where its letters are people and no marks."""


def read_subjects(so_far: NamesRead, holds: Holds) -> NamesRead:
    question, records = so_far.question, so_far.records
    own = find_own_names(question, records)
    others = find_pseudonyms(question, records)
    names = [*own, *(n for n in others if not overlaps(n.span, _spans(own)))]
    names.sort(key=lambda named: named.span)
    held = tuple(n for n in names if n.documents)
    spans = tuple(n.span for n in held)
    groups = tuple({n.documents: n for n in held}.values())
    so_far = replace(so_far, groups=groups, spans=spans)
    known = tuple(n for n in find_well_known(question) if not overlaps(n.span, spans))
    unknown = tuple(n for n in names if not n.documents and not overlaps(n.span, _spans(known)))
    taken = (*spans, *_spans(known), *_spans(unknown))
    others = find_called_after(question, holds, (*taken, *_spans_of_places(question, records)))
    so_far = _read_known(so_far, known)
    for name in unknown:
        so_far = _read_unknown(so_far, name, holds)
    for name in others:
        so_far = so_far.lacking(name.text)
    return _read_facts(so_far)


def _read_known(so_far: NamesRead, known: Iterable[Named]) -> NamesRead:
    """A well-known review is another than those held, unless one of them tells of it."""
    for name in known:
        said = any(so_far.says(r.id, name.text) for r in so_far.records)
        cited = is_mentioned(so_far.question, name.span)
        if not cited and (not said or _is_review(so_far, name)):
            so_far = so_far.lacking(name.text)
    return so_far


def _is_review(so_far: NamesRead, name: Named) -> bool:
    beside = is_compared_with(so_far.question, name.span, _spans(so_far.groups))
    return beside or is_called_review(so_far.question, name.span)


def _read_facts(so_far: NamesRead) -> NamesRead:
    for group in so_far.groups:
        told = told_fact(so_far.question, group.text)
        if told and not any(so_far.says(d, told[1]) for d in group.documents):
            so_far = so_far.without(group, f"{group.text} in {told[0]}")
    return so_far


def _read_unknown(so_far: NamesRead, name: Named, holds: Holds) -> NamesRead:
    """A pseudonym is another review where the question calls it one, where it stands beside a
    review that never speaks of it, or where no document has it; else it is a person in one."""
    groups = {d for g in so_far.groups for d in g.documents}
    among = groups or {r.id for r in so_far.records}
    beside = is_compared_with(so_far.question, name.span, _spans(so_far.groups))
    called = beside or (is_called_review(so_far.question, name.span) and not groups)
    told = frozenset(d for d in among if _has_person(so_far.read(d), name.text))
    if _is_surely_name(so_far.question, name, holds) and (called or not told):
        return so_far.lacking(name.text)
    so_far = replace(so_far, people=(*so_far.people, name.text))
    # What is asked of somebody is answered by nobody else's review.
    return so_far if groups or not told else so_far.with_group(replace(name, documents=told))


def _has_person(text: str, name: str) -> bool:
    """ "Child D", or in a text that calls people so the letter alone, where it can be no word."""
    word, _, code = name.upper().rpartition(" ")
    for found in re.finditer(rf"{code}\b", text):  # quick: it begins with a plain letter
        before, after = (
            text[max(0, found.start() - 20) : found.start()],
            text[found.end() : found.end() + 1],
        )
        if before[-1:].isspace() and before.rstrip().upper().endswith(word.rstrip()):
            return True
        stands_alone = re.search(r"[\w.'’]$", before) is None and after != "."
        if stands_alone and code not in ("A", "I"):
            return len(_PSEUDONYM.findall(text)) >= LEAST_CALLED
    return False


def _is_surely_name(question: str, name: Named, holds: Holds) -> bool:
    code = name.text.rpartition(" ")[2]
    if len(code) == 1:
        return not may_stand_for_word(code) or stands_as_name(question, name.span)
    if len(code) == 2 and code.isalpha() and stands_as_name(question, name.span):
        return not load_vocabulary().read(code)
    if len(code.rstrip("0123456789")) == 1:
        return not load_vocabulary().read(code)
    ordinary = code.casefold() in plain_words() or holds(code.casefold())
    return len(code) <= 3 and not ordinary and not load_vocabulary().read(code)


def _spans(names: Iterable[Named]) -> tuple[Span, ...]:
    return tuple(n.span for n in names)


def _spans_of_places(question: str, records: Sequence[Record]) -> tuple[Span, ...]:
    areas = find_areas(question, records)
    return _spans((*areas.held, *areas.elsewhere))
