"""A question after what somebody has to do in, the recommendations that it asks for out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.questions.units.units_asked import Asked, find_agency

_WHAT = r"\b(?:what|everything|things|all|list)\b"
_TO_DO = (
    r"\b(?:(?:get|gets|got|getting|be|been|being) )?(?:had|has|have|needs?|needed|told|asked|meant"
    r"|supposed|expected|required) to (?:do|change|improve|put right)\b"
)
_DUTY = re.compile(
    rf"{_WHAT}.{{0,90}}{_TO_DO}"
    r"|\bwhat(?:['’]?s| is| was| are| were) .{0,20}\b(?:expected|asked|required|wanted)"
    r" (?:of|from)\b"
    r"|\bwhat (?:should|must) (?:each|every|all)\b.{0,40}\bdo\b",
    re.IGNORECASE,
)
_EACH_AGENCY = re.compile(
    r"(?:\b(?:by|for|of|to|from) )?\b(?:(?:each|every|all(?: of)?)(?: the)?|per|the different)"
    r" (?:single )?(?:agenc(?:y|ies)|services?|organisations?|partners?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"{_TO_DO}|\b(?:people|folks?|lot|staff|workers?|team|side)\b(?= .{{0,30}}{_TO_DO})",
    re.IGNORECASE,
)
"""Of a question after duties what says no more than that: "the housing people get told to do"."""


def or_duties(asked: Asked, question: str, agencies: Sequence[str]) -> Asked:
    """ "What did health have to do?" asks for the recommendations to health, "each agency" for all
    there are. `agencies` are those that the documents address any to."""
    each = _EACH_AGENCY.search(question) if agencies else None
    if asked.units:
        return asked
    if not asked.kinds:
        duty = agencies and _DUTY.search(question)
        if not duty or not (each or find_agency(question, agencies)):
            return asked
        told = (found.span() for found in _TOLD.finditer(question))
        asked = replace(asked, kinds=("recommendation",), spans=(*asked.spans, *told))
    if each is None or asked.kinds != ("recommendation",):
        return asked
    return replace(asked, spans=(*asked.spans, each.span()))
