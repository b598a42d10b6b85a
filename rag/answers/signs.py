"""A proposal and what a search found in, what speaks for the proposal or against it out."""

from collections.abc import Iterator

from rag.answer import Answer
from rag.answers.answer_forms import FORMS, SEARCH, form_of
from rag.evidence.evidence import stems, stems_in_order
from rag.questions.facts.answer_types import carries_all
from rag.questions.request import Request

LONG = 300
"""Words of a quotation from which an answer is as long as can be."""
_NAMED_BY_WORDS = {
    "locate": "quote", "who": "fact", "when": "fact", "reason": "why", "plain": "fact",
}  # fmt: skip
"""Forms of answer, by the words that ask for one, where these have names of their own."""
DOUBTFUL = 0.5
"""Chance of a search that tells none."""


def read_signs(request: Request, proposal: Answer, found: Answer) -> dict[str, float]:
    """`found` is what the search proposes, which may be the proposal itself. 0 to 1 each; the share
    of the topic shown beyond what the search shows is from -1. Those that are 0 are left out."""
    signs = {
        f"way {proposal.way}": 1.0,
        f"{proposal.way} {proposal.status}": 1.0,
        **_of_what_is_shown(request, proposal),
    }
    signs |= {f"{each}, {proposal.way}": 1.0 for each in _asked(request)}
    if proposal.way != SEARCH:
        signs |= {**_of_form(request, proposal), **_beside(request, proposal, found)}
    return {sign: value for sign, value in signs.items() if value}


def _asked(request: Request) -> Iterator[str]:
    """What makes one way or another likely."""
    yield from request.asked.kinds
    if request.focus:
        yield "after a unit"
    if request.said.item:
        yield "an item"
    if request.said.audience.learns and request.said.audience.behind_for:
        yield "for somebody"
    if not (request.terms or request.asked.kinds or request.asked.units):
        yield "no topic"


def _of_what_is_shown(request: Request, answer: Answer) -> dict[str, float]:
    quoted = _quoted(answer)
    facts, kinds, owners = request.said.facts, request.asked.kinds, request.agencies
    of_kind = any(c.kind in kinds for c in answer.citations)
    of_owner = all(c.agency in owners for c in answer.citations)
    return {
        "fact carried": float(bool(facts and quoted) and carries_all(facts, quoted)),
        "kind shown": float(bool(kinds) and of_kind),
        "another kind": float(bool(kinds) and not of_kind),
        "owner shown": float(bool(owners and answer.citations) and of_owner),
        "another owner": float(bool(owners) and not of_owner),
        "length": min(len(quoted.split()), LONG) / LONG,
    }


def _of_form(request: Request, proposal: Answer) -> dict[str, float]:
    of_way = FORMS.get(proposal.way or "", "")
    given = form_of(proposal, request) or of_way
    said = _NAMED_BY_WORDS.get(request.wants, request.wants)
    wanted = request.form.name
    return {
        "form wanted": float(given == wanted),
        "form said": float(given == said),
        f"another form than {given}": float(given not in (wanted, said)),
        "chance of form": dict(request.form.forms).get(of_way, 0.0),
    }


def _beside(request: Request, answer: Answer, found: Answer) -> dict[str, float]:
    """What it has in common with the search."""
    shown = {(c.document, c.unit) for c in answer.citations}
    searched = {(c.document, c.unit) for c in found.citations}
    likely = DOUBTFUL if found.confidence is None else found.confidence
    first = [given.citations[0].document for given in (answer, found) if given.citations]
    return {
        answer.status: 1.0,
        "topic beyond search": _topic_shown(request, answer) - _topic_shown(request, found),
        "another document": float(len({*first}) > 1),
        "units of search": len(shown & searched) / max(1, len(searched)),
        f"sure search, {answer.status}": likely,
    }


def _topic_shown(request: Request, answer: Answer) -> float:
    """Share of the topic, by weight, in what is shown or in the names above it: 0 to 1."""
    whole = sum(term.weight for term in request.terms)
    if not whole or not answer.citations:
        return 0.0
    quoted = _quoted(answer)
    around = stems(quoted).union(stems(" ".join(_names(answer))))
    in_order = stems_in_order(quoted)
    shown = (
        term.weight
        for term in request.terms
        if term.stands_together_in(in_order) or term.stands_in(around)
    )
    return sum(shown) / whole


def _quoted(answer: Answer) -> str:
    return " ".join(citation.quote for citation in answer.citations)


def _names(answer: Answer) -> Iterator[str]:
    for citation in answer.citations:
        yield from (citation.label or "", citation.title or "")
    yield from (statement.text for statement in answer.statements if statement.heading)
