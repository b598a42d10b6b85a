"""A trace in, short plain lines out, for the terminal and the window."""

from rag.trace import Chances, DocumentRead, Proposed, Trace

HEADING = "How this question was read"
MOST = 3
LEAST = 0.05
"""Chance of a form, or of a document, that is told."""
_POLARITIES = {
    "is silent": "documents that say nothing of it",
    "lacks": "documents that list none",
}


def trace_lines(trace: Trace) -> tuple[tuple[str, str], ...]:
    """What each line is of, and what there is to say; nothing that is empty."""
    lines = (
        ("Read as", trace.question),
        ("Language", trace.language),
        ("Looked in", _documents(trace)),
        ("May mean", _others(trace)),
        ("Scope", _chosen(trace.scope, trace.scopes)),
        ("Form of answer", _chances(trace.forms)),
        ("Units asked for", ", ".join(trace.units)),
        ("Kinds asked for", ", ".join(map(_plain, trace.kinds))),
        ("Whose", ", ".join(trace.owners)),
        ("Facts wanted", ", ".join(trace.facts)),
        ("Times wanted", ", ".join(trace.times)),
        ("Said of", f"child {trace.person}" if len(trace.person) == 1 else trace.person),
        ("Also asks", ", ".join(trace.asks)),
        ("Whether it mentions", ", ".join(trace.mention)),
        ("Takes for granted", ", ".join(trace.premises)),
        ("Topic", ", ".join(trace.topic)),
        ("Looks for", _POLARITIES.get(trace.polarity, "")),
        ("Points back", _points(trace)),
        ("Answered by", _plain(trace.way)),
        ("Proposed", "; ".join(map(_proposal, trace.proposals))),
        ("Reason", _plain(trace.reason or "")),
    )
    return tuple((label, text) for label, text in lines if text)


def _documents(trace: Trace) -> str:
    if not trace.documents:
        return "all documents" if trace.scope else ""
    more = len(trace.documents) - MOST
    told = "; ".join(map(_document, trace.documents[:MOST]))
    return told + (f"; and {more} more" if more > 0 else "")


def _others(trace: Trace) -> str:
    likely = [each for each in trace.others if (each.weight or 0.0) >= LEAST]
    return "; ".join(map(_document, likely[:MOST]))


def _document(read: DocumentRead) -> str:
    chance = "" if read.weight is None else f", {read.weight:.0%}"
    return f"{read.title} ({read.why}{chance})"


def _chosen(taken: str, chances: Chances) -> str:
    return f"{taken} (seen as {_chances(chances)})" if taken and chances else taken


def _chances(chances: Chances) -> str:
    return ", ".join(f"{_plain(name)} {c:.0%}" for name, c in chances[:MOST] if c >= LEAST)


def _points(trace: Trace) -> str:
    return ", ".join(filter(None, [trace.points, *trace.points_at[:MOST]]))


def _proposal(proposed: Proposed) -> str:
    shown = f", {len(proposed.shown)} cited" if proposed.shown else ""
    why = ", ".join(f"{sign} {weight:+.1f}" for sign, weight in proposed.signs)
    return f"{_plain(proposed.way)} {proposed.chance:.0%} ({proposed.status}{shown}: {why})"


def _plain(name: str) -> str:
    return name.replace("_", " ")
