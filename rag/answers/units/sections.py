"""A question that names a heading, or whom a section is addressed to, in; what stands under it
out."""

from rag.answer import Answer
from rag.answers.lists.audiences import find_addressed_section, is_for_somebody
from rag.answers.units.headed import answer_sections, find_named_sections
from rag.index.library import Library
from rag.questions.facts.answer_types import carries_all
from rag.questions.request import Focus, Request
from rag.reading.heading_topics import topic_of


def answer_section(library: Library, request: Request) -> Answer | None:
    if request.across:
        return None
    named = (
        []
        if is_for_somebody(library, request)
        else find_named_sections(library, request, request.said.headings)
    )
    addressed = None if named else find_addressed_section(library, request)
    sections = [addressed] if addressed else named
    if not sections or not carries_all(request.said.facts, sections[0].unit.text):
        return None
    if named and not _is_of_kind_asked(request, sections[0]):
        return None
    given = answer_sections(library, request, sections)
    # A heading with nothing under it says nothing: a search may find what does.
    return given if given.citations else None


def _is_of_kind_asked(request: Request, section: Focus) -> bool:
    """A heading has a question's words, and what stands under it need not be of the kind."""
    kinds = request.asked.kinds
    return not kinds or "section" in kinds or topic_of(section.unit.text) in kinds
