"""Units of a list and the question's topic in, those of them that speak of it out: all of them, and
nothing that only comes near by meaning."""

from collections.abc import Sequence

from rag.evidence.cutting import best_run
from rag.evidence.evidence import SHORT_WORDS, Evidence
from rag.evidence.units.theme_places import explains_reviews
from rag.evidence.units.units_named import headings_over, with_children
from rag.evidence.units.wording import is_said
from rag.index.library import Library
from rag.language.denials import without_denied
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus
from rag.questions.topic.subjects import Subjects
from rag.reading.sentences import sentence_spans
from rag.types import Span, Unit


def that_speak(library: Library, units: Sequence[Focus], topic: Subjects) -> list[Focus]:
    """In their order: by their own words, those of their points, or what stands over them."""
    return [f for f in units if any(_says(library, f, subject) for subject in topic)]


def _says(library: Library, focus: Focus, subject: Sequence[TopicWord]) -> bool:
    texts = _texts(library, focus)
    return all(any(is_said(term, text) for text in texts) for term in subject)


def evidence_that_speaks(evidence: Sequence[Evidence], topic: Subjects) -> list[Evidence]:
    """In its order: with a subject in so many words, in its unit or in a heading over it."""
    telling = [e for e in evidence if e.coverage and not explains_reviews(e.focus.unit)]
    return [e for e in telling if any(_says_all(e.focus, subject) for subject in topic)]


def _says_all(focus: Focus, subject: Sequence[TopicWord]) -> bool:
    texts = (without_denied(focus.unit.text), *focus.unit.path, focus.unit.label)
    return all(any(is_said(term, text) for text in texts) for term in subject)


def _texts(library: Library, focus: Focus) -> list[str]:
    unit = focus.unit
    read_with = [focus] if unit.kind != "finding" else with_children(library, focus)
    own = [f.unit.text for f in read_with if f.unit.kind in (unit.kind, "point")]
    around = (unit.lead_in, unit.agency, headings_over(library, focus))
    return [text for text in (*own, *around) if text]


def speaking_span(unit: Unit, topic: Subjects) -> tuple[Span, ...]:
    """Of a long unit the sentences that speak of the topic, with what they lean on."""
    if len(unit.spans) > 1:
        return unit.spans
    terms = {term for subject in topic for term in subject}
    sentences = [unit.text[a:b] for a, b in sentence_spans(unit.text)]
    values = [sum(t.weight for t in terms if is_said(t, s)) for s in sentences]
    (start, _), (a, b) = unit.spans[0], best_run(unit.text, values, SHORT_WORDS)
    return ((start + a, start + b),)
