"""A claim and the sentences of a document in, the verdict on it out.

Confirmed is only what one sentence carries, or two that stand together: nearly every word, every
figure and name, nothing denied that the other says, and told as what was where the claim does.
Contradicted is only the same with another figure, name or alternative, or denied. Whatever is in
doubt is not stated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.answer import Verdict
from rag.answers.claims.agreement import (
    Agreement,
    Weigh,
    compare,
    is_close,
    is_critical,
    keeps_order,
    tells_degree,
)
from rag.answers.claims.clauses import split_clauses
from rag.answers.claims.sources import Source, Sources
from rag.answers.claims.statements import Statement, read_statement

NEARLY_ALL = 0.8
"""Share of a claim's words that a sentence must have to confirm it."""
MOST_OF = 0.75
"""The same to contradict it, of the words that do not differ."""
FEW = 4
"""Words of a claim that a sentence must have all of, but for a light one."""
ALL = 0.9
PAIR = 0.95
"""The same of two sentences."""
TELLING = 8.0
"""Weight of two words that tell enough, though they name nobody."""
MOST_APART = 3
"""One word in so many may stand in another clause than what is denied."""
LEAST = 2
"""Words that must be the same."""


@dataclass(frozen=True, slots=True)
class Judged:
    verdict: Verdict
    covered: float
    source: Source | None = None
    """What decides; of a claim that is not stated what comes nearest."""
    differs: tuple[str, str] | None = None
    """The claim's figure or name, and the document's; None where the one denies what the other
    says."""


NOTHING = Judged("not_stated", 0.0)


def judge(claim: str, sources: Sources, weigh: Weigh) -> tuple[Judged, ...]:
    """One for the claim, or one for each part of it where no sentence says all."""
    whole = _judge_one(claim, sources, weigh)
    if whole.verdict != "not_stated":
        return (whole,)
    parts = split_clauses(claim)
    return tuple(_judge_one(p, sources, weigh) for p in parts) if len(parts) > 1 else (whole,)


def verdict_of(judged: Sequence[Judged]) -> Verdict:
    """One part that is contradicted decides; else one that is not stated."""
    verdicts = [each.verdict for each in judged]
    for verdict in ("contradicted", "not_stated"):
        if verdict in verdicts:
            return verdict
    return "confirmed"


def _judge_one(text: str, sources: Sources, weigh: Weigh) -> Judged:
    claim = read_statement(text)
    found = list(_judgements(claim, sources, weigh))
    best = max(found, key=lambda j: j.covered, default=NOTHING)
    for verdict in ("confirmed", "contradicted"):
        of_it = [each for each in found if each.verdict == verdict]
        if of_it:
            return max(of_it, key=lambda j: j.covered)
    return best


def _judgements(claim: Statement, sources: Sources, weigh: Weigh) -> Iterator[Judged]:
    for source in sources.sentences:
        given = sources.given | source.given
        agreement = compare(claim, source.said, given, sources.dates, weigh)
        if not (agreement.matched or claim.figures):
            continue
        if _confirms(claim, source, agreement):
            yield Judged("confirmed", agreement.covered, source)
        elif source.single and _contradicts(claim, source, agreement):
            yield Judged("contradicted", agreement.covered, source, _differing(agreement))
        else:
            yield Judged("not_stated", agreement.covered, source)


def _confirms(claim: Statement, source: Source, found: Agreement) -> bool:
    if found.covered < (_least(found, NEARLY_ALL) if source.single else PAIR):
        return False
    if any(is_critical(word) or tells_degree(word) for word in found.missing):
        return False
    if not found.figures_agree or found.swapped or not _denies_alike(claim, source, found):
        return False
    return _says_enough(claim, found) and _tells_alike(claim, source, found)


def _says_enough(claim: Statement, found: Agreement) -> bool:
    """ "It is safe to do so" stands in many a text."""
    said = len(found.matched) + len(claim.figures) + (found.names and bool(claim.figures))
    telling = found.names or found.weight >= TELLING
    return said > LEAST or (said == LEAST and telling)


