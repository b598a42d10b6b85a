"""A question that is not one for the reviews in, its own answer out: identities, other subjects,
what cannot be read, the library itself and its catalogue cards."""

from rag.answer import Answer, asked_back, refused
from rag.answers.cards.about_library import answer_about_library
from rag.answers.cards.card_facts import answer_card_question
from rag.answers.cards.examples import example_questions
from rag.conversation.pointing_alone import points_at_nothing
from rag.index.library import Library
from rag.questions.asides.off_topic import is_off_topic, wants_writing
from rag.questions.request import Request

_PERSONAL = (
    "Reviews are anonymised to protect the children and families in them, and the people who worked"
    " with them. This tool does not identify anyone or look for their details."
)
_OFF_TOPIC = (
    "This tool only knows the child-safeguarding reviews in its library, and this seems to be about"
    " something else."
)
_ONLY_QUOTES = (
    "This tool only quotes what the reviews say, word for word: it writes nothing of its own."
)
_UNREAD = "This question could not be read: please ask it in English."
NOT_REWORDED = (
    "This tool quotes what the reviews say, word for word: it does not translate or reword it."
)
_WHAT_THEN = (
    "There is no answer before this one to go on from, and this asks nothing by itself. What would"
    " you like to know? For example:"
)


def answer_aside(library: Library, request: Request, *, follows: bool = False) -> Answer | None:
    """None where the reviews are asked; `follows`: there were turns before this one."""
    if request.said.identity.is_wanted(library.lexical.holds):
        return refuse_identity(library)
    if facts := answer_card_question(library, request):
        return facts
    if about := answer_about_library(library, request):
        return about
    if not follows and points_at_nothing(request, library.lexical.holds):
        return _ask_back(library)
    return _answer_off_topic(library, request, follows=follows)


def _answer_off_topic(library: Library, request: Request, *, follows: bool) -> Answer | None:
    if wants_writing(request):
        return _refuse(library, "off_topic", _ONLY_QUOTES)
    if is_off_topic(request, library, follows=follows):
        return _refuse(library, "off_topic", _OFF_TOPIC)
    return None


def refuse_identity(library: Library) -> Answer:
    return _refuse(library, "personal_data", _PERSONAL)


def nothing_but_commands(library: Library) -> Answer:
    """Orders to the machine are ignored, and nothing else was asked."""
    return _refuse(library, "off_topic", _OFF_TOPIC)


def refuse_unread(library: Library) -> Answer:
    """It is in another language, or typed on another keyboard, or has no words."""
    return _refuse(library, "not_read", _UNREAD)


def nothing_to_reword(library: Library) -> Answer:
    """A translation or other words are wanted, of nothing that was said or asked."""
    return _refuse(library, "off_topic", NOT_REWORDED)


def _ask_back(library: Library) -> Answer:
    return asked_back(_WHAT_THEN, example_questions(library.catalogue, count=3))


def _refuse(library: Library, reason: str, text: str) -> Answer:
    return refused(reason, text, example_questions(library.catalogue, count=3))
