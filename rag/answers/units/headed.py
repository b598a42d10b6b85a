"""A question that names a heading in, the sections that stand under it out: named word for word, in
other words, or, where a section is asked for, in part."""

from collections.abc import Iterable, Sequence

from rag.answer import Answer
from rag.answers.counts.count_answer import counts
from rag.backends.lexical import stem
from rag.evidence.units.units_named import list_units, with_children
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.questions.units.headings import LEAST_SAID, HeadingsSaid, heading_words
from rag.telling.composing import Piece, compose, whole

NO_THEMES = "Nothing here is called a theme. What its headings name:"
_TITLE_WORDS = 14
"""A heading has at most."""
LEFT_OUT = 1
"""Words of a heading that a question need not say which means it in other words."""
_OF_A_REVIEW = frozenset(stem("serious case practice review scr"))
"""Left out of a heading without loss."""
_TELLING = frozenset({"plain", "list", "summary", "quote"})
"""Forms of answer that all that stands under a heading may be."""


def answer_headings(library: Library, request: Request) -> Answer | None:
    """What a section says, or which sections there are; they are the themes of a document that
    names none."""
    asked = request.asked
    if asked.units or counts(request):
        return None
    if asked.kinds == ("theme",):
        return _answer_no_themes(library, request)
    if asked.kinds != ("section",):
        return None
    if named := find_named_sections(library, request, request.said.headings):
        return answer_sections(library, request, named)
    return _list_headings(library, request) if request.said.headings.listed else None


def _answer_no_themes(library: Library, request: Request) -> Answer | None:
    if request.across or list_units(library, request.documents, ("theme",)):
        return None
    fields = list_units(library, request.documents, ("metadata",))
    if request.documents and (named := [f for f in fields if "theme" in f.unit.label.casefold()]):
        return compose(library, request, whole(named))
    return _list_headings(library, request, NO_THEMES)


def _list_headings(library: Library, request: Request, *remarks: str) -> Answer | None:
    if request.documents is None or request.terms:
        return None
    headings = [f for f in _sections(library, request.documents) if _is_heading(f)]
    pieces = [Piece(f, f.unit.spans) for f in headings]
    return compose(library, request, pieces, remarks=remarks) if pieces else None


def answer_sections(library: Library, request: Request, sections: Iterable[Focus]) -> Answer:
    return compose(library, request, whole(f for s in sections for f in with_children(library, s)))


def find_named_sections(library: Library, request: Request, asked: HeadingsSaid) -> list[Focus]:
    """Those of one review whose heading the question says word for word, the longest such; a
    heading of one word never counts, and without a review named it must be the only one. Where
    none is said so, the one that the question means by other words, or names in part."""
    said = [
        f for f in _sections(library, request.documents)
        if f.unit.kind == "section" and asked.says(f.unit.text)
    ]  # fmt: skip
    if request.documents is None:
        return said if len(said) == 1 else []
    if said:
        longest = max(said, key=lambda f: len(heading_words(f.unit.text)))
        return _of_same_heading(said, longest)
    if request.wants not in _TELLING or request.said.facts:
        return []
    return _named_in_part(library, request, asked) or _meant(library, request, asked)


def under_named_section(library: Library, request: Request, units: Sequence[Focus]) -> list[Focus]:
    """Those of a list that stand under the heading that the question says, wherever it stands."""
    sections = [] if request.terms else find_named_sections(library, request, request.said.headings)
    inside = {(f.document, f.unit.id) for s in sections for f in with_children(library, s)}
    return [f for f in units if (f.document, f.unit.id) in inside]


def _sections(library: Library, documents: frozenset[str] | None) -> list[Focus]:
    return list_units(library, documents, ("section", "theme"))


def _of_same_heading(sections: Iterable[Focus], one: Focus) -> list[Focus]:
    words = heading_words(one.unit.text)
    return [
        f for f in sections if f.document == one.document and heading_words(f.unit.text) == words
    ]


def _named_in_part(library: Library, request: Request, asked: HeadingsSaid) -> list[Focus]:
    """ "The arrangements section": the heading that has all of the topic, and least else; "the did
    you know section", which has no word but empty ones, is said in full."""
    if not asked.in_part:
        return []
    sections = [f for f in _sections(library, request.documents) if _is_heading(f)]
    if not request.terms:
        return [f for f in sections if asked.says_every_word(f.unit.text)]
    return _only_best(request, sections, asked)


def _meant(library: Library, request: Request, asked: HeadingsSaid) -> list[Focus]:
    """The heading that has all of the topic, by synonyms too, and hardly anything else."""
    headings = [f for f in _sections(library, request.documents) if f.unit.kind == "section"]
    sections = [f for f in headings if _is_nearly_said(request, asked.stems, stem(f.unit.text))]
    return _only_best(request, sections, asked) if request.terms else []


def _is_nearly_said(request: Request, asked: frozenset[str], words: Iterable[str]) -> bool:
    heading = {*words}
    by_synonym = (v for t in request.terms for v in t.variants if heading.issuperset(v))
    said = heading & asked.union(*by_synonym)
    return len(said) >= LEAST_SAID and len(heading - said - _OF_A_REVIEW) <= LEFT_OUT


def _only_best(request: Request, sections: Sequence[Focus], asked: HeadingsSaid) -> list[Focus]:
    """With all of the topic: of them the one with most of the question's own words, and least
    else; empty where two headings are alike in this."""

    def rank(focus: Focus) -> tuple[int, int]:
        words = set(stem(focus.unit.text))
        return len(asked.stems & words), -len(words)

    having = [f for f in sections if all(t.stands_in(stem(f.unit.text)) for t in request.terms)]
    best = max(map(rank, having), default=None)
    alike = [f for f in having if rank(f) == best]
    return alike if alike and alike == _of_same_heading(alike, alike[0]) else []


def _is_heading(focus: Focus) -> bool:
    """Not a sentence that opens a list, nor the first row of a table."""
    text = focus.unit.text
    return (
        len(text.split()) <= _TITLE_WORDS and "|" not in text and "lead-in" not in focus.unit.label
    )
