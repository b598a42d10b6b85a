"""A text that is to be checked in, what the documents say to each of its sentences out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rag.answer import Answer, Statement, Verdict, answered
from rag.answers.claims.judging import judge_all
from rag.answers.claims.verdicts import Judged, verdict_of
from rag.index.library import Library
from rag.questions.request import Request
from rag.telling.composing import Piece, cite_piece, no_more_than, with_digest_note
from rag.types import Citation

_CONFIRMED = "Confirmed. The {noun} says:"
_DIFFERS = "Contradicted. The {noun} has {said}, not {claimed}:"
_DENIED = "Contradicted. The {noun} says otherwise:"
_IN_PART = "Not stated as a whole. The {noun} says only this part of it:"
_NEAREST = "Not stated. The nearest that the {noun} says:"
_NOT_STATED = "Not stated: nothing found says this, or says otherwise."
NEAR = 0.65
"""Share of a claim's words from which what is not the same is shown as the nearest."""


@dataclass(slots=True)
class _Cited:
    """Citations in the order in which they are first needed."""

    library: Library
    found: list[Citation] = field(default_factory=list)

    def cite(self, judged: Judged) -> Citation | None:
        if judged.source is None:
            return None
        piece = Piece(judged.source.focus, judged.source.spans)
        citation = cite_piece(self.library, piece, len(self.found) + 1)
        if citation is None:
            return None
        same = (c for c in self.found if replace(c, n=citation.n) == citation)
        if known := next(same, None):
            return known
        self.found.append(citation)
        return citation


def answer_claims(library: Library, request: Request) -> Answer | None:
    """Of each claim the verdict and the words that decide it; None where no text is checked."""
    if not request.claims:
        return None
    judged = judge_all(library, request.claims, request.documents)
    verdicts = {verdict_of(each) for each in judged}
    cited, statements = _Cited(library), list[Statement]()
    for claim, each in zip(request.claims, judged, strict=True):
        # A refusal cites nothing.
        quoting = cited if verdicts != {"not_stated"} else None
        statements += _tell(claim, each, quoting, library.reviews)
    told = answered(with_digest_note(statements, cited.found), cited.found)
    if verdicts == {"not_stated"}:
        return replace(told, status="refused", reason="not_stated")
    return no_more_than(told) if "not_stated" in verdicts else told


def _tell(
    claim: str, judged: Sequence[Judged], cited: _Cited | None, reviews: frozenset[str]
) -> Iterator[Statement]:
    verdict = verdict_of(judged)
    shown = _worth_showing(judged, verdict) if cited else []
    citations = [c for each in shown if cited and (c := cited.cite(each))]
    noun = "document" if any(c.document not in reviews for c in citations) else "review"
    text = _verdict_line(verdict, shown, noun) if citations else _NOT_STATED
    # What can not be quoted is no verdict.
    kept: Verdict = verdict if citations else "not_stated"
    numbers = tuple(dict.fromkeys(c.n for c in citations))
    yield Statement(text, numbers, claim=claim, verdict=kept)
    for citation in dict.fromkeys(citations):
        yield Statement(citation.quote, (citation.n,), citation.match is not None)


def _worth_showing(judged: Sequence[Judged], verdict: Verdict) -> list[Judged]:
    """What decides; of what is not stated the part that is, or what comes near."""
    deciding = [each for each in judged if each.verdict == verdict]
    if verdict != "not_stated":
        return deciding
    parts = [each for each in judged if each.verdict == "confirmed"]
    return parts or [each for each in deciding if each.covered >= NEAR][:1]


def _verdict_line(verdict: Verdict, shown: Sequence[Judged], noun: str) -> str:
    if verdict == "confirmed":
        return _CONFIRMED.format(noun=noun)
    if verdict == "not_stated":
        line = _IN_PART if shown[0].verdict == "confirmed" else _NEAREST
        return line.format(noun=noun)
    claimed, said = shown[0].differs or ("", "")
    return (_DIFFERS if said else _DENIED).format(noun=noun, claimed=claimed, said=said)
