"""What of an answer a person reads, in order, and which of its citations show a gold sentence, or
name the unit that it stands in.

Sets print a unit as the review does ("HEALTH 4)", "36", "Learning points (Invisible fathers)"),
the system as a person would cite it ("Health, recommendation 4", "Paragraph 36", "Invisible
fathers, learning point 2"). Both are cut into parts, each with heading words, kinds of unit and a
number; every part of the gold's must be met by a part of the label, a path element or the agency.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from eval.sets.targets import Target
from eval.sets.words import find_words, split_words
from rag.answer import Answer
from rag.types import Citation

SHOWN_WORDS = 250
"""As far as a person is taken to read."""
SAME_HEADING = 0.6
"""Least Jaccard overlap of two headings' words: "Findings" may stand for "Findings from the
review", but "Health" never for "Sexual Health Advisory Service"."""

_KIND = re.compile(
    "finding|lesson|recommendation|paragraph|para|learning|point|item|row|theme|measure|action|"
    "question|footnote|key|message|indicator|detail|asp"
)
_FILLER = re.compile("the|a|of|for|from|to|in|and|or|on")
_SEPARATORS = re.compile(r"[,;()]|:\s")
_NUMBER = re.compile(r"[a-z]{0,3}\d+(?:\.\d+)*", re.IGNORECASE)

Readable = Sequence[tuple[Citation, tuple[str, ...]]]
"""Citations, each with the words of its quotation that are read."""


def order_shown(answer: Answer) -> tuple[Citation, ...]:
    """Citations in the order in which the statements name them; those never named come last."""
    by_number = {citation.n: citation for citation in answer.citations}
    named = dict.fromkeys(n for statement in answer.statements for n in statement.citations)
    order = dict.fromkeys([*(n for n in named if n in by_number), *by_number])
    return tuple(by_number[n] for n in order)


def read_first_words(shown: Sequence[Citation], most: int = SHOWN_WORDS) -> Readable:
    """As far as the first `most` words of all quotations go."""
    quotes = [citation.quote.split() for citation in shown]
    used = accumulate((len(words) for words in quotes), initial=0)
    return [
        (citation, split_words(" ".join(words[: most - before])))
        for citation, words, before in zip(shown, quotes, used, strict=False)
        if before < most
    ]


def citations_showing(target: Target, readable: Readable) -> list[Citation]:
    """One for each word of the target, or of a wording that serves as well; a sentence may be
    split between neighbours. Empty unless all words of one stand together in the quotations of
    its document."""
    of_document = [(c, words) for c, words in readable if c.document == target.document]
    if not target.wordings:
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


def names_unit(under: str, label: str, path: Sequence[str] = (), agency: str | None = None) -> bool:
    """True when `label`, with its path and agency, names the unit printed as `under`.

    A number counts only beside the kind that `under` gives it ("Finding 1" is not "Finding 5,
    point 1"); a heading without a number is met by any unit under it. An empty `under` is met by
    everything: such gold stands under no heading.
    """
    named = [part for text in (label, *path, agency or "") for part in _cut(text)]
    return all(_is_met(part, named) for part in _cut(under))


@dataclass(frozen=True, slots=True)
class _Part:
    heading: frozenset[str]
    kinds: frozenset[str]
    number: str | None


def _cut(text: str) -> list[_Part]:
    return [_parse(piece) for piece in _SEPARATORS.split(text) if piece.strip(" .)")]


def _parse(piece: str) -> _Part:
    tokens = [token.strip(".):") for token in piece.replace("/", " ").split()]
    numbers = [token for token in tokens if _NUMBER.fullmatch(token)]
    others = (word for token in tokens if token not in numbers for word in split_words(token))
    words = frozenset(word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in others)
    kinds = frozenset(word for word in words if _KIND.fullmatch(word))
    heading = frozenset(word for word in words - kinds if not _FILLER.fullmatch(word))
    return _Part(heading, kinds, numbers[-1].casefold() if numbers else None)


def _is_met(sought: _Part, named: Sequence[_Part]) -> bool:
    if not sought.heading and sought.number is None:
        return not sought.kinds or any(sought.kinds & part.kinds for part in named)
    akin = [p for p in named if not sought.kinds or not p.kinds or sought.kinds & p.kinds]
    heading = not sought.heading or any(_same_heading(sought, part) for part in akin)
    return heading and (sought.number is None or any(sought.number == part.number for part in akin))


def _same_heading(sought: _Part, named: _Part) -> bool:
    shared = len(sought.heading & named.heading)
    return shared >= SAME_HEADING * len(sought.heading | named.heading)
