"""The turns of a conversation in, the answer to the last one out."""

import time
from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Answer, Statement
from rag.answers.answer_forms import form_of
from rag.answers.answering import answer
from rag.answers.cards.asides import (
    NOT_REWORDED,
    answer_aside,
    nothing_but_commands,
    nothing_to_reword,
    refuse_identity,
    refuse_unread,
)
from rag.answers.filtered import keep_inside, left_out, tell_filter
from rag.answers.filters import EVERYTHING, Filter, narrow
from rag.answers.last_turn import understand_last
from rag.answers.tracing import trace, untold
from rag.errors import EmptyQuestion, NothingIndexed, UnknownDocument, UnknownUnit
from rag.evidence.weights import weights
from rag.index.library import Library
from rag.language.unread import Unread, why_unread
from rag.questions.kinds.checked_text import on_one_line, own_words
from rag.questions.kinds.rewording import without_rewording
from rag.questions.parts import split_message
from rag.questions.request import READ_WORDS, Request
from rag.safety.hidden_commands import strip_commands
from rag.safety.masked_marks import asks_of_person, without_marks
from rag.safety.masking import mask
from rag.safety.signposts import LINE, concern_in, line_under, signpost
from rag.telling.ageing import mark_stale
from rag.telling.joining import join_answers

_AGAIN = "say that again"
"""What is left of "translate that"."""


def ask(
    library: Library,
    turns: Sequence[str],
    *,
    within: Filter = EVERYTHING,
    explain: bool = False,
) -> Answer:
    """Only what passes the filter is searched, listed and counted; `explain`: with a trace.

    Raises EmptyQuestion, NothingIndexed."""
    began, loading = time.perf_counter(), library.seconds_loading
    asked = [mask(on_one_line(turn)) for turn in turns]
    if not asked or not asked[-1]:
        raise EmptyQuestion(
            "The question is empty: expected some words; type what you want to know."
        )
    given = _respond_to_what_is_held(library, asked, within, explain=explain)
    spent = time.perf_counter() - began - (library.seconds_loading - loading)
    sure = _confidence(given) if given.confidence is None else given.confidence
    way = given.way or "aside"
    typed = mask(" ".join(turns[-1].split()))
    told = replace(given, question=typed, confidence=sure, seconds=spent, way=way)
    return replace(told, traces=(untold(told),)) if explain and not told.traces else told


def _confidence(given: Answer) -> float:
    """Of what units, lists, cards and rules give without a search."""
    right = weights().structural
    return {"answered": right, "partial": 0.5}.get(given.status, 1 - right)


def _respond_to_what_is_held(
    library: Library, asked: Sequence[str], within: Filter, *, explain: bool
) -> Answer:
    """Once more where a document was withdrawn by another process meanwhile."""
    generation = library.catalogue.generation
    try:
        return _respond(library, asked, within, explain=explain)
    except (UnknownDocument, UnknownUnit):
        if library.catalogue.generation == generation:
            raise
        return _respond(library, asked, within, explain=explain)


def _respond(library: Library, asked: Sequence[str], within: Filter, *, explain: bool) -> Answer:
    # Before everything, an empty library included.
    if concern := concern_in(asked, library, own_words(asked[-1], library.catalogue.records())):
        return replace(signpost(asked[-1], concern), way="signpost")
    if not library.catalogue.records():
        raise NothingIndexed(
            "The library is empty: expected at least one document; run `rag index` first."
        )
    if asks_of_person(asked[-1]):
        return replace(refuse_identity(library), way="identity")
    *earlier, last = (strip_commands(without_marks(turn)) for turn in asked)
    if not last:
        return nothing_but_commands(library)
    holds = library.lexical.holds
    if why := why_unread(last, holds, follows=bool(earlier)):
        return _refuse_unread(library, asked, why)
    # What was not read leaves the conversation where it was.
    read = [turn for turn in earlier if turn and not why_unread(turn, holds, follows=True)]
    turns = [rest for turn in read if (rest := without_rewording(turn))]
    rest = without_rewording(last) or (_AGAIN if turns else "")
    if not rest:
        return replace(nothing_to_reword(library), way="rewording")
    given = _answer_message(library, turns, rest, within, explain=explain)
    return _with_line(_with_line(given, NOT_REWORDED if rest != last else None), line_under(asked))


def _answer_message(
    library: Library, turns: Sequence[str], message: str, within: Filter, *, explain: bool
) -> Answer:
    """A message that holds several questions asks them one after another."""
    part, parts = narrow(library, within), split_message(message)
    room = READ_WORDS // len(parts)
    given = []
    for at, question in enumerate(parts):
        meant = replace(understand_last(part, (*turns, question), parts[:at]), room=room)
        follows = bool(turns) or at > 0
        given.append(_answer_one(part, meant, within, follows=follows, explain=explain))
    return given[0] if len(given) == 1 else join_answers(message, given)


def _answer_one(
    part: Library, meant: Request, within: Filter, *, follows: bool, explain: bool
) -> Answer:
    request = keep_inside(part, meant)
    # What points at an answer is no aside: "how many is that" is no question to the library.
    aside = (
        None if request.points or request.claims else answer_aside(part, request, follows=follows)
    )
    given = left_out(part, meant, within) or tell_filter(
        part, meant, within, mark_stale(aside or answer(part, request))
    )
    given = replace(given, question=request.wording.text, form=form_of(given, request))
    return replace(given, traces=(trace(part, request, given),)) if explain else given


def _refuse_unread(library: Library, asked: Sequence[str], why: Unread) -> Answer:
    """Whoever writes another language and is in danger must still see whom to call."""
    refused = replace(refuse_unread(library), way="unread")
    return _with_line(refused, line_under(asked) or (LINE if why == "other language" else None))


def _with_line(given: Answer, line: str | None) -> Answer:
    """With what stands under it, such as whom to call under an answer of practice."""
    if line is None:
        return given
    return replace(given, statements=(*given.statements, Statement(line)))
