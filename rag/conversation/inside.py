"""A question about a unit that was just shown in, what of the unit, of its points or of its theme
answers it out: "what did they do wrong there", "so what is being done about it"."""

from collections.abc import Sequence

from rag.backends.lexical import stem
from rag.conversation.follow_ups import FollowUp
from rag.conversation.turns import Turn, heads, unit_told, units_shown
from rag.evidence.units.units_named import beside, enclosing, with_children
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.facts.answer_types import carries_all
from rag.questions.request import Focus, Request
from rag.questions.topic.actors import subject_words

LEAST_SPOKEN = 0.5
"""Share of the question's own topic, by weight, that a unit has to speak of."""
MOST_WORDS = 120
"""Words up to which the points of a unit are shown whole, though only some speak of the topic."""
_DONE = ("action", "action_row")
_RECOMMENDED = ("recommendation",)
_LEARNT = ("lesson", "learning_point")


def find_inside(
    library: Library, request: Request, lean: FollowUp, before: Turn
) -> Sequence[Focus]:
    """Empty where nothing inside speaks of it."""
    shown = _shown(library, lean, before)
    return _find(library, request, lean, shown) if shown else ()


def _shown(library: Library, lean: FollowUp, before: Turn) -> tuple[Focus, ...]:
    """What was asked for by number or place; what a search found only where it has a theme, of
    which it may be asked what is done about it."""
    told = before.request
    if told.asked.units or told.points in ("again", "inside"):
        return unit_told(library, before)
    if not (lean.responds or lean.advises) or told.documents is None:
        return ()
    return tuple(f for f in heads(units_shown(library, before))[:1] if _theme(library, f))


def _find(
    library: Library, request: Request, lean: FollowUp, shown: Sequence[Focus]
) -> Sequence[Focus]:
    own = subject_words(request.terms)
    if lean.responds or lean.advises:
        ways = (_DONE, _RECOMMENDED) if lean.responds else (_RECOMMENDED, _LEARNT)
        near = _in_theme(library, shown, ways)
        return _speaking(request, own, near) or ([] if own else near)
    inside = [f for head in shown for f in with_children(library, head)]
    points = [f for f in inside if f not in shown]
    if not own:
        asks_more = request.wants not in ("who", "when") and not request.said.facts
        return points if asks_more else []
    found = _points_first(request, own, inside, points)
    # What happened in the case itself is told elsewhere than in a theme's lessons.
    return found or ([] if lean.specific else _of_theme(library, request, own, shown))


def _points_first(
    request: Request, own: Sequence[TopicWord], inside: Sequence[Focus], points: Sequence[Focus]
) -> Sequence[Focus]:
    """What was just shown as a whole comes behind its points; these all, where they are few."""
    speaking = _speaking(request, own, points)
    if speaking and sum(len(f.unit.text.split()) for f in points) <= MOST_WORDS:
        speaking += [f for f in points if f not in speaking]
    return speaking or _speaking(request, own, inside)


def _of_theme(
    library: Library, request: Request, own: Sequence[TopicWord], shown: Sequence[Focus]
) -> list[Focus]:
    around = [theme for f in shown[:1] if (theme := _theme(library, f))]
    units = [f for theme in around for f in with_children(library, theme)]
    found = _speaking(request, own, units, least=1.0)
    return [f for f in found if f not in shown] or found


def _theme(library: Library, focus: Focus) -> Focus | None:
    above = (focus.unit, *enclosing(library, focus))
    return next((Focus(focus.document, u) for u in above if u.kind == "theme"), None)


def _in_theme(
    library: Library, shown: Sequence[Focus], ways: Sequence[Sequence[str]]
) -> list[Focus]:
    """The units of the theme that are of the first kinds of which it has any."""
    themed = [f for f in shown[:1] if _theme(library, f)]
    for kinds in ways:
        if found := [near for f in themed for near in beside(library, f, kinds)]:
            return found
    return []


def _speaking(
    request: Request, own: Sequence[TopicWord], units: Sequence[Focus], least: float = LEAST_SPOKEN
) -> list[Focus]:
    """Those that speak of most of the topic and state what kind of fact is asked for, the most
    telling first."""
    total = sum(t.weight for t in own)
    found = []
    for f in units:
        said = frozenset(stem(f.unit.text))
        share = sum(t.weight for t in own if t.stands_in(said)) / total if total else 0.0
        states = carries_all(request.said.facts, f.unit.text)
        if share >= least and states and f.unit.kind not in ("theme", "section"):
            found.append((share, f))
    return [f for _, f in sorted(found, key=lambda each: -each[0])]
