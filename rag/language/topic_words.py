"""The words of a question that carry its topic in, with all that stands for each of them out."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.backends.lexical import Lexical, stem
from rag.backends.plain_words import plain_words
from rag.documents.places import PLACE_WORDS
from rag.language.vocabulary import Mention, Vocabulary

Stems = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+(?:['’]s\b)?")
_CALLED = {"review": (("review",), ("scr",), ("lcspr",))}
"""What a review calls itself, where it is asked how it came about."""
CLOSE = 2
"""Other words that may stand within an expression."""


@dataclass(frozen=True, slots=True)
class TopicWord:
    words: str
    """As typed."""
    variants: tuple[Stems, ...]
    """Stems of the words as typed, and of every synonym and more particular term; any will do."""
    weight: float
    """Rarity (idf) of the commonest variant that the library has, or of a word that it lacks."""
    known: bool
    """The library has one of the variants."""

    @property
    def of_vocabulary(self) -> bool:
        """A term of the vocabulary, with all that stands for it; not a word as it was typed."""
        return len(self.variants) > 1

    def stands_in(self, said: Collection[str]) -> bool:
        return any(all(s in said for s in variant) for variant in self.variants)

    def stands_together_in(self, said: Sequence[str]) -> bool:
        """As one expression: "the school ... at home" is no home schooling. `said` is in order."""
        return any(_close(variant, said) for variant in self.variants)


def _close(variant: Stems, said: Sequence[str]) -> bool:
    """All of its stems within a few words of one another, in any order."""
    if not set(variant) <= set(said):
        return False
    if len(variant) == 1:
        return True
    reach = len(variant) + CLOSE
    return any(set(variant) <= set(said[i : i + reach]) for i in range(len(said)))


def read_topic(
    text: str, vocabulary: Vocabulary, lexical: Lexical, empty: Collection[str]
) -> tuple[TopicWord, ...]:
    """In order, each once. `empty` are stems that carry no topic."""
    topic: dict[tuple[Stems, ...], TopicWord] = {}
    at = 0
    for mention in vocabulary.read(text):
        if mention.start < at or not mention.certain:
            continue
        for word in _plain(text[at : mention.start], lexical, empty):
            topic.setdefault(word.variants, word)
        at = mention.end
        names = (mention.term, *vocabulary.narrower(mention.term))
        same = [v for name in names for v in vocabulary.same(name)]
        typed = () if _is_torn(mention.words) else (mention.words,)
        variants = tuple(dict.fromkeys(_stems(v) for v in (*typed, *filter(_is_whole, same))))
        if _carries_topic(mention, _stems(mention.words), empty):
            word = _weigh(mention.words, tuple(v for v in variants if v), lexical)
            topic.setdefault(word.variants, word)
    for word in _plain(text[at:], lexical, empty):
        topic.setdefault(word.variants, word)
    return tuple(topic.values())


@lru_cache(maxsize=1 << 15)
def _stems(words: str) -> Stems:
    return tuple(stem(words))


def _is_whole(words: str) -> bool:
    """Of "took them in" only "took" is left, of "mother-to-be" only the mother, which says
    something else wherever it stands."""
    return len(_WORD.findall(words)) == 1 or len(set(_stems(words))) > 1


def _is_torn(words: str) -> bool:
    """ "s/w", of which the "s" is no word."""
    return " " not in words and not _is_whole(words)


def _carries_topic(mention: Mention, typed: Stems, empty: Collection[str]) -> bool:
    """ "Take part" says what neither of its words does, and so is a topic though both are empty;
    "case review" is called by empty words, and is none."""
    several = len(mention.words.split()) > 1
    named = several and not all(s in empty for s in stem(mention.term))
    return named or not all(s in empty for s in typed)


def _plain(text: str, lexical: Lexical, empty: Collection[str]) -> list[TopicWord]:
    return [_weigh(s, _CALLED.get(s, ((s,),)), lexical) for s in stem(text) if s not in empty]


def _weigh(words: str, variants: Sequence[Stems], lexical: Lexical) -> TopicWord:
    rarities = [max(map(lexical.idf, variant)) for variant in variants]
    held = [all(map(lexical.holds, variant)) for variant in variants]
    known = [r for r, h in zip(rarities, held, strict=True) if h]
    # What the library never says can stand nowhere; the words typed and the name are kept.
    kept = tuple(v for i, (v, h) in enumerate(zip(variants, held, strict=True)) if h or i < 2)
    return TopicWord(words, kept, min(known) if known else max(rarities), bool(known))


def mend_spelling(text: str, vocabulary: Vocabulary, lexical: Lexical) -> str:
    """The text with each word that neither library nor vocabulary knows replaced by the nearest;
    the name of a place is no slip, wherever it is: "Cambs" is not CAMHS."""
    words = text.split()
    mended = {word: _mend(word, vocabulary, lexical) for word in {*words}}
    return " ".join(mended[word] for word in words)


def _mend(word: str, vocabulary: Vocabulary, lexical: Lexical) -> str:
    bare = word.strip(".,;:?!()\"'’")
    name = bare.casefold() in PLACE_WORDS
    unknown = bool(bare) and not name and not all(map(lexical.holds, stem(bare)))
    better = vocabulary.correct(bare, plain_words()) if unknown else None
    return word.replace(bare, better) if better else word
