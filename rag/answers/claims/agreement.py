"""A claim and a sentence in, how far the one carries the other out: word by word, figure by
figure."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache

from rag.answers.claims.figures import Figure
from rag.answers.claims.statements import Statement, Word
from rag.language.statement_words import is_person, relation, words_in
from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import has_word_of

IN_FRONT = 2
"""Words before a figure that tell whose it is."""
STRETCH = 2
ROOM = 6
"""Words of the sentence over which the words found in it may be spread: so many times as many, and
where they are more than a pair so many more."""
PAIR = 2
Weigh = Callable[[str], float]
"""A stem in, how much it tells out."""


@dataclass(frozen=True, slots=True)
class Agreement:
    matched: tuple[tuple[Word, Word], ...]
    """A word of the claim, and the one of the sentence that stands for it."""
    turned: tuple[tuple[Word, Word], ...]
    """Those of them of which one side says what the other denies."""
    missing: tuple[Word, ...]
    """Words of the claim that the sentence lacks."""
    swapped: tuple[tuple[Word, Word], ...]
    """Words that it lacks, and what stands there instead."""
    covered: float
    """Share of the claim's words, by weight, that the sentence has, what is swapped left out of
    the count: 0 to 1."""
    weight: float
    """Of all that it has."""
    names: bool
    """The claim says whom or what it is about, if only by the name that the document goes by."""
    figures_agree: bool
    figures_differ: tuple[tuple[Figure, Figure], ...]
    """The claim's, and the sentence's of the same measure."""
    figures_bound: bool
    """Right in front of the sentence's figure stands a word of the claim: "born in 2011"."""
    figures_missing: bool
    """A figure of the claim that has nothing beside it."""


def compare(
    claim: Statement, said: Statement, given: Collection[str], dates: Collection[str], weigh: Weigh
) -> Agreement:
    """`given` are stems that the document's own names give, `dates` its own dates: they need not
    be said again."""
    asked = [word for word in claim.words if word.stem not in given]
    pairs = _pair(asked, said)
    matched = [(w, p[0]) for w in asked if (p := pairs[w.start])]
    turned = [(w, p[0]) for w in asked if (p := pairs[w.start]) and p[1]]
    missing = [word for word in asked if pairs[word.start] is None]
    taken = {other.start for _, other in matched}
    swapped = [(w, o) for w in missing if (o := _instead(w, said, taken))]
    gone = {word.start for word, _ in swapped}
    counted = [word for word in asked if word.start not in gone and not tells_degree(word)]
    total = sum(weigh(word.stem) for word in counted)
    has = sum(weigh(word.stem) for word, _ in matched if not tells_degree(word))
    agree, differ, lack = _compare_figures(claim, said, dates)
    bound = all(_is_bound(figure, matched, said) for _, figure in differ)
    return Agreement(
        tuple(matched), tuple(turned), tuple(missing), tuple(swapped),
        has / total if total else 1.0, has, _names(claim, said, given),
        agree, tuple(differ), bound, lack,
    )  # fmt: skip


def _names(claim: Statement, said: Statement, given: Collection[str]) -> bool:
    """ "He" is whom the document is about, where the sentence is about him."""
    about = said.of_one or any(word.stem in given for word in said.words)
    named = claim.of_one or any(word.stem in given for word in claim.words)
    return (named and about) or any(map(is_critical, claim.words))


def _pair(asked: Collection[Word], said: Statement) -> dict[int, tuple[Word, bool] | None]:
    """By the place of the claim's word. A person stands for one person only."""
    pairs, persons = dict[int, tuple[Word, bool] | None](), set[int]()
    for word in asked:
        pair = _find(word, [w for w in said.words if w.start not in persons])
        pairs[word.start] = pair
        if pair and is_person(word.stem):
            persons.add(pair[0].start)
    return pairs


