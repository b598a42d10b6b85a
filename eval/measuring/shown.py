"""What of an answer a person reads, in order, and which of its citations show a gold sentence."""

from collections.abc import Sequence
from itertools import accumulate

from eval.measuring.labels import names_unit
from eval.sets.targets import Target
from eval.sets.words import find_words, split_words
from rag.types import Answer, Citation

SHOWN_WORDS = 250
"""As far as a person is taken to read."""

Readable = Sequence[tuple[Citation, tuple[str, ...]]]
"""Citations, each with the words of its quotation that are read."""


def order_shown(answer: Answer) -> tuple[Citation, ...]:
    """Citations in the order in which the statements name them; those never named come last."""
    by_number = {citation.n: citation for citation in answer.citations}
    named = dict.fromkeys(n for statement in answer.statements for n in statement.citations)
    order = dict.fromkeys([*(n for n in named if n in by_number), *by_number])
    return tuple(by_number[n] for n in order)


def read_all(shown: Sequence[Citation]) -> Readable:
    return [(citation, split_words(citation.quote)) for citation in shown]


def read_first_words(shown: Sequence[Citation]) -> Readable:
    """As far as the first SHOWN_WORDS words of all quotations go."""
    quotes = [citation.quote.split() for citation in shown]
    used = accumulate((len(words) for words in quotes), initial=0)
    return [
        (citation, split_words(" ".join(words[: SHOWN_WORDS - before])))
        for citation, words, before in zip(shown, quotes, used, strict=False)
        if before < SHOWN_WORDS
    ]


def citations_showing(target: Target, readable: Readable) -> list[Citation]:
    """One for each word of the target, or of a wording that serves as well; a sentence may be
    split between neighbours. Empty unless all words of one stand together in the quotations of
    its document."""
    of_document = [(c, words) for c, words in readable if c.document == target.document]
    if target.words is None:
        return [citation for citation, _ in of_document if citation.unit == target.unit]
    owners = [citation for citation, words in of_document for _ in words]
    words = tuple(word for _, words in of_document for word in words)
    return [
        owner
        for sought in target.wordings
        for start in find_words(sought, words)
        for owner in owners[start : start + len(sought)]
    ]


def names_target(citation: Citation, target: Target) -> bool:
    """The run-in label of a bullet ("Supervision: …") stands in the quotation itself."""
    if target.unit is not None and citation.unit == target.unit:
        return True
    under = split_words(target.under)
    return names_unit(target.under, citation.label, citation.path, citation.agency) or (
        bool(under) and split_words(citation.quote)[: len(under)] == under
    )
