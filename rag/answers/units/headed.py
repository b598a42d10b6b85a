"""A question that names a heading in, the sections that stand under it out: named word for word, in
other words, or, where a section is asked for, in part."""

from collections.abc import Iterable, Sequence

from rag.answer import Answer
from rag.answers.counts.count_answer import counts
from rag.backends.lexical import stem
from rag.evidence.units.units_named import list_units, with_children
from rag.index.library import Library
from rag.questions.request import Focus, Query
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


def answer_headings(library: Library, query: Query) -> Answer | None:
    """What a section says, or which sections there are; they are the themes of a document that
    names none."""
    asked = query.asked
    if asked.units or counts(query):
        return None
    if asked.kinds == ("theme",):
        return _answer_no_themes(library, query)
    if asked.kinds != ("section",):
        return None
    if named := find_named_sections(library, query, query.said.headings):
        return answer_sections(library, query, named)
    return _list_headings(library, query) if query.said.headings.listed else None


def _answer_no_themes(library: Library, query: Query) -> Answer | None:
    if query.across or list_units(library, query.documents, ("theme",)):
        return None
    fields = list_units(library, query.documents, ("metadata",))
    if query.documents and (named := [f for f in fields if "theme" in f.unit.label.casefold()]):
        return compose(library, query, whole(named))
    return _list_headings(library, query, NO_THEMES)


def _list_headings(library: Library, query: Query, *remarks: str) -> Answer | None:
    if query.documents is None or query.terms:
        return None
    headings = [f for f in _sections(library, query.documents) if _is_heading(f)]
    pieces = [Piece(f, f.unit.spans) for f in headings]
    return compose(library, query, pieces, remarks=remarks) if pieces else None


def answer_sections(library: Library, query: Query, sections: Iterable[Focus]) -> Answer:
    return compose(library, query, whole(f for s in sections for f in with_children(library, s)))


def find_named_sections(library: Library, query: Query, asked: HeadingsSaid) -> list[Focus]:
    """Those of one review whose heading the question says word for word, the longest such; a
    heading of one word never counts, and without a review named it must be the only one. Where
    none is said so, the one that the question means by other words, or names in part."""
    said = [
        f for f in _sections(library, query.documents)
        if f.unit.kind == "section" and asked.says(f.unit.text)
    ]  # fmt: skip
    if query.documents is None:
        return said if len(said) == 1 else []
    if said:
        longest = max(said, key=lambda f: len(heading_words(f.unit.text)))
        return _of_same_heading(said, longest)
    if query.wants not in _TELLING or query.said.facts:
        return []
    return _named_in_part(library, query, asked) or _meant(library, query, asked)


def under_named_section(library: Library, query: Query, units: Sequence[Focus]) -> list[Focus]:
    """Those of a list that stand under the heading that the question says, wherever it stands."""
    sections = [] if query.terms else find_named_sections(library, query, query.said.headings)
    inside = {(f.document, f.unit.id) for s in sections for f in with_children(library, s)}
    return [f for f in units if (f.document, f.unit.id) in inside]


def _sections(library: Library, documents: frozenset[str] | None) -> list[Focus]:
    return list_units(library, documents, ("section", "theme"))


def _of_same_heading(sections: Iterable[Focus], one: Focus) -> list[Focus]:
    words = heading_words(one.unit.text)
    return [
        f for f in sections if f.document == one.document and heading_words(f.unit.text) == words
    ]


def _named_in_part(library: Library, query: Query, asked: HeadingsSaid) -> list[Focus]:
    """ "The arrangements section": the heading that has all of the topic, and least else; "the did
    you know section", which has no word but empty ones, is said in full."""
    if not asked.in_part:
        return []
    sections = [f for f in _sections(library, query.documents) if _is_heading(f)]
    if not query.terms:
        return [f for f in sections if asked.says_every_word(f.unit.text)]
    return _only_best(query, sections, asked)


def _meant(library: Library, query: Query, asked: HeadingsSaid) -> list[Focus]:
    """The heading that has all of the topic, by synonyms too, and hardly anything else."""
    sections = [
        f for f in _sections(library, query.documents)
        if f.unit.kind == "section" and _is_nearly_said(query, asked.stems, set(stem(f.unit.text)))
    ]  # fmt: skip
    return _only_best(query, sections, asked) if query.terms else []


def _is_nearly_said(query: Query, asked: frozenset[str], heading: set[str]) -> bool:
    by_synonym = (v for t in query.terms for v in t.variants if heading.issuperset(v))
    said = heading & asked.union(*by_synonym)
    return len(said) >= LEAST_SAID and len(heading - said - _OF_A_REVIEW) <= LEFT_OUT


def _only_best(query: Query, sections: Sequence[Focus], asked: HeadingsSaid) -> list[Focus]:
    """With all of the topic: of them the one with most of the question's own words, and least
    else; empty where two headings are alike in this."""

    def rank(focus: Focus) -> tuple[int, int]:
        words = set(stem(focus.unit.text))
        return len(asked.stems & words), -len(words)

    having = [f for f in sections if all(t.stands_in(stem(f.unit.text)) for t in query.terms)]
    best = max(map(rank, having), default=None)
    alike = [f for f in having if rank(f) == best]
    return alike if alike and alike == _of_same_heading(alike, alike[0]) else []


def _is_heading(focus: Focus) -> bool:
    """Not a sentence that opens a list, nor the first row of a table."""
    text = focus.unit.text
    return (
        len(text.split()) <= _TITLE_WORDS and "|" not in text and "lead-in" not in focus.unit.label
    )
