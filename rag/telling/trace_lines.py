"""A trace in, short plain lines out, for the terminal and the window."""

from rag.trace import Chances, Trace

HEADING = "How this question was read"
MOST = 3
LEAST = 0.05
"""Chance of a form that is told."""


def trace_lines(trace: Trace) -> tuple[tuple[str, str], ...]:
    """What each line is of, and what there is to say; nothing that is empty."""
    lines = (
        ("Read as", trace.question),
        ("Looked in", _documents(trace)),
        ("Scope", _chosen(trace.scope, trace.scopes)),
        ("Form of answer", _chances(trace.forms)),
        ("Units asked for", ", ".join(trace.units)),
        ("Kinds asked for", ", ".join(map(_plain, trace.kinds))),
        ("Whose", ", ".join(trace.owners)),
        ("Facts wanted", ", ".join(trace.facts)),
        ("Topic", ", ".join(trace.topic)),
        ("Points back", _points(trace)),
        ("Answered by", _plain(trace.way)),
        ("Asked before, with nothing to say", ", ".join(map(_plain, trace.passed))),
        ("Reason", _plain(trace.reason or "")),
    )
    return tuple((label, text) for label, text in lines if text)


def _documents(trace: Trace) -> str:
    if not trace.documents:
        return "all documents" if trace.scope else ""
    told = [
        f"{each.title} ({each.why}{'' if each.weight is None else f', {each.weight:.0%}'})"
        for each in trace.documents[:MOST]
    ]
    more = len(trace.documents) - MOST
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")


def _chosen(taken: str, chances: Chances) -> str:
    return f"{taken} (seen as {_chances(chances)})" if taken and chances else taken


def _chances(chances: Chances) -> str:
    return ", ".join(f"{_plain(name)} {c:.0%}" for name, c in chances[:MOST] if c >= LEAST)


def _points(trace: Trace) -> str:
    return ", ".join(filter(None, [trace.points, *trace.points_at[:MOST]]))


def _plain(name: str) -> str:
    return name.replace("_", " ")
