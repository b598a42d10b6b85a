"""A question in, what the search brings and how each passage was weighed out: for the curious."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.answers.filters import EVERYTHING, Filter, narrow
from rag.answers.last_turn import understand_last
from rag.evidence.evidence import Evidence, choose_evidence, stems
from rag.evidence.looking import Looked, look
from rag.index.library import Library
from rag.index.retrieval import search
from rag.questions.request import Request
from rag.questions.understanding import understand
from rag.safety.hidden_commands import strip_commands
from rag.safety.masked_marks import without_marks
from rag.safety.masking import mask
from rag.types import Hit, Record


@dataclass(frozen=True, slots=True)
class Tried:
    hit: Hit
    record: Record
    evidence: Evidence
    carried: tuple[str, ...]
    """Topic words that the sentences, or the headings above them, have."""


@dataclass(frozen=True, slots=True)
class Trial:
    request: Request
    found: tuple[Tried, ...]
    """Best first, as the search has them."""


def try_search(
    library: Library, question: str, *, most: int = 20, within: Filter = EVERYTHING
) -> Trial:
    """Raises ModelUnavailable or StoreUnavailable."""
    part = narrow(library, within)
    request = understand(mask(" ".join(question.split())), part)
    records = {record.id: record for record in part.catalogue.records()}
    hits = search(part, request.search, k=most, documents=request.documents)
    found = []
    for hit in hits:
        for evidence in choose_evidence(part, request, [hit]):
            said = stems(f"{hit.passage.context} {evidence.text}")
            carried = tuple(term.words for term in request.terms if term.stands_in(said))
            found.append(Tried(hit, records[hit.passage.document], evidence, carried))
    return Trial(request, tuple(found))


def look_as_asked(library: Library, turns: Sequence[str]) -> Looked:
    """What an answer to the last turn would be chosen from, were it answered by a search; nothing
    where that turn is nothing but a hidden command."""
    asked = [strip_commands(without_marks(mask(" ".join(turn.split())))) for turn in turns]
    if not asked[-1]:
        return Looked((), (), all_seen=True)
    return look(library, understand_last(library, [*filter(None, asked)]))
