"""A text in; the terms of the field that it mentions out, however they are written."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from rag.language.lexicon import Lexicon
from rag.language.spelling import nearest
from rag.language.terms import Term, index_variants, load_terms
from rag.language.tokens import fold, tokenise

_TERMS = "terms"
"""The name of the one table."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a term; offsets count in that text."""

    term: str
    start: int
    end: int
    words: str
    """As typed."""
    certain: bool = True
    """False where the words have other meanings too: they may widen a search, never decide."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms and the look-ups over them; a name that no term has raises KeyError."""

    terms: Mapping[str, Term] = field(repr=False)
    spelling: Mapping[str, str] = field(repr=False)
    lexicon: Lexicon = field(repr=False)
    words: frozenset[str] = field(repr=False)
    """Every word of a name or synonym, in lower case, as written and without its plural."""

    def read(self, text: str) -> tuple[Mention, ...]:
        """The terms mentioned, in order; where several overlap the first, then the longest.

        Words with several meanings give an uncertain mention of each."""
        return tuple(
            Mention(m.entry, m.start, m.end, text[m.start : m.end], m.certain)
            for m in self.lexicon.find_in(_TERMS, tokenise(text))
        )

    def same(self, name: str) -> tuple[str, ...]:
        """What stands for the term in any sentence: its name first, then its synonyms."""
        return (name, *self.terms[name].same)

    def narrower(self, name: str) -> tuple[str, ...]:
        """Names of the more particular terms, nearest first, with those below them."""
        found = [name]
        for each in found:  # grows while it is walked
            found += (below for below in self.terms[each].narrower if below not in found)
        return tuple(found[1:])

    def related(self, name: str) -> tuple[str, ...]:
        """Words that may widen a search and never satisfy it; ambiguous variants come last."""
        return (*self.terms[name].related, *self.terms[name].ambiguous)

    def themes(self) -> tuple[Term, ...]:
        """The terms that people follow across reviews, in the order of the file."""
        return tuple(term for term in self.terms.values() if term.theme)

    def correct(self, word: str, known: Collection[str]) -> str | None:
        """The word probably meant, in lower case; None where it is right or nothing is near.

        `known` holds lower-case words; a mapping gives their counts, which break ties, and a count
        of 0 means "right as it stands, but never a correction". Numbers, codes, capitals, other
        forms of a known word and words of fewer than 4 letters stay as they are, unless the
        file's table of spellings has them. 1 edit is mended, or 2 in words of 8 letters (10 with a
        capital) or more."""
        typed = word.casefold().replace("’", "'")
        if word.isupper() or not typed.replace("'", "").isalpha():
            return None
        if typed in self.spelling:
            return self.spelling[typed]
        forms = (typed, fold(typed), typed + "s")
        right = any(form in known or form in self.words for form in forms)
        if right or len(typed) < 4 or "'" in typed:
            return None
        # A capital may start a name, which is further from the known words than it looks.
        reach = 2 if len(typed) >= (8 if word.islower() else 10) else 1
        found = self._nearest(typed, known, reach)
        singular = fold(typed)
        if found is None and typed == singular + "s" and len(singular) > 3:
            found = self._nearest(singular, known, reach)
            return found and found + "s"
        return found

    def _nearest(self, typed: str, known: Collection[str], reach: int) -> str | None:
        counts = known if isinstance(known, Mapping) else dict.fromkeys(known, 1)
        # Shorter words of the vocabulary are mostly abbreviations, at one letter from anything.
        own = (each for each in self.words if len(each) > 4)
        corpus = (each for each, count in counts.items() if count)
        return nearest(typed, chain(own, corpus), counts, reach=reach)


@cache
def load_vocabulary(path: Path | None = None) -> Vocabulary:
    """The vocabulary in a file, by default the one that comes with the project.

    Raises BadSettings, which names the entry, when it cannot be read or contradicts itself."""
    terms, spelling = load_terms(path or files("rag.language").joinpath("words", "vocabulary.toml"))
    index = index_variants(terms)
    return Vocabulary(terms, spelling, Lexicon({_TERMS: index}), _words(terms))


def _words(terms: Mapping[str, Term]) -> frozenset[str]:
    variants = " ".join(each for term in terms.values() for each in (term.name, *term.same))
    written = set(re.findall(r"[^\W\d_]+", variants.casefold()))
    return frozenset(written | {fold(word) for word in written})
