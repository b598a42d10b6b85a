"""The turns of a conversation in, the request of the last one out, with all that it leaves
unsaid."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rag.answers.answering import answer
from rag.answers.cards.asides import answer_aside
from rag.conversation.applying import apply
from rag.conversation.choosing import choose_operation
from rag.conversation.corrections import without_taken_back
from rag.conversation.follow_ups import read_follow_up
from rag.conversation.named_again import without_name_again
from rag.conversation.offers import find_option
from rag.conversation.returning import go_back
from rag.conversation.situation import Situation
from rag.conversation.turns import Talk, Turn
from rag.index.library import Library
from rag.questions.asked_of import of_no_topic
from rag.questions.kinds.checked_text import read_checked
from rag.questions.names.pseudonyms import mend_last_letter
from rag.questions.parts import split_message
from rag.questions.request import Request
from rag.questions.understanding import understand
from rag.questions.understanding_checks import understand_check
from rag.safety.concerns import read_concern


def understand_last(library: Library, turns: Sequence[str], parts: Sequence[str] = ()) -> Request:
    """Each turn is read in the light of those before it; the last is one question, behind `parts`
    of the same message. One that asks nothing of the reviews (thanks, a concern, a question about
    the tool) leaves the conversation where it was."""
    talk = Talk()
    for turn in turns[:-1]:
        talk = _listen(library, split_message(turn), talk)
    return _follow(library, turns[-1], _listen(library, parts, talk))


def _listen(library: Library, questions: Sequence[str], talk: Talk) -> Talk:
    """All questions of one message. Where each has its turn, a later one may point at its part."""
    parts = list[Turn]()
    for question in questions:
        if read_concern(question):
            continue
        before, talk = talk.before, _go_on(library, question, talk)
        if talk.before and talk.before is not before:
            parts.append(talk.before)
    if talk.before and 1 < len(parts) == len(questions):
        return replace(talk, before=replace(talk.before, parts=tuple(parts)))
    return talk


def _go_on(library: Library, question: str, talk: Talk) -> Talk:
    """What comes after goes on from it, and may point at what it was answered."""
    request, before, aside = _follow(library, question, talk), talk.before, None
    whole = request
    if not (request.points or request.claims):
        aside = answer_aside(library, request, follows=before is not None)
    if aside:
        if request.reviews.documents is None:
            return Talk(before, aside)
        # What else it said was no question to the reviews.
        request = of_no_topic(request)
    named = sorted(request.reviews.documents or request.documents or ())
    played = (*named, *(before.in_play if before else ()))
    recall = cache(lambda: answer(library, request))
    return Talk(Turn(request, whole, recall, tuple(dict.fromkeys(played)), before), aside)


def _follow(library: Library, typed: str, talk: Talk) -> Request:
    if checked := read_checked(typed):
        return understand_check(
            checked, library, talk.before.request.documents if talk.before else None
        )
    if talk.before is None:
        request = _read(library, typed, talk)
        # A document may have been offered, though none was asked about yet.
        option = find_option(talk, request, read_follow_up(request))
        return option.request if option else request
    turn, before = go_back(library, typed, talk.before) or (typed, talk.before)
    if not turn:
        return before.whole
    turn = mend_last_letter(turn, library.catalogue.records())
    request = _read(library, without_taken_back(turn), replace(talk, before=before))
    request = without_name_again(library, request, before)
    at = Situation(library, request, read_follow_up(request, turn), before, talk)
    return apply(choose_operation(at), at)


def _read(library: Library, words: str, talk: Talk) -> Request:
    """Once, in the light of what was talked of."""
    talked_of = talk.before.request.documents if talk.before else None
    return understand(words, library, talked_of=talked_of, listed=talk.listed)