def _find(word: Word, said: Collection[Word]) -> tuple[Word, bool] | None:
    """What stands for it there, and whether the one is denied; an equal one first."""
    kinds = [(other, relation(word.stem, other.stem)) for other in said]
    found = [(other, kind) for other, kind in kinds if kind in ("same", "opposite")]
    found += [(other, "same") for other in _of_term(word, said)]
    found = [each for each in found if each[0].stem == word.stem] or found
    turned = [(o, (word.negated != o.negated) != (kind == "opposite")) for o, kind in found]
    return min(turned, key=lambda each: each[1], default=None)


def _of_term(word: Word, said: Collection[Word]) -> list[Word]:
    """Words of the same term of the field, or of a more particular one."""
    if word.term is None:
        return []
    terms = _with_narrower(word.term)
    return [other for other in said if other.term in terms]


@lru_cache(maxsize=2000)
def _with_narrower(term: str) -> frozenset[str]:
    return frozenset((term, *load_vocabulary().narrower(term)))


def _instead(word: Word, said: Statement, taken: Collection[int]) -> Word | None:
    return next(
        (w for w in said.words if w.start not in taken and relation(word.stem, w.stem) == "other"),
        None,
    )


def _compare_figures(
    claim: Statement, said: Statement, dates: Collection[str]
) -> tuple[bool, list[tuple[Figure, Figure]], bool]:
    differ, lack = list[tuple[Figure, Figure]](), False
    all_told = all(any(f.agrees(other) for f in claim.figures) for other in said.figures)
    for figure in claim.figures:
        of_it = [f for f in said.figures if all_told or _is_of_claim(f, claim, said)]
        if any(figure.agrees(other) for other in of_it):
            continue
        elsewhere = any(figure.agrees(other) for other in said.figures)
        other = next((f for f in of_it if figure.conflicts(f)), None)
        if other and not elsewhere:
            differ.append((figure, other))
        else:
            lack = lack or not _is_given(figure, dates)
    return not (differ or lack), differ, lack


def _is_given(figure: Figure, dates: Collection[str]) -> bool:
    """A date of the document itself."""
    return figure.kind == "date" and any(d.startswith(str(figure.value)) for d in dates)


def _is_of_claim(figure: Figure, claim: Statement, said: Statement) -> bool:
    """Beside others of its kind it belongs to what stands in front: "mother 19, father 23"."""
    if sum(f.kind == figure.kind for f in said.figures) == 1:
        return True
    before = [word for word in said.words if word.start < figure.start][-IN_FRONT:]
    return any(relation(w.stem, o.stem) == "same" for w in claim.words for o in before)


def _is_bound(figure: Figure, matched: Collection[tuple[Word, Word]], said: Statement) -> bool:
    before = [word.start for word in said.words if word.start < figure.start][-IN_FRONT:]
    return any(other.start in before for _, other in matched)


def is_close(agreement: Agreement, said: Statement) -> bool:
    """What stands for the claim's words stands together, and not all over the sentence."""
    places = {word.start: place for place, word in enumerate(said.words)}
    taken = [places[other.start] for _, other in agreement.matched]
    room = ROOM if len(agreement.matched) > PAIR else 0
    return not taken or max(taken) - min(taken) < STRETCH * len(taken) + room


def is_critical(word: Word) -> bool:
    """Who or what is named may not be left out."""
    return word.name or is_person(word.stem) or has_word_of(word.text, "post", "body")


def tells_degree(word: Word) -> bool:
    """Or how many: "all", "fully"."""
    return word.text.casefold() in words_in("degree")


def keeps_order(agreement: Agreement, claim: Statement, said: Statement) -> bool:
    """Whoever does something in the claim does it there: persons come in the same order, or one of
    the two is said with "by"."""
    persons = [(w.start, o.start) for w, o in agreement.matched if is_person(w.stem)]
    places = [there for _, there in sorted(persons)]
    turned = (" by " in claim.text) != (" by " in said.text)
    return turned or places == sorted(places)
