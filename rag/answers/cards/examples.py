"""Questions that the library at hand can answer, for a person who does not know it yet."""

from itertools import islice

from rag.index.catalogue import Catalogue

_QUESTIONS = {
    "finding": "What were the findings about {subject}?",
    "recommendation": "What did the {subject} review recommend?",
    "lesson": "What lessons were learned from {subject}?",
    "learning_point": "What are the learning points about {subject}?",
    "key_message": "What are the key messages about {subject}?",
}


def example_questions(catalogue: Catalogue, *, count: int) -> tuple[str, ...]:
    """One a review, by document id, each about a kind of unit that its outline holds.

    A kind that no earlier question asks for is preferred, so that the examples differ.
    """
    asked: list[str] = []
    questions = []
    named = ((record.subject, record.id) for record in catalogue.records() if record.subject)
    for subject, document in named:
        held = {unit.kind for unit in catalogue.units(document)}
        kinds = [kind for kind in _QUESTIONS if kind in held]
        if kinds:
            kind = min(kinds, key=asked.count)
            asked.append(kind)
            questions.append(_QUESTIONS[kind].format(subject=subject))
    return tuple(islice(dict.fromkeys(questions), count))


def questions_about(catalogue: Catalogue, document: str) -> tuple[str, ...]:
    """One for each kind of unit that the document's outline holds; none of a document that is
    not held, or whose subject is not known."""
    subject = next((r.subject for r in catalogue.records() if r.id == document), None)
    held = {unit.kind for unit in catalogue.units(document)} if subject else set()
    return tuple(text.format(subject=subject) for kind, text in _QUESTIONS.items() if kind in held)
