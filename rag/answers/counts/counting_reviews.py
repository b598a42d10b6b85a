"""A question how many reviews speak of something, or which do not, in; their number and the words
of each that does out."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain

from rag.answer import Answer
from rag.answers.across.who_speaks import Heard, who_is_silent, who_speaks
from rag.answers.lists.speaking_lists import under_reviews
from rag.evidence.units.theme_places import APPARATUS, explains_reviews
from rag.evidence.units.wording import is_said
from rag.index.library import Library
from rag.language.denials import without_denied
from rag.questions.facts.counted import AskedNumber
from rag.questions.request import Focus, Request
from rag.questions.topic.subjects import Subjects
from rag.telling.composing import Lead, compose
from rag.telling.grouping import LEARNED, MOST_REVIEWS
from rag.types import Record

_TITLES = frozenset({"title", "section", "theme"})


def answer_count_of_reviews(library: Library, request: Request) -> Answer | None:
    """None where something else is counted, or no review speaks of it in so many words."""
    if not request.said.count.that_speak or request.asked.kinds:
        return None
    # Of a whole country's reviews the library knows nothing.
    if any(isinstance(fact, AskedNumber) and fact.statistic for fact in request.said.facts):
        return None
    return _answer(library, request, partial(who_speaks, all_seen=True))


def answer_silent_reviews(library: Library, request: Request) -> Answer | None:
    """ "Which reviews don't mention ...": None where something else is asked, or all are silent."""
    if not request.across or request.asked.kinds or not request.said.silent:
        return None
    return _answer(library, request, who_is_silent)


def _answer(
    library: Library, request: Request, lead: Callable[[Heard, Sequence[Record]], Lead]
) -> Answer | None:
    if not request.terms:
        return None
    looked_at = request.documents or library.reviews
    topic = request.subjects
    wanted = [topic] if request.said.parts.either else [(subject,) for subject in topic]
    told = {document: _told(library, document, wanted) for document in sorted(looked_at)}
    speaking = {document: units for document, units in told.items() if units}
    if not speaking:
        return None
    records = [r for r in library.catalogue.records() if r.id in looked_at]
    traced = [d for d in told if any(_names(u.text, topic) for u in library.catalogue.units(d))]
    heard = Heard(speaking, touched=_touched(library, told, wanted), traced=traced)
    shown = list(chain(*[*speaking.values()][:MOST_REVIEWS]))
    pieces = under_reviews(library, shown, topic)
    return compose(library, request, pieces, lead=lead(heard, records))


def _told(library: Library, document: str, wanted: Sequence[Subjects]) -> list[Focus]:
    """A unit for each, in the order of the document; empty where one has none."""
    best = [_best(library, document, topic) for topic in wanted]
    found = [focus for focus in best if focus is not None]
    each = {focus.unit.id: focus for focus in found if len(found) == len(best)}
    return sorted(each.values(), key=lambda focus: focus.unit.start)


def _touched(
    library: Library, told: Mapping[str, Sequence[Focus]], wanted: Sequence[Subjects]
) -> list[str]:
    """Those that have some of it and not all."""
    silent = [document for document, units in told.items() if not units]
    return [d for d in silent if any(_best(library, d, topic) for topic in wanted)]


def _best(library: Library, document: str, topic: Subjects) -> Focus | None:
    """Of the units that tell of it the one that a reader learns most from."""
    telling = [
        Focus(document, unit)
        for unit in library.catalogue.units(document)
        if unit.kind not in APPARATUS | _TITLES
        and not explains_reviews(unit)
        and _tells(unit.text, topic)
    ]
    return max(telling, key=lambda f: LEARNED.get(f.unit.kind, 0.0), default=None)


def _tells(text: str, topic: Subjects) -> bool:
    """Without a denial: it is no review of what it says there was none of."""
    return _names(text, topic) and _names(without_denied(text), topic)


def _names(text: str, topic: Subjects) -> bool:
    return any(all(is_said(term, text) for term in subject) for subject in topic)