def _least(found: Agreement, share: float) -> float:
    """Of a claim of few words all that tell anything."""
    return ALL if len(found.matched) + len(found.missing) <= FEW else share


def _tells_alike(claim: Statement, source: Source, found: Agreement) -> bool:
    """In one place, of the same persons; what should be is not what was, nor what may be what
    is."""
    if not (is_close(found, source.said) and keeps_order(found, claim, source.said)):
        return False
    if claim.duty != (source.said.duty or source.advice) and not _are_one(claim, source, found):
        return False
    hedged = [o.clause in source.said.hedged for _, o in found.matched]
    return bool(claim.hedged) or 2 * sum(hedged) <= len(hedged)


def _denies_alike(claim: Statement, source: Source, found: Agreement) -> bool:
    """Nothing is turned; or both deny the same word, and the one of them more beside it: how far a
    negation reaches, no rule can see."""
    if not source.single and claim.negations != source.said.negations:
        return False
    denies = any(word.negated for word, _ in found.matched)
    if any(word.negated for word in found.missing) or bool(claim.negations) != denies:
        return False
    both = sum(word.negated and other.negated for word, other in found.matched)
    slack = source.single and claim.negations == source.said.negations
    return not found.turned or (slack and both >= len(found.turned))


def _one_denies(claim: Statement, found: Agreement) -> bool:
    """Only the claim, or only the sentence where it speaks of the same, in one clause with it."""
    said = any(other.negated for _, other in found.matched)
    denied = {other.clause for _, other in found.turned}
    outside = [w for w, o in found.matched if o.clause not in denied and not is_critical(w)]
    apart = MOST_APART * len(outside) > len(found.matched)
    return not (apart or (claim.negations and said)) and _says_enough(claim, found)


def _are_one(claim: Statement, source: Source, found: Agreement) -> bool:
    """The same sentence, so that it tells the same whatever that is: "Ensure that ..." """
    alike = claim.duty == source.said.duty and len(source.said.words) <= len(claim.words)
    return alike and not found.missing


def _contradicts(claim: Statement, source: Source, found: Agreement) -> bool:
    """By one thing alone: more that differs is mostly another fact."""
    if not _tells_alike(claim, source, found):
        return False
    if source.focus.unit.key and _other_name(source, found):
        return True
    swapped = {word.start for word, _ in found.swapped}
    left_out = [w for w in found.missing if w.start not in swapped and is_critical(w)]
    if left_out or found.figures_missing or found.covered < _least(found, MOST_OF):
        return False
    return _differs_in_one(claim, source, found)


def _differs_in_one(claim: Statement, source: Source, found: Agreement) -> bool:
    same = len(found.matched) - len(found.turned)
    enough = same >= (1 if source.line else LEAST) or _is_of_one(found)
    match len(found.figures_differ), bool(found.turned), len(found.swapped):
        case (1, False, 0):
            return enough
        case (0, False, 1):
            return enough and not claim.negations
        case (0, True, 0):
            return found.covered >= NEARLY_ALL and _one_denies(claim, found)
        case _:
            return False


def _is_of_one(found: Agreement) -> bool:
    """An age of whom the document is about, or what is said of them with another date."""
    age = any(figure.aged for figure, _ in found.figures_differ) and not found.missing
    dated = bool(found.matched and found.figures_differ) and found.figures_bound
    return found.names and (age or dated)


def _other_name(source: Source, found: Agreement) -> bool:
    """ "Coroner: ..." prints another name than the claim's, which says nothing else."""
    taken = {other.start for _, other in found.matched}
    printed = [word for word in source.said.words if word.name and word.start not in taken]
    alone = bool(found.missing) and all(word.name for word in found.missing)
    whole = not (found.turned or found.figures_differ or found.figures_missing)
    return alone and whole and bool(found.matched and printed)


def _differing(found: Agreement) -> tuple[str, str] | None:
    if found.figures_differ:
        one, other = found.figures_differ[0]
        return one.words, other.words
    if found.swapped:
        word, instead = found.swapped[0]
        return word.text, instead.text
    return None
