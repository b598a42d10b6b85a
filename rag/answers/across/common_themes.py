""" "What do the reviews have in common?" in, the themes that most of them learned of out, each with
a few short quotations."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rag.answer import Answer
from rag.answers.across.themes import Theme, quote_theme, survey_themes
from rag.backends.lexical import stem
from rag.evidence.units.theme_places import names_of, speaks_of
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.telling.composing import Piece, cite_all, compose
from rag.telling.grouping import LEARNED
from rag.telling.nouns import noun_of_documents
from rag.types import Citation

MOST_THEMES = 5
MOST_WORDS = 200
MOST_OF_THEME = 3
SHORT = 28
"""Words up to which a quotation is preferred to those that stand before it."""
_SAID_OF_THEMES = frozenset(
    stem(
        """
        theme thread issue topic pattern problem message lesson learning concern failing failure
        finding subject thing similarity common commonest recurring recurrent repeated shared share
        frequent frequently crosscutting cross cutting biggest main overarching similar same come
        comes coming up crop crops cropping keep keeps kept appear appears most often again repeat
        repeatedly recur recurs across held library top five three raise raised between among all
        every these big whole set collection emerge emerges arise arises
        """
    )
)


def answer_common_themes(library: Library, request: Request) -> Answer | None:
    """None where one review is asked about, or one theme."""
    documents = request.documents or library.reviews
    if not _asks(request) or len(documents) < 2:
        return None
    themes = _shared(library, documents)
    if not themes:
        return None
    records = [r for r in library.catalogue.records() if r.id in documents]
    held = f"{len(records)} {noun_of_documents(records)}"
    pieces = list(_quote(library, themes, held))
    return compose(library, request, pieces, lead=cite_all(_tell(themes, held)))


def _asks(request: Request) -> bool:
    said = {s for term in request.terms for s in term.variants[0]}
    if not request.said.shared_themes.asked or not said <= _SAID_OF_THEMES or request.asked.units:
        return False
    if request.documents is None:
        return request.across or request.said.shared_themes.of_several
    # Two that are compared by nothing in particular are told one by one.
    return len(request.documents) > 2 or (len(request.documents) == 2 and bool(request.asked.kinds))


def _shared(library: Library, documents: frozenset[str]) -> list[Theme]:
    surveyed = [t for t in survey_themes(library, documents) if _learned_in(t) > 1]
    ranked = sorted(surveyed, key=lambda t: (-_learned_in(t), -_lessons_on(t)))
    chosen = list[Theme]()
    for theme in ranked:
        apart = all(t.name not in names_of(theme.name) for t in chosen)
        if apart and not any(theme.name in names_of(t.name) for t in chosen):
            chosen.append(theme)
    return chosen[:MOST_THEMES]


def _learned_in(theme: Theme) -> int:
    return sum(strength.learned > 0 for strength in theme.strengths.values())


def _lessons_on(theme: Theme) -> int:
    return sum(strength.learned for strength in theme.strengths.values())


def _quote(library: Library, themes: Sequence[Theme], held: str) -> Iterator[Piece]:
    """Of each theme up to three, from the reviews that were quoted least so far."""
    quoted, seen = Counter[str](), set[tuple[str, str]]()
    left = 0
    for theme in themes:
        left += MOST_WORDS // len(themes)
        heading: str | None = f"{theme.title}: {_learned_in(theme)} of the {held}"
        names = names_of(theme.name)
        best = {
            s.record.id: _shortest([c for c in s.citations if speaks_of(c.quote, names)], seen)
            for s in quote_theme(library, theme)
        }
        found = sorted((c for c in best.values() if c), key=lambda c: quoted[c.document])
        for citation in found[:MOST_OF_THEME]:
            words = len(citation.quote.split())
            if heading is None and words > left:
                break
            yield Piece(_focus(library, citation), citation.spans, heading)
            heading, left = None, left - words
            quoted[citation.document] += 1
            seen.add((citation.document, citation.unit))


def _shortest(citations: Sequence[Citation], seen: set[tuple[str, str]]) -> Citation | None:
    """The first short one of what was learned."""
    fresh = [c for c in citations if (c.document, c.unit) not in seen and c.kind in LEARNED]
    short = (c for c in fresh if len(c.quote.split()) <= SHORT)
    return next(short, min(fresh, key=lambda c: len(c.quote), default=None))


def _focus(library: Library, citation: Citation) -> Focus:
    units = library.catalogue.units(citation.document)
    return Focus(citation.document, next(u for u in units if u.id == citation.unit))


def _tell(themes: Sequence[Theme], held: str) -> str:
    named = ", ".join(f"{t.title} ({_learned_in(t)})" for t in themes)
    return f"What the {held} speak of most in what was learned: {named}."
